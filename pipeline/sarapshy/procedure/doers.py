"""Who does a step, by a name that is the same in every clause.

«Комиссия», «комиссиямен», «Комиссияның» are one doer, «білім басқармасы» is the басқарма with its attribute, and a
short name («бұдан әрі – Комиссия») stands for the words before its bracket. For the items of a list under «Комиссия:»
the doer is that of the line above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sarapshy.acts.model import Definition
from sarapshy.acts.stretches import Reading
from sarapshy.language.actors import Actor, ActorKind, Mention, find_actor, find_mentions, read_actors
from sarapshy.language.kazakh import stem
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.procedure.deeds import Deed

LONG_WORD = 60  # characters
ATTRIBUTES = 4  # words before a Kazakh head that are its attributes
_WORD = re.compile(r"[\w-]+")
_OWNER = re.compile(r"(?:с[ыі]|[ыі])н[ыі]ң\Z")  # «басқармасының», unlike «министрліктің»
_QUALITY = re.compile(r"(?<![\w-])\w{3,}[лдт][ыі][қк] \Z")  # «қамқоршылық кеңес»
_DEED = re.compile(r"(?<![\w-])\w+(?:ется|ются|ится|ятся|[аяеу][её]?т|ют|ят)(?![\w-])")  # a Russian verb
INSTRUMENTAL = ("ом", "ем", "ой", "ей", "ами", "ями")
SHORT_FORM = 150  # characters of a long form that names nobody but its head
SHORT_HEAD = 30  # of them, those in which the head begins
ATTRIBUTES_AFTER = 8  # words after a Russian head that are its attributes
GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")


@dataclass(frozen=True, slots=True)
class Doer:
    """``start`` and ``end`` are offsets of the act's text, ``name`` its words as a name, ``key`` the same for all forms of it;
    ``meaning`` is what a short name stands for. ``inherited``: named in the line above and not in the sentence."""

    kind: ActorKind
    name: str
    key: str
    start: int
    end: int
    meaning: str | None = None
    inherited: bool = False


def find_doer(reading: Reading, deed: Deed, language: str) -> Doer | None:
    left, right = reading.sentence(deed.start)
    actor = _find_agent(reading, reading.text[left:right], deed.start - left, deed.end - left, language)
    if actor is not None:
        return _name(reading, actor, left, right, language)
    lead = reading.lead_of(deed.stretch)
    if lead is None:
        return None
    actor = find_actor(reading.text[lead.start : lead.end], language)
    return _name(reading, actor, lead.start, lead.end, language, inherited=True) if actor else None


def _find_agent(reading: Reading, sentence: str, start: int, end: int, language: str) -> Actor | None:
    """The subject, but not that of a passive: in «комиссия құрылады» the commission does nothing."""
    actor = find_actor(sentence, language, start)
    actor = actor or _find_unlisted(reading, sentence, start, language)
    if actor is None:
        return None
    return None if _is_done_to(sentence, actor, sentence[start:end], language) else actor


def _is_done_to(sentence: str, actor: Actor, verb: str, language: str) -> bool:
    if language == "kk":
        from sarapshy.language.kazakh_subjects import is_passive

        # «комиссиямен қаралады», «комиссия тарапынан қаралады» do; «кандидатпен әңгімелесу өткізіледі» tells with whom
        by = (
            actor.kind is not ActorKind.CITIZEN and actor.text.endswith(("мен", "бен", "пен"))
        ) or sentence.startswith(" тарапынан", actor.end)
        return is_passive(verb.split()[-1]) and not by
    if not any(word.endswith(("тся", "ться")) for word in verb.split()) or verb.startswith(_words("middle", "ru")):
        return False
    case = next((m.case for m in find_mentions(sentence, "ru") if m.actor.start == actor.start), None)
    return case != "ins" and not (case is None and actor.text.endswith(INSTRUMENTAL))


def _find_unlisted(reading: Reading, sentence: str, start: int, language: str) -> Actor | None:
    """«рецензент», «победитель»: doers that procedures know and other texts do not; and the act's short names."""
    for match in _unlisted(language).finditer(sentence):
        if language == "ru" or match.start() < start:
            return Actor(ActorKind.CITIZEN, match.group(), *match.span())
    if language == "ru":
        return _find_short(reading, sentence, start)
    for name, kind in short_names(reading, language):
        at = sentence.find(name)
        whole = sentence.startswith(" ", at + len(name)) and not sentence[at - 1 : at].isalnum()
        if 0 <= at < start and whole:
            return Actor(kind, name, at, at + len(name))
    return None


