"""How fast a folder of acts is read through, and how soon a drafter has an answer.

    python tests/benchmarks/throughput.py FOLDER [--jobs 2] [--files 2000] [--repeat 5]

Prints MB/s of text, acts/s and peak memory of one run over the folder (or over its first files), then the time from a
cold start of ``sarapshy check`` to its last line, on an act of about 30 KB: the best and the median of some tries.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from sarapshy.acts.readers import Input, discover
from sarapshy.batch.runner import run_batch
from sarapshy.batch.selection import Selection
from sarapshy.batch.work import Settings

ACT = 30_000  # bytes; the size of an ordinary set of rules


def main() -> None:
    options = read_options()
    files = [item for item in islice(discover([options.folder]), options.files) if isinstance(item, Input)]
    with tempfile.TemporaryDirectory() as out:
        record = run_batch(
            list(dict.fromkeys(item.path for item in files)), Settings(Path(out), "en", Selection()), options.jobs
        ).record
    for name in ("files", "failed", "megabytes", "seconds", "megabytes_per_second", "acts_per_second", "jobs"):
        print(f"{name:24}{record[name]}")
    print(f"{'findings':24}{record['findings']['total']}")
    print(f"{'peak_memory_megabytes':24}{record['peak_memory_megabytes']}")
    act = min((item.path for item in files if item.member is None), key=lambda path: abs(path.stat().st_size - ACT))
    times = sorted(time_check(act) for _ in range(options.repeat))
    print(f"{'check, cold':24}best {times[0]:.2f} s, median {median(times):.2f} s ({act.stat().st_size} bytes)")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=5)
    return parser.parse_args()


def time_check(act: Path) -> float:
    """Seconds of one ``sarapshy check`` in a process of its own."""
    began = perf_counter()
    subprocess.run([sys.executable, "-m", "sarapshy", "check", str(act)], capture_output=True, check=False)
    return perf_counter() - began


if __name__ == "__main__":
    main()
