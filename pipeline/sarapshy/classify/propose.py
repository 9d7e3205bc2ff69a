"""What the classifier proposes beside what the rules have found: sentences that look like labelled ones.

It speaks of acts that set a procedure, not of a charter of a body or a technical norm, where it is wrong more often than
right. Of those on education, science, culture and sport (``rules/lexicons/learnt.yaml``) it has read most; on other matters
it speaks of few families and is never firm, so that it says nothing among the first ten findings. Its proposals stand below
all findings of the rules and fill up what these leave of the twenty-five that a reader takes in. A family is proposed once a
point, and not where a rule has said it already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.acts.nature import FIRST_WORDS, TEXTS
from sarapshy.acts.quotes import cut_quote
from sarapshy.acts.regulation import read_patterns
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.classify.acceptance import SHOWN
from sarapshy.classify.likely import FIRST, weigh_sentences
from sarapshy.classify.model import Weights
from sarapshy.classify.signs import Sentence, list_places, tells_norm
from sarapshy.detect.build import make_act_ref, make_clause_ref
from sarapshy.findings.factors import legal_basis
from sarapshy.findings.identity import assign_ids
from sarapshy.findings.model import SEVERITIES, Finding, Texts
from sarapshy.knowledge import read_table
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern, compile_all, holds_any
from sarapshy.language.time import find_terms

MOST = 2 * SHOWN  # suppositions an act that are kept, before it is known what else is found
LIKELY = 0.15  # what the model says of itself at least; see docs/model-card.md for how often it is right from there on
FIRM = 0.25  # what it says at least where an act has fewer than these
UNFAMILIAR = 0.24  # what it says at most where it has not read of the matter: of that two in five are borne out
DETECTOR = "classifier"
TERM = "term"  # the family of a sentence that has no term
LANGUAGES = ("kk", "ru")
ITEM = re.compile(r"\s*[\d-]+\)")  # «3) өмірбаян;»: half of a sentence
HEADINGS = (
    ClauseKind.HEADING,
    ClauseKind.SECTION,
    ClauseKind.CHAPTER,
    ClauseKind.PARAGRAPH,
)  # their own words are a title
Place = tuple[str, str | None]  # a family, and the number of a point


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is said of a family, from ``rules/proposals.yaml``."""

    code: str
    message: Texts
    why: Texts
    remedy: Texts


@cache
def read_proposals() -> Mapping[str, Proposal]:
    entries = read_table("sarapshy.rules", "proposals.yaml")
    return {family: Proposal(**entry) for family, entry in entries.items()}


def add_proposals(reading: Reading, findings: Sequence[Finding], weights: Weights) -> list[Finding]:
    """The findings of an act, ranked, and after them what the classifier proposes, ranked on."""
    return fill_up(findings, suppose(reading, weights, len(findings))) if len(findings) < SHOWN else [*findings]


def suppose(reading: Reading, weights: Weights, ruled: int) -> tuple[Finding, ...]:
    """What the classifier sees in an act, the likeliest first; without ids and ranks. ``ruled`` is how much the act's own
    rules have found: on other matters it is not asked where that is less than ten."""
    if not _is_procedure(reading):
        return ()
    learnt = _is_learnt(reading.act)
    if not learnt and ruled < FIRST:
        return ()
    supposed = _suppose(reading, weights)
    if not learnt:
        families = frozenset(read_lexicon("learnt")["elsewhere"][reading.act.language])
        supposed = (_doubt(each) for each in supposed if each.family in families)
    return tuple(islice(supposed, MOST))


def _doubt(supposed: Finding) -> Finding:
    return replace(supposed, confidence=min(supposed.confidence, UNFAMILIAR))


def leave_likely(supposed: Iterable[Finding], ruled: int) -> list[Finding]:
    """Of what was supposed when more rules may have looked: what would be where these alone had, which have found ``ruled``."""
    return [each for each in supposed if ruled >= FIRST or each.confidence > UNFAMILIAR]


