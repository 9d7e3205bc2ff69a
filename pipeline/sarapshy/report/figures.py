"""``OUT/stats.html``: the figures of the work on a page of its own, which the index leads to."""

from __future__ import annotations

from sarapshy.findings.factors import read_names
from sarapshy.findings.figures import Figures
from sarapshy.messages import say
from sarapshy.report.decided_pages import write_block
from sarapshy.report.html import render_page
from sarapshy.report.wording import Wording


def render_figures(figures: Figures, language: str) -> str:
    names = read_names("families")
    groups = [
        (names[family], family, [factor for factor in figures.factors if factor.family == family])
        for family in dict.fromkeys(factor.family for factor in figures.factors)
    ]
    return render_page(
        "stats.html",
        "stats",
        Wording(language),
        title=say("stats.title", language),
        decisions=write_block({}),
        figures=figures,
        groups=groups,
    )
