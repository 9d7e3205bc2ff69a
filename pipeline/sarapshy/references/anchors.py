"""Mentions of acts: «Білім туралы» Заңы, «… министрінің 2012 жылғы 21 ақпандағы № 57 бұйрығы», «осы Қағидалар»,
«Трудовой кодекс», «приказ Министра … от 21 февраля 2012 года № 57», «көрсетілген бұйрық», a short name.

The noun of a kind of act is the anchor. In Kazakh its requisites stand before it and are read backwards, in Russian after
it and forwards; they are dates, numbers and quoted titles found beforehand, with the words of the body between them.
Offsets are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import takewhile

from sarapshy.acts.kinds import (
    KnownAct,
    compile_nouns,
    find_nouns,
    is_constitutional,
    is_possessive,
    kind_of,
    read_kinds,
    read_known_acts,
    same_words,
    stem_of,
)
from sarapshy.acts.model import Act, ClauseKind
from sarapshy.acts.requisites import NUMBER, date_pattern, read_date
from sarapshy.language.letters import Folded, fold
from sarapshy.language.lexicon import read_lexicon

WORD = re.compile(r"[\w-]+")
FORWARD = re.compile(r"(?:\s*\([^()]{0,300}\))?[\s,]*(?:от\s+)?")
LONGEST_TITLE = 600
LONGEST_BODY = 18  # words of «Қазақстан Республикасы Білім және ғылым министрінің»
STEPS = 8


class Scope(StrEnum):
    """How a citation says in which act its target stands."""

    THIS = "this"  # «осы Қағидалардың», or the title or short name of this very act
    BARE = "bare"  # «12-тармақта»: no act is named
    NAMED = "named"  # requisites, a well-known name or a short name
    ANAPHORA = "anaphora"  # «көрсетілген бұйрық»
    UNNAMED = "unnamed"  # some act, and nothing tells which: «Заңның 5-бабы»


@dataclass(frozen=True, slots=True)
class Anchor:
    """``title`` is a span of folded text; ``known`` the well-known act it is."""

    start: int
    end: int
    noun: int  # where the noun of the kind begins
    kind: str
    scope: Scope
    number: tuple[int, int] | None = None
    date: date | None = None
    title: tuple[int, int] | None = None
    known: KnownAct | None = None

    @property
    def told(self) -> bool:
        return bool(self.number or self.date or self.title or self.known)


@dataclass(frozen=True, slots=True)
class _Words:
    nouns: re.Pattern[str]
    this: re.Pattern[str]
    said_this: str
    named: re.Pattern[str]
    approved: re.Pattern[str]
    country: re.Pattern[str]
    country_name: re.Pattern[str]
    unit: re.Pattern[str]
    weak: re.Pattern[str]
    office: re.Pattern[str]
    organisation: re.Pattern[str]
    model: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    lexicon = read_lexicon("references")
    spell = {name: "|".join(lexicon[name][language]) for name in ("this", "named", "approved", "country")}
    ending = "" if language == "kk" else "[а-я]+"
    units = "|".join(stem[:4] for stems in lexicon["units"][language].values() for stem in stems)
    return _Words(
        nouns=compile_nouns(language),
        this=re.compile(rf"(?<!\w)(?:{spell['this']}){ending}\s+((?:[\w-]+\s+){{0,12}})$"),
        said_this=lexicon["this"][language][0],
        named=re.compile(rf"(?<!\w)(?:{spell['named']}){ending}\s+(?:[\w-]+\s+)?$"),
        approved=re.compile(rf"[\s,]*(?:{spell['approved']}){ending}(?!\w)"),
        country=re.compile(
            rf"(?<!\w)(?:{spell['country']})$" if language == "kk" else rf"(?:{spell['country']})(?!\w)"
        ),
        country_name=re.compile(rf"^(?:{spell['country']})\s+|\s+(?:{spell['country']})$"),
        unit=re.compile(rf"(?<!\w)(?:{units})"),
        model=re.compile(rf"(?:{'|'.join(lexicon['model'][language])})\w*\s+$"),
        office=re.compile(rf"\s+(?:{'|'.join(lexicon['offices'][language])})"),
        organisation=re.compile(rf"\s+(?:{'|'.join(lexicon['organisations'][language])})"),
        weak=re.compile("|".join(lexicon["weak"][language])),
    )


class Anchors:
    """The acts that one text mentions, by one language's grammar."""

    def __init__(self, act: Act, folded: Folded, language: str) -> None:
        self.act, self.folded, self.text, self.language = act, folded, folded.text, language
        self.words = _words(language)
        dates = [(m.span(), read_date(m, language)) for m in date_pattern(language).finditer(self.text)]
        numbers = [(m.span(), m.span("number")) for m in NUMBER.finditer(self.text)]
        side = 1 if language == "kk" else 0  # a Kazakh piece is met at its end, a Russian one at its start
        self._dates = {span[side]: (span, value) for span, value in dates}
        self._numbers = {span[side]: (span, number) for span, number in numbers}
        self._own_titles = [_read_words(title) for title in _titles(act)]
        self._floor, self._ceiling = 0, len(self.text)  # the neighbouring nouns: requisites beyond them are theirs

    def find(self) -> list[Anchor]:
        """Every anchor, in order; those without requisites are UNNAMED and matter only beside a unit."""
        nouns = [noun for noun in find_nouns(self.text, self.language) if self._is_whole(noun.start())]
        found: list[Anchor] = []
        for position, noun in enumerate(nouns):
            self._floor = nouns[position - 1].end() if position else 0
            self._ceiling = nouns[position + 1].start() if position + 1 < len(nouns) else len(self.text)
            found.append(self._read(noun, found))
        if self.language == "ru":
            found = self._join_approved(_drop_inner(found))
        short_names = sorted(self._read_short_names(found), key=lambda entry: -len(entry[0]))
        own = {stem_of(self.text[a.noun : a.end], self.language) for a in found if a.scope is Scope.THIS}
        return _drop_inner([self._name(a, short_names, own) if a.scope is Scope.UNNAMED else a for a in found])

    def _is_whole(self, at: int) -> bool:
        """Whether a word begins there; «РеспубликасыныңЗаңы», «№ 57бұйрығы» are glued where a line was broken."""
        before = self.text[at - 1 : at]
        return not (before.isalpha() or before == "-") or (before.isalpha() and self._is_glued(at))

    def _is_glued(self, at: int) -> bool:
        source = self.folded.source(at)
        return self.act.text[source].isupper() and self.act.text[source - 1].islower()

    def _read(self, noun: re.Match[str], before: list[Anchor]) -> Anchor:
        kind = kind_of(noun.group(), self.language)
        head = self.text[max(0, noun.start() - 200, self._floor) : noun.start()]
        if kind == "law" and is_constitutional(head, self.language):
            kind = "constitutional_law"
        anchor = Anchor(noun.start(), noun.end(), noun.start(), kind, Scope.UNNAMED)
        said = head.rfind(self.words.said_this)  # the nearest: «настоящей статьи и статьи 66 настоящего Кодекса»
        this = self.words.this.match(head, said) if said >= 0 else None
        if this is not None and self._is_this(this.group(1), noun):
            return replace(anchor, start=noun.start() - len(head) + this.start(), scope=Scope.THIS)
        weak = self.words.weak.match(noun.group()) is not None
        named = None if weak else self.words.named.search(head, max(0, len(head) - 60))
        if named is not None:
            anchor = replace(anchor, start=noun.start() - len(head) + named.start(), scope=Scope.ANAPHORA)
        anchor = self._read_back(anchor) if self.language == "kk" else self._read_forward(anchor)
        anchor = self._recognise(anchor)
        if anchor.told and self._is_enough(anchor, weak):
            told = replace(anchor, scope=Scope.NAMED)
            bare = self.language == "kk" and not (anchor.number or anchor.date or anchor.known)
            return self._join_approving(told, before) if bare and before else told
        anchor = replace(anchor, number=None, date=None, title=None, start=min(anchor.noun, anchor.start))
        if anchor.scope is Scope.UNNAMED:
            anchor = replace(anchor, start=noun.start(), end=noun.end())
        if anchor.scope is Scope.UNNAMED and self._is_own(head, noun):
            return replace(anchor, scope=Scope.THIS)
        if anchor.scope is Scope.UNNAMED and self.language == "kk" and before:
            return self._join_approving(anchor, before)
        return anchor

    def _is_enough(self, anchor: Anchor, weak: bool) -> bool:
        """«электронды» кезек тәртібі» is no act: rules are named by a number, or by a title of some length."""
        if not read_kinds()[anchor.kind].approved or anchor.number is not None:
            return True
        words = 0 if anchor.title is None else len(WORD.findall(self.text, *anchor.title))
        return not weak and (words > 2 or (anchor.title is None and anchor.date is not None))

    def _is_this(self, between: str, noun: re.Match[str]) -> bool:
        """«осы Санитариялық қағидалар»: few words may stand between, unless they are the act's own title."""
        if self.words.unit.search(between):
            return False
        return len(between.split()) <= 3 or self._is_own(between, noun)

    def _is_own(self, head: str, noun: re.Match[str]) -> bool:
        """Whether noun and words before it are the title of this act or of what it approves."""
        if self.language == "ru":
            head, tail = "", self.text[noun.end() : noun.end() + 250]
        words = [*WORD.findall(head)[-30:], noun.group()]
        if self.language == "ru":
            words = [noun.group(), *WORD.findall(tail)[:30]]
        for title in self._own_titles:
            size = len(title)
            part = words[-size:] if self.language == "kk" else words[:size]
            if size > 2 and same_words(part, title):
                return True
        return False

    def _read_back(self, anchor: Anchor) -> Anchor:
        """Kazakh: «title» body date № number NOUN, in any order, with brackets among them."""
        at, body = anchor.noun, False
        for _ in range(STEPS):
            at = self._skip_back(at)
            if at <= self._floor:
                break
            if at in self._dates and anchor.date is None:
                span, value = self._dates[at]
                anchor, at = replace(anchor, start=span[0], date=value), span[0]
            elif at in self._numbers and anchor.number is None:
                span, number = self._numbers[at]
                anchor, at = replace(anchor, start=span[0], number=number), span[0]
            elif at and self._closes(at - 1) and anchor.title is None:
                opening = self._opening(at - 1)
                if opening is None:
                    break
                if self.words.organisation.match(
                    self.text, at
                ):  # «"…" мемлекеттік мекемесінің қаулысы»: the body's name
                    body, at = True, opening
                    continue
                anchor, at = replace(anchor, start=opening, title=(opening + 1, at - 1)), opening
            elif (country := self.words.country.search(self.text, max(0, at - 30), at)) is not None:
                at = country.start()
            elif not body:
                body, at = True, self._skip_body(at)
            else:
                break
        return anchor

    def _skip_back(self, at: int) -> int:
        """Over blanks, a comma and a bracket: «(Нормативтік … № 7495 болып тіркелген)»."""
        while at and self.text[at - 1] in " \n,":
            at -= 1
        if at and self.text[at - 1] == ")":
            opening = self.text.rfind("(", max(0, at - 500), at)
            if opening >= 0:
                return self._skip_back(opening)
        return at

    def _skip_body(self, at: int) -> int:
        """Over the words of the body before the date, up to a quoted title; not over a stop or another piece."""
        words = list(WORD.finditer(self.text, max(0, at - 250), at))
        reached = at
        for word in reversed(words[-LONGEST_BODY:]):
            if word.start() < self._floor or not self._is_phrase(word, self.text[word.end() : reached]):
                break
            if word.end() in self._dates or word.end() in self._numbers:
                return word.end()
            reached = word.start()
        before = self._skip_back(reached)
        return before if before and self._closes(before - 1) else at

    def _closes(self, at: int) -> bool:
        return self.text[at] == '"' and self._direction(at) < 0

    def _is_phrase(self, word: re.Match[str], gap: str) -> bool:
        """Whether what follows the word goes on with the same phrase: a stop only after «м.а.», «и.о.»."""
        if "." in gap and (word.end() - word.start() > 2 or word.group().isdigit()):
            return False
        broken = "\n" in gap and not self.text[word.end() + len(gap) : word.end() + len(gap) + 1].isalpha()
        return not gap.strip(" \n,." if self.language == "kk" else " \n.") and not broken and "\n\n" not in gap

    def _opening(self, closing: int) -> int | None:
        """The mark that opens the title closed there. Titles quote titles; where an inner mark was forgotten, the
        farthest opening mark is taken."""
        depth, at, farthest = 1, closing, None
        while depth and (at := self.text.rfind('"', max(0, closing - LONGEST_TITLE), at)) >= 0:
            if "\n\n" in self.text[at:closing]:
                break
            depth -= self._direction(at)
            farthest = at if self._direction(at) > 0 else farthest
        return farthest

    def _starts_upper(self, at: int) -> bool:
        return self.act.text[self.folded.source(at)].isupper()

    def _closing(self, opening: int) -> int | None:
        depth, at, farthest = 1, opening, None
        while depth and (at := self.text.find('"', at + 1, opening + LONGEST_TITLE)) >= 0:
            if "\n\n" in self.text[opening:at]:
                break
            depth += self._direction(at)
            farthest = at if self._direction(at) < 0 else farthest
        return farthest if depth == 0 else None

    def _direction(self, at: int) -> int:
        """1 for a mark that opens a quotation, -1 for one that closes it; a straight mark is judged by its neighbours."""
        printed = self.act.text[self.folded.source(at)]
        if printed in "«»":
            return 1 if printed == "«" else -1
        left, right = self.text[max(0, at - 3) : at].rstrip('"')[-1:], self.text[at + 1 : at + 4].lstrip('"')[:1]
        return 1 if right.isalnum() and not (left.isalnum() or left == ")") else -1

    def _read_forward(self, anchor: Anchor) -> Anchor:
        """Russian: NOUN body от date № number «title»."""
        at, body = anchor.end, False
        for _ in range(STEPS):
            at = self._skip_forward(at)
            if at in self._dates and anchor.date is None:
                span, value = self._dates[at]
                anchor, at = replace(anchor, end=span[1], date=value), span[1]
            elif at in self._numbers and anchor.number is None:
                span, number = self._numbers[at]
                anchor, at = replace(anchor, end=span[1], number=number), span[1]
            elif self.text.startswith('"', at) and anchor.title is None:
                closing = self._closing(at)
                if closing is None:
                    break
                anchor, at = replace(anchor, end=closing + 1, title=(at + 1, closing)), closing + 1
            elif (country := self.words.country.match(self.text, at)) is not None:
                at = country.end()
            elif not body and not anchor.told:
                body, at = True, self._skip_body_forward(at)
            else:
                break
        return anchor

    def _skip_forward(self, at: int) -> int:
        match = FORWARD.match(self.text, at)
        return match.end() if match else at

    def _skip_body_forward(self, at: int) -> int:
        """Over «Министра образования и науки Республики Казахстан» to «от 21 февраля» or a title; else stay."""
        reached, last = at, None
        for word in list(WORD.finditer(self.text, at, min(at + 250, self._ceiling)))[:LONGEST_BODY]:
            if last is not None and not self._is_phrase(last, self.text[reached : word.start()]):
                break
            if "\n" in self.text[reached : word.start()] and self._starts_upper(word.start()):
                break
            reached, last = word.end(), word
            after = self._skip_forward(reached)
            if after in self._dates or after in self._numbers or self.text.startswith('"', after):
                return after
        return at

    def _recognise(self, anchor: Anchor) -> Anchor:
        """Give the anchor the well-known act whose name stands there: «Еңбек кодексі», «Закона «Об образовании»»."""
        if anchor.kind not in ("constitution", "constitutional_law", "code", "law"):
            return anchor
        printed = self.text[slice(*anchor.title)] if anchor.title else None
        title = None if printed is None else _read_words(printed)
        bare = [] if printed is None else self._bare_title(printed, anchor.kind)
        noun = anchor.noun
        before = WORD.findall(self.text, max(0, noun - 150), noun)
        after = self._words_after(anchor)
        for known, first, last in _known_names(self.language):
            if known.kind != anchor.kind and "constitutional_law" not in (known.kind, anchor.kind):
                continue
            if title is not None:
                if same_words(title, first or last) or same_words(bare, first or last):
                    return replace(anchor, known=known)
            elif (
                (not first or same_words(before[-len(first) :], first))
                and (not last or same_words(after[: len(last)], last))
                and (first or last or known.kind == "constitution")
            ):
                start = noun if not first else self._word_start(noun, len(first))
                return replace(anchor, start=min(anchor.start, start), known=known)
        return anchor

    def _bare_title(self, printed: str, kind: str) -> list[str]:
        """A quoted title without what is added to a name: «… туралы (Салық кодексі)», «Қазақстан Республикасының Бюджет
        кодексі» Кодексі."""
        words = _read_words(self.words.country_name.sub("", fold(printed.partition("(")[0]).text))
        return words[:-1] if words and kind_of(words[-1], self.language) == kind else words

    def _words_after(self, anchor: Anchor) -> list[str]:
        if self.language == "kk":
            return []
        tail = self.text[anchor.noun : anchor.noun + 200].split(" ", 1)[-1]
        country = self.words.country.match(tail)
        return WORD.findall(tail[country.end() :] if country else tail)

    def _word_start(self, noun: int, count: int) -> int:
        words = list(WORD.finditer(self.text, max(0, noun - 250), noun))
        return words[-count].start() if len(words) >= count else noun

    def _join_approving(self, anchor: Anchor, before: list[Anchor]) -> Anchor:
        """«№ 57 бұйрығымен бекітілген … қағидалары»: what approves the rules tells which rules."""
        near = takewhile(lambda one: anchor.start - one.end <= 300, reversed(before))
        approving = next((one for one in near if one.scope in (Scope.NAMED, Scope.ANAPHORA)), None)
        if approving is None or not read_kinds()[anchor.kind].approved:
            return anchor
        between = re.sub(r"\([^()]*\)", "", self.text[approving.end : anchor.start])
        joint = self.words.approved.match(between)
        if joint is None or re.search(r"[.;:\n]|\d-?\s?(?:тарма|ба[пб])", between[joint.end() :]):
            return anchor
        return replace(approving, end=anchor.end, noun=anchor.noun, kind=anchor.kind)

    def _join_approved(self, found: list[Anchor]) -> list[Anchor]:
        """Russian: «Правил …, утвержденных приказом … № 57»."""
        joined: list[Anchor] = []
        for anchor in found:
            last = joined[-1] if joined else None
            lacking = last is not None and last.number is None and last.date is None and last.known is None
            if last is not None and lacking and anchor.scope in (Scope.NAMED, Scope.ANAPHORA):
                between = self.text[last.end : anchor.start]
                if len(between) < 300 and re.search(rf"{self.words.approved.pattern}\s+(?:\w+\s+)?$", between):
                    title = last.title or anchor.title
                    joined[-1] = replace(anchor, start=last.start, noun=last.noun, kind=last.kind, title=title)
                    continue
            joined.append(anchor)
        return joined

    def _read_short_names(self, found: list[Anchor]) -> Iterator[tuple[list[str], Anchor | None]]:
        """The words of each short name and the act it stands for, None for this act itself. «(бұдан әрі – Заң)» is the
        law named nearest before the bracket."""
        for definition in self.act.definitions:
            words = _read_words(definition.term)
            kind = kind_of(words[-1], self.language) if words and definition.short_name else "unknown"
            if kind == "unknown" and words and definition.short_name:
                kind = kind_of(words[0], self.language)
            if kind == "unknown":
                continue
            at = self._to_folded(self.act.text.rfind("(", 0, definition.start))
            same = (kind, "constitutional_law") if kind == "law" else (kind,)
            near = (one for one in reversed(found) if one.end <= at and at - one.end < 300 and one.kind in same)
            meant = next(near, None)
            if meant is None or (meant.scope is Scope.UNNAMED and not self._is_said_this(meant)):
                continue
            yield words, None if meant.scope in (Scope.THIS, Scope.UNNAMED) else meant

    def _is_said_this(self, anchor: Anchor) -> bool:
        """«Осы … қағидалары (бұдан әрі – Қағидалар)» with a title too long to be looked through."""
        line = max(self.text.rfind("\n", 0, anchor.noun), anchor.noun - 500, 0)
        said = self.words.said_this in self.text[line : anchor.noun]
        return (
            said
            and read_kinds()[anchor.kind].approved
            and self.words.model.search(self.text, line, anchor.noun) is None
        )

    def _to_folded(self, offset: int) -> int:
        return offset - sum(1 for at, cut in enumerate(self.folded.cuts) if cut + at < offset)

    def _name(self, anchor: Anchor, short_names: list[tuple[list[str], Anchor | None]], own: set[str]) -> Anchor:
        """Give an anchor the act that its short name stands for, or this act where it is called by that noun."""
        if self.words.office.match(self.text, anchor.end):
            return anchor
        if self._starts_upper(anchor.noun) or self._is_capital_before(anchor):
            for words, meant in short_names:
                start = self._matches(anchor, words)
                if start is None or not self._starts_upper(start):
                    continue
                if meant is None:
                    return replace(anchor, start=start, scope=Scope.THIS)
                return replace(meant, start=start, end=anchor.end, noun=anchor.noun)
        return replace(anchor, scope=Scope.THIS) if self._is_called(anchor, own) else anchor

    def _is_called(self, anchor: Anchor, own: set[str]) -> bool:
        """«қағидаға 2-қосымша» beside «осы қағидаға 1-қосымша»; not «үлгілік қағидалардың»."""
        noun = self.text[anchor.noun : anchor.end]
        if not read_kinds()[anchor.kind].approved or stem_of(noun, self.language) not in own:
            return False
        before = self.text[max(0, anchor.noun - 20) : anchor.noun]
        return not is_possessive(noun, self.language) and self.words.model.search(before) is None

    def _matches(self, anchor: Anchor, words: list[str]) -> int | None:
        """Where the short name begins, if the noun with the words before it (and after it, in Russian) is one."""
        at = next((i for i, word in enumerate(words) if kind_of(word, self.language) == anchor.kind), len(words) - 1)
        before = list(WORD.finditer(self.text, max(0, anchor.noun - 120), anchor.noun))[-at:] if at else []
        heard = [word.group() for word in before] + [self.text[anchor.noun : anchor.end]]
        if len(words) > at + 1:
            heard += WORD.findall(self.text, anchor.end, anchor.end + 120)[: len(words) - at - 1]
        return (before[0].start() if before else anchor.noun) if same_words(heard, words) else None

    def _is_capital_before(self, anchor: Anchor) -> bool:
        words = list(WORD.finditer(self.text, max(0, anchor.noun - 120), anchor.noun))
        return bool(words) and self._starts_upper(words[-1].start())


