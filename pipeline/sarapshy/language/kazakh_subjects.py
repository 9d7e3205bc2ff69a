"""The subject of a Kazakh verb.

The verb closes its clause and the subject stands before it, often with whole clauses in between: «Комиссия өтініш
беруші ұсынған құжаттарды үш күнде қарайды». Actors in the nominative are put on a stack; the verb of an inner clause
(«ұсынған», «ұсынбаса») takes the last one off, and what is left when the verb asked about comes is its subject.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

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
from sarapshy.language.kazakh import case_of
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.suffixes import harmony_of, spell_stem

_WORD = re.compile(r"[\w-]+")
_FINITE = re.compile(r"(?:[аеий]д[ыі]|(?:[лнт]|[ыеі]р)с[ыі]н)\Z")  # «бекітілсін», unlike «топтамасын»
_INNER = re.compile(r"(?:[ғқ]ан|[гк]ен|[аейи]т[ыі]н)(?:д[ае]|н[ае]н|н[ыі]ң|да[ғ]ы|дег[і])?\Z")
_CONDITION = re.compile(r"с[ае]\Z")
_PASSIVE = re.compile(
    r"(?:[ыі]л|[ыі]н|\w{3}[ае]л|\w{3}[лдт][ае]н)(?:[мбп][ае])?"
    r"(?:[аеий]д[ыі]|с[ыі]н|[ғқ]ан|[гк]ен|[аейи]т[ыі]н|с[ае])"
)
_OWNED = re.compile(r"(?:[аәеуияоөыі]с[ыі]|[бвгғджзйкқлмнңпртфхцчшщ][ыі])(?P<case>н|н[ае]|нд[ае]|н[ае]н|н[ыі]ң|мен)?\Z")
_PARTICIPLE = re.compile(r"(?:[ыі][лн][ае]|й)т[ыі]н\Z")  # «көрсетілетін», unlike «құжатын»
_QUALITY = re.compile(r"[лдт][ыі][ғг][ыі]\Z")  # «басшылығы», unlike «құрамындағы»
_OBLIQUE = re.compile(
    r"(?:н[ыі]ң|[ыі]на|[ыі]не|[дт][ыі]ң|[ыі]нда|[ыі]нде|[ыі]н|лар[ғд]а|лер[гд]е|лард[ыа]н?|лерд[іе]н?|[қғ]а|[кг]е)\Z"
)
_VERBAL_NOUN = re.compile(r"\w{3,}у(?:[дт][ыі]|ға|ге|дан|ден|[ыі]н|[ыі])?\Z")
_BEING = "бол"  # «тарап болуға», «мүше болып»: a predicate
_AGENT = re.compile(r"\w{2,}уш[ыі](?:лары?|лері?)?\Z")


WORDS = 100_000  # remembered: a corpus has the same over and over


@lru_cache(maxsize=SENTENCES)  # asked by steps and by norms of the same verbs
def find_subject(sentence: str, upto: int | None = None) -> Actor | None:
    place = len(sentence) if upto is None else upto
    words, mentions, subjects = _read_sentence(sentence)
    passive = _is_passive(words, place)
    if passive and (agent := _agent_of_passive(sentence, mentions, place)):
        return agent
    waiting = _walk(sentence, words, subjects, place)
    if waiting.stack:
        return waiting.stack[-1]
    after = _subject_after(sentence, words, subjects, place)
    return after or _holder(sentence, mentions, place) or (None if passive else waiting.lost)


@lru_cache(maxsize=SENTENCES)
def _read_sentence(sentence: str) -> tuple[list[re.Match[str]], list[Mention], dict[int, Actor]]:
    """Its words, the actors that it names, and by their places those that may be subjects."""
    words, mentions = list(_WORD.finditer(sentence)), find_mentions(sentence)
    subjects = {m.actor.start: m.actor for m in mentions if m.case == "nom" and _is_subject(sentence, m.actor)}
    subjects |= {a.start: a for a in _other_agents(sentence, words, mentions)}
    return words, mentions, subjects


def _is_object(sentence: str, actor: Actor) -> bool:
    """«ЖОО мамандар даярлауды …»: after a subject, a bare noun right before a verbal noun is its object."""
    following = _WORD.match(sentence, actor.end + 1)
    return following is not None and bool(_VERBAL_NOUN.match(following.group()))


class _Waiting:
    """The subjects that still wait for their verb. Those below ``floor`` have had one and may have another."""

    def __init__(self) -> None:
        self.stack: list[Actor] = []
        self.lost: Actor | None = None  # the last that an inner verb took
        self.floor = 0
        self.condition: int | None = None  # the height of the stack at «егер»

    def turn(self) -> None:
        """«…, ал үміткер …»: those who had a verb have no more."""
        self.stack, self.floor = self.stack[self.floor :], 0

    def take(self, verb: re.Match[str], closes: bool) -> None:
        """An inner verb; ``closes`` where «жағдайда», «кезде» after it ends a clause with a subject of its own."""
        height = len(self.stack)
        if height <= self.floor:
            return
        near = verb.start() - self.stack[-1].end <= 2
        if self.condition is not None and height > self.condition and _CONDITION.search(verb.group()):
            closes, self.condition = True, None
        if height > 1 or near or closes:
            self.lost = self.stack.pop()


def _walk(sentence: str, words: list[re.Match[str]], subjects: dict[int, Actor], place: int) -> _Waiting:
    waiting = _Waiting()
    for match in words:
        if match.start() >= place:
            break
        if actor := subjects.get(match.start()):
            if not (waiting.stack and _is_object(sentence, actor)):
                waiting.stack.append(actor)
        elif role := _role_of(match.group()):
            _play(waiting, sentence, match, role)
    return waiting


def _play(waiting: _Waiting, sentence: str, match: re.Match[str], role: str) -> None:
    if role == "condition":
        waiting.condition = len(waiting.stack)
    elif role == "but":
        waiting.turn()
    elif role != "inner" and _closes(sentence, match):
        waiting.floor = len(waiting.stack)
    elif role == "inner" or _takes_subject(match.group()):
        following = _WORD.search(sentence, match.end())
        waiting.take(match, closes=following is not None and following.group() in _grammar()["when"])


@lru_cache(maxsize=WORDS)
def _role_of(word: str) -> str:
    """What the word may do to the subjects that wait; most words do nothing."""
    grammar = _grammar()
    told = next((role for role in ("condition", "but") if word in grammar[role]), "")
    if told or _is_finite(word) or word in grammar["predicates"]:
        return told or "final"
    return "inner" if _takes_subject(word) else ""


@lru_cache(maxsize=WORDS)
def _takes_subject(word: str) -> bool:
    if word in _grammar()["impersonal"] or is_passive(word):
        return False
    return len(word) > 4 and bool(_INNER.search(word) or _CONDITION.search(word))


def _closes(sentence: str, match: re.Match[str]) -> bool:
    """Whether a clause ends with this word: a finite verb, or «тиіс», «мүмкін» with a stop after it."""
    if _is_finite(match.group()):
        return True
    return match.group() in _grammar()["predicates"] and sentence[match.end() : match.end() + 1] in ("", *",;.:")


def _subject_after(sentence: str, words: list[re.Match[str]], subjects: dict[int, Actor], place: int) -> Actor | None:
    """«Қажет болған жағдайда комиссия … сұратады»: the place asked about may stand before its subject."""
    for match in words:
        if match.start() < place:
            continue
        if match.start() in subjects:
            return subjects[match.start()]
        if _closes(sentence, match) or match.group() in _grammar()["closing"]:
            return None
    return None


@lru_cache(maxsize=WORDS)
def _is_finite(word: str) -> bool:
    return _FINITE.search(word) is not None


def _is_passive(words: list[re.Match[str]], place: int) -> bool:
    """Whether the first verb at or after the place, or else the last one before it, is passive."""
    after = bisect_right(words, place, key=lambda match: match.end())
    nearest = chain(words[after:], reversed(words[:after]))
    verb = next((match.group() for match in nearest if _is_finite(match.group())), None)
    return verb is not None and is_passive(verb)


@lru_cache(maxsize=WORDS)
def is_passive(verb: str) -> bool:
    """«қаралады», «ұсынылған», not «ұсынған», whose stem ends in -ын by itself."""
    stem = next((stem for stem in _grammar()["not_passive"] if verb.startswith(stem)), "")
    return bool(_PASSIVE.search(verb[len(stem) :]))


def _agent_of_passive(sentence: str, mentions: list[Mention], place: int) -> Actor | None:
    """«комиссиямен қаралады», «комиссия тарапынан қаралады»."""
    for mention in reversed(mentions):
        if mention.actor.start < place:
            following = _WORD.search(sentence, mention.actor.end)
            by = following is not None and following.group() in _grammar()["by"]
            if mention.case == "ins" or (mention.case == "nom" and by):
                return mention.actor
    return None


def _holder(sentence: str, mentions: list[Mention], place: int) -> Actor | None:
    """«Комиссияның … құқығы бар», «қызметкерге … тыйым салынады»: whose right, on whom a ban."""
    words = set(_WORD.findall(sentence, place))
    before = [mention for mention in mentions if mention.actor.start < place]
    if words & _grammar()["to_whom"]:
        return next((m.actor for m in reversed(before) if m.case == "dat"), None)
    if words & _grammar()["has_right"]:
        # The first genitive holds the right; those after it belong to nouns in between.
        return next((m.actor for m in before if m.case == "gen"), None)
    return None


def _is_subject(sentence: str, actor: Actor) -> bool:
    """A nominative that no following word makes an attribute, a complement or the thing done."""
    following = _WORD.search(sentence, actor.end)
    if sentence[actor.end : actor.end + 1] == '"':  # «"… аппараты" мемлекеттік мекемесі»: a name
        return False
    if following is None or sentence[actor.end : following.start()].strip():
        return True
    word = following.group()
    if word in _grammar()["and"]:
        return _is_coordinate_subject(sentence, following.end())
    if word in _grammar()["postpositions"] or word.startswith(_BEING) or (_is_finite(word) and is_passive(word)):
        return False
    return not is_owned(word) and not _is_country(word)


@lru_cache(maxsize=WORDS)
def _is_country(word: str) -> bool:
    """«импорттаушы ел», «мүше мемлекет», in any case."""
    stems = [stem for stem in _grammar()["attribute_of"] if word.startswith(stem)]
    return any(case_of(word[len(stem) :], harmony_of(stem)) is not None for stem in stems)


def _is_coordinate_subject(sentence: str, after: int) -> bool:
    """«әкімдік пен мәслихат» acts, «әкімдік пен мәслихатқа» does not: the last of several bears the case of all."""
    for word in _WORD.findall(sentence, after)[:3]:
        if _OBLIQUE.search(word):
            return False
        if is_owned(word):
            return True
    return True


@lru_cache(maxsize=WORDS)
def is_owned(word: str) -> bool:
    """A noun with a possessive suffix, which makes the bare noun before it its attribute: «комиссия мүшелері»."""
    grammar = _grammar()
    match = _OWNED.search(word)
    if match is None or word in grammar["not_possessive"] or _PARTICIPLE.search(word):
        return False
    if match.group("case") or word in grammar["possessive"] or _QUALITY.search(word):
        return True
    return not word.endswith(tuple(grammar["doubtful"]))


def _other_agents(sentence: str, words: list[re.Match[str]], mentions: list[Mention]) -> Iterator[Actor]:
    """Nouns of agent that are not listed: «байқау өткізуші»."""
    named = {mention.actor.start for mention in mentions}
    for match in words:
        if not _is_agent(match.group()):
            continue
        if any(m.actor.start <= match.start() < m.actor.end for m in mentions) or match.end() + 1 in named:
            continue  # listed, or the attribute of one listed: «импорттаушы тарап»
        actor = Actor(ActorKind.OTHER, match.group(), *match.span())
        if _is_subject(sentence, actor):
            yield actor


@lru_cache(maxsize=WORDS)
def _is_agent(word: str) -> bool:
    return _AGENT.match(word) is not None and word not in _grammar()["not_agents"]


@lru_cache(maxsize=SENTENCES)
def find_mentions(sentence: str) -> list[Mention]:
    mentions = []
    for match, (phrase, kind) in find_phrases(hide_titles(sentence, _grammar()["titles"]), _index_actors()):
        case = case_of(match.group()[len(phrase) :], harmony_of(phrase))
        if case is not None:
            mentions.append(Mention(Actor(kind, match.group(), *match.span()), case))
    return mentions


@cache
def _index_actors() -> dict[str, list[tuple[str, str, tuple[str, ActorKind]]]]:
    return index_phrases(
        (phrase, phrase[:-1], rf"{spell_stem(phrase)}\w*(?![\w-])", (phrase, kind))
        for phrase, kind in read_actors("kk")
    )


@cache
def _grammar() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_lexicon("actors")["kazakh"].items()}