def _find_short(reading: Reading, sentence: str, start: int) -> Actor | None:
    """A short name of the act before the verb, «облтеруправления проверяют», or by which a passive is done: «проверяется
    Минсельхозом»."""
    for pattern, kind in _spell_short_names(reading):
        found = pattern.search(sentence)
        if found is not None and (found.start() < start or found.group().endswith(INSTRUMENTAL)):
            return Actor(kind, found.group(), *found.span())
    return None


@lru_cache(maxsize=4)
def _spell_short_names(reading: Reading) -> tuple[tuple[re.Pattern[str], ActorKind], ...]:
    """The short names of a Russian act in any case."""
    return tuple((_spell_cases(name), kind) for name, kind in short_names(reading, "ru"))


@lru_cache(maxsize=1024)
def _spell_cases(name: str) -> re.Pattern[str]:
    words = [re.escape(re.sub(r"(?<=\w{3})(?:[аеиоуыьэюя]|[иы]й|ый|ая|ое|ые|ие)$", "", word)) for word in name.split()]
    return re.compile(r"(?<![\w-])" + r"\w{0,3} ".join(words) + r"\w{0,3}(?![\w-])")


@lru_cache(maxsize=4)
def short_names(reading: Reading, language: str) -> tuple[tuple[str, ActorKind], ...]:
    """«ЖЖОКБҰ», «Министрлік», «облтеруправление»: short names of the act whose long form ends with somebody who acts, in
    Russian with his attributes after him."""
    found = []
    for definition in reading.act.definitions:
        if not definition.short_name or len(definition.term.split()) > 4:
            continue
        meaning = fold(definition.meaning).text
        if language == "kk":
            near = [m for m in find_mentions(meaning, language) if m.actor.end > len(meaning) - 8]
        else:
            near = _list_heads(fold(definition.term).text, meaning)
        if near:
            found.append((fold(definition.term).text, near[-1].actor.kind))
    return tuple(found)


def _list_heads(term: str, meaning: str) -> list[Mention]:
    """Who is named in the short name itself, or last before the bracket with nothing but attributes after him: «выдаётся
    Министерством юстиции Республики (далее – …)»; where the long form is short, who is named at its beginning. A word of
    the long form shortens itself: «Правила выдачи пособий инспекцией (далее – Правила)» act in nothing."""
    own = [mention for mention in find_mentions(term, "ru") if mention.case != "gen"]
    if own or any(_spell_cases(word).search(meaning) for word in term.split()):
        return own[:1]
    tail = re.split(r"[,;:.]\s", meaning)[-1]
    mentions = find_mentions(tail, "ru")
    heads = [
        m
        for m in mentions
        if len(tail[m.actor.end :].split()) <= ATTRIBUTES_AFTER and not _DEED.search(tail, m.actor.end)
    ]
    owners = [m for m in heads if m.case not in ("gen", "doubtful")] or heads
    if owners or len(meaning) > SHORT_FORM:
        return owners[-1:]
    return [m for m in find_mentions(meaning, "ru") if m.actor.start < SHORT_HEAD][-1:]


@cache
def _unlisted(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_words('doers', language))})(?![\w-])")


@cache
def _words(name: str, language: str) -> tuple[str, ...]:
    return tuple(read_lexicon("norms")[name][language])


