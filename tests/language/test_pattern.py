"""Patterns of rules: what a lawyer writes and what it finds in folded text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarapshy.language.pattern import Pattern, PatternError, compile_pattern, pack_anchors
from sarapshy.language.words import MATCHERS, Matcher, Matchers, Words, _spell_prefixes, _spell_rest, read_matcher

FOUND = [
    ("kk", "тәртіп+ins", "белгіленген тәртіппен жүреді", ["тәртіппен"]),
    ("kk", "белгілен+participle тәртіп+ins", "заңда белгіленетін тәртіппен және белгіленген тәртібімен", ["белгіленетін тәртіппен", "белгіленген тәртібімен"]),
    ("kk", "құқық+noun бар", "комиссияның құқығы бар", ["құқығы бар"]),
    ("kk", "қара+affirmed", "кеңес қарайды, өтініш қаралады, бірақ қарамайды", ["қарайды", "қаралады"]),
    ("kk", "комиссия+noun <3> құр+present", "комиссиясы басшының бұйрығымен құрылады", ["комиссиясы басшының бұйрығымен құрылады"]),
    ("kk", "[өз] қалау+noun бойынша", "өз қалауы бойынша, қалауы бойынша", ["өз қалауы бойынша", "қалауы бойынша"]),
    ("kk", "бөлік+noun", "екінші бөлігі, бөліктер", ["бөлігі", "бөліктер"]),
    ("ru", "установленн~ порядк~", "в установленном порядке", ["установленном порядке"]),
    ("ru", "вправе", "орган вправе, повправел", ["вправе"]),
    ("ru", "(иные|другие) документ~", "и другие документы, иные документами", ["другие документы", "иные документами"]),
    ("ru", "не менее # (человек|член~)", "не менее 5 человек и не менее 7 членов", ["не менее 5 человек", "не менее 7 членов"]),
    ("ru", "рассматрива+third", "рассматривает, рассматриваются, рассматриваемый", ["рассматривает", "рассматриваются"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "text", "words"), FOUND)
def test_a_pattern_finds_the_forms_and_nothing_else(language: str, source: str, text: str, words: list[str]) -> None:
    pattern = compile_pattern(source, language)
    assert [text[a:b] for a, b in pattern.find(text)] == words


@pytest.mark.parametrize(("language", "source", "text", "words"), FOUND)
def test_every_match_holds_a_word_of_each_anchor(language: str, source: str, text: str, words: list[str]) -> None:
    read, pattern = Words(text), compile_pattern(source, language)
    assert all(len(read.places_of(anchor)) >= len(words) for anchor in pattern.anchors)
    assert pattern.may_stand(text.__contains__) and not pattern.may_stand("".__contains__)
    assert read.may_hold(pattern.anchors) and not Words("мәтін, текст").may_hold(pattern.anchors)


@pytest.mark.parametrize(("language", "source", "text", "words"), FOUND)
def test_what_is_kept_of_a_pattern_sets_no_text_aside_that_it_finds(
    monkeypatch: pytest.MonkeyPatch, language: str, source: str, text: str, words: list[str]
) -> None:
    read = compile_pattern(source, language)
    packed = pack_anchors([read])
    monkeypatch.setattr("sarapshy.language.pattern.read_anchors", lambda: packed)
    told = Pattern(source, language)
    assert told.anchors == read.anchors and told.openings == read.openings
    assert "items" not in vars(told)
    assert all(any(Words(text).begin_with(opening) for opening in kept) for kept in told.openings)


def test_a_pattern_is_not_read_for_a_text_that_lacks_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "[тез] (арада|кідіріс~) шақыр+verb"
    packed = pack_anchors([Pattern(source, "kk")])
    monkeypatch.setattr("sarapshy.language.pattern.read_anchors", lambda: packed)
    pattern = Pattern(source, "kk")
    assert pattern.openings == (("арада", "кідіріс"), ("шақыр",))
    assert not pattern.may_stand("комиссия шақырады".__contains__) and not pattern.may_match(Words("комиссия шақырады"))
    assert "items" not in vars(pattern)
    assert pattern.may_match(Words("кідіріссіз шақырады")) and "items" not in vars(pattern)
    assert [*pattern.find("кідіріссіз шақырады")] == [(0, 19)]


def test_of_several_words_the_longest_tells_where_an_alternative_may_stand() -> None:
    pattern = compile_pattern("(жыл сайын|ай өткен соң)", "kk")
    assert [group.openings for group in pattern.anchors] == [("сайын", "өткен")]
    assert not pattern.may_stand("2024 жылдың бюджеті".__contains__)


def test_a_pattern_read_after_the_words_of_a_text_is_found_all_the_same() -> None:
    words, known = Words("бұлдыр көкжиек"), compile_pattern("комиссия", "kk")
    assert not words.may_hold(known.anchors)
    assert words.may_hold(compile_pattern("көкжиек+noun бұлдыр", "kk").anchors)
    assert not words.may_hold(compile_pattern("көкжиек+noun айқын", "kk").anchors)
    assert not words.may_hold(known.anchors)


def test_a_hyphen_divides_words_in_texts_and_in_patterns() -> None:
    assert list(compile_pattern("тармақ+noun", "kk").find("осы 12-тармағына сәйкес"))
    assert list(compile_pattern("ата-ана+noun", "kk").find("ата-аналардың өтініші"))


def test_the_full_stop_of_an_abbreviation_parts_nothing() -> None:
    assert list(compile_pattern("және т.б.", "kk").find("анықтама және т.б. құжат"))
    assert not list(compile_pattern("құжат анықтама", "kk").find("құжат. анықтама"))


@pytest.mark.parametrize("text", ["поможет", "сможет решить", "неправе"])
def test_a_word_is_not_found_inside_another(text: str) -> None:
    assert not list(compile_pattern("может", "ru").find(text))


def test_a_gap_does_not_cross_a_full_stop_or_a_semicolon() -> None:
    pattern = compile_pattern("комиссия <5> қарайды", "kk")
    assert not list(pattern.find("комиссия құрылды; кеңес қарайды"))
    assert list(pattern.find("комиссия өтінішті үш күнде қарайды"))


def test_patterns_are_folded_as_texts_are() -> None:
    assert list(compile_pattern("Ё «слово»", "ru").find('е "слово"'))


@pytest.mark.parametrize(
    ("source", "reason"),
    [("тәртіп+аспап", "аспап"), ("(а|б", "missing"), ("а б)", "unexpected"), ("<3>", "no word"), ("@nobody", "nobody")],
)
def test_a_pattern_that_cannot_be_read_says_why(source: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        compile_pattern(source, "kk")


@given(
    st.lists(st.sampled_from(["комиссия", "комиссияның", "тәртіп", "тәртібі", "порядке", "12", "вправе"]), max_size=12)
)
def test_a_word_of_a_pattern_read_late_stands_where_an_early_one_does(texts: list[str]) -> None:
    """A rule is read when it is first asked of; by then the words of an act stand under the matchers read before."""
    words = Words(" ".join(texts))
    for early in map(read_matcher, ("комисс~", "комиссия+noun", "тәртіп+noun", "~ядке", "#", "вправе")):
        late = replace(early, number=MATCHERS.count)
        assert words.places(late) == words.places(early)


@pytest.mark.parametrize("source", ["қойнауқатт~", "қо~", "~уқаттың", "~науқатт~", "қойнауқат+ins", "қойнауқаттың"])
def test_a_word_asked_of_before_a_matcher_was_made_is_asked_of_it_too(source: str) -> None:
    matchers = Matchers()
    words = ("қойнауқаттың", "қойнауқатпен", "комиссия")
    before = {word: matchers.of(word) for word in words}
    matcher = Matcher(source, _spell_prefixes(source), _spell_rest(source), matchers.count)
    matchers.add(matcher)
    assert not any(before.values())
    assert (
        {word for word in words if matcher in matchers.of(word)}
        == {word for word in words if matcher.fits_anew(word)}
        != set()
    )
