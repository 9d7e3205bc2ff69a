"""A model on the disk: a file of skops, which holds numbers and names and runs nothing when it is read, unlike a pickle.

    clauses.skops: schema.json {"content": {"told": …, "pieces_keys": {"file": "1402.npy"}, …}}, 1402.npy, …

It is written by skops. Read it is by the few lines here, since skops brings numpy and scikit-learn, which take longer to import
than a whole act takes to check: an archive, the names in its schema, and rows of numbers.
"""

from __future__ import annotations

import ast
import json
import struct
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.model import HALF, Table, Weights
from sarapshy.errors import InputError

FORMAT = 3
TABLES = ("pieces", "signs")
KEY, HALVES = "<u4", "<f2"  # how .npy calls whole numbers of 32 bits and half floats
LARGEST = 64_000_000  # bytes of a member of the archive when it is unpacked
_MAGIC, _HEADER = b"\x93NUMPY\x01\x00", 10  # of a .npy: after them two bytes give the length of what describes it


def save(weights: Weights, path: Path) -> None:
    from skops import io as skops

    told = {
        "format": FORMAT,
        "families": weights.families,
        "intercepts": weights.intercepts,
        "acceptance": asdict(weights.acceptance) if weights.acceptance else None,
        "about": weights.about,
    }
    tables = zip(TABLES, (weights.pieces, weights.signs), strict=True)
    members = {key: value for name, table in tables for key, value in _name_members(name, table).items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    skops.dump({"told": json.dumps(told), **members}, path, compression=ZIP_DEFLATED, compresslevel=9)


def _name_members(name: str, table: Table) -> dict[str, Any]:
    import numpy as np

    return {
        f"{name}_keys": np.array(table.keys, dtype=KEY),
        f"{name}_rarity": np.array(table.rarity, dtype=HALVES),
        f"{name}_numbers": np.frombuffer(table.numbers, dtype=HALVES),
    }


def load(path: Path) -> Weights:
    """InputError where the file is none of ours."""
    try:
        with ZipFile(path) as archive:
            nodes = json.loads(_read(archive, "schema.json"))["content"]
            told = json.loads(json.loads(nodes["told"]["content"]))
            pieces, signs = (_read_table(archive, nodes, name) for name in TABLES)
        return _build(told, pieces, signs)
    except Exception as error:  # a zip, a pickle, a text: whatever was named in place of a model
        raise InputError("classify.no_model", str(path)) from error


@cache
def load_once(path: Path) -> Weights:
    return load(path)


def _build(told: dict[str, Any], pieces: Table, signs: Table) -> Weights:
    families, intercepts = tuple(told["families"]), tuple(told["intercepts"])
    if told["format"] != FORMAT or len(families) != len(intercepts):
        raise ValueError
    for table in (pieces, signs):
        if (len(table.rarity), len(table.numbers)) != (len(table.keys), len(table.keys) * len(families) * HALF):
            raise ValueError
    acceptance = Acceptance(**told["acceptance"]) if told["acceptance"] else None
    return Weights(families, pieces, signs, intercepts, acceptance, told["about"])


def _read(archive: ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise ValueError
    return archive.read(name)


def _read_table(archive: ZipFile, nodes: dict[str, Any], name: str) -> Table:
    keys, rarity, numbers = (
        _read_member(archive, nodes[f"{name}_{part}"]["file"], kind)
        for part, kind in (("keys", KEY), ("rarity", HALVES), ("numbers", HALVES))
    )
    return Table(_unpack("I", 4, keys), _unpack("e", HALF, rarity), numbers)


def _read_member(archive: ZipFile, name: str, kind: str) -> bytes:
    """The bytes of the numbers of a .npy."""
    data = _read(archive, name)
    end = _HEADER + int.from_bytes(data[8:_HEADER], "little")
    told = ast.literal_eval(data[_HEADER:end].decode("latin-1"))
    if not data.startswith(_MAGIC) or told["fortran_order"] or told["descr"] != kind:
        raise ValueError
    return data[end:]


def _unpack(sign: str, size: int, data: bytes) -> tuple[Any, ...]:
    return struct.unpack(f"<{len(data) // size}{sign}", data)
