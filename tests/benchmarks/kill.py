"""A run that is killed goes on where it was, and ends with the bytes of one that was not.

    python tests/benchmarks/kill.py [ACTS] [--times 20] [--jobs 2] [--seed 1]

A run over the acts is killed with SIGKILL at a random moment, as often as told, each time going on in the same folder;
then it is let through and its lines and pages are held against those of an undisturbed run. Then the same with what is
kept on disk damaged at random places.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

ACTS = Path(__file__).resolve().parents[2] / "corpora" / "acts"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("acts", type=Path, nargs="?", default=ACTS)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        differing = measure(options.acts, Path(folder), options.times, options.jobs, random.Random(options.seed))
    print("differing files:", ", ".join(differing) or "none")
    raise SystemExit(1 if differing else 0)


def measure(acts: Path, folder: Path, times: int, jobs: int, chance: random.Random) -> list[str]:
    """Names of the results that are not those of an undisturbed run."""
    began = time.monotonic()
    finish(acts, folder / "whole", jobs)
    whole, seconds = read_results(folder / "whole"), time.monotonic() - began
    print(f"undisturbed: {seconds:.1f} s, {len(whole)} files")
    moments = [kill_once(acts, folder / "killed", jobs, chance.uniform(0, seconds * 1.1)) for _ in range(times)]
    print("killed after", ", ".join(f"{moment:.1f}" for moment in moments), "s")
    finish(acts, folder / "killed", jobs)
    differing = compare(whole, read_results(folder / "killed"))
    damaged = damage(folder / "killed" / ".cache", chance)
    finish(acts, folder / "killed", jobs)
    print(f"{damaged} entries of the cache damaged")
    return differing + compare(whole, read_results(folder / "killed"))


def command(acts: Path, out: Path, jobs: int) -> Sequence[str]:
    run = (sys.executable, "-m", "sarapshy", "run", str(acts), "-o", str(out), "--jobs", str(jobs), "--quiet")
    return (*run, "--ui-lang", "en")


def finish(acts: Path, out: Path, jobs: int) -> None:
    subprocess.run(command(acts, out, jobs), check=False, capture_output=True)


def kill_once(acts: Path, out: Path, jobs: int, moment: float) -> float:
    """Only the parent is killed, as ``kill -9`` of a person would; its processes go by themselves."""
    run = subprocess.Popen(command(acts, out, jobs), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.wait(moment)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
    return moment


def damage(cache: Path, chance: random.Random) -> int:
    """A bit turned, an end cut off or all of it lost, in a third of the entries."""
    entries = sorted(path for path in cache.rglob("*") if path.is_file())
    chosen = chance.sample(entries, len(entries) // 3)
    for path in chosen:
        data = bytearray(path.read_bytes())
        at = chance.randrange(len(data))
        data[at] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(data[: chance.choice((0, at, len(data), len(data)))]))
    return len(chosen)


def read_results(out: Path) -> dict[str, str]:
    """Digests of lines and pages; run.json and the index tell the time."""
    paths = [*(out / "acts").glob("*"), out / "findings.jsonl", out / "acts.jsonl"]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()}


def compare(whole: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in whole.keys() | other.keys() if whole.get(name) != other.get(name))


if __name__ == "__main__":
    main()
