"""Rules and the order that approves them are one act: «№ 57 бұйрығымен бекітілген … қағидалары», «Правил …, утвержденных
приказом … № 57» bear the number and the date of the order."""

from __future__ import annotations

import re
from itertools import takewhile

from msgspec.structs import replace

from sarapshy.acts.kinds import read_kinds
from sarapshy.references.anchors import Anchor, Scope
from sarapshy.references.printed import Printed

NEAR = 300  # characters between the rules and their order


def join_approving(printed: Printed, anchor: Anchor, before: list[Anchor]) -> Anchor:
    """«№ 57 бұйрығымен бекітілген … қағидалары»: what approves the rules tells which rules."""
    near = takewhile(lambda one: anchor.start - one.end <= NEAR, reversed(before))
    approving = next((one for one in near if one.scope in (Scope.NAMED, Scope.ANAPHORA)), None)
    if approving is None or not read_kinds()[anchor.kind].approved:
        return anchor
    between = re.sub(r"\([^()]*\)", "", printed.text[approving.end : anchor.start])
    joint = printed.grammar.approved.match(between)
    if joint is None or printed.grammar.parted.search(between, joint.end()):
        return anchor
    return replace(approving, end=anchor.end, noun=anchor.noun, kind=anchor.kind)


def join_approved(printed: Printed, found: list[Anchor]) -> list[Anchor]:
    """Russian: «Правил …, утвержденных приказом … № 57»."""
    joined: list[Anchor] = []
    for anchor in found:
        last = joined[-1] if joined else None
        lacking = last is not None and last.number is None and last.date is None and last.known is None
        if last is not None and lacking and anchor.scope in (Scope.NAMED, Scope.ANAPHORA):
            between = printed.text[last.end : anchor.start]
            if len(between) < NEAR and re.search(rf"{printed.grammar.approved.pattern}\s+(?:\w+\s+)?$", between):
                title = last.title or anchor.title
                joined[-1] = replace(anchor, start=last.start, noun=last.noun, kind=last.kind, title=title)
                continue
        joined.append(anchor)
    return joined
