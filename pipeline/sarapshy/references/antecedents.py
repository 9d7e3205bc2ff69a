"""The acts a text has named so far, to which it goes back: «көрсетілген бұйрық», «№ 95 бұйрық», and the act that it amends."""

from __future__ import annotations

from sarapshy.acts.kinds import read_kinds
from sarapshy.references.citations import Citation
from sarapshy.references.externals import External, name_external

APPROVING = ("order", "resolution", "decision", "direction", "decree")
UNDATED = ("law", "code", "treaty")  # «№ 5 Заң» may be of any year


class Antecedents:
    """``base`` is the last act named as a whole outside quoted wording: what is amended."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.base: External | None = None
        self._dated: dict[str, External] = {}  # by number
        self._named: dict[str | None, External] = {}  # the last act named of each kind

    def recall(self, citation: Citation) -> External:
        """«№ 95 бұйрық» is the order of that number whose date was told before."""
        found = name_external(citation, self.language)
        if found.number is None or found.kind in UNDATED:
            return found
        if found.date is not None:
            self._dated[found.number] = found
        return self._dated.get(found.number, found)

    def remember(self, external: External, base: bool) -> None:
        """``base``: the act is named as a whole and outside quoted wording, so that it is what is amended."""
        self._named[external.kind] = external
        if base:
            self.base = external

    def back_to(self, kind: str | None) -> External | None:
        """«көрсетілген қағидалар» are those that the order named last approves."""
        entry = read_kinds().get(kind or "")
        if kind in self._named or entry is None or not entry.approved:
            return self._named.get(kind)
        return next((self._named[one] for one in APPROVING if one in self._named), None)
