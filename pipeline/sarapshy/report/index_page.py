"""The index of a run: its acts by factor, risk, kind and body, and the files that could not be read.

Its rows are data for the script of the page, so that eleven thousand acts are listed at once; it links to ``acts/<name>.html``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sarapshy.findings.factors import read_families
from sarapshy.findings.model import SEVERITIES
from sarapshy.messages import say
from sarapshy.report.decided_pages import write_block
from sarapshy.report.html import code_order, factor_texts, kind_texts, render_page, texts_of
from sarapshy.report.wording import Wording, script_json

INDEX_TERMS = ("loaded", "unknown_acts", "not_decisions", "unsaved", "all_saved", "none_yet", "kept_by_server")
LISTED_FAILURES = 5
SHORT_TITLE = 240  # characters of a title in the index; the act's page has it whole
RISK = {"high": 9, "medium": 3, "low": 1}


def render_index(acts: Sequence[Mapping[str, Any]], run: Mapping[str, Any], language: str, plan: bool = False) -> str:
    """The index of a run: ``acts`` are the records of acts.jsonl, failures among them; ``run`` is run.json, of which
    "version", "rules" (the hash), "finished" (ISO) and "seconds" are shown where they are known; with ``plan`` it links to the
    page of the plan."""
    read = [act for act in acts if act["error"] is None]
    codes = sorted({code for act in read for code in act["findings"]["codes"]}, key=code_order)
    wording = Wording(language)
    return render_page(
        "index.html",
        "index",
        wording,
        title=say("html.index_title", language),
        decisions=write_block({}),
        plan=plan,
        run={name: run.get(name) for name in ("version", "rules", "seconds")},
        finished=_finished(run),
        acts=read,
        with_findings=sum(act["findings"]["total"] > 0 for act in read),
        total=sum(act["findings"]["total"] for act in read),
        severities={each: sum(act["findings"]["severities"][each] for act in read) for each in SEVERITIES},
        failures=[act for act in acts if act["error"] is not None],
        listed=LISTED_FAILURES,
        factors=_factor_counts(read, codes),
        data=script_json(_index_data(read, codes, wording)),
    )


def _finished(run: Mapping[str, Any]) -> str | None:
    """In the time of the place where the page is made: a reviewer asks whether it is this morning's run."""
    finished = run.get("finished")
    return datetime.fromisoformat(finished).astimezone().strftime("%d.%m.%Y %H:%M") if finished else None


def _factor_counts(acts: Sequence[Mapping[str, Any]], codes: Sequence[str]) -> list[dict[str, Any]]:
    """How often a factor occurs and in how many acts, the most frequent first; ``share`` is of the most frequent."""
    counts = {code: [act["findings"]["codes"].get(code, 0) for act in acts] for code in codes}
    most = max((sum(each) for each in counts.values()), default=1)
    rows = [
        {
            "code": code,
            "name": factor_texts(code),
            "family": read_families().get(code, "form"),
            "count": sum(each),
            "acts": sum(count > 0 for count in each),
            "share": round(100 * sum(each) / most, 1),
        }
        for code, each in counts.items()
    ]
    return sorted(rows, key=lambda row: (-row["count"], code_order(row["code"])))


def _index_data(acts: Sequence[Mapping[str, Any]], codes: Sequence[str], wording: Wording) -> dict[str, Any]:
    """The table of acts for the script. Kinds, bodies and codes are written once: 11,000 rows stay some megabytes."""
    kinds = sorted({act["kind"] for act in acts})
    bodies = sorted({act["body"] for act in acts if act["body"]})
    return {
        "codes": codes,
        "names": [wording.number(factor_texts(code)) for code in codes],
        "kinds": [wording.number(kind_texts(kind)) for kind in kinds],
        "bodies": bodies,
        "languages": {each: wording.number(texts_of(f"report.language_{each}")) for each in ("kk", "ru")},
        "untitled": wording.number(texts_of("html.untitled")),
        "terms": {name: wording.number(texts_of(f"review_page.{name}")) for name in INDEX_TERMS},
        "acts": [_index_row(act, codes, kinds, bodies) for act in acts],
    }


def _index_row(act: Mapping[str, Any], codes: Sequence[str], kinds: Sequence[str], bodies: Sequence[str]) -> list[Any]:
    """page, title, path, kind, body, number, date, language, coverage, risk, [high, medium, low], [code, count, …]"""
    found, title = act["findings"], act["title"]
    severities = [found["severities"][each] for each in SEVERITIES]
    return [
        act["page"],
        f"{title[:SHORT_TITLE]}…" if title and len(title) > SHORT_TITLE else title,
        act["path"],
        kinds.index(act["kind"]),
        bodies.index(act["body"]) if act["body"] else -1,
        act["number"],
        act["date"],
        act["language"],
        round(act["coverage"] * 100),
        sum(RISK[each] * found["severities"][each] for each in SEVERITIES),
        severities,
        [part for code, count in found["codes"].items() for part in (codes.index(code), count)],
    ]
