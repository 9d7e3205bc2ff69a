"""The server of a run: its pages, and the decisions of all who look at them.

GET  /index.html, /acts/<page>.html   the pages as they stand in OUT, allowed to ask this server
GET  /decisions?since=41&path=…       what came after number 41 on one act
POST /decisions                       decisions, as reports/decisions.schema.json describes them
GET  /decisions/states?since=41       the state of every finding, for the index
GET  /decisions.json                  all of them, to be saved
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, jsonify, redirect, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from sarapshy.batch.outputs import Outputs
from sarapshy.batch.review import review_run
from sarapshy.findings.decisions import Decision, decisions_record, judge, make_decision, open_dossiers
from sarapshy.messages import LANGUAGES, say
from sarapshy.report.decided_pages import states_on_act, tell_state
from sarapshy.server.guard import Guard
from sarapshy.server.store import Store

LARGEST = 16_000_000  # bytes of a request: a file of some ten thousand decisions
OFFLINE, ONLINE = "default-src 'none';", "default-src 'none'; connect-src 'self';"
ADDRESS = "/decisions"


class Run:
    """What is known of the run without asking the database: its pages, and the states that its pages were made with."""

    def __init__(self, outputs: Outputs, decisions: Iterable[Decision], lead: str | None) -> None:
        self.folder, self.lead = outputs.folder, lead
        self.pages = {act["path"]: act["page"] for act in outputs.read if act["page"]}
        review = review_run(outputs, tuple(decisions), lead)
        self._states = {
            self.pages[path]: states_on_act(each) for path, each in review.acts.items() if path in self.pages
        }
        self._ids = {
            self.pages[path]: {one.id for one in each} for path, each in review.acts.items() if path in self.pages
        }

    def states(self, decisions: Iterable[Decision]) -> dict[str, dict[str, str]]:
        """By page and finding; what was decided since counts together with what was there."""
        by_page: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            if page := self.pages.get(decision.subject.path):
                by_page[page].append(decision)
        states = {page: dict(each) for page, each in self._states.items()}
        for page, own in by_page.items():
            for dossier in open_dossiers(own):
                if dossier.finding in self._ids.get(page, ()):
                    states.setdefault(page, {})[dossier.finding] = tell_state(judge(dossier, self.lead))
        return {page: each for page, each in states.items() if each}

    def page(self, name: str) -> str | None:
        """A page of the run, by its name below OUT; the folder's other files are nobody's business."""
        if name not in self.pages.values() and not (name.endswith(".html") and "/" not in name):
            return None
        path = self.folder / name
        if not path.is_file() or path.name.startswith("."):
            return None
        html = path.read_text(encoding="utf-8", errors="replace")
        return html.replace(OFFLINE, ONLINE, 1).replace("<body ", f'<body data-review="{ADDRESS}" ', 1)


def build_app(run: Run, store: Store, guard: Guard) -> Flask:
    app = Flask("sarapshy", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    guard.watch(app)

    @app.get("/")
    def start() -> Answer:
        return redirect("/index.html")

    @app.get("/<path:name>")
    def show(name: str) -> Response:
        html = run.page(name)
        if html is None:
            abort(404)
        return Response(html, mimetype="text/html")

    @app.get(ADDRESS)
    def tell() -> Response:
        last, decisions = store.since(_number("since"), request.args.get("path"))
        return jsonify(last=last, decisions=[each.record() for each in decisions])

    @app.post(ADDRESS)
    def take() -> Response:
        record = request.get_json()
        if not isinstance(record, dict) or not isinstance(record.get("decisions"), list):
            abort(400)
        try:
            decisions = [make_decision(each) for each in record["decisions"]]
        except (KeyError, TypeError, ValueError, AttributeError):
            abort(400)
        return jsonify(added=store.add(decisions, request.remote_addr or ""))

    @app.get(f"{ADDRESS}/states")
    def tell_states() -> Response:
        last, decisions = store.since()
        return jsonify(last=last, states={} if last == _number("since", -1) else run.states(decisions))

    @app.get(f"{ADDRESS}.json")
    def save() -> Response:
        store.note("download", request.remote_addr or "")
        answer = jsonify(decisions_record(store.since()[1]))
        answer.headers["Content-Disposition"] = "attachment; filename=decisions.json"
        return answer

    @app.errorhandler(401)
    @app.errorhandler(403)
    def refuse(error: HTTPException) -> tuple[Any, int, dict[str, str]]:
        store.note("refused", request.remote_addr or "", f"{error.code} {request.method} {request.path}"[:500])
        told = "\n".join(say(f"serve.refused_{error.code}", language) for language in LANGUAGES)
        return f"{told}\n", error.code or 403, {"Content-Type": "text/plain; charset=utf-8"}

    return app


def _number(name: str, otherwise: int = 0) -> int:
    return request.args.get(name, otherwise, int)


def database_of(folder: Path) -> str:
    """SQLite beside the run's own files."""
    return f"sqlite:///{(folder / 'review.sqlite').absolute()}"
