"""Decisions are joined, judged, and met again after the act or the rules were edited."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from made_findings import decide, make, make_act

from sarapshy.errors import InputError
from sarapshy.findings.decisions import (
    Decision,
    apply_decisions,
    carry,
    decisions_record,
    merge,
    read_decisions,
    write_decisions,
)
from sarapshy.findings.identity import assign_ids
from sarapshy.findings.model import Finding
from sarapshy.findings.subjects import ByAct
from sarapshy.report.jsonl import finding_record


def states(findings: list[Finding]) -> list[str | None]:
    return [finding.decision["state"] if finding.decision else None for finding in findings]


def is_valid(name: str, record: Any) -> None:
    schema = json.loads(files("sarapshy.reports").joinpath(name).read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(record)


@pytest.fixture(params=["kk", "ru"])
def findings(request: pytest.FixtureRequest) -> list[Finding]:
    return make_act(request.param)


def test_a_decision_stands_on_its_finding_with_who_when_and_why(findings: list[Finding]) -> None:
    made = decide(findings[1], "rejected", comment="азаматтың құқығы", remedy={"kk": "Тізбе берілсін."})
    first, second, third = apply_decisions(findings, [made])
    assert first.decision is None and third.decision is None
    assert second.decision is not None
    assert second.decision["by"] == "Айгүл" and second.decision["at"].startswith("2026-03-01T10:00")
    assert second.decision["comment"] == "азаматтың құқығы" and second.decision["remedy"] == {"kk": "Тізбе берілсін."}
    is_valid("findings.schema.json", finding_record(replace(second, rank=1)))


def test_the_latest_decision_of_a_reviewer_counts_and_the_earlier_is_kept(findings: list[Finding]) -> None:
    made = merge([decide(findings[0], "rejected", minute=5)], [decide(findings[0], "accepted", minute=1)])
    assert states(apply_decisions(findings, made)) == ["rejected", None, None]
    assert len(made) == 2


def test_reviewers_who_disagree_leave_the_finding_open_and_it_says_so(findings: list[Finding]) -> None:
    made = [decide(findings[0], "accepted", "Айгүл"), decide(findings[0], "rejected", "Ержан", 3)]
    decision = apply_decisions(findings, made)[0].decision
    assert decision is not None and decision["state"] == "open" and decision["conflict"] is True
    assert [each["by"] for each in decision["reviews"]] == ["Айгүл", "Ержан"]


def test_the_lead_reviewer_settles_a_disagreement(findings: list[Finding]) -> None:
    made = [decide(findings[0], "accepted", "Айгүл"), decide(findings[0], "rejected", "Ержан", 3)]
    decision = apply_decisions(findings, made, lead="Айгүл")[0].decision
    assert decision is not None and decision["state"] == "accepted" and "conflict" not in decision
    assert decision["by"] == "Айгүл" and len(decision["reviews"]) == 2


def test_a_verdict_taken_back_is_no_disagreement(findings: list[Finding]) -> None:
    made = [
        decide(findings[0], "accepted", "Айгүл"),
        decide(findings[0], "rejected", "Ержан", 1),
        decide(findings[0], "open", "Ержан", 2, comment="ойлану керек"),
    ]
    assert states(apply_decisions(findings, made))[0] == "accepted"


def test_the_wording_of_whoever_agrees_is_kept(findings: list[Finding]) -> None:
    made = [
        decide(findings[0], "accepted", "Айгүл", remedy={"ru": "Дать перечень."}),
        decide(findings[0], "accepted", "Ержан", 9),
    ]
    decision = apply_decisions(findings, made)[0].decision
    assert decision is not None and decision["remedy"] == {"ru": "Дать перечень."} and decision["by"] == "Айгүл, Ержан"


def test_decisions_survive_lines_added_above_and_an_address_given_later(findings: list[Finding]) -> None:
    made = [decide(findings[1], "accepted"), decide(findings[2], "rejected")]
    moved = [
        replace(each, start=(each.start or 0) + 500, act=replace(each.act, id="/akn/kz/act/2026-03-01/5/kaz"))
        for each in findings
    ]
    again = assign_ids(moved)
    assert {each.id for each in again}.isdisjoint(each.id for each in findings)
    assert sorted(map(str, states(apply_decisions(again, made)))) == ["None", "accepted", "rejected"]
    assert states(apply_decisions(again, made))[2] == "rejected"


def test_of_two_equal_places_only_as_many_are_decided_as_were(findings: list[Finding]) -> None:
    more = assign_ids([make("2", 10, findings[0].act.language), *findings[:2]])
    assert states(apply_decisions(more, [decide(findings[0], "accepted")])).count("accepted") == 1


def test_a_finding_whose_words_changed_is_marked_and_open_again(findings: list[Finding]) -> None:
    edited = assign_ids([*findings[:2], replace(findings[2], quote="қажет деп тапса")])
    applied = carry(edited, [decide(findings[2], "rejected", comment="себебі бар")])
    decision = applied.findings[2].decision
    assert decision is not None and decision["state"] == "open" and not applied.stale
    assert decision["changed"] == {"quote": findings[2].quote} and decision["reviews"][0]["state"] == "rejected"


def test_a_sentence_whose_point_was_renumbered_keeps_its_decision(findings: list[Finding]) -> None:
    words = {
        "kk": "Комиссия өтінішті қажет болған жағдайда қайта қарайды.",
        "ru": "Комиссия при необходимости пересматривает заявление.",
    }
    former = assign_ids([replace(findings[2], quote=f"5. {words[findings[2].act.language]}")])
    moved = assign_ids(
        [replace(make("6", 90, findings[2].act.language), quote=f"6. {words[findings[2].act.language]}")]
    )
    assert states(carry(moved, [decide(former[0], "rejected")]).findings) == ["rejected"]


def test_a_rule_renamed_marks_the_finding_as_changed(findings: list[Finding]) -> None:
    edited = assign_ids([replace(findings[2], rule="D2-discretion")])
    assert carry(edited, [decide(findings[2], "accepted")]).findings[0].decision["changed"]  # type: ignore[index]


def test_a_decision_whose_finding_is_gone_is_stale(findings: list[Finding]) -> None:
    applied = carry(findings[:2], [decide(findings[2], "rejected")])
    assert states(applied.findings) == [None, None]
    assert [each.subject.clause for each in applied.stale] == ["5"]


def test_decisions_on_another_act_pass_by(findings: list[Finding]) -> None:
    other = assign_ids([make("2", 40, path="басқа.txt")])
    applied = carry(findings, [decide(other[0], "accepted")])
    assert states(applied.findings) == [None, None, None] and not applied.stale


def test_decisions_are_found_by_file_and_by_address() -> None:
    draft, published = make("2", 1), make("2", 1, path="жаңа.txt", address="/akn/kz/act/2026-03-01/5/kaz")
    by_act = ByAct([decide(draft, "accepted"), decide(published, "rejected")], lambda each: each.subject)
    assert not by_act.on(None, "жоқ.txt") and len(by_act.unasked()) == 2
    assert len(by_act.on(None, "жаңа.txt")) == 1 and len(by_act.unasked()) == 1
    assert len(by_act.on("/akn/kz/act/2026-03-01/5/kaz", "ереже.kk.txt")) == 2 and not by_act.unasked()


def test_a_file_of_decisions_is_read_back_whole(findings: list[Finding], tmp_path: Path) -> None:
    made = merge([decide(each, "accepted", minute=n, comment="Ә" * n) for n, each in enumerate(findings)])
    path = tmp_path / "decisions.json"
    write_decisions(path, made)
    is_valid("decisions.schema.json", json.loads(path.read_text(encoding="utf-8")))
    assert read_decisions(path) == made and [each.name for each in tmp_path.iterdir()] == ["decisions.json"]
    assert read_decisions(tmp_path / "жоқ.json") == ()


ENTRY = decisions_record([decide(make_act()[0], "accepted")])["decisions"][0]
BROKEN: list[Any] = [
    {**ENTRY, "state": "maybe"},
    {**ENTRY, "at": "кеше"},
    {**ENTRY, "at": None},
    {**ENTRY, "comment": ["x"]},
    {**ENTRY, "comment": "ә" * 20_001},
    {**ENTRY, "remedy": "x"},
    {**ENTRY, "subject": None},
    {**ENTRY, "subject": {**ENTRY["subject"], "path": 1}},
    {**ENTRY, "subject": {**ENTRY["subject"], "quote": {}}},
    {key: value for key, value in ENTRY.items() if key != "finding"},
    "accepted",
    None,
]


@pytest.mark.parametrize("entry", BROKEN)
def test_what_is_no_decision_is_named_by_file_and_number(entry: Any, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text(json.dumps({"decisions": [ENTRY, entry]}), encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_decisions(path)
    assert all(path.name in told.value.say(each) and "2" in told.value.say(each) for each in ("kk", "ru", "en"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"decisions": 5}', "\x00", "[" * 100_000])
def test_what_is_no_file_of_decisions_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_decisions(path, must=True)


@st.composite
def lists_of_decisions(draw: st.DrawFn) -> list[list[Decision]]:
    findings = make_act()
    one = st.builds(
        decide,
        st.sampled_from(findings),
        st.sampled_from(["accepted", "rejected", "open"]),
        st.sampled_from(["Айгүл", "Ержан"]),
        st.integers(0, 4),
    )
    return draw(st.lists(st.lists(one, max_size=4), min_size=1, max_size=4))


@given(lists_of_decisions())
def test_lists_join_in_any_order_and_as_often_as_one_likes(lists: list[list[Decision]]) -> None:
    joined = merge(*lists)
    assert merge(*reversed(lists)) == joined == merge(joined, *lists)
    assert {json.dumps(each.record()) for each in joined} == {json.dumps(e.record()) for each in lists for e in each}
