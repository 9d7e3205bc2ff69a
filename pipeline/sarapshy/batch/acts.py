"""An act of a run: its key, and itself when somebody asks.

``бұйрық-57.docx`` is loaded and hashed; if a run has read those bytes under that name and title before, with this
reader, the act comes from the store, and a scan is not recognised again.
"""

from __future__ import annotations

from dataclasses import dataclass

from sarapshy.acts.model import Act
from sarapshy.acts.readers import load, read_bytes
from sarapshy.acts.reading import build_act
from sarapshy.batch.fingerprints import fingerprint_reading
from sarapshy.batch.inputs import Task
from sarapshy.batch.store import Store, digest


@dataclass(frozen=True, slots=True)
class Kept:
    """``key`` names the bytes, the name, the title and the reader: the same key, the same act."""

    store: Store
    task: Task
    data: bytes
    key: str

    def act(self) -> Act:
        """InputError where the file cannot be read."""
        act = self.store.get(Act, self.key)
        if act is None:
            found = read_bytes(self.data, self.task.item.name)
            act = build_act(found.text, found.name, found.sha256, found.source, self.task.title)
            self.store.put(self.key, act)
        return act


def find_kept(store: Store, task: Task) -> Kept:
    """InputError where the file cannot be had at all."""
    data = load(task.item)
    return Kept(store, task, data, digest(fingerprint_reading(), task.item.name, task.title or "", data))


def find_partner(store: Store, task: Task) -> Kept | None:
    """The act in the other language; None where there is none or it cannot be read, which its own turn will tell."""
    if task.partner is None:
        return None
    try:
        partner = find_kept(store, task.partner)
        partner.act()
    except Exception:
        return None
    return partner
