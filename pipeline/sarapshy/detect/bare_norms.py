"""Norms that tell half of a step: a paper handed over in no form, a decision by no measure, a check with no result, a deed
of nobody.

«Комиссия тізбені бекітеді» says who and what and not by what; «ақпарат жолданады» neither who sends nor in what form. A norm
is bare where its sentence says nothing of what the rule asks for (``filled``), nor its point (``settled``). A point gives one
finding a rule, the weightiest norms of an act come first, and what the bare norms of an act have in common is told a few
times only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import Evidence
from sarapshy.detect.procedure import ACTING, LAW
from sarapshy.detect.rules import Rule
from sarapshy.language.actors import ActorKind
from sarapshy.language.kazakh_subjects import is_passive
from sarapshy.language.letters import fold
from sarapshy.language.modality import ModalityKind
from sarapshy.procedure.norms import Norm, read_norms

AFTER = 600  # characters after a point: the next one tells what follows
REFLEXIVE = ("ся", "сь")
NEW_EDITION = 6  # amended points and parts that tell a procedure by themselves
MOST = 3  # findings of one rule in an act
HANDED = ("submit", "send", "request", "remedy")
DECIDED = (
    "decide",
    "appoint",
    "award",
    "admit",
    "approve",
    "set",
    "refuse",
    "stop",
    "extend",
    "issue",
    "accept",
    "pay",
)
CHECKED = ("examine", "assess")


def _is_handed(norm: Norm) -> bool:
    return bool(set(norm.deeds) & set(HANDED))


def _is_decided(norm: Norm) -> bool:
    return norm.doer is not None and norm.doer.kind in ACTING and bool(set(norm.deeds) & set(DECIDED))


def _is_checked(norm: Norm) -> bool:
    return norm.deeds[0] in CHECKED and (norm.doer is None or norm.doer.kind in ACTING)


def _is_nameless(norm: Norm) -> bool:
    """A passive without a doer; an active verb has one, though he may be of no listed kind: «нысанды эмитент ұсынады»."""
    word = fold(norm.verb.text).text.split()[-1]
    return norm.doer is None and (is_passive(word) or word.endswith(REFLEXIVE))


KINDS: dict[str, Callable[[Norm], bool]] = {
    "unformed": _is_handed,
    "unmeasured": _is_decided,
    "unrecorded": _is_checked,
    "nameless": _is_nameless,
}


def find_bare_norms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """At most ``MOST`` norms that are of the rule's kind and that their points leave bare."""
    if not _is_procedure(reading):
        return
    found: list[tuple[float, Evidence]] = []
    seen: set[int] = set()
    for norm in read_norms(reading):
        if norm.negated or norm.point is None or norm.point in seen or not KINDS[rule.check or ""](norm):
            continue
        start, end = reading.to_folded(norm.verb.start), reading.to_folded(norm.verb.end)
        if _is_bare(reading, rule, norm, start):
            seen.add(norm.point)
            found.append((_weigh(norm), Evidence(start, end)))
    found.sort(key=lambda pair: (-pair[0], pair[1].start))
    yield from (evidence for _, evidence in found[:MOST])


def _is_procedure(reading: Reading) -> bool:
    """Whether the steps are told here: a law leaves them to its by-laws, and of what a few amended points do not repeat the
    rest stands in the act that they amend."""
    if 0 < reading.act.identity.rank <= LAW:
        return False
    amended = [c for c in reading.act.clauses if c.amends]
    return not amended or sum(clause.kind in (ClauseKind.POINT, ClauseKind.PART) for clause in amended) >= NEW_EDITION


def _is_bare(reading: Reading, rule: Rule, norm: Norm, at: int) -> bool:
    stretch = reading.stretch_at(at)
    if stretch is None or not reading.is_norm(stretch):
        return False
    language = reading.clause(stretch).language
    sentence = reading.sentence(at)
    if not reading.holds(rule.lists["matter"][language], *sentence):
        return False
    if reading.holds(rule.lists["filled"][language], *sentence):
        return False
    return not reading.holds(rule.lists["settled"][language], *reading.point_span(stretch))


def _weigh(norm: Norm) -> float:
    """How much the norm asks for more: a duty of a named body on a person's paper more than a nameless deed."""
    return (norm.doer is not None) + (norm.object is not None) + 0.5 * (norm.addressee is not None)


def find_missed_terms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first terms that a person must keep and of which neither the point nor the next says what follows when they are
    missed."""
    if not _is_procedure(reading):
        return
    found = 0
    seen: set[int] = set()
    for norm in read_norms(reading):
        doer = norm.doer
        if found == MOST or norm.point is None or norm.point in seen or not norm.deadlines:
            continue
        if (
            doer is None
            or doer.kind is not ActorKind.CITIZEN
            or norm.modality in (ModalityKind.RIGHT, ModalityKind.POWER)
        ):
            continue
        words = norm.deadlines[0].words
        start = reading.to_folded(words.start)
        stretch = reading.stretch_at(start)
        if stretch is None or not reading.is_norm(stretch) or "appeal" in norm.deeds:
            continue
        first, last = reading.point_span(stretch)
        settled = rule.lists["settled"][reading.clause(stretch).language]
        if not reading.holds(settled, first, min(len(reading.text), last + AFTER)):
            seen.add(norm.point)
            found += 1
            yield Evidence(start, reading.to_folded(words.end))
