"""A norm of a procedure: who, how firmly, does what, to whom, within what term, upon what, with what outcome.

«Басқарма құжаттар тіркелген күннен бастап үш жұмыс күні ішінде үміткерді жазбаша хабардар етеді» is one norm: doer
басқарма, plain duty, deed notify, object үміткерді, a term of 3 working days that runs from the registration. What
cannot be read reliably is None or empty. All offsets are of the act's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, pairwise

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.language.actors import ActorKind, Mention, find_mentions
from sarapshy.language.kazakh_subjects import is_passive
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.modality import ModalityKind
from sarapshy.language.time import Term, find_terms
from sarapshy.procedure.deeds import Deed, find_deeds
from sarapshy.procedure.doers import Doer, find_doer, widen
from sarapshy.procedure.phrases import Span, find_grounds, find_object, find_since, label_of, strip_label
from sarapshy.procedure.topics import Topics

NOTICE, PUBLICATION = "notify", "publish"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the act and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """``since`` is what the term runs from."""

    term: Term
    words: Phrase
    since: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Norm:
    """``clause`` is the position in ``Act.clauses``, ``point`` that of the point or article round it. ``deeds`` are kinds,
    the first is what the norm is mostly about; ``label`` are the act's words for what is done."""

    clause: int
    point: int | None
    start: int
    end: int
    doer: Doer | None
    modality: ModalityKind
    negated: bool
    deeds: tuple[str, ...]
    verb: Phrase
    label: str
    object: Phrase | None = None
    addressee: Phrase | None = None
    deadlines: tuple[Deadline, ...] = ()
    grounds: tuple[Phrase, ...] = ()
    outcomes: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    makes: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    cites: frozenset[str] = frozenset()

    @property
    def gives_notice(self) -> bool:
        return NOTICE in self.deeds

    @property
    def is_published(self) -> bool:
        return PUBLICATION in self.deeds


@lru_cache(maxsize=2)
def read_norms(reading: Reading) -> tuple[Norm, ...]:
    """Every norm that says what somebody does, in document order; one a doer and sentence."""
    if not reading.has_norms:
        return ()
    defined = {
        at.start
        for definition in reading.act.definitions
        if not definition.short_name and (at := reading.stretch_at(reading.to_folded(definition.start)))
    }
    functions = dict.fromkeys(defined, True)
    deeds = [deed for deed in find_deeds(reading) if _is_step(reading, deed, functions)]
    topics = Topics(reading)
    found: list[Norm] = []
    for _, group in groupby(deeds, key=lambda deed: reading.sentence(deed.start)):
        found += _read_sentence(reading, list(group), topics)
    return tuple(found)


def _is_step(reading: Reading, deed: Deed, functions: dict[int, bool]) -> bool:
    """``functions`` keeps which stretches only list what somebody is for."""
    if deed.stretch.start not in functions:
        in_table = reading.clause(deed.stretch).kind is ClauseKind.ROW
        functions[deed.stretch.start] = in_table or reading.is_function(deed.stretch)
    return not functions[deed.stretch.start] and not _is_told_of(reading, deed)


def _is_told_of(reading: Reading, deed: Deed) -> bool:
    """«лицо, которое подает заявку», «если заявитель не представляет»: the verb only says of whom or when; and what
    the rules say of themselves."""
    lexicon, text = read_lexicon("norms"), reading.text
    language = reading.clause(deed.stretch).language
    left = reading.sentence(deed.start)[0]
    comma = max(left, text.rfind(",", left, deed.start) + 1)
    if any(word in lexicon["subordinate"][language] for word in text[comma : deed.start].split()[:3]):
        return True
    if text.startswith(tuple(lexicon["no_deed_before"][language]), deed.end):
        return True
    if deed.kind == "approve" and deed.modality is ModalityKind.DUTY and not reading.has_rules:
        return True  # «… қағидалары бекітілсін»
    opening = text[strip_label(reading, left, deed.start) : deed.start]
    own = any(name in opening for name in lexicon["rules_names"][language])
    return deed.kind == "set" and own and opening.startswith(tuple(lexicon["rules_open"][language]))


def _read_sentence(reading: Reading, deeds: list[Deed], topics: Topics) -> Iterator[Norm]:
    language = reading.clause(deeds[0].stretch).language
    left, right = reading.sentence(deeds[0].start)
    sentence = reading.text[left:right]
    mentions = find_mentions(sentence, language)
    terms = find_terms(sentence, language)
    groups = _group(reading, deeds, language)
    cuts = _cut(reading, groups, left, right, language) if groups else []
    for (doer, own), bounds in zip(groups, cuts, strict=True):
        named = [m for m in mentions if bounds[0] <= left + m.actor.start < bounds[1]]
        kept = [t for t in terms if bounds[0] <= left + t.start < bounds[1]]
        yield _read_norm(reading, own, doer, bounds, left, named, kept, topics, language)


def _cut(
    reading: Reading, groups: list[tuple[Doer | None, list[Deed]]], left: int, right: int, language: str
) -> list[Span]:
    """Where the words of each norm of a sentence lie: a Kazakh one ends with its verb, a Russian one at the comma."""
    cuts = [left]
    for (_, before), (_, own) in pairwise(groups):
        end = before[-1].end
        comma = reading.text.rfind(",", end, own[0].start) + 1 if language == "ru" else 0
        cuts.append(max(end, comma))
    return list(pairwise([*cuts, right]))


