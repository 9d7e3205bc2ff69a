"""The second phase: the acts of a run side by side, in the parent process, over the facts that the first phase kept.

What only two acts together show (an order against its code, a norm that rests on a repealed act) becomes findings of the
act at fault; the Kazakh and the Russian text of one act whose file names do not tell that they are one are held against
each other here, once their identities do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sarapshy.acts.model import Act
from sarapshy.acts.stretches import Reading
from sarapshy.batch.examine import Examined
from sarapshy.batch.selection import choose_rules
from sarapshy.batch.store import Unwritable
from sarapshy.batch.work import Settings
from sarapshy.detect.across import find_across
from sarapshy.detect.rules import Rule
from sarapshy.detect.run import find_by_rule
from sarapshy.detect.slots import Answers, find_answers
from sarapshy.findings.model import Finding
from sarapshy.references.facts import Facts
from sarapshy.references.keeping import write_facts
from sarapshy.references.registering import build_registry
from sarapshy.references.registry import Registry
from sarapshy.report.html import page_name
from sarapshy.report.neighbourhood import Neighbourhood, find_neighbours


@dataclass(frozen=True)
class Compared:
    """``others`` are findings by the act's name, ``around`` its neighbours, ``twins`` keys of the same act in the other
    language, of pairs that the names of their files did not tell, ``answers`` what acts that are cited say of the slots of
    a checklist, ``facts`` those of all acts in the order of the run."""

    registry: Registry
    others: Mapping[str, Sequence[Finding]]
    around: Mapping[str, Neighbourhood]
    twins: Mapping[str, str]
    answers: Mapping[str, Answers]
    facts: Sequence[Facts] = ()

    @property
    def clashes(self) -> Iterator[tuple[str, str, str]]:
        """(act at fault, the other, rule) of each contradiction between two acts."""
        for path, findings in self.others.items():
            for finding in findings:
                if finding.code.startswith("K"):
                    yield from ((path, other.act, finding.rule) for other in finding.related[:1])


def compare(settings: Settings, examined: Sequence[Examined]) -> Compared:
    """What the acts say of each other; nothing is written."""
    facts = [each for one in examined if (each := settings.store.get(Facts, one.found)) is not None]
    registry, rules = build_registry(facts), choose_rules(settings.selection)
    others: dict[str, list[Finding]] = defaultdict(list, find_across(registry, rules))
    pairs = list(_find_pairs(registry, examined))
    twins = {one.task.item.name: other.act for pair in pairs for one, other in (pair, pair[::-1])}
    for name, finding in _find_divergences(settings, pairs, rules):
        others[name].append(finding)
    pages = {text.path: page_name(text.path) for text in facts}
    around = find_neighbours(registry, others, pages)
    return Compared(registry, dict(others), around, twins, find_answers(registry), facts)


def keep_compared(compared: Compared, out: Path) -> None:
    """The facts of the acts and their graph, as files of the results. Unwritable where the disk takes no more."""
    from sarapshy.references.graph import build_graph
    from sarapshy.references.graph_files import keep_graph

    try:
        write_facts(out, compared.facts)
        keep_graph(build_graph(compared.registry, compared.clashes), out)
    except OSError as error:
        raise Unwritable(str(out), error.strerror or str(error)) from error


def _find_pairs(registry: Registry, examined: Iterable[Examined]) -> Iterator[tuple[Examined, Examined]]:
    """The two texts of each act that is there in both languages though the names of its files do not tell."""
    files = {one.task.item.name: one for one in examined}
    for pair in registry.pairs():
        one, other = (files.get(text.path) for text in pair)
        if one and other and not (one.task.partner or other.task.partner):
            yield one, other


def _find_divergences(
    settings: Settings, pairs: Iterable[tuple[Examined, Examined]], rules: Iterable[Rule]
) -> Iterator[tuple[str, Finding]]:
    """What the two texts of an act say differently."""
    parity = [rule for rule in rules if rule.kind == "parity"]
    for pair in pairs if parity else ():
        acts = [settings.store.get(Act, each.act) for each in pair]
        for act, partner in (acts, acts[::-1]):
            if act is None or partner is None:
                continue
            for found in find_by_rule(Reading(act, partner), parity).values():
                yield from ((act.path, finding) for finding in found)
