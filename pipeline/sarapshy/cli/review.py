"""``sarapshy review apply OUT decisions.json…``, ``status``, ``serve``, ``log``: what reviewers decided, joined and told.

Қосылған жаңа шешімдер: 12; қалтада барлығы: 40.
Сарапшылар келіспеген ескертулер: 1
  ереже.docx, 29-тармақ  D2-decides  «қажет болған жағдайда»
      Айгүл: қабылданды, 01.03.2026 10:15
      Ержан: қабылданбады, 01.03.2026 11:40 – бұл азаматтың құқығы
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sarapshy.cli.faults import told_faults
from sarapshy.cli.options import language_option
from sarapshy.errors import InputError
from sarapshy.messages import say
from sarapshy.settings import read_settings

if TYPE_CHECKING:
    from sarapshy.batch.review import Review
    from sarapshy.findings.decisions import Decision
    from sarapshy.findings.subjects import Subject

PORT = 8765
TOLD = 20  # places of one heading
LONGEST_QUOTE = 90


def build(language: str) -> click.Command:
    folder = click.argument("out", type=click.Path(path_type=Path))
    lead_option = click.option("--lead", help=say("review.opt_lead", language))

    @click.group("review", help=say("review.help", language), short_help=say("review.help", language))
    def review() -> None:
        pass

    @review.command("apply", help=say("review.apply_help", language), short_help=say("review.apply_help", language))
    @folder
    @click.argument("files", nargs=-1, type=click.Path(path_type=Path))
    @click.option("--by", help=say("review.opt_by", language))
    @lead_option
    @language_option(language)
    def apply(out: Path, files: tuple[Path, ...], by: str | None, lead: str | None, ui_lang: str) -> None:
        from sarapshy.batch.review import apply_to_run, write_figures

        with told_faults(ui_lang):
            more = [decision for path in files for decision in read_named(path, by)]
            done, added = apply_to_run(out, more, lead or find_lead())
            write_figures(out, ui_lang)
        click.echo(say("review.added", ui_lang, added=added, total=len(done.decisions)))
        print_review(done, ui_lang)

    @review.command("status", help=say("review.status_help", language), short_help=say("review.status_help", language))
    @folder
    @lead_option
    @language_option(language)
    def status(out: Path, lead: str | None, ui_lang: str) -> None:
        from sarapshy.batch.outputs import open_outputs
        from sarapshy.batch.review import review_run
        from sarapshy.findings.decisions import NAME, read_decisions

        with told_faults(ui_lang):
            done = review_run(open_outputs(out), read_decisions(out / NAME), lead or find_lead())
        print_review(done, ui_lang)

    database_option = click.option("--database", metavar="URL", help=say("serve.opt_database", language))
    name_option = click.option("--name", help=say("serve.opt_name", language))

    @review.command("serve", help=say("serve.help", language), short_help=say("serve.help", language))
    @folder
    @click.option("--host", default="127.0.0.1", show_default=True, help=say("serve.opt_host", language))
    @click.option(
        "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help=say("serve.opt_port", language)
    )
    @database_option
    @name_option
    @click.option("--token", help=say("serve.opt_token", language))
    @lead_option
    @language_option(language)
    def serve(out: Path, lead: str | None, ui_lang: str, **place: Any) -> None:
        from sarapshy.cli.serve import Place, serve_run

        with told_faults(ui_lang):
            serve_run(out, Place(**place), lead or find_lead(), ui_lang)

    @review.command("log", help=say("serve.log_help", language), short_help=say("serve.log_help", language))
    @folder
    @database_option
    @name_option
    @language_option(language)
    def log(out: Path, database: str | None, name: str | None, ui_lang: str) -> None:
        from sarapshy.cli.serve import need_extra, open_store

        need_extra(ui_lang)
        with told_faults(ui_lang):
            for each in open_store(out, database, name).log():
                click.echo("  ".join((each.at, each.address or "–", each.action, each.detail)).rstrip())

    return review


def find_lead() -> str | None:
    lead = read_settings().table("review").get("lead")
    return lead if isinstance(lead, str) else None


def read_named(path: Path, by: str | None) -> list[Decision]:
    """The decisions of a file, each with a name. InputError where some have none and ``by`` tells none."""
    from sarapshy.findings.decisions import read_decisions

    decisions = read_decisions(path, must=True)
    nameless = [decision for decision in decisions if not decision.by]
    if nameless and not by:
        raise InputError("review.nameless", str(path), count=str(len(nameless)))
    return [decision if decision.by else replace(decision, by=by or "") for decision in decisions]


def print_review(review: Review, language: str) -> None:
    from sarapshy.findings.subjects import subject_of

    findings = list(review.findings)
    counts = {state: review.count(state) for state in ("accepted", "rejected", "open")}
    undecided = len(findings) - sum(counts.values())
    click.echo(say("review.states", language, findings=len(findings), undecided=undecided, **counts))
    for name in ("conflict", "changed"):
        told = [(finding, finding.decision["reviews"]) for finding in review.having(name) if finding.decision]
        entries = [(place_line(subject_of(finding), language), reviews) for finding, reviews in told]
        print_entries("conflicts" if name == "conflict" else name, entries, language)
    stale = [
        (place_line(each.subject, language), [decision.review() for decision in each.decisions])
        for each in review.stale
    ]
    print_entries("stale", stale, language)


def print_entries(key: str, entries: Sequence[tuple[str, Sequence[Mapping[str, Any]]]], language: str) -> None:
    if not entries:
        return
    click.echo(click.style(say(f"review.{key}", language, count=len(entries)), bold=True))
    for place, reviews in entries[:TOLD]:
        click.echo(f"  {place}")
        for line in review_lines(reviews, language):
            click.echo(f"      {line}")
    if len(entries) > TOLD:
        click.echo(f"  … {len(entries) - TOLD}")


def review_lines(reviews: Iterable[Mapping[str, Any]], language: str) -> Iterator[str]:
    for each in reviews:
        at = datetime.fromisoformat(each["at"]).astimezone().strftime("%d.%m.%Y %H:%M")
        comment = f" – {each['comment']}" if each["comment"] else ""
        yield f"{each['by']}: {say('review.state_' + each['state'], language)}, {at}{comment}"


def place_line(subject: Subject, language: str) -> str:
    where = (
        say("review.clause", language, number=subject.clause) if subject.clause else say("review.whole_act", language)
    )
    words = " ".join((subject.quote or subject.slot or "").split())
    shown = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + "…"
    return f"{subject.path}, {where}  {subject.rule}" + (f"  «{shown}»" if shown else "")
