"""Who does what to whom, read out of a dependency parse.

«Комиссия құжаттарды үміткерге қайтарады»: of the verb қайтарады, комиссия is the subject, құжаттарды the object, and
үміткерге, in the dative, whom it is done to. «Комиссия отказать вправе» hangs on the modal word, and «принимается
комиссией» turns the sides: what looks like a subject is done to, and the instrumental acts. The words may come from any
parser that speaks Universal Dependencies; ``stanza_parse`` and ``spacy_parse`` bring those of the two libraries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

PREDICATES = ("root", "conj", "ccomp", "parataxis", "advcl", "acl:relcl", "acl")
INNER = ("xcomp", "csubj", "ccomp", "advcl")  # how a verb hangs on «вправе», «тиіс»
NAME = ("amod", "nmod", "nmod:poss", "nummod", "compound", "flat", "flat:name", "det")
VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Word:
    """``head`` is the position of the word it hangs on, -1 for the root; ``start`` and ``end`` are offsets of the text."""

    text: str
    part: str
    head: int
    relation: str
    start: int
    end: int
    features: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Done:
    """``verb`` is what is done, ``modal`` the word that binds or entitles to it, where there is one."""

    verb: Phrase
    actor: Phrase | None
    object: Phrase | None
    addressee: Phrase | None
    modal: Phrase | None = None


def read_done(words: Sequence[Word]) -> list[Done]:
    """What each predicate of the sentence tells, in the order of the verbs."""
    tree = _Tree(words)
    found = [tree.read(at) for at in range(len(words)) if tree.is_predicate(at)]
    return sorted(found, key=lambda done: done.verb.start)


class _Tree:
    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.children: dict[int, list[int]] = {}
        for at, word in enumerate(words):
            self.children.setdefault(word.head, []).append(at)

    def is_predicate(self, at: int) -> bool:
        word = self.words[at]
        if word.relation.partition(":")[0] == "aux" or word.relation == "cop":
            return False
        if word.head >= 0 and self._inner(word.head) == at:
            return False
        if self._inner(at) is not None:
            return True
        return word.part == "VERB" and (word.relation in PREDICATES or word.head < 0)

    def read(self, at: int) -> Done:
        inner = self._inner(at)
        verb = at if inner is None else inner
        doers = [at] if inner is None else [at, inner]
        subject = next((found for each in doers if (found := self._subject(each)) is not None), None)
        passive = self._is_passive(verb) or any(self._child(each, "nsubj:pass") is not None for each in doers)
        if passive:
            actor, thing = self._agent(verb), subject
        else:
            actor, thing = subject, self._child(verb, "obj")
        modal = self._word(at) if inner is not None else None
        addressee = self._phrase(self._addressee(verb))
        return Done(self._word(verb), self._phrase(actor), self._phrase(thing), addressee, modal)

    def _inner(self, at: int) -> int | None:
        """The verb that hangs on a modal word; None where the word is none."""
        if self.words[at].part in VERBAL and not self._is_modal_verb(at):
            return None
        return next((each for each in self._children(at, *INNER) if self.words[each].part in (*VERBAL, "NOUN")), None)

    def _is_modal_verb(self, at: int) -> bool:
        """«может отказать»: an infinitive that is no sentence of its own hangs on a finite verb."""
        own = [
            each
            for each in self._children(at, "xcomp")
            if self.words[each].features.get("VerbForm") in ("Inf", "Vnoun")
        ]
        return bool(own)

    def _subject(self, at: int) -> int | None:
        own = self._child(at, "nsubj", "nsubj:pass")
        word = self.words[at]
        if own is None and word.relation == "conj" and word.head >= 0:
            return self._subject(word.head)  # «қарайды және шешім қабылдайды»
        return own

    def _is_passive(self, at: int) -> bool:
        return self.words[at].features.get("Voice") == "Pass"

    def _agent(self, at: int) -> int | None:
        agent = self._child(at, "obl:agent")
        cases = (each for each in self._children(at, "obl") if self.words[each].features.get("Case") == "Ins")
        return agent if agent is not None else next(cases, None)

    def _addressee(self, at: int) -> int | None:
        given = self._child(at, "iobj")
        datives = (each for each in self._children(at, "obl") if self._is_bare_dative(each))
        return given if given is not None else next(datives, None)

    def _is_bare_dative(self, at: int) -> bool:
        return self.words[at].features.get("Case") == "Dat" and self._child(at, "case") is None

    def _child(self, at: int, *relations: str) -> int | None:
        return next(self._children(at, *relations), None)

    def _children(self, at: int, *relations: str) -> Iterator[int]:
        return (each for each in self.children.get(at, ()) if self.words[each].relation in relations)

    def _word(self, at: int) -> Phrase:
        word = self.words[at]
        return Phrase(word.text, word.start, word.end)

    def _phrase(self, at: int | None) -> Phrase | None:
        """The word, with the attributes that make its name, as one run of words."""
        if at is None:
            return None
        own = sorted([at, *self._attributes(at)])
        first = last = own.index(at)
        while first > 0 and own[first - 1] == own[first] - 1:
            first -= 1
        while last + 1 < len(own) and own[last + 1] == own[last] + 1:
            last += 1
        words = [self.words[each] for each in own[first : last + 1]]
        return Phrase(" ".join(word.text for word in words), words[0].start, words[-1].end)

    def _attributes(self, at: int) -> Iterator[int]:
        for each in self._children(at, *NAME):
            yield each
            yield from self._attributes(each)
