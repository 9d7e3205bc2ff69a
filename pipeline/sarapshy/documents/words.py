"""Dates in words, acts as they are cited, numbers that agree with their nouns: in Kazakh and in Russian.

«2012 жылғы 21 ақпандағы № 57 бұйрық», «приказ от 21 февраля 2012 года № 57», «21 замечание», «3 замечания».
The forms stand in ``reports/documents/words.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sarapshy.acts.model import Clause
from sarapshy.knowledge import read_table
from sarapshy.language.lexicon import read_lexicon

DOCUMENT_LANGUAGES = ("kk", "ru")
Record = Mapping[str, Any]
_INNER = str.maketrans({"«": "„", "»": "“", "“": "„", "”": "“"})


class Count(int):
    """A number that chooses the form of its noun: ``{n:замечание|замечания|замечаний}`` writes «21 замечание»."""

    def __format__(self, form: str) -> str:
        if "|" not in form:
            return super().__format__(form) if form else grouped(self)
        one, few, many = form.split("|")
        return f"{grouped(self)}\u00a0{self._choose(one, few, many)}"

    def _choose(self, one: str, few: str, many: str) -> str:
        if self % 100 in range(11, 15):
            return many
        return {1: one, 2: few, 3: few, 4: few}.get(self % 10, many)


def grouped(number: int) -> str:
    return f"{int(number):,}".replace(",", "\u00a0")


@cache
def read_words() -> Any:
    return read_table("sarapshy.reports", "documents/words.yaml")


def form(name: str, language: str, **values: Any) -> str:
    text: str = read_words()[name][language]
    return text.format(**values)


def print_date(day: date, language: str) -> str:
    """«2012 жылғы 21 ақпан», «21 февраля 2012 года»."""
    return _write_date("date", day, language)


def print_dated(day: date, language: str) -> str:
    """Before what is dated: «2012 жылғы 21 ақпандағы», «от 21 февраля 2012 года»."""
    return _write_date("dated", day, language)


def print_on_date(day: date, language: str) -> str:
    """When something was done: «2012 жылғы 21 ақпанда», «21 февраля 2012 года»."""
    return _write_date("on_date", day, language)


def _write_date(name: str, day: date, language: str) -> str:
    lists = read_words()["months"]
    months = {
        f"month{case}": lists.get(f"{language}{case}", lists[language])[day.month - 1]
        for case in ("", "_before", "_on")
    }
    return form(name, language, year=day.year, day=day.day, **months).replace(f"{day.day} ", f"{day.day}\u00a0")


def kind_form(kind: str, language: str, to: bool = False) -> str:
    """The name of a kind; with ``to`` as the object of an expertise: «бұйрыққа», «на приказ»."""
    kinds = read_words()["kinds"]
    found: str = kinds.get(kind, kinds["unknown"])[language][int(to)]
    return found


def cite_requisites(act: Record, language: str, to: bool = False) -> str:
    """«2012 жылғы 21 ақпандағы № 57 бұйрық», without a title."""
    known = [name for name, value in (("dated", act["date"]), ("numbered", act["number"])) if value]
    values = {
        "kind": kind_form(act["kind"], language, to),
        "dated": print_dated(date.fromisoformat(act["date"]), language) if act["date"] else "",
        "number": act["number"] or "",
    }
    template: str = read_words()["act"]["_".join(known) or "bare"][language]
    return template.format(**values).replace("№ ", "№\u00a0")


def cite_briefly(act: Record, language: str) -> str:
    """Requisites alone where they tell the act, as in the label of a chart."""
    return cite_requisites(act, language) if act["number"] and act["date"] else cite_act(act, language)


def cite_act(act: Record, language: str, to: bool = False) -> str:
    """Requisites and title; the file's name stands for an act that has neither."""
    cited = cite_requisites(act, language, to)
    if act["title"]:
        return f"{cited} {quote(act['title'])}"
    return cited if act["number"] or act["date"] else f"{cited} ({act['path']})"


def quote(text: str) -> str:
    """In «», with „“ for what was quoted within; cells of a row of a table are parted by a bar."""
    text = " ".join(re.sub(r"\s*\t\|\t\s*", " | ", text).strip("| \t\n").split())
    inner = re.sub(r'"([^"]*)"', "„\\1“", text.translate(_INNER))
    return f"«{inner}»"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def name_unit(clause: Clause, language: str) -> str:
    """«29-тармақ», «пункт 29»; the printed label of a clause without a number."""
    names = read_lexicon("addresses").get(clause.kind.value)
    if clause.number is None or names is None:
        return clause.label.strip().rstrip(".")
    named: str = names[language].format(number=clause.number)
    return named


def name_units(kind: str, numbers: Sequence[str], language: str) -> str:
    """«1–3, 5-тармақтар», «пункты 1–3, 5»; of one «5-тармақ», «пункт 5»."""
    if len(numbers) == 1 and "–" not in numbers[0]:
        one: str = read_lexicon("addresses")[kind][language].format(number=numbers[0])
        return one
    many: str = read_words()["units"][kind][language]
    return many.format(numbers=", ".join(numbers))


def join_numbers(numbers: Iterable[int]) -> str:
    """«1–3, 5»: numbers of remarks."""
    ordered = sorted(set(numbers))
    runs: list[list[int]] = []
    for number, before in zip(ordered, [None, *ordered], strict=False):
        if before is not None and number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_join_run(run) for run in runs)


def _join_run(run: Sequence[int]) -> str:
    if len(run) == 1:
        return str(run[0])
    return f"{run[0]}, {run[1]}" if len(run) == 2 else f"{run[0]}–{run[-1]}"


def name_body(body: str, language: str) -> str:
    """Who adopted an act, by itself. A Russian heading has the genitive, «Министра энергетики»: its noun is turned."""
    found = re.search(r"\b[А-ЯЁ][а-яё]{2,}", body) if language == "ru" else None
    if found is None:
        return body
    from sarapshy.language.russian import nominative  # pymorphy3 costs 100 ms

    return body[: found.start()] + nominative(found.group()) + body[found.end() :]