def fill_up(findings: Sequence[Finding], supposed: Sequence[Finding]) -> list[Finding]:
    """The findings of an act, ranked, and below them as many suppositions as there is room for: among the first ten only
    what the model is firm about and what is decided on somebody."""
    own: list[Finding] = []
    for each in _leave_new(findings, supposed):
        at = len(findings) + len(own)
        if at < SHOWN and (at >= FIRST or (each.confidence >= FIRM and _decides(each))):
            own.append(each)
    named = {finding.start: finding.id for finding in assign_ids(sorted(own, key=lambda each: each.start or 0))}
    return [
        *findings,
        *(replace(each, id=named[each.start], rank=len(findings) + at) for at, each in enumerate(own, 1)),
    ]


def _decides(supposed: Finding) -> bool:
    """Whether the words are more than an item of a list and name somebody, or what somebody is granted: of a fund of books
    or a network of computers the model supposes much and is borne out seldom."""
    text = fold(supposed.quote or "").text
    named = any(holds_any(read_patterns("decided_on", language), text) for language in LANGUAGES)
    return named and ITEM.match(text) is None


def _is_procedure(reading: Reading) -> bool:
    nature = reading.nature
    told = reading.has_rules or not reading.enacts
    return told and nature.regulates and not nature.is_charter and not nature.is_technical


def _is_learnt(act: Act) -> bool:
    """Whether the act is on something that the model has learnt from."""
    titles = [act.identity.title, *(clause.title for clause in act.clauses if clause.kind in TEXTS)]
    titles += [*(clause.amends for clause in act.clauses), act.text[:FIRST_WORDS]]
    return holds_any(_compile_subjects(act.language), "\n".join(fold(title).text for title in titles if title))


@cache
def _compile_subjects(language: str) -> tuple[Pattern, ...]:
    return compile_all(tuple(read_lexicon("learnt")["subjects"][language]), language)


def _leave_new(findings: Sequence[Finding], supposed: Sequence[Finding]) -> Iterator[Finding]:
    """Of each family one a point, of each sentence one."""
    taken, said = {_place(finding) for finding in findings}, set[int | None]()
    for each in supposed:
        if _place(each) not in taken and each.start not in said:
            taken.add(_place(each))
            said.add(each.start)
            yield each


def _place(finding: Finding) -> Place:
    return finding.family, finding.clause.number if finding.clause else None


def _suppose(reading: Reading, weights: Weights) -> Iterator[Finding]:
    for score, family, sentence in _weigh(reading, weights):
        if not (family == TERM and find_terms(sentence.text, sentence.language)):
            found = _make(reading, family, sentence, score)
            if found.clause and found.clause.number:
                yield found


def _weigh(reading: Reading, weights: Weights) -> list[tuple[float, str, Sentence]]:
    """The likeliest first."""
    weighed = weigh_sentences(reading, weights)
    places = [at for at, place in enumerate(list_places(reading)) if _can_err(reading, *place)]
    columns = [(at, family) for at, family in enumerate(weights.families) if family in read_proposals()]
    found = [
        (row[column], family, sentence)
        for sentence, row in map(weighed.__getitem__, places)
        for column, family in columns
        if row[column] >= LIKELY
    ]
    return sorted(found, key=lambda each: (-each[0], each[2].start, each[1]))


def _can_err(reading: Reading, stretch: Stretch, start: int, end: int) -> bool:
    """A heading and the meaning of a term settle nothing, and a new wording of one point of many shows too little. What is
    dear to tell comes last."""
    clause = reading.clause(stretch)
    if (clause.number is None or clause.kind in HEADINGS) and not tells_norm(reading, start, end):
        return False
    return not (reading.is_definition(stretch) or reading.is_excerpt(stretch) or reading.is_intent(stretch))


def _make(reading: Reading, family: str, sentence: Sentence, confidence: float) -> Finding:
    texts = read_proposals()[family]
    start, end = cut_quote(reading, sentence.start, sentence.end)
    return Finding(
        id="",
        act=make_act_ref(reading.act),
        code=texts.code,
        family=family,
        clause=make_clause_ref(reading, start),
        quote=reading.act.text[start:end],
        start=start,
        end=end,
        severity=SEVERITIES[-1],  # the least: it is a question
        confidence=round(confidence, 3),
        detector=DETECTOR,
        rule=f"{texts.code}-{DETECTOR}",
        message=texts.message,
        why=texts.why,
        remedy=texts.remedy,
        legal_basis=legal_basis(texts.code, reading.act.language),
    )
