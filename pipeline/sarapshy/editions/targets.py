"""What a command speaks of: «15-тармақтың 3) және 4) тармақшалары», «в части второй пункта 5», «көрсетілген бұйрыққа
1-қосымшада», «бекітілген Қағидаларда».

A Kazakh unit that holds another stands before it in the genitive or locative, a Russian one after it in the genitive. A unit
in the instrumental is what is put in («8-1-тармақпен толықтырылсын»); an annex «according to» which a text is set out is
the amending act's own («осы бұйрыққа 2-қосымшаға сәйкес»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from sarapshy.acts.kinds import compile_nouns, kind_of, read_kinds
from sarapshy.acts.model import ClauseKind
from sarapshy.editions.commands import Command
from sarapshy.editions.model import Part, Where
from sarapshy.editions.model import Unit as Step
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import compile_all, holds_any
from sarapshy.references.units import DEPTH, Unit, find_units

Path = tuple[Step, ...]
DEPTH_OF_ROW = len(DEPTH)
NEAR = 60  # characters round a unit that tell whose annex it is


@dataclass(frozen=True, slots=True)
class Mention:
    """What the words of one command name. ``paths`` are targets (or holders of what is put in), ``new`` the units put in,
    ``sources`` the numbers of the amending act's annexes (None for its only one)."""

    paths: tuple[Path, ...] = ()
    new: tuple[Step, ...] = ()
    sources: tuple[str | None, ...] = ()
    where: Where = Where.ANYWHERE
    title: str | None = None
    part: Part = Part.WHOLE


@dataclass(frozen=True, slots=True)
class _Words:
    new: re.Pattern[str]
    holds: re.Pattern[str]
    according: re.Pattern[str]
    this: re.Pattern[str]
    approved: re.Pattern[str]
    rows: tuple[re.Pattern[str], ...]


@cache
def _words(language: str) -> _Words:
    lexicon = read_lexicon("amendments")
    return _Words(
        re.compile(lexicon["unit_new"][language]),
        re.compile(lexicon["unit_holds"][language]),
        re.compile("|".join(lexicon["according"][language])),
        re.compile(rf"(?<!\w)(?:{'|'.join(lexicon['this'][language])})\w*"),
        re.compile(rf"(?<!\w)(?:{'|'.join(lexicon['approved'][language])})\w*"),
        tuple(re.compile(pattern) for pattern in lexicon["rows"][language]),
    )


def read_mention(command: Command, inserts: bool) -> Mention:
    """``inserts``: the command puts something in, so that an instrumental names what."""
    text, language = command.text, command.language
    units = list(find_units(text, language))
    sources = [unit for unit in units if _is_source(unit, text, language)]
    rest = [unit for unit in units if unit not in sources and not unit.this]
    new = [unit for unit in rest if inserts and _words(language).new.search(unit.ending)]
    held = [unit for unit in rest if unit not in new]
    paths = [*_group(held, language)]
    where, title = _find_text(command)
    if sources and not held and not new and where is not Where.APPROVED and _names_annex(text, language):
        paths = [((ClauseKind.ANNEX, None),)]
    put_in = [(unit.kind, number) for unit in new for number in unit.numbers or (None,)]
    rows = list(_find_rows(text, language))
    if rows and inserts and any(_words(language).new.search(ending) for ending, _ in rows):
        put_in += [row for _, row in rows]
    elif rows:
        paths = [(*path, row) for path in paths or [()] for _, row in rows]
    if title is not None and _is_only_named(title, language):
        title = None
    return Mention(
        tuple(dict.fromkeys(paths)),
        tuple(dict.fromkeys(put_in)),
        tuple(number for unit in sources for number in unit.numbers or (None,)),
        where,
        title,
        _find_part(command),
    )


