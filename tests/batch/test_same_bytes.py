"""The same acts give the same bytes: whatever the seed of hashes, the locale, the processes and the order of the paths.

Real processes, for a seed and a locale are taken when one starts. Only run.json tells when and how long.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WAYS = {
    "another seed": ({"PYTHONHASHSEED": "1"}, 1, False),
    "two processes and another seed": ({"PYTHONHASHSEED": "2"}, 2, False),
    "the paths the other way round": ({"PYTHONHASHSEED": "0"}, 1, True),
    "the locale C.UTF-8": ({"PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8", "LANG": ""}, 1, False),
    "the locale of C, which knows no Cyrillic": ({"PYTHONHASHSEED": "4", "LC_ALL": "C", "LANG": ""}, 1, False),
    "a Russian locale": ({"PYTHONHASHSEED": "5", "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"}, 1, False),
}
NAMES = (
    "admission.kk.pdf",
    "dissertation-council.kk.txt",
    "dormitory.ru.docx",
    "labour-139.kk.txt",
    "labour-139.ru.txt",
)


def write_run(sample_acts: Path, out: Path, environment: dict[str, str], jobs: int, turned: bool) -> dict[str, bytes]:
    """What a run of some acts left, by name."""
    paths = [str(sample_acts / name) for name in (NAMES[::-1] if turned else NAMES)]
    options = ["-o", str(out), "--jobs", str(jobs), "--no-cache", "--ui-lang", "kk", "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "sarapshy", "run", *paths, *options],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    written = (path for path in sorted(out.rglob("*")) if path.is_file() and path.suffix in (".jsonl", ".html"))
    return {str(path.relative_to(out)): path.read_bytes() for path in written}


@pytest.fixture(scope="module")
def plain(sample_acts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return write_run(sample_acts, tmp_path_factory.mktemp("plain"), {"PYTHONHASHSEED": "0"}, 1, False)


@pytest.mark.parametrize("way", WAYS)
def test_the_same_acts_give_the_same_bytes(
    way: str, plain: dict[str, bytes], sample_acts: Path, tmp_path: Path
) -> None:
    written = write_run(sample_acts, tmp_path, *WAYS[way])
    assert written.keys() == plain.keys() and len(plain) > len(NAMES)
    assert [name for name in plain if name != "index.html" and written[name] != plain[name]] == []
