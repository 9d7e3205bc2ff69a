"""The draft of an amending act: a secretary's layout round the formulas of the proposals.

«БҰЙЫРАМЫН: 1. … № 57 бұйрығына мынадай өзгерістер енгізілсін: … 6-тармақ мынадай редакцияда жазылсын: «6. …»». It is written in
the language of the act, whose words it quotes. Behind it, and no part of it, stands what the expert has still to write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.documents.amended import LAWS, Target, find_targets, name_adopter, name_parts
from sarapshy.documents.blocks import Align, Block, Column, Document, Paragraph, Run, Style, Table, Text, cell, plain
from sarapshy.documents.formulas import (
    find_adopter,
    kind_word,
    mark_open,
    name_path,
    name_scene,
    names_body,
    read_formulas,
    write_commands,
)
from sarapshy.documents.material import Examined, Material
from sarapshy.documents.words import capital, name_body
from sarapshy.documents.writer import Writer
from sarapshy.proposals.model import Action, PartChange, Proposal, Unit


def write_draft(examined: Examined, act: Act, proposals: Sequence[Proposal], material: Material) -> Document:
    """``proposals`` are those of the act's findings that the document takes up."""
    writer = _Draft(examined, act, proposals, material)
    return Document(writer.title_text(), act.language, tuple(writer.blocks()))


class _Draft(Writer):
    def __init__(self, examined: Examined, act: Act, proposals: Sequence[Proposal], material: Material) -> None:
        super().__init__(material.template, act.language, material.parties)
        self.examined, self.act, self.proposals = examined, act, proposals
        built = [proposal for proposal in proposals if proposal.is_built]
        self.targets = find_targets(act, examined.record, built)
        self.record = name_adopter(act, examined.record)
        self.kind = self.targets[0].kind if self.targets else self.record["kind"]

    def blocks(self) -> Iterator[Block]:
        parts: dict[str, Callable[[], Iterable[Block]]] = {
            "stamp": self.stamp,
            "head": self.head,
            "title": self.title,
            "preamble": self.preamble,
            "amendments": self.amendments,
            "closing": self.closing,
            "signature": self.signature,
            "notice": self.notice,
            "left": self.left,
        }
        for name in self.template.sections:
            yield from parts[name]()

    def stamp(self) -> Iterator[Block]:
        yield Table((Column((), 100, Align.RIGHT),), ((cell(self.write("stamp")),),), ruled=False)

    def head(self) -> Iterator[Block]:
        """A law names neither body nor place, its date is that of the signature; a decree is the President's by its name."""
        if not self._is_law() and self.kind != "decree":
            yield Paragraph(self._body(), Style.SUBTITLE)
        yield self.paragraph("kind", Style.TITLE, kind=self._kind("name"))
        if not self._is_law():
            yield self.place_and_date()

    def title(self) -> Iterator[Block]:
        yield Paragraph(mark_open(self.title_text()), Style.SUBTITLE)

    def title_text(self) -> str:
        cited = find_named(self.act, self.examined, self.proposals)
        return self.say("title", act=", ".join(cited), changes=self._changes(self.proposals, ""))

    def preamble(self) -> Iterator[Block]:
        if self._is_law():
            return
        enacts = self._kind("enacts")
        if not enacts:
            yield self.paragraph("preamble_bare")
        elif names_body(self.kind):
            yield Paragraph((*self.write("preamble", enacts=""), *self._body(), Run(f" {enacts}")))
        else:
            yield self.paragraph("preamble", enacts=enacts)

    def amendments(self) -> Iterator[Block]:
        if not self.targets:
            yield self.paragraph("nothing")
        for number, target in enumerate(self.targets, 1):
            registered = self.say("registered", number=target.registration) if target.registration else ""
            said = self.say("into", act=f"{target.cited}{registered}", changes=self._changes(target.proposals, "_made"))
            yield Paragraph((*self._item(number), *mark_open(said)))
            yield from self._commands(target)

    def _commands(self, target: Target) -> Iterator[Block]:
        """Each ends with «;», the last with a full stop; what leads to something is not parted from it by the end of a page."""
        blocks: list[tuple[Text, str]] = []
        for scene, proposals in name_parts(self.act, target):
            blocks += [(mark_open(scene), "")] if scene else []
            for unit, each in _group(proposals):
                if unit:
                    blocks.append((plain(name_scene(unit, self.language)), ""))
                for proposal in each:
                    for *rest, last in write_commands(proposal, self.language, len(unit)):
                        blocks += [*((text, "") for text in rest), (last, ";")]
        heads = {number for number, (text, _) in enumerate(blocks) if text[-1].text.endswith(":")}
        for number, (text, stop) in enumerate(blocks, 1):
            end = "." if number == len(blocks) else stop
            yield Paragraph((*text, Run(end)) if end else text, keep=number - 1 in heads)

    def closing(self) -> Iterator[Block]:
        number = len(self.targets) + 1 if self.targets else 2
        keys = self._closing_keys()
        values = {name: self._kind(name) for name in ("this", "of_this")} | {"days": self.say("days")}
        for place, key in enumerate(keys, number):
            first, *rest = self.write(key, **values)
            yield Paragraph((*self._item(place), Run(capital(first.text), mark=first.mark), *rest))

    def _closing_keys(self) -> tuple[str, ...]:
        return tuple(self._adopter()["closing"])

    def signature(self) -> Iterator[Block]:
        if signs := self._adopter().get("signs"):
            columns = (Column((), 50), Column((), 50))
            yield Table(columns, ((cell(self.write(signs)), ()),), ruled=False)
            return
        columns = (Column((), 60), Column((), 40, Align.RIGHT))
        yield Table(columns, ((cell(self.write("no_role")), cell(self.write("no_name"))),), ruled=False)

    def notice(self) -> Iterator[Block]:
        yield self.paragraph("h_notice", Style.SUBHEADING)
        yield self.paragraph("notice_reviewed" if self.examined.selected.reviewed else "notice", Style.NOTE)

    def left(self) -> Iterator[Block]:
        """The units that no formula could be written for: the comparative table tells what they lack."""
        units = [name_unit(each, self.examined, self.language) for each in self.proposals if each.left]
        if units:
            named = dict.fromkeys(unit or self.say("whole_act") for unit in units)
            yield self.paragraph("left", Style.NOTE, units="; ".join(named))

    def _item(self, number: int) -> Text:
        return self.write("item_law" if self._is_law() else "item", number=number)

    def _is_law(self) -> bool:
        """Laws and codes are amended by a law, which has articles and no words of enactment."""
        return self.kind in LAWS

    def _adopter(self) -> Mapping[str, Any]:
        """How the acts of whoever adopts this one end and are signed; a law is the President's to sign."""
        adopters = read_formulas()["adopters"]
        if any(target.bare for target in self.targets):
            return adopters["own"]  # type: ignore[no-any-return]
        if self._is_law() or self.kind == "decree":
            return adopters["president"]  # type: ignore[no-any-return]
        return find_adopter(self.record["rank"])

    def _body(self) -> Text:
        """Who adopts, in the nominative: as the table of adopters has it, else as the act names itself."""
        if named := self._adopter().get("named", {}).get(self.kind):
            return self.write(named)
        body = (self.record["body"] or "").removeprefix(read_formulas()["acting"])
        return plain(name_body(body, self.language)) if body else self.write("no_body")

    def _kind(self, name: str) -> str:
        return kind_word(self.kind, name, self.language)

    def _changes(self, proposals: Sequence[Proposal], form: str) -> str:
        """«өзгерістер», «толықтырулар» or both."""
        put_in = {each for proposal in proposals if proposal.is_built for each in _put_in(proposal)}
        name = "both" if len(put_in) > 1 else "additions" if put_in == {True} else "changes"
        return self.say(name + form)