def _is_source(unit: Unit, text: str, language: str) -> bool:
    if unit.kind is not ClauseKind.ANNEX:
        return False
    words = _words(language)
    if language == "kk":
        following = text[unit.end : unit.end + NEAR].split()[:2]
        return any(words.according.match(word) for word in following) or _is_own(text, unit.start)
    before = text[max(0, unit.start - NEAR) : unit.start].split()[-3:]
    return any(words.according.match(word) for word in before)


def _is_own(text: str, at: int) -> bool:
    """«осы шешімнің 2-қосымшасы»: of the amending act itself."""
    before = text[max(0, at - NEAR) : at].split()[-3:]
    acts = [word for word in before if (noun := compile_nouns("kk").match(word)) and not _is_approved(noun, "kk")]
    return bool(acts) and any(_words("kk").this.fullmatch(word) for word in before[: before.index(acts[-1])])


def _group(units: Sequence[Unit], language: str) -> Iterator[Path]:
    chains = _chain_kazakh(units) if language == "kk" else _chain_russian(units)
    for chain in chains:
        for numbers in product(*[unit.numbers or (None,) for unit in chain]):
            yield tuple((unit.kind, number) for unit, number in zip(chain, numbers, strict=True))


def _chain_kazakh(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """A unit belongs under the one before it where that is in the genitive or locative and of another kind."""
    chain: list[Unit] = []
    for at, unit in enumerate(units):
        held = bool(chain) and chain[-1] is units[at - 1] and _words("kk").holds.search(chain[-1].ending) is not None
        if not (
            held
            and chain[-1].kind is not unit.kind
            and (DEPTH[unit.kind] > DEPTH[chain[-1].kind] or unit.kind is ClauseKind.PART)
        ):
            chain = [above for above in chain if DEPTH[above.kind] < DEPTH[unit.kind]]
        chain = [*chain, unit]
        following = units[at + 1] if at + 1 < len(units) else None
        holds = _words("kk").holds.search(unit.ending) is not None
        deeper = (
            following is not None
            and following.kind is not unit.kind
            and (DEPTH[following.kind] > DEPTH[unit.kind] or following.kind is ClauseKind.PART)
        )
        if not (holds and deeper):
            yield chain


def _chain_russian(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """From the innermost out; a unit in the genitive that may hold the one before it does."""
    chain: list[Unit] = []
    for unit in units:
        genitive = _words("ru").holds.search(unit.ending) is not None
        if (
            chain
            and genitive
            and (DEPTH[unit.kind] < DEPTH[chain[0].kind] or chain[0].kind is ClauseKind.PART is not unit.kind)
        ):
            chain = [unit, *chain]
            continue
        if chain:
            yield chain
        chain = [unit]
    if chain:
        yield chain


def _find_rows(text: str, language: str) -> Iterator[tuple[str, Step]]:
    """The ending of the noun, and the row."""
    hits = (found for pattern in _words(language).rows for found in pattern.finditer(text))
    found = next(hits, None)
    if found is not None:
        for number in re.findall(r"\d+(?:\.\d+)*(?:-\d+)?", found["numbers"]):
            yield found["ending"], (ClauseKind.ROW, number)


def _find_text(command: Command) -> tuple[Where, str | None]:
    """The text that the units are of: an approved one with its title, the act's own body, or not told.

    «… бұйрықпен бекітілген «Кеңес туралы ережеде»:» has its title within quotation marks."""
    language, words = command.language, _words(command.language)
    nouns = _find_nouns(command.text, language)
    approved = [noun for noun in nouns if _is_approved(noun, language)]
    if not approved and words.approved.search(command.text):
        approved = [noun for noun in _find_nouns(command.whole, language) if _is_approved(noun, language)]
    if approved:
        noun = approved[-1] if language == "kk" else approved[0]
        return Where.APPROVED, _title_of(command, noun, words)
    said = words.approved.search(command.text) if language == "kk" else None
    if said is not None:  # «көрсетілген бұйрықпен бекітілген … туралы мәліметтер осы бұйрыққа қосымшаға сәйкес …»
        stop = words.this.search(command.text, said.end())
        span = slice(said.end(), stop.start() if stop else len(command.text))
        return Where.APPROVED, " ".join(command.printed[span].split()).strip(' "«»:')
    others = [noun for noun in nouns if not words.approved.match(command.text[noun.end() :].lstrip())]
    return (Where.BODY if others else Where.ANYWHERE), None


def _find_nouns(text: str, language: str) -> list[re.Match[str]]:
    nouns = compile_nouns(language).finditer(text)
    return [noun for noun in nouns if not _is_this(text, noun.start(), language)]


def _is_approved(noun: re.Match[str], language: str) -> bool:
    return read_kinds()[kind_of(noun.group(), language)].approved


def _is_this(text: str, at: int, language: str) -> bool:
    before = text[max(0, at - NEAR) : at].split()[-2:]
    return any(_words(language).this.fullmatch(word) for word in before)


def _title_of(command: Command, noun: re.Match[str], words: _Words) -> str:
    """The words of the command that name the approved text: up to its noun in Kazakh, from it in Russian."""
    text = command.whole
    if command.language == "kk":
        found = words.approved.search(text, 0, noun.start())
        span = (found.end() if found else 0, noun.end())
    else:
        found = words.approved.search(text, noun.end())
        span = (noun.start(), found.start() if found else len(text))
    return _to_nominative(" ".join(command.printed[slice(*span)].split()).strip(' "«»“”,:'), command.language)


def _is_only_named(title: str, language: str) -> bool:
    """«көрсетілген Қағидалардың» names a text that was named before."""
    words = fold(title).text.split()
    named = read_lexicon("references")["named"][language]
    return len(words) < 2 or (len(words) == 2 and any(words[0].startswith(word) for word in named))


def _to_nominative(title: str, language: str) -> str:
    """«… үлгі ережеде» is the title «… үлгі ереже», «Правилах приема» that of «Правила приема»."""
    for ending, nominative in read_lexicon("amendments")["title_cases"][language].items():
        changed = re.sub(ending, nominative, title, count=1, flags=re.IGNORECASE)
        if changed != title:
            return changed[:1].upper() + changed[1:]
    return title[:1].upper() + title[1:]


def _names_annex(text: str, language: str) -> bool:
    """«көрсетілген шешімге қосымша осы шешімнің қосымшасына сәйкес …»: its only annex, by a bare noun."""
    if language != "kk":
        return False  # a Russian annex is a unit without a number, too
    noun = read_lexicon("references")["units"]["kk"]["annex"][0]
    return re.search(rf"(?<!\w){noun}\w*\s+{_words('kk').this.pattern}", text) is not None


def _find_part(command: Command) -> Part:
    lexicon = read_lexicon("amendments")
    for part in (Part.HEADING, Part.PREAMBLE):
        patterns = compile_all(tuple(lexicon[part.value][command.language]), command.language)
        if holds_any(patterns, command.text):
            return part
    return Part.WHOLE


def depth_of(kind: ClauseKind) -> int:
    return DEPTH.get(kind, DEPTH_OF_ROW)


def join_paths(above: Sequence[Path], path: Path) -> list[Path]:
    """The path within each of those that the scene is set at: «5-тармақта: 1) тармақша …» is subpoint 1 of point 5, and a
    point after it is no part of point 5."""
    if not path:
        return list(above) or [()]
    depth = depth_of(path[0][0])
    heads = dict.fromkeys(tuple(step for step in held if depth_of(step[0]) < depth) for held in above)
    return [head + path for head in heads] or [path]


def widen(mention: Mention, where: Where, title: str | None) -> Mention:
    """With the text that the scene is set in, where the command itself names none."""
    if mention.where is Where.ANYWHERE or (mention.where is where and mention.title is None):
        return replace(mention, where=where, title=title)
    return mention
