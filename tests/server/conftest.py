"""Databases to keep decisions in: SQLite, and a real PostgreSQL that the tests start in a folder of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "findings"))
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a server that lives as long as the tests; postgres refuses to run as root, so it runs as its user.

    It listens in its folder and on no port, which another program might take between the choice of it and the start."""
    if not PROGRAMS:
        pytest.skip("no PostgreSQL: apt-get install postgresql")
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user and subprocess.run([*as_user, "true"], capture_output=True).returncode:
        pytest.skip("root cannot become the user postgres here")
    folder = Path(tempfile.mkdtemp(prefix="sarapshy-pg-", dir="/tmp"))  # the name of a socket has a hundred characters
    if as_user:
        shutil.chown(folder, "postgres")
    data, log = folder / "data", folder / "log"
    initdb = [PROGRAMS[-1] / "initdb", "-D", data, "-U", "reviewer", "--auth=trust", "--no-sync", "-E", "UTF8"]
    subprocess.run([*as_user, *initdb, "--locale=C"], check=True, capture_output=True, cwd="/")
    control = [*as_user, PROGRAMS[-1] / "pg_ctl", "-D", data]
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run(
        [*control, "-l", log, "-o", options, "-w", "-t", "600", "start"], check=True, capture_output=True, cwd="/"
    )
    yield f"postgresql://reviewer@/postgres?unix_sock={folder}/.s.PGSQL.5432"
    subprocess.run([*control, "-m", "immediate", "stop"], capture_output=True, cwd="/")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'review.sqlite'}"
    url: str = request.getfixturevalue("postgresql")
    return url
