"""A citation leads to a clause, to another act, or to a reason why it leads nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole, Identity, Status
from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.references.citations import find_citations
from sarapshy.references.externals import Reason
from sarapshy.references.resolve import Resolution, read_externals, read_references, resolve

PIECES = (  # id, kind, number, parent, text
    ("pt_1", ClauseKind.POINT, "1", None, "1. Жазылу қағидалары осы бұйрыққа қосымшаға сәйкес бекітілсін.\n"),
    ("pt_2", ClauseKind.POINT, "2", None, "2. Осы бұйрықтың 1-тармағы бірден қолданылады.\n"),
    ("act_1", ClauseKind.APPROVED, None, None, "Қағидалар\n"),
    ("act_1__pt_1", ClauseKind.POINT, "1", "act_1", "1. Жазылу осы Қағидалардың 2-тармағы бойынша жүреді.\n"),
    ("act_1__pt_2", ClauseKind.POINT, "2", "act_1", "2. Осы тармақтың 1) тармақшасындағы құжат:\n"),
    ("act_1__pt_2__sp_1", ClauseKind.SUBPOINT, "1", "act_1__pt_2", "1) өтініш осы Қағидаларға 1-қосымшаға сәйкес.\n"),
    ("act_1__annex_1", ClauseKind.ANNEX, "1", "act_1", "Өтініш нысаны. Негізі: осы Қағидалардың 2-тармағы.\n"),
)


def build(pieces, more: str = "", **identity) -> Act:
    """An act of pieces, with further words in its last but one."""
    text, clauses, ids = "", [], {}
    for name, kind, number, parent, words in pieces:
        ids[name] = len(clauses)
        above = ids.get(parent) if parent else None
        clauses.append([name, kind, number, "", len(text), len(text) + len(words), above])
        text += words
    clauses.append(["last", ClauseKind.PART, None, "", len(text), len(text) + len(more), ids.get("act_1")])
    text += more
    for clause in reversed(clauses):
        if clause[6] is not None:
            clauses[clause[6]][5] = max(clauses[clause[6]][5], clause[5])
    made = tuple(Clause(*fields, language="kk") for fields in clauses)
    return Act("a.txt", text, "", "kk", Identity(**identity), made)


def follow(more: str, **identity) -> Resolution:
    """Where the first citation of the words leads, at the end of the approved text."""
    act = build(PIECES, more, **identity)
    first = len(act.text) - len(more)
    return next(found for found in resolve(act, find_citations(act)) if found.citation.start >= first)


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        ("осы бұйрыққа қосымшаға", ("act_1",)),
        ("Осы бұйрықтың 1-тармағы", ("pt_1",)),
        ("осы Қағидалардың 2-тармағы бойынша", ("act_1__pt_2",)),
        ("Осы тармақтың 1) тармақшасындағы", ("act_1__pt_2__sp_1",)),
        ("осы Қағидаларға 1-қосымшаға", ("act_1__annex_1",)),
    ],
)
def test_a_citation_leads_to_the_clause_in_the_text_where_it_stands(words, clauses):
    act = build(PIECES)
    (found,) = [one for one in resolve(act, find_citations(act)) if act.text.find(words) == one.citation.start]
    assert (found.clauses, found.reason) == (clauses, None)


def test_from_an_annex_the_rules_are_those_it_belongs_to():
    act = build(PIECES)
    assert resolve(act, find_citations(act))[-1].clauses == ("act_1__pt_2",)


@pytest.mark.parametrize(
    ("words", "reason", "clauses"),
    [
        ("Ол осы Қағидалардың 9-тармағы бойынша.", Reason.MISSING_CLAUSE, ()),
        ("Ол осы Қағидалардың 2-тармағының 7) тармақшасы бойынша.", Reason.MISSING_CLAUSE, ("act_1__pt_2",)),
        ("Ол осы Қағидаларға 4-қосымшаға сәйкес.", Reason.MISSING_ANNEX, ()),
        ("Ол Заңның 5-бабы бойынша.", Reason.UNNAMED_ACT, ()),
        ("Еңбек кодексінің 2015 жылғы 24 қарашадағы мәтіні.", None, ()),
        ("2015 жылғы 20 қарашадағы № 414-V Еңбек кодексінің 5-бабы.", Reason.WRONG_DATE, ()),
        ("2015 жылғы 23 қарашадағы № 99-V Еңбек кодексінің 5-бабы.", Reason.WRONG_NUMBER, ()),
        ("Ол көрсетілген бұйрықтың 3-тармағы бойынша.", Reason.UNNAMED_ACT, ()),
        ("Ол осы Қағидалардың 2-тармағының үшінші бөлігі бойынша.", None, ("act_1__pt_2",)),
    ],
)
def test_what_leads_nowhere_has_a_reason(words, reason, clauses):
    found = follow(words)
    assert (found.reason, found.clauses) == (reason, clauses)


def test_a_known_act_gets_its_requisites():
    found = follow("Ол Еңбек кодексінің 139-бабы бойынша.", date=date(2019, 1, 1))
    assert found.external is not None
    assert (found.external.key, found.external.number) == ("labour_code", "414-V")


def test_of_an_act_adopted_anew_the_one_in_force_is_meant():
    found = follow("Ол Салық кодексінің 5-бабы бойынша.", date=date(2019, 1, 1))
    assert found.external is not None
    assert found.external.address == "/akn/kz/act/2017-12-25/120-vi/kaz"


def test_the_order_named_before_is_what_an_anaphora_means():
    act = build(PIECES, "Министрдің 2012 жылғы 1 мамырдағы № 5 бұйрығы бар. Көрсетілген бұйрық күшін жояды.")
    found = resolve(act, find_citations(act))[-1]
    assert found.external is not None
    assert (found.external.number, found.reason) == ("5", None)


def test_an_amending_act_cites_clauses_of_a_base_that_is_not_here():
    text = "Министрдің 2012 жылғы 1 мамырдағы № 5 бұйрығына өзгерістер енгізілсін: 12-тармақ алып тасталсын."
    act = Act("a.txt", text, "", "kk", Identity(status=Status.AMENDING), ())
    found = resolve(act, find_citations(act))[-1]
    assert (found.reason, found.external and found.external.number) == (Reason.BASE_NOT_HERE, "5")


def test_nothing_is_missing_in_quoted_new_wording():
    wording = "«7. Ол осы Қағидалардың 99-тармағы бойынша.»"
    clauses = (
        Clause("pt_7", ClauseKind.POINT, "7", "7.", 0, len(wording), None, "kk", ClauseRole.NORM, None, "№ 5 бұйрық"),
    )
    act = Act("a.txt", wording, "", "kk", Identity(), clauses)
    assert [one.reason for one in resolve(act, find_citations(act))] == [Reason.BASE_NOT_HERE]


def test_a_number_that_is_printed_but_not_read_as_a_clause_is_not_called_missing():
    found = follow("Ол осы Қағидалардың 9-тармағы бойынша. 9. Кітап қайтарылады.")
    assert found.reason is Reason.UNREAD


def test_a_point_of_an_annex_may_be_a_row_of_its_table():
    text = "осы қосымшаның 2-тармағы\n2 | Мерзімі"
    first = text.index("2 |")
    clauses = (
        Clause("annex_1", ClauseKind.ANNEX, "1", "", 0, len(text), None, "kk"),
        Clause("annex_1__row_1", ClauseKind.ROW, None, "2", first, len(text), 0, "kk"),
    )
    act = Act("a.txt", text, "", "kk", Identity(), clauses)
    assert resolve(act, find_citations(act))[0].clauses == ("annex_1__row_1",)


def test_an_annex_of_an_amending_order_bears_two_numbers_and_the_first_is_its_own():
    stamp = "|\tМинистрдің № 9 бұйрығына 2-қосымша\n|\tҚағидаларға 5-қосымша\n"
    text = stamp + "Нысан осы бұйрыққа 2-қосымшаға сәйкес."
    clauses = (Clause("annex_5", ClauseKind.ANNEX, "5", "", 0, len(text), None, "kk"),)
    act = Act("a.txt", text, "", "kk", Identity(status=Status.AMENDING), clauses)
    assert resolve(act, find_citations(act))[-1].clauses == ("annex_5",)


def test_every_internal_citation_of_the_real_order_57_leads_to_its_clause(shared: Path):
    path = shared / "data" / "seed_acts" / "order57_ed_2017-12-13_No619.kk.txt"
    act = build_act(path.read_text(encoding="utf-8"), path.name)
    found = resolve(act, find_citations(act))
    assert len(found) > 20
    assert not [one for one in found if one.reason in (Reason.MISSING_CLAUSE, Reason.MISSING_ANNEX)]


def test_a_law_named_only_so_is_not_the_order_that_is_amended() -> None:
    words = "Мәдениет министрінің 2015 жылғы 6 мамырдағы № 12 бұйрығына өзгеріс енгізілсін: Заңның 12-бабына сәйкес."
    act = build_act(words, "a.txt")
    act = replace(act, identity=replace(act.identity, status=Status.AMENDING))
    law = next(found for found in resolve(act, find_citations(act)) if found.citation.act_kind == "law")
    assert (law.external, law.reason) == (None, Reason.UNNAMED_ACT)


@pytest.mark.parametrize(
    "text",
    [
        "Министр БҰЙЫРАМЫН:\n1. Министрдің 2012 жылғы 1 мамырдағы № 5 бұйрығының 12-тармағы алып тасталсын.\n"
        "2. Осы бұйрықтың 1-тармағы және «Білім туралы» Заңның 5-бабы бойынша мектеп құрылсын.\n",
        "1. Комиссия «Білім туралы» Заңның 5-бабы бойынша өтінімді қарайды.\n2. Ол осы Қағидалардың 7-тармағын ескереді.\n",
    ],
)
def test_what_leads_to_other_acts_is_the_same_whether_or_not_the_act_sets_norms(text: str) -> None:
    reading = Reading(build_act(text, "act.txt"))
    found = [(one.citation, one.external) for one in read_references(reading) if one.external is not None]
    assert found and list(read_externals(reading)) == found