def _group(reading: Reading, deeds: list[Deed], language: str) -> list[tuple[Doer | None, list[Deed]]]:
    """Deeds that follow one another and have one doer and one force: «қарайды және шешім қабылдайды»."""
    only_named = read_lexicon("norms")["needs_actor"]
    groups: list[tuple[Doer | None, list[Deed]]] = []
    for deed in deeds:
        doer = find_doer(reading, deed, language)
        if doer is None and deed.kind in only_named:
            continue
        if groups and _goes_on(reading, groups[-1], doer, deed):
            groups[-1][1].append(deed)
        else:
            groups.append((doer, [deed]))
    return groups


def _goes_on(reading: Reading, group: tuple[Doer | None, list[Deed]], doer: Doer | None, deed: Deed) -> bool:
    before, deeds = group
    if deeds[-1].modality is not deed.modality:
        return False
    if doer is None:  # «хатшы баяндама жасайды, сұрақтарға жауап беріледі»: not the secretary answers
        return before is None or not is_passive(reading.text[deed.start : deed.end].split()[-1])
    return before is not None and before.key == doer.key


def _read_norm(
    reading: Reading,
    deeds: list[Deed],
    doer: Doer | None,
    bounds: Span,
    left: int,
    mentions: list[Mention],
    terms: list[Term],
    topics: Topics,
    language: str,
) -> Norm:
    first = deeds[0]
    subject = (reading.to_folded(doer.start), reading.to_folded(doer.end)) if doer and not doer.inherited else None
    grounds = find_grounds(reading, bounds, subject, (first.start, deeds[-1].end), language)
    since = find_since(reading, bounds, first, subject, language)
    told = [*grounds, *([since] if since else [])]
    taken = [*((left + t.start, left + t.end) for t in terms), *told, *([subject] if subject else [])]
    kinds = tuple(dict.fromkeys(deed.kind for deed in deeds))
    handed = set(kinds) & set(read_lexicon("norms")["handed"])
    addressee = _addressee(reading, mentions, left, doer, language) if handed else None
    thing = find_object(reading, first, bounds, taken, topics, language)
    if thing and addressee and language == "ru" and thing[0] <= reading.to_folded(addressee.start) < thing[1]:
        thing = None  # «сообщает руководителю»: to whom, and not what
    objects = [thing] if thing else []
    start, end = reading.to_source(*bounds)
    return Norm(
        clause=first.stretch.clause,
        point=reading.outline.numbered(first.stretch.clause),
        start=start,
        end=end,
        doer=doer,
        modality=first.modality,
        negated=first.negated,
        deeds=kinds,
        verb=_phrase(reading, (first.start, first.end)),
        label=" … ".join(
            _phrase(reading, span).text for span in label_of(reading, deeds, thing, bounds, taken, language)
        ),
        object=_phrase(reading, thing) if thing else None,
        addressee=addressee,
        deadlines=tuple(_deadline(reading, term, left, since) for term in terms),
        grounds=tuple(_phrase(reading, ground) for ground in grounds),
        outcomes=topics.outcomes_in(*bounds),
        documents=topics.documents_in(*bounds),
        makes=topics.made_by(kinds, objects),
        needs=topics.needed_by(kinds, objects, told),
        cites=topics.points_in(*bounds, language),
    )


def _phrase(reading: Reading, span: Span) -> Phrase:
    start, end = reading.to_source(*span)
    return Phrase(" ".join(reading.act.text[start:end].split()), start, end)


def _deadline(reading: Reading, term: Term, left: int, since: Span | None) -> Deadline:
    words = _phrase(reading, (left + term.start, left + term.end))
    return Deadline(term, words, _phrase(reading, since) if since and term.bound != "by_date" else None)


def _addressee(reading: Reading, mentions: list[Mention], left: int, doer: Doer | None, language: str) -> Phrase | None:
    """Whom a thing is done to or handed: the dative, and in Russian «в комиссию»."""
    for mention in mentions:
        if doer and reading.to_folded(doer.start) <= left + mention.actor.start < reading.to_folded(doer.end):
            continue
        start, end = left + mention.actor.start, left + mention.actor.end
        if language == "kk":
            if mention.case == "dat" and not reading.text.startswith(_not_to_whom(), end + 1):
                sentence = reading.text[left:end]
                return _phrase(reading, (left + widen(sentence, mention.actor, "kk")[0], end))
        elif (mention.case == "dat" and not _is_genitive(reading, start, end)) or _is_into(reading, start, mention):
            return _phrase(reading, (start, end))
    return None


@cache
def _not_to_whom() -> tuple[str, ...]:
    return tuple(read_lexicon("norms")["not_to_whom"])


def _is_genitive(reading: Reading, start: int, end: int) -> bool:
    """«Состав комиссии» is no dative, though it looks like one; «свидетельство заявителю» is."""
    from sarapshy.language.russian import part_of_speech

    before = reading.text[max(0, start - 40) : start].split()
    doubtful = any(word.endswith("и") for word in reading.text[start:end].split())
    return doubtful and bool(before) and part_of_speech(before[-1]) in ("NOUN", "PREP")


def _is_into(reading: Reading, start: int, mention: Mention) -> bool:
    public = mention.actor.kind in (ActorKind.BODY, ActorKind.COMMISSION)
    return public and reading.text[max(0, start - 3) : start].endswith((" в ", " во ")) and mention.case != "dat"
