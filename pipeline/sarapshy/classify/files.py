"""A model on the disk: a file of skops, which holds numbers and names and runs nothing when it is read, unlike a pickle.

    clauses.skops: schema.json {"content": {"told": …, "pieces": {"file": "1402.npy"}, …}}, 1402.npy, …

It is written by skops. Read it is by the few lines here, since skops brings numpy and scikit-learn, which take longer to import
than a whole act takes to check: an archive, the names in its schema, and rows of numbers.
"""

from __future__ import annotations

import ast
import json
import math
import struct
from array import array
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.features import PIECES, SIGNS
from sarapshy.classify.model import Table, Weights
from sarapshy.errors import InputError

FORMAT = 2
NUMBERS = ("pieces", "piece_rarity", "signs", "sign_rarity")
LARGEST = 64_000_000  # bytes of a member of the archive when it is unpacked
_MAGIC, _HEADER = b"\x93NUMPY\x01\x00", 10  # of a .npy: after them two bytes give the length of what describes it
_HALVES = {"descr": "<f2", "fortran_order": False}


def save(weights: Weights, path: Path) -> None:
    import numpy as np
    from skops import io as skops

    told = {
        "format": FORMAT,
        "families": weights.families,
        "intercepts": weights.intercepts,
        "acceptance": asdict(weights.acceptance) if weights.acceptance else None,
        "about": weights.about,
    }
    tables = (weights.pieces.numbers, weights.pieces.rarity, weights.signs.numbers, weights.signs.rarity)
    numbers = {name: np.array(each, dtype=np.float16) for name, each in zip(NUMBERS, tables, strict=True)}
    path.parent.mkdir(parents=True, exist_ok=True)
    skops.dump({"told": json.dumps(told), **numbers}, path, compression=ZIP_DEFLATED, compresslevel=9)


def load(path: Path) -> Weights:
    """InputError where the file is none of ours."""
    try:
        with ZipFile(path) as archive:
            nodes = json.loads(_read(archive, "schema.json"))["content"]
            told = json.loads(json.loads(nodes["told"]["content"]))
            pieces, piece_rarity, signs, sign_rarity = (_read_halves(archive, nodes[name]["file"]) for name in NUMBERS)
        return _build(told, Table(pieces, piece_rarity), Table(signs, sign_rarity))
    except Exception as error:  # a zip, a pickle, a text: whatever was named in place of a model
        raise InputError("classify.no_model", str(path)) from error


@cache
def load_once(path: Path) -> Weights:
    return load(path)


def _build(told: dict[str, Any], pieces: Table, signs: Table) -> Weights:
    families, intercepts = tuple(told["families"]), tuple(told["intercepts"])
    if told["format"] != FORMAT or len(families) != len(intercepts):
        raise ValueError
    for table, width in ((pieces, PIECES), (signs, SIGNS)):
        if (len(table.rarity), len(table.numbers)) != (width, width * len(families)):
            raise ValueError
    acceptance = Acceptance(**told["acceptance"]) if told["acceptance"] else None
    return Weights(families, pieces, signs, intercepts, acceptance, told["about"])


def _read(archive: ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise ValueError
    return archive.read(name)


def _read_halves(archive: ZipFile, name: str) -> array[float]:
    """The numbers of a .npy of half floats."""
    data = _read(archive, name)
    end = _HEADER + int.from_bytes(data[8:_HEADER], "little")
    shape = ast.literal_eval(data[_HEADER:end].decode("latin-1"))
    if not data.startswith(_MAGIC) or {key: shape[key] for key in _HALVES} != _HALVES:
        raise ValueError
    return array("f", struct.unpack(f"<{math.prod(shape['shape'])}e", data[end:]))