def _titles(act: Act) -> Iterator[str]:
    """What the act and the texts it approves are called, without «… бекіту туралы»."""
    for clause in act.clauses:
        if clause.kind is ClauseKind.APPROVED and clause.title:
            yield clause.title
    if act.identity.title:
        yield act.identity.title


def _read_words(phrase: str) -> list[str]:
    return WORD.findall(fold(phrase).text)


@cache
def _known_names(language: str) -> tuple[tuple[KnownAct, list[str], list[str]], ...]:
    """Each name with the words before the noun of its kind and after it; the longest first."""
    names = []
    for known in read_known_acts():
        for name in known.names[language]:
            words = _read_words(name)
            at = next((i for i, word in enumerate(words) if kind_of(word, language) == known.kind), len(words) - 1)
            at = len(words) - 1 if language == "kk" else at
            names.append((known, words[:at], words[at + 1 :]))
    return tuple(sorted(names, key=lambda entry: -len(entry[1]) - len(entry[2])))


def _drop_inner(anchors: list[Anchor]) -> list[Anchor]:
    """Without those that stand within another's title or requisites."""
    kept: list[Anchor] = []
    for anchor in anchors:
        while kept and anchor.start <= kept[-1].start and kept[-1].end <= anchor.end:
            kept.pop()
        if not kept or kept[-1].end <= anchor.start or anchor.scope is not Scope.UNNAMED:
            if kept and anchor.start < kept[-1].end <= anchor.end and anchor.scope is not Scope.UNNAMED:
                anchor = replace(anchor, start=max(anchor.start, kept[-1].end))
            if not kept or kept[-1].end <= anchor.start:
                kept.append(anchor)
    return kept
