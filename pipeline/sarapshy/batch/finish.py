"""The last phase: from what was found to lines and a page.

What the act's own rules found and what the other acts of the run told is merged, named and ranked, and the act's page is
written. All of it is kept under a mark of whatever it depends on: where nothing of that has changed and the page stands
as it was written, there is nothing to do.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from sarapshy.acts.coverage import measure_coverage
from sarapshy.acts.model import Act
from sarapshy.batch.acts import find_kept, find_partner
from sarapshy.batch.examine import Examined, Found, examine
from sarapshy.batch.fingerprints import fingerprint_model, fingerprint_pages
from sarapshy.batch.selection import choose_rules
from sarapshy.batch.store import digest, write_whole
from sarapshy.batch.work import Answer, Settings, attempt, peak_memory
from sarapshy.detect.run import settle
from sarapshy.detect.slots import Answers, weigh_slot
from sarapshy.errors import InputError
from sarapshy.findings.known import Known, read_known
from sarapshy.findings.model import Finding
from sarapshy.plan.assign import assign
from sarapshy.report.act_page import Page, render_act
from sarapshy.report.html import page_name
from sarapshy.report.jsonl import Record, act_record, finding_line
from sarapshy.report.neighbourhood import Neighbourhood


@dataclass(frozen=True, slots=True)
class Share:
    """An act's share of the last phase; ``others`` are findings that only the other acts of the run bring to light,
    ``twin`` is the key of its text in the other language where only identities told it, ``answers`` are places of acts it cites
    that say what a checklist asks for."""

    examined: Examined
    others: tuple[Finding, ...] = ()
    around: Neighbourhood | None = None
    twin: str | None = None
    answers: Answers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """An answer as kept. ``page`` is the digest of the page's bytes."""

    mark: str
    act: Record
    findings: tuple[str, ...]
    page: str


def finish(settings: Settings, share: Share) -> Answer:
    """Raises Unwritable only."""
    made = attempt(settings, share.examined.task.item.name, lambda: _finish(settings, share))
    return made if isinstance(made, Answer) else Answer(made.act, made.findings, os.getpid(), peak_memory())


def _finish(settings: Settings, share: Share) -> Done:
    store, examined = settings.store, share.examined
    mark = _mark(settings, share)
    before = store.get(Done, examined.found)
    if before is not None and before.mark == mark and _stands(settings.out / before.act["page"], before.page):
        return before
    found = store.get(Found, examined.found) or _find_again(settings, examined)
    act = store.get(Act, examined.act) or find_kept(store, examined.task).act()
    done = _make(settings, share, found, act, mark)
    store.put(examined.found, done)
    return done


def _find_again(settings: Settings, examined: Examined) -> Found:
    """What was found was damaged on the disk since the first phase."""
    again = examine(settings, examined.task)
    same = isinstance(again, Examined) and again.found == examined.found
    found = settings.store.get(Found, examined.found) if same else None
    if found is None:
        raise InputError("report.source_changed", examined.task.item.name)
    return found


def _mark(settings: Settings, share: Share) -> str:
    """Of all that lines and page depend on: what was found is told by the act, its partner and the rules."""
    examined = share.examined
    known = _known(settings)  # of the whole baseline: an act's address is not told before its findings are
    model = (fingerprint_model(settings.model), bool(settings.own)) if settings.model else ""
    parts = (
        settings.language,
        settings.selection,
        settings.checked,
        settings.unchecked,
        known.fingerprint,
        settings.plan,
        model,
        sorted(share.answers.items()),
        share.twin,
    )
    around = msgspec.msgpack.encode(share.around)  # hundreds of neighbours, and of each act
    others = map(finding_line, share.others)
    return digest(fingerprint_pages(), examined.found, examined.ruleset, repr(parts), around, *others)


def _stands(page: Path, made: str) -> bool:
    try:
        return sha256(page.read_bytes()).hexdigest() == made
    except OSError:
        return False


def _make(settings: Settings, share: Share, found: Found, act: Act, mark: str) -> Done:
    wanted = _wanted(settings)
    codes = sorted((code for code in found.findings if code in wanted), key=wanted.__getitem__)
    own = [each for code in codes for each in found.findings[code]]
    weighed = [weigh_slot(each, share.answers) for each in own]
    settled = settle([*weighed, *share.others])
    findings = settings.selection.keep(_apply_model(settings, act, settled, found))
    findings = _known(settings).mark(findings, act.path).findings
    if settings.plan:
        findings = assign(findings, act.identity, settings.plan)
    coverage, page = measure_coverage(act.text, act.clauses), page_name(act.path)
    shown = Page(coverage, settings.checked, settings.unchecked, around=share.around, procedures=found.procedures)
    html = render_act(act, findings, settings.language, shown, _find_twin(settings, share))
    data = html.encode("utf-8", "replace")
    write_whole(settings.out / page, data)
    record = act_record(act, findings, coverage, settings.checked, settings.unchecked, page)
    return Done(mark, record, tuple(map(finding_line, findings)), sha256(data).hexdigest())


def _find_twin(settings: Settings, share: Share) -> Act | None:
    """The text in the other language, which the page shows beside this one."""
    if share.twin:
        return settings.store.get(Act, share.twin)
    partner = find_partner(settings.store, share.examined.task)
    return partner.act() if partner else None


def _apply_model(settings: Settings, act: Act, findings: list[Finding], found: Found) -> list[Finding]:
    """As ``apply_model`` does with an act at hand. Imported here, since a run without a classifier need not read how."""
    if settings.model is None:
        return findings
    from sarapshy.classify.apply import adjust
    from sarapshy.classify.likely import FIRST, order_likely
    from sarapshy.classify.propose import fill_up, leave_likely

    ruled = sum(len(each) for code, each in found.findings.items() if code in _wanted(settings))
    likely = found.likely if ruled > FIRST else {}  # as if no rules but those wanted had ever looked
    allowed = (each for each in found.supposed if settings.selection.allows(each.code, each.rule))
    wanted = leave_likely(allowed, ruled)
    if settings.own:
        return adjust(settings.own, act, fill_up(findings, wanted))
    return fill_up(order_likely(findings, likely), wanted)


def _known(settings: Settings) -> Known:
    return read_known(settings.baseline, settings.suppressions, date.today())


@cache
def _wanted(settings: Settings) -> dict[str, int]:
    """The codes of the rules wanted, with their places; what others found beside them in an earlier run is left out."""
    return {rule.code: place for place, rule in enumerate(choose_rules(settings.selection))}
