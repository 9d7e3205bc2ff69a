"""A whole act through all detectors: findings stand in the text, once each, in an order that does not change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.language.pattern import compile_pattern

KAZAKH = """1. Осы Қағидалар грант беру тәртібін айқындайды.
2. Өтінімдерді қарау үшін басқарма жанынан комиссия құрылады. Комиссия құрамына басқарма қызметкерлері кіреді.
3. Комиссия үміткерлермен әңгімелесу өткізеді және шешімді көпшілік дауыспен қабылдайды.
4. Басқарма өтініш берушіні нәтиже туралы хабардар етеді.
5. Құжаттар осы Қағидалардың 19-тармағына сәйкес қайтарылады."""
RUSSIAN = """1. Настоящие Правила определяют порядок предоставления гранта.
2. Для рассмотрения заявок при управлении создаётся комиссия. В состав комиссии входят сотрудники управления.
3. Комиссия проводит собеседование с кандидатами и принимает решение большинством голосов.
4. Управление уведомляет заявителя о результате.
5. Документы возвращаются согласно пункту 19 настоящих Правил."""


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN], ids=["kk", "ru"])
def test_the_same_defects_are_found_in_both_languages(text: str) -> None:
    found = {(finding.code, finding.slot) for finding in detect(build_act(text, "act.txt"))}
    assert {("D1a", None), ("N4", None), ("P4", "quorum"), ("P4", "recusal"), ("P4", "interview")} <= found


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN], ids=["kk", "ru"])
def test_quotes_are_the_exact_words_of_the_act(text: str) -> None:
    for finding in detect(build_act(text, "act.txt")):
        assert finding.quote is None or finding.quote == text[finding.start : finding.end]


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN], ids=["kk", "ru"])
def test_ranks_run_from_one_and_ids_are_unique(text: str) -> None:
    found = detect(build_act(text, "act.txt"))
    assert [finding.rank for finding in found] == list(range(1, len(found) + 1))
    assert len({finding.id for finding in found}) == len(found)


def test_an_edit_elsewhere_keeps_the_ids() -> None:
    before = {f.id for f in detect(build_act(KAZAKH, "act.txt")) if f.clause and f.clause.number == "4"}
    after = {f.id for f in detect(build_act(KAZAKH + "\n6. Есеп беріледі.", "act.txt"))}
    assert before and before <= after


def test_a_latin_i_hides_nothing() -> None:
    plain = {(f.code, f.slot, f.clause and f.clause.number) for f in detect(build_act(KAZAKH, "act.txt"))}
    mixed = {
        (f.code, f.slot, f.clause and f.clause.number) for f in detect(build_act(KAZAKH.replace("і", "i"), "act.txt"))
    }
    assert plain == mixed


def test_offsets_hold_where_soft_hyphens_are_dropped() -> None:
    text = KAZAKH.replace("комиссия", "ко\u00adмис\u00adсия")
    found = detect(build_act(text, "act.txt"))
    assert found
    assert all(f.quote is None or f.quote == text[f.start : f.end] for f in found)


def test_a_budget_has_no_findings() -> None:
    text = "2026 жылға арналған бюджет туралы\n1. Бюджет бекітілсін.\n2. Сайлау өткізу – 700 мың теңге.\n3. Комиссия құрылады."
    assert detect(build_act(text, "budget.txt", title="2026 жылға арналған бюджет туралы")) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*KAZAKH.split("\n"), *RUSSIAN.split("\n"), "«", "\u00ad", "1)", "İ", ""]), max_size=12)
)
def test_any_shuffle_of_lines_gives_findings_that_stand_in_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    for finding in detect(build_act(text, "act.txt")):
        assert finding.quote is None or finding.quote == text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text",
    [
        "5. Комиссия «Ерекше жағдайларда жәрдем беру туралы» бағдарламаны оқып шығады.",
        "5. Комиссия читает брошюру «О помощи в исключительных случаях» перед занятием.",
    ],
    ids=["kk", "ru"],
)
def test_words_of_a_title_in_quotation_marks_are_no_norm(text: str) -> None:
    assert "D3" not in {finding.code for finding in detect(build_act(text, "act.txt"))}


@pytest.mark.parametrize(("title", "found"), [("Санитарные правила для складов", False), ("Правила отбора", True)])
def test_a_loose_word_in_a_technical_norm_is_let_be(title: str, found: bool) -> None:
    text = f"{title}\n1. Хранение.\n2. Работы ведутся с учетом расположения ворот и прочих устройств."
    rules = [rule for rule in read_rules() if rule.code in ("T1-account", "T3-general")]
    assert bool(detect(build_act(text, "act.txt"), rules)) == found


COMPOUNDS = {
    "ru": (
        "3. Управление {} рассматривает заявление гражданина.",
        "оперативно",
        "после оперативно-розыскных мероприятий",
    ),
    "kk": ("3. Басқарма азаматтың өтінішін {} қарайды.", "шұғыл", "шұғыл-тергеу тобымен бірге"),
}


@pytest.mark.parametrize("language", COMPOUNDS)
def test_a_part_of_a_compound_is_not_the_word(language: str) -> None:
    text, word, compound = COMPOUNDS[language]
    rules = [rule for rule in read_rules() if rule.code == "D1a-elastic"]
    assert detect(build_act(text.format(word), "act.txt"), rules)
    assert detect(build_act(text.format(compound), "act.txt"), rules) == []


def test_a_compound_of_the_pattern_itself_is_found() -> None:
    pattern = compile_pattern("интернет-ресурс <3> сайт", "ru")
    assert not pattern.wants_whole("интернет", "ресурс")
    assert compile_pattern("оперативно <2> сайт", "ru").wants_whole("оперативно", "розыскную")


CONTEST = (
    "1. Осы Әдебиет конкурсын өткізу қағидалары (бұдан әрі – Қағидалар) жас ақынды іріктеу тәртібін анықтайды.\n"
    "2. Қатысушы басқармаға өлеңдерін тапсырады.\n3. Басқарма {} хабарлама жібереді.\n"
)


def test_rules_named_by_their_contest_must_provide_for_its_announcement() -> None:
    rules = [rule for rule in read_rules() if rule.code == "P9-notice"]
    assert detect(build_act(CONTEST.format("мектептерге"), "act.txt"), rules)
    assert detect(build_act(CONTEST.format("өзінің сайтына уақыты мен орны туралы"), "act.txt"), rules) == []
