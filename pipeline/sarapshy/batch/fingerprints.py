"""What an answer depends on beside the act: the code and the rules, each told by a digest.

Whoever changes ``rules/discretion/D2-decides.yaml`` wants that rule run again and no scan read again. So the code and the
knowledge that make an act of a file have one fingerprint, all that detects has another, each rule has its own, and what
makes pages of findings has the last.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sarapshy import __version__
from sarapshy.batch.store import digest
from sarapshy.language.actors import SPACY, STANZA

READING_CODE = ("acts", "language", "errors.py", "knowledge.py", "messages.py")
READING_RULES = ("lexicons", "acts.yaml")
DETECTING_CODE = (*READING_CODE, "references", "procedure", "detect", "findings")
DETECTING_RULES = (*READING_RULES, "types", "factors.yaml", "laws.yaml")


@cache
def fingerprint_reading() -> str:
    return _fingerprint(READING_CODE, READING_RULES)


@cache
def fingerprint_detecting() -> str:
    """Of all that a rule's findings depend on, but for the rule."""
    return digest(
        _fingerprint(DETECTING_CODE, DETECTING_RULES), *(os.environ.get(each, "") for each in (STANZA, *SPACY.values()))
    )


@cache
def fingerprint_rules() -> dict[str, str]:
    """By the code of the rule, which is the name of its file."""
    return {
        entry.name.removesuffix(".yaml"): digest(entry.read_bytes())
        for name, entry in _walk(files("sarapshy.rules"))
        if "/" in name and name.split("/")[0] not in DETECTING_RULES
    }


def fingerprint_model(model: Path) -> str:
    """Of what a classifier supposes: what it has learnt, and how it looks."""
    return _fingerprint_model(model, model.stat().st_mtime_ns)


@cache
def _fingerprint_model(model: Path, _changed: int) -> str:
    return digest(fingerprint_detecting(), _fingerprint(("classify",), ("proposals.yaml",)), model.read_bytes())


@cache
def fingerprint_pages() -> str:
    """Of all that makes lines and pages of what was found."""
    assets = [(name, entry) for name, entry in _walk(files("sarapshy.reports")) if not name.endswith(".pyc")]
    others = [
        (name, entry) for name, entry in _walk(files("sarapshy.rules")) if name.endswith(".yaml") and "/" not in name
    ]
    return digest(
        _fingerprint(("",), ()), *(part for name, entry in assets + others for part in (name, entry.read_bytes()))
    )


def hash_rules() -> str:
    """One fingerprint of all that rules say: two runs with the same one were judged alike."""
    made = sha256()
    for name, entry in _walk(files("sarapshy.rules")):
        if name.endswith(".yaml"):
            made.update(name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return made.hexdigest()


def _fingerprint(code: tuple[str, ...], rules: tuple[str, ...]) -> str:
    program = [(n, e) for n, e in _walk(files("sarapshy")) if n.endswith(".py") and _under(n, code)]
    knowledge = [(n, e) for n, e in _walk(files("sarapshy.rules")) if n.endswith(".yaml") and _under(n, rules)]
    return digest(__version__, *(part for name, entry in program + knowledge for part in (name, entry.read_bytes())))


def _under(name: str, places: tuple[str, ...]) -> bool:
    return "" in places or name in places or name.split("/")[0] in places


def _walk(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry
