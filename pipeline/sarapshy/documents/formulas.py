"""Proposals in the formulas of an amending act.

«12-тармақтың 7) тармақшасы мынадай редакцияда жазылсын: «7) …»;», «пункт 6 изложить в следующей редакции: …». Kazakh names the
holder before the unit and Russian after it; the formulas themselves are in ``reports/documents/formulas.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sarapshy.acts.model import ClauseKind
from sarapshy.documents.blocks import Run, Text, plain
from sarapshy.knowledge import read_table
from sarapshy.language.declension import decline
from sarapshy.proposals.model import Action, Change, Proposal, Unit, WordChange, Wording, words_of

Command = list[Text]
COUNTED = (ClauseKind.PART, ClauseKind.INDENT)  # they bear no number and are told by their order


@cache
def read_formulas() -> Any:
    return read_table("sarapshy.reports", "documents/formulas.yaml")


def kind_word(kind: str, name: str, language: str) -> str:
    """A form of the act's kind: ("order", "by") is «бұйрықпен»; an act of no kind that amends is treated as an order."""
    formulas = read_formulas()
    known = kind if kind in formulas["kinds"] else formulas["same_as"].get(kind, "order")
    word: str = formulas["kinds"][known][name][language]
    return word


def find_adopter(rank: int | None) -> Mapping[str, Any]:
    """How the acts of a rank of ``rules/acts.yaml`` end, and who signs them."""
    adopters: Mapping[str, Mapping[str, Any]] = read_formulas()["adopters"]
    return next((each for each in adopters.values() if rank and each.get("rank") == rank), adopters["other"])


def names_body(kind: str) -> bool:
    """Whether who adopts the act stands before what it does: «… Үкіметі ҚАУЛЫ ЕТЕДІ:»."""
    return bool(read_formulas()["kinds"].get(kind, {}).get("names_body"))


def name_path(path: Sequence[Unit], case: str, language: str) -> str:
    """«12-тармақтың 7) тармақшасында», «в подпункте 7) пункта 12»; ``case``: itself, in, with, name."""
    *holders, last = path
    words = [_name(unit, "under_of" if above else "of", language) for above, unit in enumerate(holders)]
    forms = {"itself": "under", "in": "under_in", "name": "under"} if holders else {}
    words.append(_name(last, forms.get(case, case), language))
    return " ".join(words if language == "kk" else reversed(words))


def _name(unit: Unit, case: str, language: str) -> str:
    kind, number = unit
    forms = read_formulas()["units"][kind.value]
    form: str = forms.get(case, forms["itself"])[language]
    if kind not in COUNTED:
        return form.format(number=number)
    ordinals: Mapping[str, str] = read_formulas()["ordinals"][language][int(number) - 1]
    return form.format_map(ordinals)


def name_scene(path: Sequence[Unit], language: str) -> str:
    """«10-бапта:», «в статье 10:»."""
    return _form("scene", language, unit=name_path(path, "in", language))


def write_commands(proposal: Proposal, language: str, scene: int = 0) -> list[Command]:
    """Each command as its paragraphs, without the stop at its end; none for a proposal that nothing was built for. The first
    units of the path, as many as ``scene`` tells, have been named before: «в статье 10:»."""
    path = proposal.path[scene:]
    if proposal.action is Action.OPEN:
        return []
    if proposal.action is Action.DELETE:
        return [[plain(_form("delete", language, unit=name_path(path, "itself", language)))]]
    if proposal.action is Action.CHANGE:
        return [_write_change(path, change, language) for change in proposal.changes]
    if proposal.action is Action.INSERT:
        return [[plain(_insert(path, language)), *_quote(proposal.after)]]
    return [[plain(_replace(path, language)), *_quote(proposal.after)]]


def _write_change(path: Sequence[Unit], change: Change, language: str) -> Command:
    within = (*path, *change.within)
    if isinstance(change, WordChange):
        return [_change_words(within, change, language)]
    command = _insert(within, language) if change.behind else _replace(within, language)
    return [plain(command), *_quote(change.wording)]


def _replace(path: Sequence[Unit], language: str) -> str:
    return _form("replace", language, unit=name_path(path, "itself", language))


def _insert(path: Sequence[Unit], language: str) -> str:
    *holders, unit = path
    put_in = _name(unit, "with", language)
    if not holders:
        return _form("insert", language, unit=put_in)
    return _form("insert_into", language, unit=put_in, holder=name_path(holders, "itself", language))


def _change_words(path: Sequence[Unit], change: WordChange, language: str) -> Text:
    nouns = _nouns(change.old, language)
    unit = name_path(path, "in", language) if path else ""  # the annex or approved text has been named
    values = {"unit": unit, "old": change.old, "noun": nouns["noun"], "noun_of": nouns["of"]}
    if not change.new:
        return plain(_form("take_out", language, **values).lstrip())
    noun_with = _nouns(words_of(change.new), language)["with"]
    formula = "put_after" if change.after else "substitute"
    before, _, after = _form(formula, language, **values, new="\0", noun_with=noun_with).lstrip().partition("\0")
    return (Run(before), *(Run(piece.text, mark=not piece.sure) for piece in change.new), Run(after))


def _nouns(words: str, language: str) -> Mapping[str, str]:
    """«слово», «слова», «цифры», «предложение», in the forms that formulas ask for."""
    figures = re.fullmatch(r"[\d\s.,–-]*\d", words) is not None
    several = len(words.split()) > 1
    kind = "figures" if figures else "sentence" if words.endswith(".") else "words" if several else "word"
    nouns: Mapping[str, str] = read_formulas()["nouns"][kind][language]
    return nouns


def _quote(wording: Wording) -> list[Text]:
    """The new wording in «», a paragraph each."""
    paragraphs = [text for text in split_paragraphs(wording) if text]
    paragraphs[0] = (Run("«"), *paragraphs[0])
    paragraphs[-1] = (*paragraphs[-1], Run("»"))
    return paragraphs


def split_paragraphs(wording: Wording, show_new: bool = False) -> list[Text]:
    """Runs of each paragraph; what the expert confirms is marked, and what is new may be told in bold."""
    paragraphs: list[list[Run]] = [[]]
    for piece in wording:
        for number, line in enumerate(re.split(r"\s*\n\s*", piece.text)):
            if number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(Run(line, bold=show_new and piece.new, mark=not piece.sure))
    return [tuple(runs) for runs in paragraphs if runs]


def mark_open(text: str) -> Text:
    """Words with «[[…]]» for the expert."""
    parts = re.split(r"\[\[(.*?)\]\]", text)
    return tuple(Run(part, mark=number % 2 == 1) for number, part in enumerate(parts) if part)


def name_approved(title: str | None, kind: str, language: str) -> str:
    """«көрсетілген бұйрықпен бекітілген Қағидаларда:», «в Правилах, утвержденных указанным приказом:»."""
    by = kind_word(kind, "by", language)
    titles = read_formulas()["titles_ru"]
    first, _, rest = (title or "").partition(" ")
    if not title or (language == "ru" and first not in titles):
        return _form("approved_unnamed", language, by=by)
    if language == "kk":
        return _form("approved", language, by=by, title=put_locative(title))
    turned, participle, *_ = titles[first]
    return _form("approved", language, by=by, title=f"{turned} {rest}".strip(), participle=participle)


def put_into(title: str, language: str) -> str:
    """A title as what changes are made in: «қағидаларына», «Инструкцию о …»."""
    if language == "kk":
        return decline(title, "dat", "kk")
    first, _, rest = title.partition(" ")
    known = read_formulas()["titles_ru"].get(first)
    return f"{known[2]} {rest}" if known else title


def name_adopting(title: str, language: str) -> str:
    """What an order is called that approves rules: «… қағидаларын бекіту туралы», «Об утверждении Правил …»."""
    if re.search(read_formulas()["adopting"][language], title):
        return title
    if language == "kk":
        return _form("adopts", language, title=decline(title, "acc", "kk"))
    first, _, rest = title.partition(" ")
    known = read_formulas()["titles_ru"].get(first)
    return _form("adopts", language, title=f"{known[3]} {rest}") if known else title


def put_locative(title: str) -> str:
    """«қағидалары» is «қағидаларында»."""
    return decline(title, "loc", "kk")


def _form(name: str, language: str, **values: str) -> str:
    form: str = read_formulas()[name][language]
    return form.format(**values)
