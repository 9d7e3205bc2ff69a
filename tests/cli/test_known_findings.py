"""``--baseline`` and [[suppress]]: old findings are counted and shown, only new ones stop a build."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sarapshy.messages import LANGUAGES, read_translations, say

Invoke = Callable[..., Result]
OLD = """Қағидалар
1. Осы Қағидалар стипендия тағайындау тәртібін айқындайды.
2. Комиссия өтінішті өз қалауы бойынша қарайды.
"""
NEW = OLD + "3. Комиссия өтінішті өз қалауы бойынша қайтарады.\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "жоба.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_only_what_the_baseline_does_not_know_breaks_a_build(invoke: Invoke, draft: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    assert invoke("check", draft, "--select", "D1b").exit_code == 1
    assert invoke("check", draft, "--select", "D1b", "--write-baseline", baseline, "--author", "Айгүл").exit_code == 1
    assert {each["author"] for each in json.loads(baseline.read_text(encoding="utf-8"))["entries"]} == {"Айгүл"}
    known = invoke("check", draft, "--select", "D1b", "--baseline", baseline)
    assert known.exit_code == 0, known.output
    assert say("known.mark_baseline", "en") not in known.stdout and ", by " not in known.stdout
    draft.write_text(NEW, encoding="utf-8")
    new = invoke("check", draft, "--select", "D1b", "--baseline", baseline)
    assert new.exit_code == 1 and "3-тармақ" in new.stdout and "2-тармақ" not in new.stdout
    assert (
        say("known.mark_baseline", "en")
        in invoke("check", draft, "--select", "D1b", "--baseline", baseline, "--all").stdout
    )


def test_a_file_given_alone_is_known_by_the_name_it_has_in_its_folder(
    invoke: Invoke, draft: Path, tmp_path: Path
) -> None:
    """As a hook gives the files of a commit, while the baseline was written for the whole folder."""
    within = tmp_path / "жобалар" / "2026"
    within.mkdir(parents=True)
    draft.rename(within / "жоба.txt")
    invoke("check", "жобалар", "--select", "D1b", "--write-baseline", "b.json")
    alone = invoke("check", within / "жоба.txt", "--select", "D1b", "--baseline", "b.json")
    assert alone.exit_code == 0, alone.output
    assert f"2026/жоба.txt: {say('known.none_new', 'en')} {say('known.here', 'en', count=1)}" in alone.stdout
    (tmp_path / "sarapshy.toml").write_text(
        '[[suppress]]\nact = "2026/жоба*"\nclause = "2"\nreason = "келісілген"\n', encoding="utf-8"
    )
    assert invoke("check", within / "жоба.txt", "--select", "D1b").exit_code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stale_entry_is_told_and_goes_when_the_baseline_is_written_anew(
    invoke: Invoke, draft: Path, tmp_path: Path, language: str
) -> None:
    baseline = tmp_path / "baseline.json"
    draft.write_text(NEW, encoding="utf-8")
    invoke("check", draft, "--select", "D1b", "--write-baseline", baseline)
    draft.write_text(OLD, encoding="utf-8")
    stale = say("known.stale", language, count=9).partition("9")[0]
    told = invoke("check", draft, "--select", "D1b", "--baseline", baseline, "--ui-lang", language)
    assert stale in told.stderr and say("review.clause", language, number="3") in told.stderr and told.exit_code == 0
    invoke("check", draft, "--select", "D1b", "--write-baseline", baseline)
    assert stale not in invoke("check", draft, "--select", "D1b", "--baseline", baseline, "--ui-lang", language).stderr


def test_the_settings_name_baseline_and_suppressions(invoke: Invoke, draft: Path, tmp_path: Path) -> None:
    invoke("check", draft, "--select", "D1b", "--write-baseline", tmp_path / "b.json")
    draft.write_text(NEW, encoding="utf-8")
    settings = '[run]\nbaseline = "b.json"\n[[suppress]]\nclause = "3"\nreason = "келісілген"\n[[suppress]]\nclause = "99"\nreason = "қате"\n'
    (tmp_path / "sarapshy.toml").write_text(settings, encoding="utf-8")
    result = invoke("check", draft, "--select", "D1b")
    assert result.exit_code == 0, result.output
    assert say("known.idle", "en", count=1) in result.stderr and "99: қате" in result.stderr


def test_machine_formats_carry_known_findings_as_suppressed_or_leave_them_out(
    invoke: Invoke, draft: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "b.json"
    invoke("check", draft, "--select", "D1b", "--write-baseline", baseline)
    found = json.loads(invoke("check", draft, "--select", "D1b", "--baseline", baseline, "--format", "json").stdout)
    assert found and all(each["known"]["by"] == "baseline" for each in found)
    sarif = json.loads(invoke("check", draft, "--select", "D1b", "--baseline", baseline, "--format", "sarif").stdout)
    assert all(result["suppressions"] for result in sarif["runs"][0]["results"])
    assert (
        "::error" not in invoke("check", draft, "--select", "D1b", "--baseline", baseline, "--format", "github").stdout
    )
    assert (
        "<failure" not in invoke("check", draft, "--select", "D1b", "--baseline", baseline, "--format", "junit").stdout
    )


def test_a_run_marks_what_is_known_and_a_baseline_can_be_written_from_it(
    invoke: Invoke, draft: Path, tmp_path: Path
) -> None:
    acts, out, baseline = tmp_path / "acts", tmp_path / "out", tmp_path / "b.json"
    acts.mkdir()
    draft.rename(acts / "жоба.txt")
    invoke("run", acts, "-o", out, "--jobs", 1, "--select", "D1b", "--write-baseline", baseline)
    assert '"known"' not in (out / "findings.jsonl").read_text(encoding="utf-8")
    result = invoke("run", acts, "-o", out, "--jobs", 1, "--select", "D1b", "--baseline", baseline)
    lines = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines and all(json.loads(line)["known"]["by"] == "baseline" for line in lines)
    assert say("known.counts", "en", known=len(lines), baseline=len(lines), suppressed=0, new=0) in result.stderr
    (page,) = (out / "acts").iterdir()
    assert 'class="known"' in page.read_text(encoding="utf-8")


def test_a_baseline_that_is_not_there_or_a_misspelt_setting_is_told(
    invoke: Invoke, draft: Path, tmp_path: Path
) -> None:
    assert invoke("check", draft, "--select", "D1b", "--baseline", tmp_path / "жоқ.json").exit_code == 2
    (tmp_path / "sarapshy.toml").write_text('[[suppress]]\nclause = "3"\n', encoding="utf-8")
    result = invoke("check", draft, "--select", "D1b")
    assert result.exit_code == 2 and "reason" in result.stderr


def test_every_text_stands_in_three_languages() -> None:
    for key, texts in read_translations("known").items():
        assert sorted(texts) == sorted(LANGUAGES) and all(texts.values()), key
