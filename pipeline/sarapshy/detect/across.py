"""What only two acts together show: a by-law against its code, a standard against its rules, a norm that rests on an act
which lost its force.

Order 318 holds a competition for a school's head every five years; article 139 of the Labour Code lets only a body with a
vacant post hold one: the order is at fault, as the lower of the two, and both places are shown. Pairs are never sought
among all acts: they share a subject (a post, a service), a reference of one to the other, or the rule that sets their
norms against each other, and each of these is an index. Nothing is said of an act that is not in the run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from sarapshy.acts.identity import address
from sarapshy.acts.model import Status
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.sides import OPPOSED, POWER, REQUIREMENT, SERVICE, STEP, service_role
from sarapshy.findings.factors import legal_basis, read_factors
from sarapshy.findings.model import ActRef, ClauseRef, Finding, Related
from sarapshy.language.likeness import likeness, share
from sarapshy.messages import LANGUAGES
from sarapshy.references.citing import cite, cite_place
from sarapshy.references.facts import Facts, Place, Relation, Side
from sarapshy.references.naming import title_heads
from sarapshy.references.registry import Edge, Entry, Registry

CHANGING = (Relation.AMENDS, Relation.REPEALS)
LIVE = (Status.IN_FORCE, Status.UNKNOWN)
ALIKE = 0.6  # two sentences this alike speak of one action
CROWD = 40  # acts of one subject; more are not rivals but a genre
BYLAWS = 3  # acts of the run based on a law, below which the run knows nothing of its by-laws
ANSWERED = 0.5  # share of the words of what a law orders that the title of an act holds
FOREIGN = 0.12  # share of the words of a title that the authorising norm holds, below which it speaks of something else
MATCHED = 0.4  # share of the words of a document that the other list holds
Values = Callable[[str], Mapping[str, str]]  # by language
Check = Callable[["Run", Rule], Iterator["Clash"]]


@dataclass(frozen=True, slots=True)
class Clash:
    """A place of one text that is at fault, the places of others that show it, and the words that fill the rule."""

    text: Facts
    place: Place
    values: Values
    others: tuple[tuple[Facts, Place], ...] = ()
    confidence: float | None = None


@dataclass
class Run:
    """The registry with sides by matter; texts of acts that lost their force, drafts and amendments are left out."""

    registry: Registry
    sides: dict[str, list[tuple[Entry, Facts, Side]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for entry in self.registry.entries:
            for text in entry.texts if entry.status in LIVE else ():
                for side in text.sides:
                    self.sides[side.matter].append((entry, text, side))

    def between(self, one: Entry, other: Entry) -> Iterator[Edge]:
        for here, there in ((one, other), (other, one)):
            yield from (e for e in self.registry.outgoing.get(here.position, ()) if e.target == there.position)

    def are_linked(self, one: Entry, other: Entry) -> bool:
        """Whether one names the other."""
        return any(True for _ in self.between(one, other))

    def are_versions(self, one: Entry, other: Entry) -> bool:
        """Whether one changes, repeals or replaces the other: then the later speaks, and they do not clash."""
        return any(edge.relation in CHANGING for edge in self.between(one, other)) or _are_called_alike(one, other)


def _are_called_alike(one: Entry, other: Entry) -> bool:
    titles = [title_heads(entry.name.title or "") for entry in (one, other)]
    return bool(titles[0]) and titles[0] == titles[1]


def find_across(registry: Registry, rules: Iterable[Rule] | None = None) -> dict[str, list[Finding]]:
    """Findings by the path of the text at fault; without ids and ranks, which are given with those of the text itself."""
    run = Run(registry)
    found: dict[str, list[Finding]] = defaultdict(list)
    for rule in read_rules() if rules is None else rules:
        if rule.check in CHECKS:
            for clash in CHECKS[rule.check](run, rule):
                found[clash.text.path].append(_make(clash, rule))
    return dict(found)


def _make(clash: Clash, rule: Rule) -> Finding:
    text, place = clash.text, clash.place
    values = {
        language: {"words": place.quote, "point": place.number or "", **clash.values(language)}
        for language in LANGUAGES
    }
    clause = ClauseRef(place.clause, place.number, place.label, place.path) if place.clause else None
    return Finding(
        id="",
        act=_ref(text),
        code=rule.factor,
        family=read_factors()[rule.factor].family,
        clause=clause,
        quote=place.quote or None,
        start=place.start if place.quote else None,
        end=place.end if place.quote else None,
        severity=rule.severity,
        confidence=round(rule.confidence if clash.confidence is None else clash.confidence, 3),
        detector=rule.kind,
        rule=rule.code,
        message={language: words.format_map(values[language]) for language, words in rule.name.items()},
        why={language: words.format_map(values[language]) for language, words in rule.why.items()},
        remedy={language: words.format_map(values[language]) for language, words in rule.remedy.items()},
        slot=rule.slot,
        legal_basis=legal_basis(rule.factor, text.language, rule.slot),
        related=tuple(_relate(other, where) for other, where in clash.others),
    )


def _ref(text: Facts) -> ActRef:
    who = text.identity
    day = who.date.isoformat() if who.date else None
    return ActRef(
        text.path, address(who, text.language), who.kind, who.number, day, who.title, text.language, text.sha256
    )


def _relate(text: Facts, place: Place) -> Related:
    quoted = bool(place.quote)
    return Related(
        text.path,
        place.path or None,
        place.quote or None,
        place.start if quoted else None,
        place.end if quoted else None,
    )


def _against(entry: Entry, place: Place, **more: str) -> Values:
    """Values that name the other act and its clause, with what it says."""
    return lambda language: {
        "act": cite(entry, language),
        "other": cite_place(entry, place.path, language),
        "other_words": place.quote,
        **more,
    }


# -- norms set against each other by a rule


def find_opposed_norms(run: Run, rule: Rule) -> Iterator[Clash]:
    sides = run.sides[f"{OPPOSED} {rule.code}"]
    higher = [each for each in sides if each[2].role == "higher"]
    for entry, text, side in sides:
        above = [each for each in higher if 0 < each[0].rank < entry.rank and each[0] is not entry]
        if side.role == "lower" and above:
            law, its_text, its_side = min(above, key=lambda each: (each[1].language != text.language, each[0].rank))
            yield Clash(text, side.place, _against(law, its_side.place), ((its_text, its_side.place),))


# -- requirements to one post


def find_other_requirements(run: Run, rule: Rule) -> Iterator[Clash]:
    """Acts that ask different years of one experience for one post; with none of the values in common."""
    for group in _by_subject(run.sides[REQUIREMENT]):
        acts: dict[int, list[tuple[Entry, Facts, Side]]] = defaultdict(list)
        for each in group:
            acts[each[0].position].append(each)
        for first, second in _pairs(list(acts.values())):
            values = [{side.value for _, _, side in act} for act in (first, second)]
            if values[0] & values[1] or run.are_versions(first[0][0], second[0][0]):
                continue
            low, high = _who_yields(first[0], second[0], run)
            if (low[0].rank != high[0].rank) == (rule.factor == "K2"):
                yield _clash(low, high)


def _clash(low: tuple[Entry, Facts, Side], high: tuple[Entry, Facts, Side]) -> Clash:
    more = {"value": low[2].value, "other_value": high[2].value}
    return Clash(low[1], low[2].place, _against(high[0], high[2].place, **more), ((high[1], high[2].place),))


def _by_subject(sides: Iterable[tuple[Entry, Facts, Side]]) -> Iterator[list[tuple[Entry, Facts, Side]]]:
    groups: dict[tuple[str, str], list[tuple[Entry, Facts, Side]]] = defaultdict(list)
    for each in sides:
        groups[each[1].language, each[2].subject].append(each)
    for group in groups.values():
        if 1 < len({entry.position for entry, _, _ in group}) <= CROWD:
            yield group


def _pairs(
    acts: list[list[tuple[Entry, Facts, Side]]],
) -> Iterator[tuple[list[tuple[Entry, Facts, Side]], list[tuple[Entry, Facts, Side]]]]:
    """Pairs of which at most one is of a local body: two districts may differ."""
    for position, first in enumerate(acts):
        for second in acts[position + 1 :]:
            if not (first[0][0].is_local and second[0][0].is_local):
                yield first, second


def _who_yields(
    first: tuple[Entry, Facts, Side], second: tuple[Entry, Facts, Side], run: Run
) -> tuple[tuple[Entry, Facts, Side], tuple[Entry, Facts, Side]]:
    """(at fault, the other): the lower in rank; of equals the one that refers to the other, else the later."""
    one, other = first[0], second[0]
    if one.rank != other.rank:
        return (first, second) if one.rank > other.rank else (second, first)
    refers = [
        any(edge.target == b.position for edge in run.registry.outgoing.get(a.position, ()))
        for a, b in ((one, other), (other, one))
    ]
    if refers[0] != refers[1]:
        return (first, second) if refers[0] else (second, first)
    return (first, second) if (one.name.date or "") >= (other.name.date or "") else (second, first)


# -- sentences with different terms


def find_other_terms(run: Run, rule: Rule) -> Iterator[Clash]:
    """A sentence of an act and one of an act that it refers to, alike in all but the term."""
    by_text: dict[str, list[tuple[Entry, Facts, Side]]] = defaultdict(list)
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


def _compare_steps(
    first: list[tuple[Entry, Facts, Side]], second: list[tuple[Entry, Facts, Side]], run: Run
) -> Iterator[Clash]:
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
            low, high = _who_yields(each, alike[0], run)
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
                yield _clash(*_who_yields(first, second, run))


def _by_service(sides: Iterable[tuple[Entry, Facts, Side]], role: str) -> Iterator[list[tuple[Entry, Facts, Side]]]:
    groups: dict[tuple[str, str], list[tuple[Entry, Facts, Side]]] = defaultdict(list)
    for each in sides:
        if each[2].role == role:
            groups[each[1].language, each[2].subject].append(each)
    return (group for group in groups.values() if 1 < len(group) <= CROWD)


def _are_of_one_matter(first: tuple[Entry, Facts, Side], second: tuple[Entry, Facts, Side], run: Run) -> bool:
    if first[0] is second[0]:
        return first[1] is second[1]
    return run.are_linked(first[0], second[0]) and not run.are_versions(first[0], second[0])


def _differ(role: str, one: str, other: str) -> bool:
    if role == "term":
        return one != other
    lists = [[frozenset(item.split()) for item in value.split("\n")] for value in (one, other)]
    return any(
        all(share(item, known) < MATCHED for known in there) for here, there in (lists, lists[::-1]) for item in here
    )


# -- references to acts that are no more, or are others


def find_lost_acts(run: Run, rule: Rule) -> Iterator[Clash]:
    """Places that rest on an act which another act of the run repealed. Of norms that leave a matter to it, by the rule
    on blanket norms; of the others, by that on broken references."""
    blanket = rule.factor == "N1"
    for source, target, edges in _cited(run.registry):
        lost = target.repealed_by
        if (
            lost is None
            or target.name.key
            or not target.name.date
            or source.status not in LIVE
            or _changes(run.registry, source, target)
        ):
            continue
        cut = run.registry.edges[lost]
        speaking = [edge for edge in edges if edge.mention.place.quote and not edge.misdated]
        if speaking and blanket == any(edge.mention.delegates for edge in speaking):
            yield _lost(run.registry, speaking, cut, rule)


def _lost(registry: Registry, edges: list[Edge], cut: Edge, rule: Rule) -> Clash:
    target, ender = registry.entries[cut.target], registry.entries[cut.source]
    first = next((edge for edge in edges if edge.mention.delegates), edges[0])
    source = registry.entries[first.source]
    late = source.date is not None and ender.date is not None and source.date > ender.date
    others = [(edge.text, edge.mention.place) for edge in edges if edge is not first and edge.text is first.text]

    def values(language: str) -> Mapping[str, str]:
        return {"act": cite(target, language), "other": cite(ender, language)}

    confidence = min(rule.confidence + 0.15, 0.9) if late else rule.confidence
    return Clash(first.text, first.mention.place, values, ((cut.text, cut.mention.place), *others[:5]), confidence)


def _cited(registry: Registry) -> Iterator[tuple[Entry, Entry, list[Edge]]]:
    """Who rests on whom, and where."""
    groups: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in registry.edges:
        if edge.relation in (Relation.CITES, Relation.BASED_ON):
            groups[edge.source, edge.target].append(edge)
    for (source, target), edges in groups.items():
        yield registry.entries[source], registry.entries[target], edges


def _changes(registry: Registry, source: Entry, target: Entry) -> bool:
    return any(
        edge.target == target.position and edge.relation in CHANGING
        for edge in registry.outgoing.get(source.position, ())
    )


def find_misdated(run: Run, rule: Rule) -> Iterator[Clash]:
    """Acts named by a date that is not theirs, once a pair."""
    seen: set[tuple[str, int]] = set()
    for edge in run.registry.edges:
        key = (edge.text.path, edge.target)
        if edge.misdated and edge.name.date and edge.mention.place.quote and key not in seen:
            seen.add(key)
            target = run.registry.entries[edge.target]
            said = ".".join(reversed(edge.name.date.split("-")))
            text = target.text(edge.text.language)
            others = ((text, Place(0, 0)),) if text else ()
            yield Clash(edge.text, edge.mention.place, _naming(target, said=said), others)


def _naming(entry: Entry, **more: str) -> Values:
    return lambda language: {"act": cite(entry, language), **more}


def find_lacking_clauses(run: Run, rule: Rule) -> Iterator[Clash]:
    """Articles of a law of the run that it has not, where its text is of a day on which the citing act stood."""
    for source, target, edges in _cited(run.registry):
        for edge in edges if target.is_here and source.status in LIVE else ():
            law, article = target.text(edge.text.language), " ".join(edge.mention.address.split()[:2])
            lacks = law is not None and article.startswith("art ") and article not in law.clauses
            if law is not None and lacks and edge.mention.place.quote and _is_of_later_day(law, edge.text):
                values = _naming(target, clause=article.removeprefix("art "))
                yield Clash(edge.text, edge.mention.place, values, ((law, Place(0, 0)),))


def _is_of_later_day(law: Facts, text: Facts) -> bool:
    day = text.identity.edition or text.identity.date
    return law.identity.edition is not None and day is not None and day <= law.identity.edition


# -- laws and the acts they order


def find_unadopted(run: Run, rule: Rule) -> Iterator[Clash]:
    """What a law orders others to adopt, and no act that the run knows by name answers, though several rest on the law."""
    titles = [frozenset(title_heads(entry.name.title)) for entry in run.registry.entries if entry.name.title]
    for entry, text, side in run.sides[POWER]:
        incoming = run.registry.incoming.get(entry.position, ())
        resting = {edge.source for edge in incoming if edge.relation is Relation.BASED_ON}
        cited = any(edge.mention.address and side.subject.startswith(edge.mention.address) for edge in incoming)
        heads = frozenset(side.heads)
        if len(resting) >= BYLAWS and not cited and not any(share(heads, title) >= ANSWERED for title in titles):
            yield Clash(text, side.place, _counting(entry, len(resting)))


def _counting(entry: Entry, acts: int) -> Values:
    return lambda language: {"act": cite(entry, language), "acts": str(acts)}


def find_foreign_powers(run: Run, rule: Rule) -> Iterator[Clash]:
    """Acts whose title has next to nothing in common with the norm of the law on which they say they are based."""
    powers = {(text.path, side.subject): (text, side) for _, text, side in run.sides[POWER]}
    for source, target, edges in _cited(run.registry):
        for edge in edges:
            law = target.text(edge.text.language)
            power = powers.get((law.path, edge.mention.address)) if law else None
            title = frozenset(title_heads(edge.text.identity.title or ""))
            if edge.relation is not Relation.BASED_ON or power is None or len(title) < 4 or source.status not in LIVE:
                continue
            if share(title, frozenset(power[1].heads)) < FOREIGN and power[0].language == edge.text.language:
                place = power[1].place
                yield Clash(edge.text, edge.mention.place, _against(target, place), ((power[0], place),))


CHECKS: dict[str, Check] = {
    "opposed_norms": find_opposed_norms,
    "other_requirement": find_other_requirements,
    "other_term": find_other_terms,
    "other_service": find_other_service,
    "lost_act": find_lost_acts,
    "misdated_act": find_misdated,
    "lacking_clause": find_lacking_clauses,
    "unadopted": find_unadopted,
    "foreign_power": find_foreign_powers,
}
