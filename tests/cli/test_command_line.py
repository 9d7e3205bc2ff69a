"""The commands as the shell calls them: real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from sarapshy import __version__
from sarapshy.cli.exits import Exit


def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sarapshy", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env={**os.environ, **environment}
    )


def test_version() -> None:
    assert call("--version").stdout.split()[-1] == __version__


def test_help_is_in_the_language_of_the_locale() -> None:
    assert "пункт за пунктом" in call("--help", LC_ALL="ru_KZ.UTF-8", SARAPSHY_LANG="").stdout
    assert "тармақтап" in call("--help", SARAPSHY_LANG="kk").stdout
    assert "әдетте" in call("run", "--help", "--ui-lang", "kk").stdout


def test_output_that_goes_to_a_file_has_no_colours(faulty: Path) -> None:
    done = call("check", faulty)
    assert done.returncode == 1, done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_a_run_over_processes_writes_what_one_process_writes(faulty: Path, clean: Path, tmp_path: Path) -> None:
    for number in range(40):
        text = (clean if number % 2 else faulty).read_text(encoding="utf-8")
        (faulty.parent / f"{number:02}.txt").write_text(text, encoding="utf-8")
    written = []
    for jobs in (1, 2):
        out = tmp_path.parent / f"{tmp_path.name}-out-{jobs}"
        done = call("run", faulty.parent, "-o", out, "--jobs", jobs)
        assert done.returncode == 0, done.stderr
        written.append([(out / name).read_bytes() for name in ("acts.jsonl", "findings.jsonl")])
    assert written[0] == written[1]


def test_files_checked_side_by_side_are_told_in_their_order(faulty: Path, clean: Path, tmp_path: Path) -> None:
    broken, other = tmp_path / "a.docx", tmp_path / "z.txt"
    broken.write_bytes(b"PK\x03\x04 no archive")
    other.write_bytes(faulty.read_bytes())
    files = [other, broken, faulty, clean]
    alone = [call("check", each, "--format", "json") for each in files]
    together = call("check", *files, "--format", "json")
    told = [finding for done in alone for finding in json.loads(done.stdout)]
    assert json.loads(together.stdout) == told
    assert len({finding["act"]["path"] for finding in told}) > 1
    assert "a.docx" in together.stderr
    assert together.returncode == Exit.BAD_INPUT


def test_check_imports_nothing_it_does_not_need(faulty: Path) -> None:
    code = (
        "import sys; from sarapshy.cli.main import main\n"
        f"try: main(['check', {str(faulty)!r}])\n"
        "except SystemExit: pass\n"
        "heavy = {'rich', 'jinja2', 'spacy', 'lxml', 'pypdfium2', 'pdfplumber', 'multiprocessing'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"
