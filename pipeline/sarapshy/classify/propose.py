"""What the classifier proposes beside what the rules have found: sentences that look like labelled ones.

It has learnt from rules of procedure on education, science, culture and sport (``rules/lexicons/learnt.yaml``) and speaks of
these only: in a charter of a body, a technical norm or rules of the customs it is wrong more often than right. Its
proposals stand below all findings of the rules. A family is proposed once a point, and not where a rule has said it already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, takewhile

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.acts.nature import FIRST_WORDS, TEXTS
from sarapshy.acts.quotes import cut_quote
from sarapshy.acts.stretches import Reading
from sarapshy.classify.acceptance import SHOWN
from sarapshy.classify.model import Weights
from sarapshy.classify.signs import NO_NORM, Sentence, read_sentences
from sarapshy.detect.build import make_act_ref, make_clause_ref
from sarapshy.findings.factors import legal_basis, read_factors
from sarapshy.findings.identity import assign_ids
from sarapshy.findings.model import Finding, Texts
from sarapshy.knowledge import read_table
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern, compile_all, holds_any

MOST = 12  # proposals an act
LIKELY = 0.15  # what the model says of itself at least; see docs/model-card.md for how often it is right from there on
FIRST = 10  # findings that a reader looks at first
FIRM = 0.25  # what it says at least where an act has fewer than these
DETECTOR = "classifier"
TERM, GIVEN = "term", "term"  # the family; the sign of a sentence that has one
TITLED = (
    ClauseKind.HEADING,
    ClauseKind.SECTION,
    ClauseKind.CHAPTER,
    ClauseKind.PARAGRAPH,
)  # their own words are a title
Place = tuple[str, str]  # a family, and the number of a point or the offset of a sentence


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
    room = min(MOST, SHOWN - len(findings))  # proposals fill up what rules leave of what a reader takes in
    if room <= 0 or not _is_procedure(reading):
        return [*findings]
    likely = enumerate(islice(_propose(reading, findings, weights), room), len(findings))
    own = [each for _, each in takewhile(lambda it: it[0] >= FIRST or it[1].confidence >= FIRM, likely)]
    named = {finding.start: finding.id for finding in assign_ids(sorted(own, key=lambda each: each.start or 0))}
    return [
        *findings,
        *(replace(each, id=named[each.start], rank=len(findings) + at) for at, each in enumerate(own, 1)),
    ]


def _is_procedure(reading: Reading) -> bool:
    nature = reading.nature
    told = reading.has_rules or not reading.enacts
    return told and nature.regulates and not nature.is_charter and not nature.is_technical and _is_learnt(reading.act)


def _is_learnt(act: Act) -> bool:
    """Whether the act is on something that the model has learnt from."""
    titles = [act.identity.title, *(clause.title for clause in act.clauses if clause.kind in TEXTS)]
    titles += [*(clause.amends for clause in act.clauses), act.text[:FIRST_WORDS]]
    return holds_any(_compile_subjects(act.language), "\n".join(fold(title).text for title in titles if title))


@cache
def _compile_subjects(language: str) -> tuple[Pattern, ...]:
    return compile_all(tuple(read_lexicon("learnt")["subjects"][language]), language)


def _propose(reading: Reading, findings: Sequence[Finding], weights: Weights) -> Iterator[Finding]:
    """The likeliest first."""
    taken = {
        (finding.family, finding.clause.number) for finding in findings if finding.clause and finding.clause.number
    }
    said: set[int] = set()
    for score, family, sentence in _weigh(reading, weights):
        clause = make_clause_ref(reading, reading.to_source(sentence.start, sentence.start)[0])
        place = (family, (clause.number if clause else None) or f"at {sentence.start}")
        if clause is not None and clause.number and place not in taken and sentence.start not in said:
            taken.add(place)
            said.add(sentence.start)
            yield _make(reading, family, sentence, score)


def _weigh(reading: Reading, weights: Weights) -> list[tuple[float, str, Sentence]]:
    sentences = [each for each in read_sentences(reading) if _can_err(reading, each)]
    scores = weights.score(sentences)
    found = [
        (scores[row][column], family, sentence)
        for column, family in enumerate(weights.families)
        if family in read_proposals()
        for row, sentence in enumerate(sentences)
        if scores[row][column] >= LIKELY and not (family == TERM and GIVEN in sentence.signs)
    ]
    return sorted(found, key=lambda each: (-each[0], each[2].start, each[1]))


def _can_err(reading: Reading, sentence: Sentence) -> bool:
    """A heading and the meaning of a term settle nothing, and a new wording of one point of many shows too little."""
    clause = reading.clause(sentence.stretch)
    if reading.is_excerpt(sentence.stretch) or reading.is_intent(sentence.stretch):
        return False
    if NO_NORM in sentence.signs and (clause.number is None or clause.kind in TITLED):
        return False
    return not reading.is_definition(sentence.stretch)


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
        severity=read_factors()[texts.code].severity,
        confidence=round(confidence, 3),
        detector=DETECTOR,
        rule=f"{texts.code}-{DETECTOR}",
        message=texts.message,
        why=texts.why,
        remedy=texts.remedy,
        legal_basis=legal_basis(texts.code, reading.act.language),
    )
