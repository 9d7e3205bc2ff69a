"""Who may ask the server: on this machine everyone who uses it, from elsewhere only whoever holds the token.

A page of another site, open in a reviewer's browser, must not reach the server either: the name it is called by has to
be its own (a foreign name may point at 127.0.0.1), and what is written has to come from its own pages.
"""

from __future__ import annotations

import hmac
import ipaddress
import socket
from dataclasses import dataclass

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

COOKIE = "sarapshy-token"
LOCAL = ("localhost", "127.0.0.1", "::1")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """``token`` None lets everyone in: for an address of this machine alone."""

    host: str
    token: str | None

    def watch(self, app: Flask) -> None:
        app.before_request(self._check)
        app.after_request(_protect)

    def _check(self) -> Answer | None:
        if self.token is None and _host_name(request.host) not in (*LOCAL, self.host):
            abort(403)
        if request.method == "POST" and not _is_own(request.headers.get("Origin")):
            abort(403)
        if self.token is None:
            return None
        if offered := request.args.get("token"):
            return self._let_in(offered)
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not self._fits(request.cookies.get(COOKIE) or bearer):
            abort(401)
        return None

    def _let_in(self, offered: str) -> Answer:
        """The token goes from the address into a cookie, so that it stays in no history."""
        if not self._fits(offered):
            abort(401)
        answer = redirect(request.path)
        answer.set_cookie(COOKIE, offered, httponly=True, samesite="Strict", secure=request.is_secure)
        return answer

    def _fits(self, offered: str) -> bool:
        return self.token is not None and hmac.compare_digest(offered.encode(), self.token.encode())


def is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def reachable_name(host: str) -> str:
    """How others call the host in an address: «0.0.0.0», all addresses of the machine, is called by the machine's name."""
    try:
        anywhere = ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return host
    name = socket.gethostname() if anywhere else host.strip("[]")
    return f"[{name}]" if ":" in name else name


def _host_name(host: str) -> str:
    return host.partition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]


def _is_own(origin: str | None) -> bool:
    return origin is None or origin == f"{request.scheme}://{request.host}"


def _protect(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
