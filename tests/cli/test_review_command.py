"""``sarapshy review``: decisions saved from pages come into the folder of the run, and stay through the next run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from sarapshy.messages import LANGUAGES, read_translations, say

Invoke = Callable[..., Result]
ACT = """Стипендия тағайындау қағидалары
1. Осы Қағидалар стипендия тағайындау тәртібін айқындайды.
2. Комиссия өтінішті өз қалауы бойынша қарайды және қажет болған жағдайда бас тартады.
3. Комиссия шешімді ақылға қонымды мерзімде қабылдайды.
"""


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    folder = tmp_path / "актілер"
    folder.mkdir()
    (folder / "ереже.txt").write_text(ACT, encoding="utf-8")
    return folder


@pytest.fixture
def out(invoke: Invoke, acts: Path, tmp_path: Path) -> Path:
    assert invoke("run", acts, "-o", tmp_path / "out", "--jobs", 1).exit_code == 0
    return tmp_path / "out"


def read_lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(each) for each in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()]


def save(path: Path, line: dict[str, Any], state: str, by: str, comment: str = "") -> Path:
    """As a page saves it."""
    subject = {
        "act": line["act"]["id"], "path": line["act"]["path"], "code": line["code"], "rule": line["rule"],
        "slot": line["slot"], "clause": line["clause"] and line["clause"]["number"], "quote": line["quote"],
    }  # fmt: skip
    entry = {"finding": line["id"], "state": state, "by": by, "at": "2026-03-01T05:15:00.000Z", "comment": comment}
    decision = {**entry, "remedy": {}, "subject": subject}
    record = {"format": "sarapshy-decisions", "version": 1, "decisions": [decision]}
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def block_of(page: Path) -> Any:
    return json.loads(page.read_text(encoding="utf-8").partition('id="decisions">')[2].partition("</script>")[0])


def test_decisions_come_into_the_lines_and_the_pages(invoke: Invoke, out: Path, tmp_path: Path) -> None:
    first = read_lines(out)[0]
    saved = save(tmp_path / "a.json", first, "rejected", "Айгүл", "</script><b>")
    (page,) = (out / "acts").iterdir()
    before = page.read_text(encoding="utf-8")
    result = invoke("review", "apply", out, saved)
    assert result.exit_code == 0, result.output
    assert say("review.added", "en", added=1, total=1) in result.output
    assert read_lines(out)[0]["decision"]["state"] == "rejected"
    cut = [text.partition('id="decisions">')[::2] for text in (before, page.read_text(encoding="utf-8"))]
    assert cut[0][0] == cut[1][0] and cut[0][1].partition("</script>")[2] == cut[1][1].partition("</script>")[2]
    assert block_of(page)[first["id"]]["comment"] == "</script><b>"
    assert block_of(out / "index.html") == {f"acts/{page.name}": {first["id"]: "rejected"}}
    assert say("review.added", "en", added=0, total=1) in invoke("review", "apply", out, saved).output


@pytest.mark.parametrize("language", LANGUAGES)
def test_disagreement_is_told_with_names_and_words(invoke: Invoke, out: Path, tmp_path: Path, language: str) -> None:
    first = read_lines(out)[0]
    saved = [
        save(tmp_path / "a.json", first, "accepted", "Айгүл"),
        save(tmp_path / "b.json", first, "rejected", "Ержан", "жоқ"),
    ]
    told = invoke("review", "apply", out, *saved, "--ui-lang", language).output
    assert say("review.conflicts", language, count=1) in told
    assert f"Айгүл: {say('review.state_accepted', language)}" in told and " – жоқ" in told
    settled = invoke("review", "status", out, "--lead", "Ержан", "--ui-lang", language).output
    assert say("review.conflicts", language, count=1) not in settled


def test_a_new_run_keeps_decisions_marks_changed_words_and_lists_the_stale(
    invoke: Invoke, acts: Path, out: Path, tmp_path: Path
) -> None:
    lines = read_lines(out)
    assert {each["clause"]["number"] for each in lines} >= {"2", "3"}
    saved = [save(tmp_path / f"{n}.json", line, "rejected", "Айгүл") for n, line in enumerate(lines)]
    invoke("review", "apply", out, *saved)
    edited = ACT.replace("1. Осы", "Кіріспе.\n1. Осы").replace(
        "3. Комиссия шешімді ақылға қонымды мерзімде", "3. Комиссия шешімді он күнде"
    )
    (acts / "ереже.txt").write_text(edited, encoding="utf-8")
    result = invoke("run", acts, "-o", out, "--jobs", 1)
    assert result.exit_code == 0, result.output
    kept = {each["rule"]: each["decision"] for each in read_lines(out) if each["clause"]["number"] == "2"}
    assert kept and all(each["state"] == "rejected" for each in kept.values())
    assert say("review.stale", "en", count=1).rpartition(":")[0] in result.output
    assert len(json.loads((out / "decisions.json").read_text(encoding="utf-8"))["decisions"]) == len(lines)


def test_nameless_decisions_are_refused_until_a_name_is_told(invoke: Invoke, out: Path, tmp_path: Path) -> None:
    saved = save(tmp_path / "a.json", read_lines(out)[0], "accepted", "")
    refused = invoke("review", "apply", out, saved)
    assert refused.exit_code == 2 and "--by" in refused.stderr and not (out / "decisions.json").exists()
    assert invoke("review", "apply", out, saved, "--by", "Айгүл").exit_code == 0
    assert read_lines(out)[0]["decision"]["by"] == "Айгүл"


def test_a_missing_file_and_a_folder_without_a_run_are_told(invoke: Invoke, out: Path, tmp_path: Path) -> None:
    assert invoke("review", "apply", out, tmp_path / "жоқ.json").exit_code == 2
    assert invoke("review", "status", tmp_path).exit_code == 2


def test_every_text_stands_in_three_languages() -> None:
    for key, texts in read_translations("review").items():
        assert sorted(texts) == sorted(LANGUAGES) and all(texts.values()), key
