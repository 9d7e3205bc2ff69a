"""Norms that tell half of a step: a paper handed over in no form, a decision by no measure, a check with no result, a deed
of nobody.

«Комиссия тізбені бекітеді» says who and what and not by what; «ақпарат жолданады» neither who sends nor in what form. A norm
is bare where its sentence says nothing of what the rule asks for (``filled``), nor its point (``settled``). A point gives one
finding a rule, the weightiest norms of an act come first, and what the bare norms of an act have in common is told a few
times only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.procedure import ACTING, LAW
from sarapshy.detect.rules import Rule
from sarapshy.language.actors import ActorKind
from sarapshy.language.kazakh_subjects import is_passive
from sarapshy.language.lexicon import read_lexicon
from sarapshy.procedure.steps import Step, read_steps

AFTER = 600  # characters after a point: the next one tells what follows
HEAD = 4  # letters by which a paper is known in any case
BESIDE = 60  # characters between a verb and the paper that is handed over
OF_PAPERS = ("unformed",)  # checks on a paper, whose form may stand anywhere in the act
MOST = 3  # findings of one rule in an act
DECIDED = ("decide", "approve", "accept", "set")  # what is issued or paid was decided before


def _is_by_body(step: Step) -> bool:
    return step.actor is not None and step.actor.kind in ACTING


def _is_by_private(step: Step) -> bool:
    return step.actor is not None and step.actor.kind is ActorKind.CITIZEN


def _is_nameless(reading: Reading, step: Step) -> bool:
    """A passive without a doer; an active verb has one, though he may be of no listed kind: «нысанды эмитент ұсынады»."""
    word = reading.text[step.start : step.end].split()[-1]
    return step.actor is None and (is_passive(word) or word.endswith(tuple(read_lexicon("norms")["reflexive"])))


KINDS: dict[str, Callable[[Reading, Step], bool]] = {
    "unformed": lambda reading, step: step.action == "send" and not _is_by_private(step),
    "unmeasured": lambda reading, step: step.action in DECIDED and _is_by_body(step),
    "unrecorded": lambda reading, step: step.action == "examine" and (step.actor is None or _is_by_body(step)),
    "nameless": _is_nameless,
}


def find_bare_norms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """At most ``MOST`` steps that are of the rule's kind and that their points leave bare, the weightiest first."""
    if not _is_procedure(reading):
        return
    found: dict[tuple[int, int], Step] = {}
    for step in read_steps(reading):
        point = reading.point_span(step.stretch)
        if point not in found and KINDS[rule.check or ""](reading, step) and _is_bare(reading, rule, step):
            found[point] = step
    for step in sorted(found.values(), key=lambda s: (-_weigh(s), s.start))[:MOST]:
        yield Evidence(step.start, step.end)


def _is_procedure(reading: Reading) -> bool:
    """Whether the steps are told here: a law leaves them to its by-laws."""
    return not 0 < reading.act.identity.rank <= LAW


def _is_bare(reading: Reading, rule: Rule, step: Step) -> bool:
    if reading.outline.numbered(step.stretch.clause) is None or reading.is_function(step.stretch):
        return False
    language = reading.clause(step.stretch).language
    if not reading.holds(rule.lists["matter"][language], *step.sentence):
        return False
    if reading.holds(rule.lists["filled"][language], *step.sentence):
        return False
    if rule.check in OF_PAPERS and _is_formed_elsewhere(reading, rule, step, language):
        return False
    return not reading.holds(rule.lists["settled"][language], *reading.point_span(step.stretch))


def _is_formed_elsewhere(reading: Reading, rule: Rule, step: Step, language: str) -> bool:
    """Whether another sentence of the act gives the form of a paper of that name: «есеп 3-қосымшадағы нысан бойынша
    жасалады» tells it for «есепті жолдайды» as well."""
    start, end = step.sentence
    papers = _heads_in(reading, rule, (max(start, step.start - BESIDE), min(end, step.end + BESIDE)), language)
    forms = rule.lists["form"][language]
    sentences = {reading.sentence(hit.start) for hit in reading.find(forms)} - {step.sentence}
    return any(papers & _heads_in(reading, rule, sentence, language) for sentence in sentences)


def _heads_in(reading: Reading, rule: Rule, span: tuple[int, int], language: str) -> frozenset[str]:
    """The first letters of the papers that the words name: «есеп» and «есепті» have them in common."""
    places = (place for pattern in rule.lists["paper"][language] for place in reading.places(pattern, *span))
    return frozenset(reading.text[start : start + HEAD] for start, _ in places)


def _weigh(step: Step) -> float:
    """A deed of a named body that a person waits for comes before a nameless one."""
    return float(read_lexicon("actions")[step.action]["weight"]) + (step.actor is not None)


def find_missed_terms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first terms that a person must keep and of which neither the point nor the next says what follows when they are
    missed."""
    seen: set[tuple[int, int]] = set()
    for step in read_steps(reading) if _is_procedure(reading) else ():
        point = reading.point_span(step.stretch)
        if len(seen) == MOST or point in seen or not step.terms or not _is_by_person(step):
            continue
        settled = rule.lists["settled"][reading.clause(step.stretch).language]
        if not reading.holds(settled, point[0], min(len(reading.text), point[1] + AFTER)):
            seen.add(point)
            term = step.terms[0]
            yield Evidence(step.sentence[0] + term.start, step.sentence[0] + term.end)


def _is_by_person(step: Step) -> bool:
    return step.actor is not None and step.actor.kind is ActorKind.CITIZEN
