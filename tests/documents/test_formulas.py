"""Proposals in the formulas of an amending act, in both languages."""

from __future__ import annotations

import pytest

from sarapshy.acts.model import ClauseKind
from sarapshy.documents.blocks import words_of
from sarapshy.documents.formulas import (
    name_adopting,
    name_approved,
    name_path,
    name_scene,
    put_into,
    put_locative,
    write_commands,
)
from sarapshy.proposals.model import Action, Change, PartChange, Piece, Proposal, Unit, WordChange

P, S, A = ClauseKind.POINT, ClauseKind.SUBPOINT, ClauseKind.ARTICLE
PART, IND = ClauseKind.PART, ClauseKind.INDENT


def propose(
    action: Action, *path: Unit, after: str = "", old: str = "", new: str | None = None, sure: bool = True
) -> Proposal:
    changes = (WordChange(old, (Piece(new, sure),) if new is not None else ()),) if old else ()
    return Proposal(action, "pt", tuple(path), (Piece("…"),), (Piece(after),), (), changes=changes)


def write(proposal: Proposal, language: str) -> list[str]:
    return [words_of(text) for command in write_commands(proposal, language) for text in command]


@pytest.mark.parametrize(
    ("path", "case", "kazakh", "russian"),
    [
        (((P, "6"),), "itself", "6-тармақ", "пункт 6"),
        (((P, "6"),), "in", "6-тармақта", "в пункте 6"),
        (((P, "12"), (S, "7")), "itself", "12-тармақтың 7) тармақшасы", "подпункт 7) пункта 12"),
        (((P, "12"), (S, "7")), "in", "12-тармақтың 7) тармақшасында", "в подпункте 7) пункта 12"),
        (((A, "139"), (P, "2")), "itself", "139-баптың 2-тармағы", "пункт 2 статьи 139"),
        (
            ((A, "5"), (P, "2"), (S, "1")),
            "in",
            "5-баптың 2-тармағының 1) тармақшасында",
            "в подпункте 1) пункта 2 статьи 5",
        ),
        (((A, "139"),), "itself", "139-бап", "статью 139"),
    ],
)
def test_a_unit_is_named_in_the_case_that_is_asked_for(
    path: tuple[Unit, ...], case: str, kazakh: str, russian: str
) -> None:
    assert (name_path(path, case, "kk"), name_path(path, case, "ru")) == (kazakh, russian)


def test_a_unit_in_new_wording() -> None:
    proposal = propose(Action.REPLACE, (P, "6"), after="6. Комиссия:\n1) бір;\n2) екі.")
    assert write(proposal, "kk") == ["6-тармақ мынадай редакцияда жазылсын:", "«6. Комиссия:", "1) бір;", "2) екі.»"]
    assert write(proposal, "ru")[0] == "пункт 6 изложить в следующей редакции:"


def test_a_unit_that_was_not_there() -> None:
    point = propose(Action.INSERT, (P, "6-1"), after="6-1. Жаңа.")
    assert write(point, "kk") == ["мынадай мазмұндағы 6-1-тармақпен толықтырылсын:", "«6-1. Жаңа.»"]
    assert write(point, "ru")[0] == "дополнить пунктом 6-1 следующего содержания:"
    within = propose(Action.INSERT, (A, "5"), (P, "2-1"), after="2-1. Жаңа.")
    assert write(within, "kk")[0] == "5-бап мынадай мазмұндағы 2-1-тармақпен толықтырылсын:"
    assert write(within, "ru")[0] == "статью 5 дополнить пунктом 2-1 следующего содержания:"


def test_single_words_change_and_go() -> None:
    change = propose(Action.CHANGE, (P, "4"), old="құқылы", new="міндетті")
    assert write(change, "kk") == ["4-тармақта «құқылы» деген сөз «міндетті» деген сөзбен ауыстырылсын"]
    change = propose(Action.CHANGE, (P, "4"), old="разумный срок", new="пять рабочих дней", sure=False)
    assert write(change, "ru") == ["в пункте 4 слова «разумный срок» заменить словами «пять рабочих дней»"]
    ((told,),) = write_commands(change, "ru")
    assert [run.text for run in told if run.mark] == ["пять рабочих дней"]
    gone = propose(Action.CHANGE, (P, "4"), (S, "2"), old="как правило")
    assert write(gone, "ru") == ["в подпункте 2) пункта 4 слова «как правило» исключить"]
    assert write(gone, "kk") == ["4-тармақтың 2) тармақшасында «как правило» деген сөздер алып тасталсын"]


def change(*path: Unit, told: Change) -> Proposal:
    return Proposal(Action.CHANGE, "pt", tuple(path), (Piece("…"),), (Piece("…"),), (), changes=(told,))