def _name(reading: Reading, actor: Actor, left: int, right: int, language: str, inherited: bool = False) -> Doer:
    sentence = reading.text[left:right]
    start, end = widen(sentence, actor, language)
    lemma = _lemma(actor.text, language)
    first, last = reading.to_source(left + start, left + end)
    before, after = sentence[start : actor.start], sentence[actor.end : end]
    # A head with attributes keeps its possessive, «білім басқармасы», but not its plural or case.
    head = actor.text if before and not _is_cased(actor.text, language) else lemma
    folded = f"{before}{head}{after}"
    key = " ".join(stem(word) for word in folded.split()) if language == "kk" else folded
    short = _short_name(reading, lemma, folded, language)
    if short is not None:
        name = short.term[:1].upper() + short.term[1:]
        return Doer(actor.kind, name, fold(short.term).text, first, last, short.meaning, inherited)
    return Doer(actor.kind, folded[:1].upper() + folded[1:], key, first, last, None, inherited)


def _is_cased(text: str, language: str) -> bool:
    return language == "kk" and text.endswith((*GENITIVE, "ға", "ге", "қа", "ке", "на", "не", "мен", "пен", "бен"))


def widen(sentence: str, actor: Actor, language: str) -> tuple[int, int]:
    """With the attributes before a Kazakh head that is owned («білім басқармасы»), the owner after a Russian one."""
    if language == "ru":
        following = [m for m in find_mentions(sentence, "ru") if m.actor.start == actor.end + 1]
        if following and following[0].case in ("gen", "other", "doubtful"):
            return actor.start, following[0].actor.end
        return actor.start, next(
            (
                actor.end + 1 + len(name)
                for name in _words("owners", "ru")
                if sentence.startswith(f" {name}", actor.end)
            ),
            actor.end,
        )
    from sarapshy.language.kazakh_subjects import is_owned

    start, owned, verbal = actor.start, is_owned(actor.text.split()[-1]), False
    if not owned:
        adjective = _QUALITY.search(sentence, max(0, start - LONG_WORD), start)
        return (adjective.start() if adjective else start), actor.end
    near = max(0, start - ATTRIBUTES * LONG_WORD)
    for word in list(_WORD.finditer(sentence, near, start))[: -ATTRIBUTES - 1 : -1]:
        genitive = word.group().endswith(GENITIVE)
        if not genitive and not owned and not (verbal and word.group().endswith(("ын", "ін"))):
            break
        if sentence[word.end() : start] != " " or word.group().endswith(_words("not_attributes", "kk")):
            break
        start = word.start()
        owned, verbal = genitive and _OWNER.search(word.group()) is not None, word.group().endswith("у")
    return start, actor.end


def _short_name(reading: Reading, lemma: str, folded: str, language: str) -> Definition | None:
    terms = _folded_terms(reading)
    if language == "ru" and folded not in terms and lemma not in terms:
        return next(
            (terms[name] for name, _ in short_names(reading, "ru") if _spell_cases(name).fullmatch(folded)), None
        )
    return terms.get(folded) or terms.get(lemma)


@lru_cache(maxsize=4)
def _folded_terms(reading: Reading) -> dict[str, Definition]:
    return {fold(each.term).text: each for each in reversed(reading.act.definitions) if each.short_name}


@lru_cache(maxsize=4096)
def _lemma(text: str, language: str) -> str:
    """The dictionary form that the lexicon of actors has for these words; the words where it has none."""
    if text in _phrases(language):
        return text
    if language == "kk":
        fitting = [phrase for phrase in _phrases("kk") if text.startswith(phrase)]
        return max(fitting, key=len) if fitting else text
    words = text.split()
    akin = [p for p in _phrases("ru") if len(p.split()) == len(words) and all(map(_akin, p.split(), words))]
    return max(akin, key=lambda phrase: (_shared(phrase, text), -len(phrase))) if akin else text


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _akin(form: str, word: str) -> bool:
    root = form[: max(3, len(form) - 2)]
    return word.startswith(root) and abs(len(word) - len(form)) <= 3


@cache
def _phrases(language: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, _ in read_actors(language))
