"""``sarapshy review serve OUT``: the pages of a run for a group, until it is stopped; then OUT holds its decisions."""

from __future__ import annotations

import os
import secrets
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sarapshy.cli.exits import Exit
from sarapshy.errors import InputError
from sarapshy.messages import say

if TYPE_CHECKING:
    from sarapshy.server.store import Store

VARIABLE = "SARAPSHY_REVIEW_TOKEN"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens and where it keeps decisions; ``token`` is asked for on a non-local address only."""

    host: str
    port: int
    token: str | None
    database: str | None
    name: str | None


def serve_run(folder: Path, place: Place, lead: str | None, language: str) -> None:
    """InputError where there is no run, no database, or the address is taken."""
    need_extra(language)
    from sarapshy.batch.outputs import open_outputs
    from sarapshy.batch.review import apply_to_run
    from sarapshy.findings.decisions import NAME, read_decisions
    from sarapshy.server.app import Run, build_app
    from sarapshy.server.guard import Guard, is_local

    outputs = open_outputs(folder)
    kept = read_decisions(folder / NAME)
    store = open_store(folder, place.database, place.name)
    store.add(kept, "decisions.json")
    given = place.token or os.environ.get(VARIABLE) or secrets.token_urlsafe(24)
    token = None if is_local(place.host) else given
    app = build_app(Run(outputs, kept, lead), store, Guard(place.host, token))
    try:
        run_server(app, place.host, place.port, token, store, language)
    finally:
        apply_to_run(folder, store.since()[1], lead)
        store.note("stopped", "")
        store.close()
    click.echo(say("serve.stopped", language, path=folder / NAME))


def run_server(app: object, host: str, port: int, token: str | None, store: Store, language: str) -> None:
    from waitress import create_server  # type: ignore[import-untyped]

    from sarapshy.server.guard import reachable_name

    try:
        server = create_server(app, host=host, port=port, threads=8, ident=None)
    except OSError as error:
        raise InputError("serve.address_taken", f"{host}:{port}", detail=error.strerror or str(error)) from error
    address = f"http://{reachable_name(host)}:{server.effective_port}/" + (f"?token={token}" if token else "")
    store.note("started", f"{host}:{server.effective_port}")
    click.echo(say("serve.started", language, address=address))
    if token:
        click.echo(say("serve.plain_http", language), err=True)
    signal.signal(signal.SIGTERM, _stop)
    server.run()


def _stop(number: int, frame: object) -> None:
    raise SystemExit(0)


def open_store(folder: Path, database: str | None, name: str | None) -> Store:
    from sarapshy.server.app import database_of
    from sarapshy.server.store import Store

    return Store(database or database_of(folder), name or folder.resolve().name)


def need_extra(language: str) -> None:
    """The server's libraries come with ``pip install 'sarapshy[server]'``."""
    try:
        import flask  # noqa: F401
        import sqlalchemy  # noqa: F401
        import waitress  # noqa: F401
    except ImportError as error:
        click.echo(click.style(say("serve.no_extra", language, name=error.name or ""), fg="red"), err=True)
        raise SystemExit(Exit.BAD_INPUT) from error
