"""Decisions in a database: nothing is lost, nothing is there twice, and whoever asks what is new misses nothing."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from made_findings import decide, make_act

from sarapshy.errors import InputError
from sarapshy.findings.decisions import merge
from sarapshy.server.store import Store

FINDINGS = make_act()


@pytest.fixture
def store(database: str) -> Store:
    return Store(database, uuid.uuid4().hex)


def test_decisions_come_back_as_they_were(store: Store) -> None:
    made = decide(FINDINGS[0], "rejected", comment="азаматтың құқығы «\u202e»", remedy={"kk": "Тізбе берілсін."})
    assert store.add([made], "10.0.0.7") == 1
    assert store.since() == (1, [made])


def test_what_is_there_is_not_added_again(store: Store) -> None:
    made = [decide(each, "accepted") for each in FINDINGS]
    assert (store.add(made, ""), store.add(made[:2], ""), store.add([*made, made[0]], "")) == (3, 0, 0)


def test_one_asks_for_what_came_after(store: Store) -> None:
    store.add([decide(FINDINGS[0], "accepted")], "")
    store.add([decide(FINDINGS[0], "rejected", minute=1), decide(FINDINGS[1], "accepted")], "")
    last, news = store.since(1)
    assert last == 3 and [each.state for each in news] == ["rejected", "accepted"]
    assert store.since(0, "жоқ.txt") == (3, []) and store.since(3) == (3, [])


def test_many_who_decide_at_once_lose_nothing(database: str) -> None:
    name = uuid.uuid4().hex
    Store(database, name)

    def work(by: int) -> None:
        store = Store(database, name)  # a server of its own
        for minute in range(10):
            store.add([decide(FINDINGS[0], "accepted", f"Сарапшы {by}", minute)], "")
        store.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    last, decisions = Store(database, name).since()
    assert last == len(decisions) == len(merge(decisions)) == 40


def test_reviews_in_one_database_do_not_mix(database: str) -> None:
    one, other = Store(database, uuid.uuid4().hex), Store(database, uuid.uuid4().hex)
    one.add([decide(FINDINGS[0], "accepted")], "")
    assert other.since() == (0, []) and not other.log()


def test_the_log_tells_who_what_and_from_where(store: Store) -> None:
    store.note("started", "127.0.0.1:8765")
    store.add([decide(FINDINGS[2], "rejected", "Ержан", comment="құқық")], "10.0.0.7")
    started, decided = store.log()
    assert started.action == "started" and decided.action == "rejected" and decided.address == "10.0.0.7"
    assert decided.detail == "Ержан · ереже.kk.txt · 5 · D2-decides · құқық" and started.at <= decided.at


@pytest.mark.parametrize(
    "url", ["postgresql://а:құпия@127.0.0.1:1/x", "nosuch://x", "sqlite:////жоқ/қалта/x.sqlite", "?"]
)
def test_a_database_that_cannot_be_opened_is_told_without_its_password(url: str) -> None:
    with pytest.raises(InputError) as told:
        Store(url, "x")
    assert all("құпия" not in told.value.say(language) for language in ("kk", "ru", "en"))


def test_sqlite_keeps_decisions_when_the_program_goes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'r.sqlite'}"
    Store(url, "x").add([decide(FINDINGS[0], "accepted")], "")
    assert len(Store(url, "x").since()[1]) == 1
