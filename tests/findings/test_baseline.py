"""A baseline knows findings by rule, point and words, as many as there were; it marks and never hides."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_findings import make, make_act

from sarapshy.errors import InputError
from sarapshy.findings.baseline import Entry, enter, mark_known, read_baseline, write_baseline
from sarapshy.findings.identity import assign_ids
from sarapshy.findings.known import Known
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import Subject
from sarapshy.findings.suppressions import Suppression, find_idle, read_suppressions
from sarapshy.report.jsonl import finding_record

NEW = Entry(Subject(None, "", "", ""), "келесі редакцияда", "Айгүл", "2026-03-01")
TODAY = date(2026, 3, 1)


@pytest.fixture(params=["kk", "ru"])
def findings(request: pytest.FixtureRequest) -> list[Finding]:
    return make_act(request.param)


def known(findings: list[Finding]) -> list[str | None]:
    return [finding.known["by"] if finding.known else None for finding in findings]


def test_what_is_known_is_marked_with_reason_author_and_date(findings: list[Finding]) -> None:
    marked = mark_known(findings, enter(findings, (), NEW))
    assert known(marked.findings) == ["baseline"] * 3 and not marked.stale
    assert finding_record(marked.findings[0])["known"] == {
        "by": "baseline", "reason": "келесі редакцияда", "author": "Айгүл", "date": "2026-03-01",
    }  # fmt: skip
    assert "known" not in finding_record(findings[0])


def test_a_third_finding_in_the_same_words_is_new(findings: list[Finding]) -> None:
    entries = enter(findings, (), NEW)
    more = assign_ids([*findings[:2], make("2", 150, findings[0].act.language), findings[2]])
    assert known(mark_known(more, entries).findings) == ["baseline", "baseline", None, "baseline"]


def test_changed_words_are_new_and_the_entry_is_stale(findings: list[Finding]) -> None:
    entries = enter(findings, (), NEW)
    edited = [*findings[:2], replace(findings[2], quote="қажет деп тапса")]
    marked = mark_known(edited, entries)
    assert known(marked.findings) == ["baseline", "baseline", None]
    assert [entry.subject.clause for entry in marked.stale] == ["5"]


def test_written_anew_entries_keep_their_reasons_and_the_stale_go(findings: list[Finding]) -> None:
    old = [replace(entry, reason="ескі") for entry in enter(findings[1:], (), NEW)]
    assert [entry.reason for entry in enter(findings[:2], old, NEW)] == ["ескі", "келесі редакцияда"]


def test_a_file_is_read_back_and_counts_equal_entries(findings: list[Finding], tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    entries = enter(findings, (), NEW)
    write_baseline(path, entries)
    assert sorted(read_baseline(path), key=repr) == sorted(entries, key=repr)
    assert sorted(each["count"] for each in json.loads(path.read_text(encoding="utf-8"))["entries"]) == [1, 2]
    again = tmp_path / "again.json"
    write_baseline(again, reversed(entries))
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("text", ["", "[]", '{"entries": [5]}', '{"entries": [{"rule": "D2"}]}', '{"entries": 5}'])
def test_a_broken_file_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_baseline(path)
    assert all("baseline.json" in told.value.say(language) for language in ("kk", "ru", "en"))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"clause": "2"}, [True, True, False]),
        ({"clause": 5, "rule": "d2"}, [False, False, True]),
        ({"rule": "discretion", "act": "*.txt"}, [True, True, True]),
        ({"rule": "D2-decides", "act": "басқа*"}, [False, False, False]),
        ({"clause": "2", "quote": "ҚАЛАУЫ"}, [True, True, False]),
        ({"clause": "2", "quote": "жоқ сөз"}, [False, False, False]),
    ],
)
def test_a_suppression_holds_back_what_it_names(entry: dict[str, object], expected: list[bool]) -> None:
    findings, suppressions = make_act(), read_suppressions([{"reason": "келісілген", **entry}], None)
    marked = Known((), suppressions, TODAY).mark(findings, "ереже.kk.txt")
    assert known(marked.findings) == ["suppression" if each else None for each in expected]
    assert bool(find_idle(suppressions, [(None, "ереже.kk.txt", findings)])) == (
        not any(expected) and "act" not in entry
    )


def test_a_suppression_past_its_date_holds_no_more(findings: list[Finding]) -> None:
    suppression = Suppression("келісілген", clause="2", until=date(2026, 2, 28))
    assert known(Known((), [suppression], TODAY).mark(findings, "x").findings) == [None] * 3
    assert known(Known((), [replace(suppression, until=TODAY)], TODAY).mark(findings, "x").findings)[0] == "suppression"


def test_what_is_suppressed_takes_up_no_entry_of_the_baseline(findings: list[Finding]) -> None:
    team = Known(enter(findings, (), NEW), [Suppression("келісілген", clause="5")], TODAY)
    marked = team.mark(findings, findings[0].act.path)
    assert known(marked.findings) == ["baseline", "baseline", "suppression"]
    assert [entry.subject.clause for entry in marked.stale] == ["5"]
    assert len(enter(marked.findings, (), NEW)) == 2


@pytest.mark.parametrize(
    "entry",
    [{"clause": "2"}, {"reason": "x"}, {"reason": "x", "clause": "2", "untill": "x"}, {"reason": 5, "clause": "2"}],
)
def test_a_suppression_that_says_too_little_or_misspells_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(InputError) as told:
        read_suppressions([entry], Path("sarapshy.toml"))
    assert all("sarapshy.toml" in told.value.say(language) for language in ("kk", "ru", "en"))
