"""Two editions compared, as a text for the terminal, as JSON and as a page.

~ 2-тарау, 26-тармақ → 2-тарау, 41-тармақ
    [-26-]{+41+}. Шекті деңгейді …
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from sarapshy.acts.model import Act
from sarapshy.editions.diff import ClauseChange, Comparison, Fate, FindingChange, Outcome, Piece
from sarapshy.messages import say
from sarapshy.report.wording import Wording

SIGNS = {Fate.SAME: " ", Fate.RENUMBERED: "#", Fate.CHANGED: "~", Fate.ADDED: "+", Fate.REMOVED: "-"}
MARKS = {Fate.SAME: ("", ""), Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
COLOURS = {Fate.REMOVED: "red", Fate.ADDED: "green"}
CONTEXT = 60  # characters of unchanged words shown on each side of changed ones
SHOWN = 160  # characters of a clause that is new or gone


def write_text(comparison: Comparison, language: str, colour: bool = False) -> str:
    """What changed; unchanged clauses are counted."""
    import click

    lines = [f"{comparison.first.path} → {comparison.second.path}"]
    counts = Counter(change.fate for change in comparison.clauses)
    lines.append(", ".join(f"{say(f'editions.fate_{fate}', language)}: {counts[fate]}" for fate in Fate))
    for change in comparison.clauses:
        if change.fate is not Fate.SAME or change.moved:
            lines += ["", f"{SIGNS[change.fate]} {name_change(change, language)}"]
            lines += [f"    {line}" for line in _words(change).splitlines() if line.strip()]
    if comparison.findings:
        lines += ["", *_findings(comparison, language)]
    text = "\n".join(lines) + "\n"
    if not colour:
        return text
    for fate, name in COLOURS.items():
        opening, closing = MARKS[fate]
        pieces = text.split(opening)
        text = pieces[0] + "".join(
            click.style(opening + inside + closing, fg=name) + rest
            for inside, _, rest in (piece.partition(closing) for piece in pieces[1:])
        )
    return text


def name_change(change: ClauseChange, language: str) -> str:
    """«2-тарау, 26-тармақ → 2-тарау, 41-тармақ»; one name where both are the same."""
    names = [_name(piece, language) for piece in (change.first, change.second) if piece is not None]
    moved = f" ({say('editions.moved', language)})" if change.moved else ""
    return " → ".join(dict.fromkeys(names)) + moved


def _name(piece: Piece, language: str) -> str:
    return piece.address or say("editions.outside", language)


def _words(change: ClauseChange) -> str:
    if not change.runs:
        piece = change.second or change.first
        assert piece is not None
        words = piece.text
        words = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + " …"
        opening, closing = MARKS.get(change.fate, ("", ""))
        return f"{opening}{words}{closing}"
    pieces = []
    for at, run in enumerate(change.runs):
        opening, closing = MARKS[run.fate]
        text = run.text if run.fate is not Fate.SAME else _shorten(run.text, at == 0, at == len(change.runs) - 1)
        bare = text.rstrip() if opening else text
        pieces.append(f"{opening}{bare}{closing}{text[len(bare) :]}")
    return "".join(pieces)


def _shorten(text: str, first: bool, last: bool) -> str:
    """Of unchanged words, those next to what changed."""
    if len(text) <= 2 * CONTEXT + 3:
        return text
    head, tail = ("" if first else text[:CONTEXT]), ("" if last else text[-CONTEXT:])
    return f"{head}…{tail}"


def _findings(comparison: Comparison, language: str) -> Iterator[str]:
    for outcome in Outcome:
        found = [change for change in comparison.findings if change.outcome is outcome]
        yield f"{say(f'editions.outcome_{outcome}', language)}: {len(found)}"
        for change in found:
            finding = change.finding
            place = finding.clause.path if finding.clause else ""
            quote = " ".join((finding.quote or "").split())
            quote = f" «{quote[:100]}{'…' if len(quote) > 100 else ''}»" if quote else ""
            yield f"    {finding.code} {place}: {finding.message[language]}{quote}"


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """Both acts, each clause with its fate and words, each finding with its outcome."""
    return {
        "first": _act(comparison.first),
        "second": _act(comparison.second),
        "counts": {str(fate): sum(c.fate is fate for c in comparison.clauses) for fate in Fate},
        "clauses": [_change(change) for change in comparison.clauses],
        "findings": [_finding(change) for change in comparison.findings],
    }


def _act(act: Act) -> dict[str, Any]:
    identity = act.identity
    return {
        "path": act.path,
        "number": identity.number,
        "date": identity.date.isoformat() if identity.date else None,
        "edition": identity.edition.isoformat() if identity.edition else None,
        "title": identity.title,
    }


def _change(change: ClauseChange) -> dict[str, Any]:
    return {
        "fate": str(change.fate),
        "moved": change.moved,
        "first": _piece(change.first),
        "second": _piece(change.second),
        "words": [[str(run.fate), run.text] for run in change.runs],
    }


def _piece(piece: Piece | None) -> dict[str, Any] | None:
    if piece is None:
        return None
    return {
        "clause": piece.clause,
        "number": piece.number,
        "path": piece.address,
        "start": piece.start,
        "end": piece.end,
        "text": piece.text,
    }


def _finding(change: FindingChange) -> dict[str, Any]:
    from sarapshy.report.jsonl import finding_record

    return {"outcome": str(change.outcome), "change": change.clause, "finding": finding_record(change.finding)}


def render_comparison(comparison: Comparison, language: str) -> str:
    """The page: what became of findings, then the clauses with their words marked, unchanged ones folded."""
    from sarapshy.report.html import render_page

    by_clause: dict[int, list[FindingChange]] = {}
    for change in comparison.findings:
        if change.clause is not None:
            by_clause.setdefault(change.clause, []).append(change)
    counts: Mapping[Fate, int] = Counter(change.fate for change in comparison.clauses)
    return render_page(
        "diff.html",
        "diff",
        Wording(language, spare=comparison.second.language),
        decisions="",
        comparison=comparison,
        address=lambda piece: piece.address if piece else "",
        counts=[(str(fate), counts[fate]) for fate in Fate],
        groups=list(_groups(comparison)),
        by_clause=by_clause,
        outcomes=[(str(o), [f for f in comparison.findings if f.outcome is o]) for o in Outcome],
    )


def _groups(comparison: Comparison) -> Iterator[tuple[bool, list[tuple[int, ClauseChange]]]]:
    """Runs of clauses: whether they are unchanged, and they with their positions."""
    numbered = enumerate(comparison.clauses)
    for same, group in groupby(numbered, lambda each: each[1].fate is Fate.SAME and not each[1].moved):
        yield same, list(group)
