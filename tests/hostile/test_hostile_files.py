"""What a folder may hold beside acts: each file is named with a reason, or yields nothing; the others are unharmed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hostile_files import EITHER, GOOD, HARMLESS, REFUSED, write_long

from sarapshy.cli.main import build_commands

TRACE = "Traceback"


def check(path: Path, language: str = "en") -> Result:
    return CliRunner().invoke(build_commands(language), ["check", str(path)])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "жақсы.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_gives_no_text_is_named_with_the_reason(name: str, language: str, tmp_path: Path) -> None:
    REFUSED[name](tmp_path / name)
    result = check(tmp_path / name, language)
    assert result.exit_code == 2, result.output
    assert name in result.stderr
    assert len(result.stderr.strip()) > len(name) + 20, "a name alone is no reason"
    assert TRACE not in result.output


@pytest.mark.parametrize("name", HARMLESS)
def test_a_text_without_structure_yields_nothing(name: str, tmp_path: Path) -> None:
    HARMLESS[name](tmp_path / name)
    result = check(tmp_path / name)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", EITHER)
def test_a_trap_is_refused_or_read_without_springing(name: str, tmp_path: Path) -> None:
    EITHER[name](tmp_path / name)
    result = check(tmp_path / name)
    assert result.exit_code in (0, 1, 2), result.output
    assert TRACE not in result.output
    assert not list(tmp_path.parent.glob("сыртта*"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_other_files_of_a_run_are_unharmed(good: Path, tmp_path_factory: pytest.TempPathFactory, jobs: int) -> None:
    for name, write in {**REFUSED, **HARMLESS, **EITHER}.items():
        write(good.parent / name)
    out = tmp_path_factory.mktemp("out")
    command = [sys.executable, "-m", "sarapshy", "run", str(good.parent), "-o", str(out), "--jobs", str(jobs)]
    done = subprocess.run([*command, "--ui-lang", "en"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert TRACE not in done.stdout + done.stderr
    records = [json.loads(line) for line in (out / "acts.jsonl").read_text(encoding="utf-8").splitlines()]
    failed = {record["path"].split("/")[0]: record["error"] for record in records if record["error"]}
    assert set(REFUSED) <= set(failed) <= {*REFUSED, *EITHER}
    assert all(error["key"] != "report.fault" for error in failed.values()), "a fault of ours, not of the file"
    assert all(name in done.stderr for name in REFUSED)
    assert any(record["path"] == good.name and not record["error"] for record in records)
    assert (out / "index.html").is_file()


def test_twenty_megabytes_are_read_or_named_when_their_time_is_over(
    good: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write_long(good.parent / "ұзын.txt")
    out = tmp_path_factory.mktemp("out")
    arguments = ["run", str(good.parent), "-o", str(out), "--jobs", "1", "--seconds", "10"]
    result = CliRunner().invoke(build_commands("en"), arguments)
    records = [json.loads(line) for line in (out / "acts.jsonl").read_text(encoding="utf-8").splitlines()]
    errors = {record["path"]: record["error"] and record["error"]["key"] for record in records}
    assert errors[good.name] is None
    assert errors["ұзын.txt"] in (None, "cli.out_of_time")
    assert result.exit_code == (2 if errors["ұзын.txt"] else 0), result.output
