"""The server: two reviewers see each other's decisions, strangers see nothing."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from sarapshy.batch.outputs import open_outputs
from sarapshy.batch.runner import run_batch
from sarapshy.batch.selection import Selection
from sarapshy.batch.work import Settings
from sarapshy.findings.decisions import Decision, decisions_record
from sarapshy.findings.subjects import subject_of
from sarapshy.server.app import Run, build_app
from sarapshy.server.guard import Guard, is_local, reachable_name
from sarapshy.server.store import Store

ACT = """Стипендия тағайындау қағидалары
1. Осы Қағидалар стипендия тағайындау тәртібін айқындайды.
2. Комиссия өтінішті өз қалауы бойынша қарайды.
"""
POST = {"content_type": "application/json"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve")
    (folder / "acts").mkdir()
    (folder / "acts" / "ереже.txt").write_text(ACT, encoding="utf-8")
    run_batch([folder / "acts"], Settings(folder / "out", "kk", Selection()), jobs=1)
    return folder / "out"


@pytest.fixture
def decision(out: Path) -> Decision:
    from datetime import UTC, datetime

    ((_, findings),) = open_outputs(out).findings()
    return Decision(findings[0].id, "accepted", "Айгүл", datetime(2026, 3, 1, tzinfo=UTC), subject_of(findings[0]))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(f"sqlite:///{tmp_path / 'r.sqlite'}", "x")


def connect(out: Path, store: Store, token: str | None = None, host: str = "127.0.0.1") -> FlaskClient:
    return build_app(Run(open_outputs(out), (), None), store, Guard(host, token)).test_client()


@pytest.fixture
def client(out: Path, store: Store) -> FlaskClient:
    return connect(out, store)


def body(*decisions: Decision) -> dict[str, Any]:
    return decisions_record(decisions)


def test_a_page_may_ask_this_server_and_nothing_else(client: FlaskClient, out: Path) -> None:
    (page,) = (out / "acts").iterdir()
    for name in ("index.html", f"acts/{page.name}"):
        answer = client.get(f"/{name}")
        assert answer.status_code == 200 and "connect-src 'self';" in answer.text
        assert 'data-review="/decisions"' in answer.text and answer.headers["X-Frame-Options"] == "DENY"
    assert client.get("/").headers["Location"] == "/index.html"


@pytest.mark.parametrize(
    "name",
    [
        "run.json",
        "findings.jsonl",
        "decisions.json.bak",
        "../out/run.json",
        "acts/%2e%2e/run.json",
        ".cache/x.html",
        "acts/no.html",
    ],
)
def test_other_files_of_the_folder_are_nobodys_business(client: FlaskClient, name: str) -> None:
    assert client.get(f"/{name}").status_code in (404, 308)


def test_what_one_decides_the_other_sees_at_once(out: Path, store: Store, decision: Decision) -> None:
    one, other = connect(out, store), connect(out, store)
    assert one.post("/decisions", json=body(decision)).json == {"added": 1}
    news = other.get("/decisions", query_string={"since": 0, "path": "ереже.txt"}).json
    assert news["last"] == 1 and news["decisions"] == [decision.record()]
    states = other.get("/decisions/states").json
    assert [*states["states"].values()] == [{decision.finding: "accepted"}]
    assert other.get("/decisions/states?since=1").json == {"last": 1, "states": {}}


def test_the_decisions_can_be_saved(client: FlaskClient, store: Store, decision: Decision) -> None:
    client.post("/decisions", json=body(decision))
    assert client.get("/decisions.json").json == body(decision)
    assert "download" in [event.action for event in store.log()]


@pytest.mark.parametrize(
    "data", ["", "[]", "{}", '{"decisions": [{}]}', '{"decisions": [null]}', '{"decisions": 5}', "{"]
)
def test_what_is_no_decision_is_refused_whole(client: FlaskClient, store: Store, data: str) -> None:
    assert client.post("/decisions", data=data, **POST).status_code == 400  # type: ignore[arg-type]
    assert store.since() == (0, [])


def test_another_sites_page_can_neither_write_nor_read(client: FlaskClient, store: Store, decision: Decision) -> None:
    foreign = {"Origin": "http://evil.example"}
    assert client.post("/decisions", json=body(decision), headers=foreign).status_code == 403
    assert client.get("/index.html", headers={"Host": "evil.example"}).status_code == 403  # a name that points here
    assert client.post("/decisions", data="decisions=1").status_code == 415  # what a form of another site can send
    assert store.since()[0] == 0 and [event.action for event in store.log()] == ["refused"] * 2


def test_on_another_address_only_the_token_lets_in(out: Path, store: Store, decision: Decision) -> None:
    client = connect(out, store, token="құпия-белгі", host="0.0.0.0")
    for asked in ("/index.html", "/decisions", "/decisions.json", "/index.html?token=өзге"):
        refused = client.get(asked)
        assert refused.status_code == 401 and "токен" in refused.text and "token" in refused.text
    assert client.post("/decisions", json=body(decision)).status_code == 401
    answer = client.get("/index.html", query_string={"token": "құпия-белгі"})
    assert answer.status_code == 302 and "token" not in answer.headers["Location"]
    assert "HttpOnly" in answer.headers["Set-Cookie"] and "SameSite=Strict" in answer.headers["Set-Cookie"]
    assert client.get("/index.html").status_code == 200
    assert client.post("/decisions", json=body(decision)).status_code == 200


def test_a_program_may_show_the_token_in_a_header(out: Path, store: Store) -> None:
    client = connect(out, store, token="abc", host="0.0.0.0")
    assert client.get("/decisions", headers={"Authorization": "Bearer abc"}).status_code == 200
    assert client.get("/decisions", headers={"Authorization": "Bearer abd"}).status_code == 401


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("192.168.1.5", False),
        ("act.kz", False),
    ],
)
def test_an_address_of_this_machine_is_known(host: str, local: bool) -> None:
    assert is_local(host) is local


@pytest.mark.parametrize(("host", "called"), [("192.168.1.5", "192.168.1.5"), ("::1", "[::1]"), ("act.kz", "act.kz")])
def test_an_address_is_told_as_others_call_it(host: str, called: str) -> None:
    assert reachable_name(host) == called


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_all_addresses_of_a_machine_are_told_by_its_name(host: str) -> None:
    assert reachable_name(host) == socket.gethostname()
