"""Norms of two acts on one matter that cannot both be followed: on a post, a service, a term, or set against each other
by a rule.

«педагогикалық өтілі кемінде бес жыл» of one order and «үш жыл» of another, for the head of a school: pairs share a subject
or a reference of one act to the other, and each of these is an index.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from sarapshy.detect.clashes import LIVE, Clash, Run, Told, against, who_yields
from sarapshy.detect.rules import Rule
from sarapshy.detect.sides import LAWS, OPPOSED, REQUIREMENT, SERVICE, STEP, service_role
from sarapshy.language.likeness import likeness, share
from sarapshy.references.facts import Side
from sarapshy.references.registry import Entry, Registry

ALIKE = 0.6  # two sentences this alike speak of one action
CROWD = 40  # acts of one subject; more are not rivals but a genre
MATCHED = 0.4  # share of the words of a document that the other list holds


# -- norms set against each other by a rule


def find_opposed_norms(run: Run, rule: Rule) -> Iterator[Clash]:
    sides = run.sides[f"{OPPOSED} {rule.code}"]
    higher = [each for each in sides if each[2].role == "higher"]
    for entry, text, side in sides:
        above = [each for each in higher if _is_above(each[0], entry, run)]
        if side.role == "lower" and above:
            law, its_text, its_side = min(above, key=lambda each: (each[1].language != text.language, each[0].rank))
            yield Clash(text, side.place, against(law, its_side.place), ((its_text, its_side.place),))


def _is_above(higher: Entry, lower: Entry, run: Run) -> bool:
    """A law binds whatever is below it; an order, only an act that one of the two names."""
    return 0 < higher.rank < lower.rank and (higher.rank <= LAWS or run.are_linked(higher, lower))


# -- requirements to one post


def find_other_requirements(run: Run, rule: Rule) -> Iterator[Clash]:
    """Acts that ask different years of one experience for one post; with none of the values in common."""
    for group in _by_subject(run.sides[REQUIREMENT]):
        acts: dict[int, list[Told]] = defaultdict(list)
        for each in group:
            acts[each[0].position].append(each)
        for first, second in _pairs(list(acts.values())):
            values = [{side.value for _, _, side in act} for act in (first, second)]
            if values[0] & values[1] or run.are_versions(first[0][0], second[0][0]):
                continue
            low, high = who_yields(first[0], second[0], run)
            if (low[0].rank != high[0].rank) == (rule.factor == "K2"):
                yield _clash(low, high)


def _clash(low: Told, high: Told) -> Clash:
    more = {"value": low[2].value, "other_value": high[2].value}
    return Clash(low[1], low[2].place, against(high[0], high[2].place, **more), ((high[1], high[2].place),))


def _by_subject(sides: Iterable[Told]) -> Iterator[list[Told]]:
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in sides:
        groups[each[1].language, each[2].subject].append(each)
    for group in groups.values():
        if 1 < len({entry.position for entry, _, _ in group}) <= CROWD:
            yield group


def _pairs(
    acts: list[list[Told]],
) -> Iterator[tuple[list[Told], list[Told]]]:
    """Pairs of which at most one is of a local body: two districts may differ."""
    for position, first in enumerate(acts):
        for second in acts[position + 1 :]:
            if not (first[0][0].is_local and second[0][0].is_local):
                yield first, second


# -- sentences with different terms


def find_other_terms(run: Run, rule: Rule) -> Iterator[Clash]:
    """A sentence of an act and one of an act that it refers to, alike in all but the term."""
    by_text: dict[str, list[Told]] = defaultdict(list)
    for each in run.sides[STEP]:
        by_text[each[1].path].append(each)
    for one, other in _linked(run.registry):
        if run.are_versions(one, other) or (one.rank != other.rank) != (rule.factor == "K2"):
            continue
        for first in one.texts:
            for second in (text for text in other.texts if text.language == first.language):
                yield from _compare_steps(by_text[first.path], by_text[second.path], run)


def _linked(registry: Registry) -> Iterator[tuple[Entry, Entry]]:
    """Each pair of live acts of the run of which one names the other, once."""
    seen: set[tuple[int, int]] = set()
    for edge in registry.edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        one, other = (registry.entries[position] for position in pair)
        if pair not in seen and one.is_here and other.is_here and one.status in LIVE and other.status in LIVE:
            seen.add(pair)
            yield one, other


def _compare_steps(first: list[Told], second: list[Told], run: Run) -> Iterator[Clash]:
    words: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, (_, _, side) in enumerate(second):
        for head in side.heads:
            words[side.role, head].append(position)
    for each in first:
        shared: dict[int, int] = defaultdict(int)
        for head in each[2].heads:
            for position in words.get((each[2].role, head), ()):
                shared[position] += 1
        likely = [second[at] for at, count in shared.items() if count >= ALIKE * len(each[2].heads)]
        alike = [other for other in likely if _speak_of_one(each[2], other[2])]
        if alike and all(other[2].value != each[2].value for other in alike):
            low, high = who_yields(each, alike[0], run)
            yield _clash(low, high)


def _speak_of_one(one: Side, other: Side) -> bool:
    return one.subject == other.subject and likeness(frozenset(one.heads), frozenset(other.heads)) >= ALIKE


# -- a service and its standard


def find_other_service(run: Run, rule: Rule) -> Iterator[Clash]:
    """What two places say of one service: of one act with its standard, or of two acts."""
    role = service_role(rule)
    for group in _by_service(run.sides[SERVICE], role):
        told = Counter(text.path for _, text, _ in group)
        for first, second in combinations(group, 2):
            one_text = first[1] is second[1]  # its rules and its standard; more statements are of several services
            clear = told[first[1].path] == 2 if one_text else told[first[1].path] == told[second[1].path] == 1
            if clear and _are_of_one_matter(first, second, run) and _differ(role, first[2].value, second[2].value):
                yield _clash(*who_yields(first, second, run))


def _by_service(sides: Iterable[Told], role: str) -> Iterator[list[Told]]:
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in sides:
        if each[2].role == role:
            groups[each[1].language, each[2].subject].append(each)
    return (group for group in groups.values() if 1 < len(group) <= CROWD)


def _are_of_one_matter(first: Told, second: Told, run: Run) -> bool:
    if first[0] is second[0]:  # one row of a standard tells of several services: licences, and licences issued anew
        return first[1] is second[1] and first[2].place.path != second[2].place.path
    return run.are_linked(first[0], second[0]) and not run.are_versions(first[0], second[0])


def _differ(role: str, one: str, other: str) -> bool:
    if role == "term":
        return one != other
    lists = [[frozenset(item.split()) for item in value.split("\n")] for value in (one, other)]
    return any(
        all(share(item, known) < MATCHED for known in there) for here, there in (lists, lists[::-1]) for item in here
    )
