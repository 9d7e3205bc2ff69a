"""Decisions of a group in a database: SQLite beside the run, or PostgreSQL by its URL.

Rows are only ever added. ``number`` grows by one in the order in which rows become visible, for whoever adds holds the
review's own row until the end: a page that has seen everything up to 41 asks for what came after 41 and misses nothing.
Every row tells who decided and when by the reviewer's clock, when it came and from which address; the table ``audit``
keeps what else was done.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from sarapshy.errors import InputError
from sarapshy.findings.decisions import Decision, make_decision

METADATA = MetaData()
REVIEWS = Table("sarapshy_reviews", METADATA, Column("name", String(200), primary_key=True), Column("last", Integer))
DECISIONS = Table(
    "sarapshy_decisions",
    METADATA,
    Column("review", String(200), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), index=True),
    Column("path", Text, index=True),
    Column("record", Text, nullable=False),
    Column("received", String(40)),
    Column("address", String(64)),
)
AUDIT = Table(
    "sarapshy_audit",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("review", String(200), index=True),
    Column("at", String(40)),
    Column("address", String(64)),
    Column("action", String(40)),
    Column("detail", Text),
)


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the log: a decision, or what else was done."""

    at: str
    address: str
    action: str
    detail: str


class Store:
    """The decisions of one review, which a database may hold several of. InputError where it cannot be opened."""

    def __init__(self, url: str, review: str) -> None:
        self.review = review
        try:
            self._engine = _open(url)
            METADATA.create_all(self._engine)
            self._begin_review()
        except (SQLAlchemyError, ImportError, OSError) as error:
            shown = _hide_password(url)
            raise InputError("serve.no_database", shown, detail=str(error).splitlines()[0]) from error

    def _begin_review(self) -> None:
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(REVIEWS).values(name=self.review, last=0))
        except IntegrityError:
            return  # it was begun before

    def add(self, decisions: Iterable[Decision], address: str) -> int:
        """Those that were not there yet are added; how many."""
        records = {_digest(each): each for each in decisions}
        with self._engine.begin() as connection:
            last = self._hold(connection)
            there = set(connection.execute(self._own(DECISIONS.c.digest, DECISIONS.c.digest.in_(records))).scalars())
            fresh = [(digest, each) for digest, each in records.items() if digest not in there]
            rows = [self._row(last + n, digest, each, address) for n, (digest, each) in enumerate(fresh, 1)]
            if rows:
                connection.execute(insert(DECISIONS), rows)
                connection.execute(update(REVIEWS).where(REVIEWS.c.name == self.review).values(last=last + len(rows)))
        return len(rows)

    def _hold(self, connection: Connection) -> int:
        """The last number, and the right to give the next ones until the transaction ends."""
        mine = REVIEWS.c.name == self.review
        connection.execute(update(REVIEWS).where(mine).values(last=REVIEWS.c.last))
        return int(connection.execute(select(REVIEWS.c.last).where(mine)).scalar_one())

    def _row(self, number: int, digest: str, decision: Decision, address: str) -> dict[str, Any]:
        return {
            "review": self.review,
            "number": number,
            "digest": digest,
            "path": decision.subject.path,
            "record": _write(decision),
            "received": _now(),
            "address": address,
        }

    def since(self, number: int = 0, path: str | None = None) -> tuple[int, list[Decision]]:
        """The last number, and the decisions that came after a number: on one act, or on all."""
        wanted = [DECISIONS.c.number > number, *([DECISIONS.c.path == path] if path is not None else [])]
        with self._engine.connect() as connection:
            last = connection.execute(select(REVIEWS.c.last).where(REVIEWS.c.name == self.review)).scalar_one()
            found = connection.execute(self._own(DECISIONS.c.record, *wanted, DECISIONS.c.number <= last))
            return int(last), [make_decision(json.loads(record)) for record in found.scalars()]

    def note(self, action: str, address: str, detail: str = "") -> None:
        with self._engine.begin() as connection:
            row = {"review": self.review, "at": _now(), "address": address, "action": action, "detail": detail}
            connection.execute(insert(AUDIT).values(row))

    def log(self) -> list[Event]:
        """Decisions and what else was done, in the order of time."""
        with self._engine.connect() as connection:
            rows = connection.execute(self._own_rows(AUDIT))
            events = [Event(row.at, row.address, row.action, row.detail) for row in rows]
            rows = connection.execute(self._own_rows(DECISIONS))
            events += [_tell(row.received, row.address, json.loads(row.record)) for row in rows]
        return sorted(events, key=lambda each: each.at)

    def close(self) -> None:
        self._engine.dispose()

    def _own(self, column: Column[str], *wanted: Any) -> Any:
        return select(column).where(DECISIONS.c.review == self.review, *wanted).order_by(DECISIONS.c.number)

    def _own_rows(self, table: Table) -> Any:
        return select(table).where(table.c.review == self.review).order_by(table.c.number)


def _open(url: str) -> Engine:
    """``postgresql://`` is spoken by pg8000, which is pure Python; another driver may be named in the URL."""
    parsed = make_url(url)
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+pg8000")
    engine = create_engine(parsed, pool_pre_ping=True)
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")  # readers do not wait for the one who writes
    connection.execute("PRAGMA busy_timeout=10000")


def _hide_password(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except (SQLAlchemyError, ValueError):
        return url.rpartition("@")[2]


def _write(decision: Decision) -> str:
    return json.dumps(decision.record(), ensure_ascii=False, sort_keys=True)


def _digest(decision: Decision) -> str:
    return sha256(_write(decision).encode("utf-8", "surrogatepass")).hexdigest()


def _tell(received: str, address: str, record: dict[str, Any]) -> Event:
    subject = record["subject"]
    parts: Sequence[str | None] = (record["by"], subject["path"], subject["clause"], subject["rule"], record["comment"])
    return Event(received, address, record["state"], " · ".join(part for part in parts if part))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
