"""What in an act sets no norm, whatever its words: annexes of figures, explanations of forms, plans, checklists.

«2024 жылға арналған ауылдық округтің бюджеті» has rows like «Басқа да салықтар | 354,3»: nobody is bound by them. An annex
is told by its title, as a lawyer tells it, or by its rows, most of which end in an amount. New wording is what the act is
that it goes into: a point put into a budget is no norm either.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from sarapshy.acts.model import Act, Clause, ClauseKind
from sarapshy.acts.nature import cut_title, name_subject
from sarapshy.acts.regulation import names
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon

COMPONENTS = (ClauseKind.APPROVED, ClauseKind.ANNEX)
AMOUNT = re.compile(r"\|\s*-?(?:\d[\d\s]{2,}|\d+)(?:[.,]\d+)?\s*\Z")
FIGURE = re.compile(r"-?\d[\d\s]*(?:[.,]\d+)?")
FIGURES = 4  # cells with a figure; a table of scores has fewer
BLANKS = 4  # empty cells of a row that is there to be filled in
PRICE = re.compile(r"\d{1,3}\s\d{3}(?:[.,]\d+)?|\d{4,}[.,]\d+")
LONG_AMOUNT = 3  # characters of an amount at least: a mark of one or two figures is a score
_start = attrgetter("start")
ROWS = 10  # rows that a table of figures has at least
SHARE = 0.5  # of its rows that end in an amount


def find_silent_components(act: Act) -> frozenset[int]:
    """Positions of the annexes and approved texts that set no norm."""
    return frozenset(
        at for at, clause in enumerate(act.clauses) if clause.kind in COMPONENTS and _is_silent(act, clause)
    )


def _is_silent(act: Act, clause: Clause) -> bool:
    language = clause.language
    title = cut_title(fold(clause.title or "").text, language)
    told = names("annex_titles", title, language) or name_subject(title, language) is not None
    told = told and not names("rules_named", title, language)
    return told or _holds_figures(act, clause) or _tells_of_form(act, clause)


def _tells_of_form(act: Act, component: Clause) -> bool:
    """Whether the annex is a form: with the explanation of its columns, as forms of administrative data are, or one in which
    who fills it in speaks of himself: «3. Мен (біз) … келісемін», «Обязуюсь …»."""
    if component.kind is not ClauseKind.ANNEX:
        return False
    text, language = fold(act.text[component.start : component.end]).text, component.language
    if names("fillings", text, language):
        return True
    named = names("rules_named", fold(component.title or "").text, language)
    return not named and "___" in text and names("undersigned", text, language)


def _holds_figures(act: Act, component: Clause) -> bool:
    """Whether the component is a table of amounts: rules with a table in their annex are none."""
    first, last = (bisect_left(act.clauses, place, key=_start) for place in (component.start, component.end))
    row, annex = ClauseKind.ROW, ClauseKind.ANNEX
    within = act.clauses[first + 1 : last]
    nested = next((c.start for c in within if c.kind is annex), component.end)
    rows = [c for c in within if c.kind is row and c.start < nested]
    return len(rows) >= ROWS and sum(_ends_in_amount(act.text, row) for row in rows) >= SHARE * len(rows)


def _ends_in_amount(text: str, row: Clause) -> bool:
    found = AMOUNT.search(text[max(row.start, row.end - 40) : row.end].rstrip())
    return found is not None and len(found[0].strip("| \t")) >= LONG_AMOUNT


def is_row_of_figures(row: str) -> bool:
    """«437 | Тыңайтқыш | 1 138,40 | литр»: after the number of the row, a price, several figures or several blanks."""
    cells = [cell.strip() for cell in row.split("|")[1:]]
    if sum(not cell for cell in cells) >= BLANKS:
        return True
    figures = [cell for cell in cells if FIGURE.fullmatch(cell)]
    return len(figures) >= FIGURES or any(PRICE.fullmatch(cell) for cell in figures)


def is_row_of_breaches(row: str, language: str) -> bool:
    """«28. | Шараларды ұйымдастыру жөніндегі талаптарды сақтау | елеулі»: the requirement stands in another act."""
    return row.rpartition("|")[2].strip() in read_lexicon("regulation")["breaches"][language]
