"""Two editions are compared clause by clause, word by word, and by their findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarapshy.acts.model import Act
from sarapshy.acts.readers import discover
from sarapshy.acts.reading import build_act, read_act
from sarapshy.detect.build import make_act_ref
from sarapshy.editions.diff import Comparison, Fate, Outcome, compare, compare_words
from sarapshy.findings.model import ClauseRef, Finding

OLD = {
    "kk": "Сыйлық беру қағидалары\n\n1. Осы Қағидалар сыйлық беру тәртібін айқындайды.\n\n"
    "2. Кеңес өтінішті үш күнде қарайды және шешім шығарады.\n\n3. Шешім сайтта жарияланады.\n\n"
    "4. Шешімге шағым соттың талқылауына беріледі.\n",
    "ru": "Правила вручения премии\n\n1. Настоящие Правила определяют порядок вручения премии.\n\n"
    "2. Совет рассматривает заявление в три дня и выносит решение.\n\n3. Решение публикуется на сайте.\n\n"
    "4. Жалоба на решение подается в суд.\n",
}
NEW = {
    "kk": "Сыйлық беру қағидалары\n\n1. Осы Қағидалар сыйлық беру тәртібін айқындайды.\n\n"
    "2. Кеңес құжаттың толықтығын тексереді.\n\n3. Кеңес өтінішті бес күнде қарайды және шешім шығарады.\n\n"
    "4. Шешімге шағым соттың талқылауына беріледі.\n",
    "ru": "Правила вручения премии\n\n1. Настоящие Правила определяют порядок вручения премии.\n\n"
    "2. Секретарь проверяет полноту документов.\n\n3. Совет рассматривает заявление в пять дней и выносит решение.\n\n"
    "4. Жалоба на решение подается в суд.\n",
}


def build(text: str, name: str = "rules.txt") -> Act:
    return build_act(text, name)


def fates(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    numbered = [c for c in comparison.clauses if (c.first or c.second) and (c.first or c.second).number]  # type: ignore[union-attr]
    return [(str(c.fate), c.first and c.first.number, c.second and c.second.number) for c in numbered]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_clauses_are_partners_by_their_words_and_not_by_their_numbers(language: str) -> None:
    comparison = compare(build(OLD[language]), build(NEW[language]))
    assert sorted(fates(comparison), key=str) == sorted(
        [
            ("same", "1", "1"),
            ("added", None, "2"),
            ("changed", "2", "3"),
            ("removed", "3", None),
            ("same", "4", "4"),
        ],
        key=str,
    )


@pytest.mark.parametrize(("language", "old", "new"), [("kk", "үш", "бес"), ("ru", "три", "пять")])
def test_changed_words_are_marked(language: str, old: str, new: str) -> None:
    comparison = compare(build(OLD[language]), build(NEW[language]))
    (changed,) = [c for c in comparison.clauses if c.fate is Fate.CHANGED]
    removed = "".join(run.text for run in changed.runs if run.fate is Fate.REMOVED)
    added = "".join(run.text for run in changed.runs if run.fate is Fate.ADDED)
    assert old in removed and new in added
    assert new not in removed and old not in added


def test_a_new_number_alone_is_no_change_of_words() -> None:
    old = "1. Бірінші тармақтың мәтіні осындай.\n\n2. Екінші тармақта басқаша айтылған.\n"
    new = "1. Бірінші тармақтың мәтіні осындай.\n\n2. Мүлдем жаңа норма қосылды.\n\n3. Екінші тармақта басқаша айтылған.\n"
    assert ("renumbered", "2", "3") in fates(compare(build(old), build(new)))


def test_quotation_marks_and_latin_letters_make_no_difference() -> None:
    old, new = "1. «Ішкі» тәртіп сақталады.\n", '1. "Iшкi" тәртіп сақталады.\n'
    assert fates(compare(build(old), build(new))) == [("same", "1", "1")]


@pytest.mark.parametrize("text", [*OLD.values(), "", "   \n", "тек мәтін"])
def test_an_act_does_not_differ_from_itself(text: str) -> None:
    assert {c.fate for c in compare(build(text), build(text)).clauses} <= {Fate.SAME}


def test_no_word_of_either_edition_is_left_out() -> None:
    comparison = compare(build(OLD["ru"]), build(NEW["ru"]))
    for side, text in (("first", OLD["ru"]), ("second", NEW["ru"])):
        pieces = [piece for c in comparison.clauses if (piece := getattr(c, side)) is not None]
        words = "".join(piece.text for piece in sorted(pieces, key=lambda piece: piece.start))
        assert "".join(words.split()) == "".join(text.split())


WORDS = st.lists(st.sampled_from(["үш", "күн", "ішінде", "шешім", ",", "суд", "и", "\n"]), max_size=25).map(" ".join)


@given(WORDS, WORDS)
def test_runs_of_words_give_both_texts_back(first: str, second: str) -> None:
    runs = list(compare_words(first, second))
    came = "".join(run.text for run in runs if run.fate is not Fate.REMOVED)
    went = "".join(run.text for run in runs if run.fate is Fate.REMOVED)
    assert came.split() == second.split()
    assert all(word in first.split() for word in went.split())


def make_finding(act: Act, quote: str, rule: str = "D2-01", slot: str | None = None) -> Finding:
    start = act.text.index(quote)
    clause = next(c for c in reversed(act.clauses) if c.start <= start < c.end)
    ref = ClauseRef(clause.id, clause.number, clause.label, "")
    texts = dict.fromkeys(("kk", "ru", "en"), "…")
    end = start + len(quote)
    return Finding(
        "", make_act_ref(act), rule[:2], "term", ref, quote, start, end, "high", 0.9, "rule", rule, texts, texts, texts, slot
    )  # fmt: skip


def outcomes(comparison: Comparison) -> list[tuple[str, str | None]]:
    return [(str(change.outcome), change.finding.quote) for change in comparison.findings]


def test_findings_are_kept_removed_or_brought() -> None:
    old, new = build(OLD["ru"]), build(NEW["ru"])
    first = [
        make_finding(old, "публикуется на сайте"),
        make_finding(old, "в три дня"),
        make_finding(old, "подается в суд"),
    ]
    second = [
        make_finding(new, "полноту документов"),
        make_finding(new, "в пять дней"),
        make_finding(new, "подается в суд"),
    ]
    assert outcomes(compare(old, new, (first, second))) == [
        ("removed", "публикуется на сайте"),
        ("kept", "подается в суд"),
        ("kept", "в пять дней"),
        ("brought", "полноту документов"),
    ]


def test_one_silence_shown_at_another_clause_is_kept() -> None:
    old, new = build(OLD["ru"]), build(NEW["ru"])
    first = [make_finding(old, "Решение публикуется", "P4-01", "quorum")]
    second = [make_finding(new, "Секретарь проверяет", "P4-01", "quorum")]
    assert outcomes(compare(old, new, (first, second))) == [("kept", "Секретарь проверяет")]


def test_two_findings_with_the_same_words_are_two() -> None:
    old, new = build(OLD["ru"]), build(NEW["ru"])
    twice = [make_finding(old, "подается в суд")] * 2
    assert [o for o, _ in outcomes(compare(old, new, (twice, [make_finding(new, "подается в суд")])))] == [
        "removed",
        "kept",
    ]
    assert Outcome.BROUGHT not in [c.outcome for c in compare(old, new, (twice, twice)).findings]


def test_editions_of_order_57_show_the_interview_that_the_commission_arranges_itself(shared: Path) -> None:
    from sarapshy.detect.run import detect

    files = sorted((shared / "data" / "seed_acts").glob("order57_ed_201*"))
    old, new = (read_act(item) for item in discover(files) if not isinstance(item, Exception))
    comparison = compare(old, new, (detect(old), detect(new)))
    found = {
        c.first.number: c
        for c in comparison.clauses
        if c.first and c.first.number and c.first.clause.startswith("act_1__chp_2")
    }  # type: ignore[union-attr]
    assert found["29"].second is not None and found["29"].second.number == "45"
    assert found["32"].fate is Fate.RENUMBERED
    kept = {
        (c.finding.code, c.finding.clause.number)
        for c in comparison.findings
        if c.outcome is Outcome.KEPT and c.finding.clause
    }
    assert ("P5", "48") in kept  # complaints as some law provides
    assert ("K1", None) in kept  # the scale that overlaps
    removed = {c.finding.code for c in comparison.findings if c.outcome is Outcome.REMOVED}
    assert "K1" in removed  # the wrong date in the stamp
