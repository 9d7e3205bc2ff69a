"""How fast, how steadily and how much: the figures of docs/scale.md.

    python tests/benchmarks/speed.py FOLDER [--sizes 100 1000 10000] [--largest BYTES] [--draw SEED] [--jobs 2] [--short]
        [--only-growth]

For each size, that many acts spread evenly over the folder, or drawn at random, each size holding the smaller: a first run, and a second with nothing changed; seconds of
the clock and of the processor, the latter also for a megabyte, which is what shows how cost grows. Then one act of about
30 KB by ``check``, from a cold start and as a second file of the same call; and the same words sought by patterns of
rules and by spaCy's Matcher, as a ratio within one process. ``peers.py`` compares with other programs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time, sleep

ACT = 30_000  # bytes
STEMS = ("комиссия", "өтініш", "құжат", "тәртіп", "шешім", "мерзім", "орган", "басшы", "қаулы", "бұйрық")


@dataclass(frozen=True, slots=True)
class Measured:
    files: int
    megabytes: float
    seconds: float
    processor: float  # seconds, over all processes
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--largest", type=int, help="bytes of an act, at most")
    parser.add_argument("--draw", type=int, metavar="SEED", help="acts at random")
    parser.add_argument("--short", action="store_true", help="ten acts, one try")
    parser.add_argument("--only-growth", action="store_true")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.iterdir() if path.suffix == ".txt")
    if options.largest:
        paths = [path for path in paths if path.stat().st_size <= options.largest]
    for size in [10] if options.short else options.sizes:
        print_runs(choose(paths, size, options.draw), options.jobs)
    if options.only_growth:
        return
    act = min(paths, key=lambda path: abs(path.stat().st_size - ACT))
    print_check(act, 1 if options.short else 5)
    print_matcher([path.read_text(encoding="utf-8") for path in spread_evenly(paths, 5 if options.short else 100)])


def choose(paths: Sequence[Path], count: int, seed: int | None) -> list[Path]:
    return spread_evenly(paths, count) if seed is None else Random(seed).sample(paths, len(paths))[:count]


def spread_evenly(paths: Sequence[Path], count: int) -> list[Path]:
    count = min(count, len(paths))
    return [paths[number * len(paths) // count] for number in range(count)]


def print_runs(paths: Sequence[Path], jobs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        acts, out = Path(folder, "acts"), Path(folder, "out")
        acts.mkdir()
        for path in paths:
            (acts / path.name).symlink_to(path.absolute())
        for name in ("first run", "nothing changed"):
            told = run(acts, out, jobs)
            rate = f"{told.seconds:8.1f} s {told.megabytes / told.seconds:6.2f} MB/s"
            cost = f"{told.processor:8.1f} s of the processor, {told.processor / told.megabytes:5.2f} a MB"
            print(
                f"{told.files:6} acts {told.megabytes:7.1f} MB  {name:16}{rate} {cost}, {told.memory:.0f} MB of memory",
                flush=True,
            )


def run(acts: Path, out: Path, jobs: int) -> Measured:
    began = perf_counter()
    command = [sys.executable, "-m", "sarapshy", "run", str(acts), "-o", str(out), "--jobs", str(jobs), "--quiet"]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as made:
        processor = watch(made)
    seconds = perf_counter() - began
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return Measured(record["files"], record["megabytes"], seconds, processor, record["peak_memory_megabytes"])


def watch(started: subprocess.Popen[bytes]) -> float:
    """Seconds of the processor of all processes of its session, to a fifth of a second each: those of a fork server are
    nobody's children when they end. Linux only; nought elsewhere."""
    spent: dict[str, int] = {}
    while started.poll() is None:
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[3]) == started.pid:  # the session; 11 and 12 are its own and the system's ticks
                    spent[stat.parent.name] = int(fields[11]) + int(fields[12])
        sleep(0.2)
    return sum(spent.values()) / os.sysconf("SC_CLK_TCK")


def print_check(act: Path, times: int) -> None:
    cold = sorted(time_check([act]) for _ in range(times))
    both = sorted(time_check([act, act]) for _ in range(times))
    warm = median(both) - median(cold)
    print(
        f"check of {act.stat().st_size} bytes: cold {cold[0]:.2f} s at best, {median(cold):.2f} s in the middle; ",
        end="",
    )
    print(f"a second file in the same call {1000 * warm:.0f} ms more", flush=True)


def time_check(acts: Sequence[Path]) -> float:
    began = perf_counter()
    command = [sys.executable, "-m", "sarapshy", "check", *map(str, acts)]
    subprocess.run(command, capture_output=True, check=False)
    return perf_counter() - began


def print_matcher(texts: Sequence[str]) -> None:
    """Pairs of stems up to two words apart: a hundred patterns, the same for both."""
    ours, found = time_patterns(texts)
    theirs, others = time_spacy(texts)
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(
        f"100 patterns over {size:.1f} MB: {ours:.1f} s ({found} hits), spaCy's Matcher {theirs:.1f} s ({others} hits)"
    )


def time_patterns(texts: Sequence[str]) -> tuple[float, int]:
    from sarapshy.language.letters import fold
    from sarapshy.language.pattern import compile_pattern
    from sarapshy.language.words import Words

    patterns = [compile_pattern(f"{first}~ <2> {second}~", "kk") for first in STEMS for second in STEMS]
    began, found = process_time(), 0
    for text in texts:
        words = Words(fold(text).text)
        found += sum(1 for pattern in patterns for _ in pattern.find_words(words, 0, len(words)))
    return process_time() - began, found


def time_spacy(texts: Sequence[str]) -> tuple[float, int]:
    import spacy
    from spacy.matcher import Matcher

    language = spacy.blank("kk")
    language.max_length = 10**8
    matcher = Matcher(language.vocab)
    for first in STEMS:
        for second in STEMS:
            tokens = [{"LOWER": {"REGEX": f"^{first}"}}, {"OP": "?"}, {"OP": "?"}, {"LOWER": {"REGEX": f"^{second}"}}]
            matcher.add(f"{first} {second}", [tokens])
    began = process_time()
    found = sum(len(matcher(language.make_doc(text))) for text in texts)
    return process_time() - began, found


if __name__ == "__main__":
    main()
