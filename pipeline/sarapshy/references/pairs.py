"""Which two texts are one act in two languages: ``order.kk.txt`` and ``order.ru.txt``, or two texts of one identity.

People name the two files in their own ways: ``order_kaz.docx`` beside ``order_rus.docx``, ``order.txt`` (Russian) beside
``order_kaz.txt``, ``kk.txt`` beside ``ru.txt``, ``kk/5.txt`` beside ``ru/5.txt``. The name without its language is the
same; where a file has no language in its name, its partner's must have one. What names do not pair may share kind,
number and date: «2012 жылғы 21 ақпандағы № 57 бұйрық» and «Приказ … от 21 февраля 2012 года № 57».
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import PurePath

from sarapshy.acts.model import Act
from sarapshy.language.lexicon import read_lexicon

LANGUAGES = ("kk", "ru")
SEPARATOR = re.compile(r"[/\\]")


def find_pairs(acts: Iterable[Act]) -> list[tuple[Act, Act]]:
    """(Kazakh, Russian) of each act that has both, an act in one pair at most; one pass over the acts."""
    acts = list(acts)
    paired = [
        (acts[first], acts[second])
        for first, second in pair_names([act.path for act in acts])
        if acts[first].language != acts[second].language
    ]
    taken = {id(act) for pair in paired for act in pair}
    pairs = [*paired, *_pair_identities(act for act in acts if id(act) not in taken)]
    return [(one, other) if one.language == "kk" else (other, one) for one, other in pairs]


def pair_names(names: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of the names that differ in language only, the Kazakh first."""
    groups: dict[str, dict[str | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, name in enumerate(names):
        stem, language = _split_language(name)
        groups[stem][language].append(position)
    return [pair for group in groups.values() if len(group) > 1 for pair in _pair_group(group, names)]


@lru_cache(maxsize=100_000)  # asked before the acts are read, and when they are compared
def _split_language(name: str) -> tuple[str, str | None]:
    """The name without its language and its suffix, and that language: ``("acts/order", "kk")``.

    The last word of the name that tells a language counts; a folder's only where the file's own name tells none, and
    not where the folder tells of both: «policies_kk_ru» holds pairs.
    """
    path = PurePath(name.lower())
    whole = str(path.with_suffix("")) if path.suffix and path.stem not in ("", ".") else str(path)
    found = _find_language(whole)
    if found is None:
        return whole, None
    language = LANGUAGES[0] if found["kk"] else LANGUAGES[1]
    return whole[: found.start()] + whole[found.end() :], language


def _find_language(whole: str) -> re.Match[str] | None:
    folders: dict[int, list[re.Match[str]]] = defaultdict(list)
    for match in _compile_names().finditer(whole):
        folders[len(SEPARATOR.findall(whole, match.end()))].append(match)
    for above, found in sorted(folders.items()):
        if above == 0 or len({bool(match["kk"]) for match in found}) == 1:
            return found[-1]
    return None


@cache
def _compile_names() -> re.Pattern[str]:
    """A language between separators, with the separator before it."""
    kk, ru = ("|".join(read_lexicon("parity")["names"][language]) for language in LANGUAGES)
    return re.compile(rf"(?:^|(?<=[/\\])|[._\- ])(?:(?P<kk>{kk})|(?:{ru}))(?=[._\- /\\]|$)")


def _pair_group(group: dict[str | None, list[int]], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Kazakh with Russian; a name without a language stands for the one that is wanting."""
    kk, ru = (group.get(language) or group.get(None, []) for language in LANGUAGES)
    left = [position for position in ru if position not in kk]
    for first in kk:
        suffix = PurePath(names[first]).suffix.lower()
        second = min(left, key=lambda position: PurePath(names[position]).suffix.lower() != suffix, default=None)
        if second is not None and first not in ru:
            left.remove(second)
            yield first, second


def _pair_identities(acts: Iterable[Act]) -> Iterator[tuple[Act, Act]]:
    """Acts of one kind, number, date, body's rank and edition, of which there is one in each language."""
    groups: dict[tuple[object, ...], dict[str, list[Act]]] = defaultdict(lambda: defaultdict(list))
    for act in acts:
        who = act.identity
        if who.number and who.date and len(act.languages) == 1:
            key = (who.kind, who.number.casefold(), who.date, who.rank, who.edition)
            groups[key][act.language].append(act)
    for group in groups.values():
        if all(len(group.get(language, ())) == 1 for language in LANGUAGES):
            yield group["kk"][0], group["ru"][0]
