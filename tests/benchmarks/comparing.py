"""What it costs to hold the acts of a country against each other, and how that grows: the figures of docs/graph.md.

    sarapshy graph build ACTS -o OUT
    python tests/benchmarks/comparing.py OUT [--sizes 1000 3000 10000] [--times 3] [--most 1.2]

For each size, so many acts drawn at random: seconds of the processor, the least of several tries, for the registry, for the
findings that only two acts show, and for the graph; then the power with which all of it grows. Exit code 1 where that is
above ``--most``. Findings and references per act grow too: of more acts, more stand beside those they name.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from time import process_time
from typing import Any

from sarapshy.detect.across import find_across
from sarapshy.references.facts import Facts
from sarapshy.references.graph import build_graph
from sarapshy.references.keeping import read_kept_facts
from sarapshy.references.registering import build_registry

SEED = 20240401


@dataclass(frozen=True, slots=True)
class Measured:
    """``seconds`` are for the registry, the findings and the graph."""

    acts: int
    seconds: tuple[float, float, float]
    references: int
    findings: int
    nodes: int
    edges: int

    @property
    def total(self) -> float:
        return sum(self.seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 3000, 10000])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--most", type=float, default=1.2)
    options = parser.parse_args()
    facts = list(read_kept_facts(options.folder))
    measured = [measure(draw(facts, size), options.times) for size in options.sizes]
    for each in measured:
        print_row(each)
    power = fit([(each.acts, each.total) for each in measured])
    print(f"grows with the power of {power:.2f}")
    sys.exit(power > options.most)


def draw(facts: Sequence[Facts], size: int) -> list[Facts]:
    """The smaller draw is a part of the larger, in the order of the corpus."""
    chosen = random.Random(SEED).sample(range(len(facts)), len(facts))[:size]
    return [facts[position] for position in sorted(chosen)]


def measure(facts: Sequence[Facts], times: int) -> Measured:
    registering, registry = time(lambda: build_registry(facts), times)
    finding, found = time(lambda: find_across(registry), times)
    drawing, graph = time(lambda: build_graph(registry), times)
    return Measured(
        len(facts),
        (registering, finding, drawing),
        len(registry.edges),
        sum(map(len, found.values())),
        graph.number_of_nodes(),
        graph.number_of_edges(),
    )


def time(work: Callable[[], Any], times: int) -> tuple[float, Any]:
    """Seconds of the processor, without the collector of garbage, which walks over everything that there is."""
    took, made = [], None
    for _ in range(times):
        gc.collect()
        gc.disable()
        began = process_time()
        made = work()
        took.append(process_time() - began)
        gc.enable()
    return min(took), made


def fit(points: Sequence[tuple[int, float]]) -> float:
    """The slope of the seconds over the acts, both as logarithms, by least squares."""
    logs = [(log(acts), log(seconds)) for acts, seconds in points]
    middle = [sum(axis) / len(logs) for axis in zip(*logs, strict=True)]
    above: float = sum((x - middle[0]) * (y - middle[1]) for x, y in logs)
    return above / sum((x - middle[0]) ** 2 for x, _ in logs)


def print_row(measured: Measured) -> None:
    seconds = "  ".join(
        f"{name} {each:6.2f} s" for name, each in zip(("registry", "findings", "graph"), measured.seconds, strict=True)
    )
    print(
        f"{measured.acts:6} acts  {seconds}  {1000 * measured.total / measured.acts:5.2f} ms an act  "
        f"{measured.references} references  {measured.findings} findings  {measured.nodes} nodes  {measured.edges} edges",
        flush=True,
    )


if __name__ == "__main__":
    main()