@pytest.mark.parametrize(
    ("told", "kazakh", "russian"),
    [
        (
            WordChange("он", (Piece("бес"),), within=((IND, "2"),)),
            "10-баптың 3-тармағының екінші абзацында «он» деген сөз «бес» деген сөзбен ауыстырылсын",
            "в абзаце втором пункта 3 статьи 10 слово «он» заменить словом «бес»",
        ),
        (
            WordChange("10", (Piece("15"),), within=((PART, "3"), (IND, "1"))),
            "10-баптың 3-тармағының үшінші бөлігінің бірінші абзацында «10» деген цифрлар «15» деген цифрлармен ауыстырылсын",
            "в абзаце первом части третьей пункта 3 статьи 10 цифры «10» заменить цифрами «15»",
        ),
        (
            WordChange("сессия", (Piece("күз мезгілінде"),), after=True),
            "10-баптың 3-тармағында «сессия» деген сөзден кейін «күз мезгілінде» деген сөздермен толықтырылсын",
            "в пункте 3 статьи 10 после слова «сессия» дополнить словами «күз мезгілінде»",
        ),
        (
            PartChange(((PART, "2"),), (Piece("Жаңа."),)),
            "10-баптың 3-тармағының екінші бөлігі мынадай редакцияда жазылсын: «Жаңа.»",
            "часть вторую пункта 3 статьи 10 изложить в следующей редакции: «Жаңа.»",
        ),
        (
            PartChange(((PART, "4"),), (Piece("Жаңа."),), behind=True),
            "10-баптың 3-тармағы мынадай мазмұндағы төртінші бөлікпен толықтырылсын: «Жаңа.»",
            "пункт 3 статьи 10 дополнить частью четвертой следующего содержания: «Жаңа.»",
        ),
    ],
)  # fmt: skip
def test_the_least_that_changes_is_told(told: Change, kazakh: str, russian: str) -> None:
    proposal = change((A, "10"), (P, "3"), told=told)
    assert " ".join(write(proposal, "kk")) == kazakh
    assert " ".join(write(proposal, "ru")) == russian


def test_an_article_named_before_is_not_named_again() -> None:
    proposal = change((A, "10"), (P, "3"), told=WordChange("құқылы", (Piece("міндетті"),)))
    assert name_scene(proposal.path[:1], "kk") == "10-бапта:" and name_scene(proposal.path[:1], "ru") == "в статье 10:"
    ((told,),) = write_commands(proposal, "ru", scene=1)
    assert words_of(told) == "в пункте 3 слово «құқылы» заменить словом «міндетті»"


def test_a_unit_goes_whole() -> None:
    proposal = propose(Action.DELETE, (P, "3"), (S, "3"))
    assert write(proposal, "kk") == ["3-тармақтың 3) тармақшасы алып тасталсын"]
    assert write(proposal, "ru") == ["подпункт 3) пункта 3 исключить"]


@pytest.mark.parametrize(
    ("title", "inside", "into"),
    [
        ("конкурс өткізу қағидалары", "конкурс өткізу қағидаларында", "конкурс өткізу қағидаларына"),
        ("диссертациялық кеңес туралы үлгі ереже", "диссертациялық кеңес туралы үлгі ережеде", "диссертациялық кеңес туралы үлгі ережеге"),
        ("орын бөлу тәртібі", "орын бөлу тәртібінде", "орын бөлу тәртібіне"),
        ("мектеп жарғысы", "мектеп жарғысында", "мектеп жарғысына"),
        ("қызмет стандарт", "қызмет стандартта", "қызмет стандартқа"),
    ],
)  # fmt: skip
def test_a_kazakh_title_takes_the_ending_that_its_vowels_ask_for(title: str, inside: str, into: str) -> None:
    assert (put_locative(title), put_into(title, "kk")) == (inside, into)


def test_the_approved_text_is_named_as_a_scene() -> None:
    assert (
        name_approved("Орын бөлу қағидалары", "order", "kk")
        == "көрсетілген бұйрықпен бекітілген Орын бөлу қағидаларында:"
    )
    assert name_approved("Инструкция по учёту", "resolution", "ru") == (
        "в Инструкции по учёту, утвержденной указанным постановлением:"
    )
    assert "[[" in name_approved(None, "order", "kk")


def test_an_order_that_approves_rules_is_called_so() -> None:
    assert name_adopting("Орын бөлу қағидалары", "kk") == "Орын бөлу қағидаларын бекіту туралы"
    assert name_adopting("Правила выбора столовой", "ru") == "Об утверждении Правил выбора столовой"
    assert name_adopting("Об утверждении Правил", "ru") == "Об утверждении Правил"
