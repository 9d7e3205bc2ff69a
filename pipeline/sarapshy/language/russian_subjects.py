"""The subject of a Russian verb.

Words stand freely («Решение принимает комиссия»), so the clause decides: the actor in the nominative nearest to the
verb between the same commas; in the passive the one in the instrumental («рассматривается комиссией»); after
«запрещается» and the like the one in the dative. «Комиссия, если заявитель не явился, вправе …»: what stands in a
clause of its own is passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sarapshy.language.actors import (
    SENTENCES,
    Actor,
    ActorKind,
    Mention,
    find_phrases,
    hide_titles,
    index_phrases,
    read_actors,
)
from sarapshy.language.lexicon import read_lexicon

_WORD = re.compile(r"[\w-]+")
_LAST_WORD = re.compile(r"([\w-]+)\s*\Z")
_SEGMENT = re.compile(r"(?:[^,;: ]| (?!- ))+")
_ADJECTIVE = re.compile(
    r"\w{2,}(?:[ыи]й|ой|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[ыи]ми|[ую]ю|ей|щийся|щаяся|щееся|щиеся)\Z"
)
_LEMMA_ADJECTIVE = re.compile(r"\w{2,}(?:[ыи]й|ой|[ая]я|[ое]е)\Z")
_REFLEXIVE = re.compile(r"\w{3,}(?:тся|лся|лась|лось|лись|ться)\Z")
_SHORT_PARTICIPLE = re.compile(r"\w{3,}[аяе]н[аоы]?\Z")
_PARTICIPLE = re.compile(r"\w{4,}(?:нн|м|щ|вш)(?:ом|ем)\Z")
_AGREES = re.compile(r"(?:[ыи]ми?|[ое]й|[ое]ю|ш[ие]м)\Z")  # of an adjective of a noun in the instrumental
_OF_ONE = re.compile(r", (?:не )?\w+(?:щ|вш|нн|м)(?:его|ей|ого|ой)(?!\w)")  # «лица, исполняющего …»
_VERBAL_NOUN = re.compile(r"\w{3,}[нт](?:и[еяюи]|ием|ий|иям|иями|иях)\Z")
_NEAR = 40  # characters within which a verb belongs to the place asked about
_WORD_AT_MOST = 60  # characters of a word with the signs before it
AFTER_NOUN = "after noun"  # the case of what may be a genitive and stands after a noun
DEEPEST = 7  # words of a clause among which its «которого» stands
_CLOSE = 20  # characters between «лицо …» and «, которое»


_BRACKETS = re.compile(r"\([^()]*\)")
_OBLIQUE = re.compile(r"\w+(?:ого|его|ой|ей)\s")  # «должностного лица», unlike «должностные лица»


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    subordinate: str | None  # the word that opens it: «если», «которая»


def find_subject(sentence: str, upto: int | None = None) -> Actor | None:
    mentions, segments = _read_sentence(sentence)
    own = _own_segment(segments, upto)
    if own is None:
        return None
    place = own.start if upto is None else upto
    mentions = _beside(sentence, mentions, place)
    within = _within(mentions, own)
    passive = _is_passive(sentence, own, place)
    if passive and (agent := _nearest(within, place, ("ins",))):
        return agent
    named = _nearest(within, place, ("nom",)) or _antecedent(mentions, own)
    if named is None and not passive and own.subordinate in _grammar()["acting"]:
        return None  # «орган заводит карту, которая передаёт код»: a thing does it; «акт, который направляет …» may be done to
    return (
        named
        or _to_whom(sentence, within, own, place)
        or _several(sentence, within, place)
        or (_from_before(sentence, mentions, segments, own, "ins") if passive else None)
        or _from_before(sentence, mentions, segments, own)
        or (_from_after(mentions, segments, own) if own.subordinate else None)
    )


@lru_cache(maxsize=SENTENCES)
def _read_sentence(sentence: str) -> tuple[list[Mention], list[_Segment]]:
    """Who is named free of a preposition, and the clauses."""
    return [m for m in find_mentions(sentence) if not _is_attached(sentence, m)], _find_segments(sentence)


def _beside(sentence: str, mentions: list[Mention], place: int) -> list[Mention]:
    """«Обучающиеся вузов (далее - вуз) могут …»: who is named in brackets acts in them only."""
    brackets = [m.span() for m in _BRACKETS.finditer(sentence) if not m.start() <= place < m.end()]
    return [m for m in mentions if not any(a < m.actor.start < b for a, b in brackets)] if brackets else mentions


def _within(mentions: list[Mention], segment: _Segment) -> list[Mention]:
    first, last = (bisect_left(mentions, at, key=lambda m: m.actor.start) for at in (segment.start, segment.end))
    return mentions[first:last]


def _own_segment(segments: list[_Segment], upto: int | None) -> _Segment | None:
    if upto is None:
        return next((s for s in segments if not s.subordinate), segments[0] if segments else None)
    return next((s for s in reversed(segments) if s.start <= upto), segments[0] if segments else None)


def _nearest(mentions: list[Mention], place: int, cases: tuple[str, ...]) -> Actor | None:
    """The last before the place, or else the first after it."""
    fitting = [m.actor for m in mentions if m.case in cases]
    before = [actor for actor in fitting if actor.start < place]
    return before[-1] if before else next(iter(fitting), None)


def _several(sentence: str, within: list[Mention], place: int) -> Actor | None:
    """«Для участия в конкурсе организации представляют …»: a plural verb asks for the nominative, though a noun stands
    before it."""
    verb = _WORD.match(sentence, place)
    if verb is None or not verb.group().endswith(_grammar_list("plural")):
        return None
    alike = [m.actor for m in within if m.actor.start < place and (m.case == AFTER_NOUN or _may_be_several(m))]
    before = [actor for actor in alike if not _is_governed(sentence, actor.start)]
    return before[-1] if before else None


def _may_be_several(mention: Mention) -> bool:
    """«организации» is a dative and a plural."""
    return mention.case == "dat" and mention.actor.text.split()[0].endswith("ии")


def _antecedent(mentions: list[Mention], own: _Segment) -> Actor | None:
    """«лицо, которое вправе»: the one named before the comma."""
    if own.subordinate is None or own.subordinate not in _grammar()["relative"]:
        return None
    before = [m.actor for m in mentions if m.actor.start < own.start <= m.actor.end + _CLOSE]
    return before[-1] if before else None


def _to_whom(sentence: str, within: list[Mention], own: _Segment, place: int) -> Actor | None:
    words = set(_WORD.findall(sentence, own.start, own.end))
    return _nearest(within, place, ("dat",)) if words & _grammar()["to_whom"] else None


def _from_before(
    sentence: str, mentions: list[Mention], segments: list[_Segment], own: _Segment, case: str = "nom"
) -> Actor | None:
    """«Комиссия рассматривает документы, при необходимости запрашивает …»: the subject goes on; so does who acts in
    «Комиссией, состав которой утверждён, рассматриваются …»."""
    for segment in reversed([s for s in segments if s.start < own.start and not s.subordinate]):
        if case == "ins" and _is_participle_phrase(sentence, segment):
            continue
        if found := _nearest(_within(mentions, segment), segment.start, (case,)):
            return found
    return None


def _is_participle_phrase(sentence: str, segment: _Segment) -> bool:
    """«отчёт о проверке, проведённой комиссией и советом, направляется»: they held the check and need not send."""
    first = _WORD.search(sentence, segment.start, segment.end)
    return first is not None and sentence.endswith(",", 0, segment.start) and _is_participle(first.group())


def _from_after(mentions: list[Mention], segments: list[_Segment], own: _Segment) -> Actor | None:
    """«Если необходимо, комиссия …»."""
    after = [s for s in segments if s.start > own.start and not s.subordinate]
    return next((m.actor for s in after for m in _within(mentions, s) if m.case == "nom"), None)


def _find_segments(sentence: str) -> list[_Segment]:
    grammar = _grammar()
    segments = []
    for match in _SEGMENT.finditer(sentence):
        words = _WORD.findall(match.group())[:DEEPEST]
        opening = [word for word in words[:3] if word in grammar["subordinate"]]
        opening += [word for word in words[3:] if word in grammar["which"]]  # «в ведомстве и ведении которого»
        segments.append(_Segment(match.start(), match.end(), opening[0] if opening else None))
    return segments


def _is_passive(sentence: str, segment: _Segment, place: int) -> bool:
    """Whether a passive verb stands by the place: «рассматривается», «принято»."""
    near = _WORD.findall(sentence[max(segment.start, place - _NEAR) : min(segment.end, place + _NEAR)])
    middle = _grammar_list("middle")
    return any((_REFLEXIVE.match(word) and not word.startswith(middle)) or _is_short_participle(word) for word in near)


def _is_short_participle(word: str) -> bool:
    from sarapshy.language.russian import part_of_speech

    if word.rstrip("аоы") in _grammar()["participles"]:
        return True
    return _SHORT_PARTICIPLE.match(word) is not None and part_of_speech(word) == "PRTS"


def _is_attached(sentence: str, mention: Mention) -> bool:
    """Whether a preposition («в орган», «с работником»), a verbal noun or a participle holds the noun."""
    if mention.case not in ("nom", "ins"):
        return False
    if mention.case == "ins" and _is_of_noun(sentence, mention.actor):
        return True
    return _is_governed(sentence, mention.actor.start)


def _is_of_noun(sentence: str, actor: Actor) -> bool:
    """«рассмотрение комиссией», «в порядке, определяемом комиссией», unlike «рассматривается приемной комиссией» and
    «по итогам рассмотрения комиссией принимается решение»."""
    at = actor.start
    for word in reversed(_words_before(sentence, at, 4)):
        follows, at = at, sentence.rfind(word, 0, at)
        if "," in sentence[at:follows]:  # «по решению, принятому комиссией, управлением издается приказ»
            return False
        if _VERBAL_NOUN.match(word):
            after = _WORD.search(sentence, actor.end)
            return after is None or not _REFLEXIVE.match(after.group())
        if not _ADJECTIVE.match(word) and not _PARTICIPLE.match(word):
            return False
        if not _AGREES.search(word) or (sentence.endswith(", ", 0, at) and _is_participle(word)):
            return True
    return False


def _is_participle(word: str) -> bool:
    from sarapshy.language.russian import part_of_speech

    return part_of_speech(word) == "PRTF"


def _is_governed(sentence: str, start: int) -> bool:
    """Whether a preposition stands before the noun and its adjectives: «в уполномоченный орган»."""
    for word in reversed(_words_before(sentence, start, 6)):
        if word in _grammar()["prepositions"]:
            return sentence.rfind(",", 0, start) < sentence.rfind(word, 0, start)
        if not _ADJECTIVE.match(word):
            return False
    return False


def _words_before(sentence: str, start: int, count: int) -> list[str]:
    return _WORD.findall(sentence, max(0, start - count * _WORD_AT_MOST), start)[-count:]


@lru_cache(maxsize=SENTENCES)
def find_mentions(sentence: str) -> list[Mention]:
    mentions = []
    for match, phrase in find_phrases(hide_titles(sentence, _grammar()["titles"]), _index_actors()):
        actor = Actor(phrase.kind, match.group(), *match.span())
        case = phrase.case_of(match.group())
        if case == "doubtful" and _OBLIQUE.match(match.group()):
            case = "other"
        if case == "doubtful":
            of_one = _OF_ONE.match(sentence, match.end()) is not None
            after_noun = not of_one and _follows_noun(sentence, match.start())
            case = "other" if of_one else AFTER_NOUN if after_noun else "nom"
        mentions.append(Mention(actor, case))
    return mentions


def _follows_noun(sentence: str, start: int) -> bool:
    """«решение комиссии» is a genitive, «Комиссии рассматривают» a nominative."""
    from sarapshy.language.russian import part_of_speech

    before = _LAST_WORD.search(sentence, max(0, start - _WORD_AT_MOST), start)
    if before is None:
        return False
    word = before.group(1)
    if word in _grammar()["prepositions"] or word.endswith(("ого", "его", "ой", "ей")):
        return True
    return part_of_speech(word) in ("NOUN", "VERB", "INFN", "PRTS", "GRND")


@dataclass(frozen=True)
class _Phrase:
    """«член комиссии»: adjectives, a head that inflects, and words that do not."""

    kind: ActorKind
    adjectives: int
    stem: str
    declension: dict[str, Any]

    def case_of(self, text: str) -> str:
        ending = text.split()[self.adjectives][len(self.stem) :]
        names = {"nominative": "nom", "instrumental": "ins", "dative": "dat", "doubtful": "doubtful"}
        return next((case for name, case in names.items() if ending in self.declension[name]), "other")


@cache
def _index_actors() -> dict[str, list[tuple[str, str, _Phrase]]]:
    return index_phrases(_read_phrase(phrase, kind) for phrase, kind in read_actors("ru"))


def _read_phrase(phrase: str, kind: ActorKind) -> tuple[str, str, str, _Phrase]:
    words = phrase.split()
    at = next(i for i, w in enumerate(words) if i == len(words) - 1 or not _LEMMA_ADJECTIVE.match(w))
    declension = next(d for d in read_lexicon("actors")["russian"]["declension"] if words[at].endswith(d["ending"]))
    stem = words[at].removesuffix(declension["ending"])
    forms = {form for name, endings in declension.items() if name != "ending" for form in endings}
    head = re.escape(stem) + f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})" + r"(?![\w-])"
    adjectives = [re.escape(word[:-2]) + r"\w+" for word in words[:at]]
    expression = r"\s+".join([*adjectives, head, *map(re.escape, words[at + 1 :])])
    return phrase, words[0][:-2] if at else stem, expression, _Phrase(kind, at, stem, declension)


@cache
def _grammar() -> dict[str, frozenset[str]]:
    lexicon = read_lexicon("actors")["russian"]
    return {name: frozenset(words) for name, words in lexicon.items() if name != "declension"}


@cache
def _grammar_list(name: str) -> tuple[str, ...]:
    return tuple(read_lexicon("actors")["russian"][name])
