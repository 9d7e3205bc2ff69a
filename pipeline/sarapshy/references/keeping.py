"""The facts of a run beside its results: ``OUT/facts.jsonl.gz``, a line an act.

Questions about a finished run (``sarapshy graph cited-by …``) build the registry anew from these lines in a second or
two; the acts themselves are not read again.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from sarapshy.errors import InputError
from sarapshy.references.facts import Facts

NAME = "facts.jsonl.gz"
FAST = 3  # a third of the size of level 1, and half the time of level 6
PART = ".part"


def write_facts(folder: Path, facts: Iterable[Facts]) -> Path:
    """The file is whole or what it was before. OSError where the disk takes no more."""
    path, encoder = folder / NAME, msgspec.json.Encoder()
    part = path.with_name(f"{NAME}.{os.getpid()}{PART}")
    with part.open("wb") as target, gzip.GzipFile("", "wb", FAST, target, mtime=0) as lines:
        for each in facts:
            lines.write(encoder.encode(each) + b"\n")
    part.replace(path)
    return path


def read_kept_facts(folder: Path) -> Iterator[Facts]:
    """InputError where the folder holds no run, or one of an older build."""
    decoder = msgspec.json.Decoder(Facts)
    try:
        with gzip.open(folder / NAME, "rb") as lines:
            for each in lines:
                yield decoder.decode(each)
    except (OSError, EOFError, msgspec.MsgspecError) as error:
        raise InputError("graph.no_facts", str(folder)) from error