def find_named(act: Act, examined: Examined, proposals: Sequence[Proposal]) -> list[str]:
    """The acts that are amended, else the act itself where nothing could be built."""
    built = [proposal for proposal in proposals if proposal.is_built] or [_NOTHING]
    return [target.named for target in find_targets(act, examined.record, built)]


_NOTHING = Proposal(Action.OPEN, "", (), (), (), ())


def name_unit(proposal: Proposal, examined: Examined, language: str) -> str:
    """The unit with the part of the act it stands in; "" for the act as a whole."""
    if proposal.path:
        return name_path(proposal.path, "name", language)
    finding = proposal.findings[0]
    return examined.unit_of(finding, language)


def _group(proposals: Sequence[Proposal]) -> Iterator[tuple[tuple[Unit, ...], list[Proposal]]]:
    """Proposals with the article that several of them are in, () for one that stands alone."""
    for article, group in groupby(proposals, key=_article_of):
        each = list(group)
        yield (article, each) if article and sum(len(write_commands(one, "kk")) for one in each) > 1 else ((), each)


def _article_of(proposal: Proposal) -> tuple[Unit, ...]:
    first = proposal.path[:1]
    return first if len(proposal.path) > 1 and first[0][0] is ClauseKind.ARTICLE else ()


def _put_in(proposal: Proposal) -> Iterator[bool]:
    """Of each thing that a proposal does, whether something comes that was not there."""
    if proposal.action is not Action.CHANGE:
        yield proposal.action is Action.INSERT
    for change in proposal.changes:
        yield change.behind if isinstance(change, PartChange) else change.after
