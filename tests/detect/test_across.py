"""What two acts show together: both sides are quoted, and the lower act is the one at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from sarapshy.acts.readers import Input
from sarapshy.acts.reading import read_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.across import find_across
from sarapshy.detect.sides import read_sides
from sarapshy.findings.model import Finding
from sarapshy.references.facts import read_facts
from sarapshy.references.registering import build_registry


def find(folder: Path, *names: str) -> dict[str, list[Finding]]:
    readings = [Reading(read_act(Input(name, folder / name))) for name in names]
    facts = [read_facts(reading.act, reading, read_sides(reading)) for reading in readings]
    return find_across(build_registry(facts))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_competition_every_five_years_contradicts_the_code_that_knows_vacant_posts_only(
    sample_acts: Path, language: str
) -> None:
    rules, code = f"school-heads.{language}.txt", f"labour-139.{language}.txt"
    found = find(sample_acts, rules, code)
    assert list(found) == [rules]
    (finding,) = found[rules]
    assert (finding.code, finding.rule, finding.clause and finding.clause.number) == ("K2", "K2-vacancy", "3")
    (other,) = finding.related
    assert other.act == code
    assert other.quote is not None and other.quote in (sample_acts / code).read_text(encoding="utf-8")
    assert {"kk": "Еңбек кодекс", "ru": "Трудовой кодекс"}[language] in finding.message[language]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_five_years_of_teaching_clash_with_the_three_of_the_qualification_rules(
    sample_acts: Path, language: str
) -> None:
    rules, others = f"school-heads.{language}.txt", f"qualification.{language}.txt"
    found = find(sample_acts, rules, others)
    (finding,) = found.pop(rules)
    assert not found
    assert (finding.code, finding.clause and finding.clause.number) == ("K3", "9")
    assert finding.related[0].act == others
    assert "5" in finding.why[language] and "3" in finding.why[language]


def test_an_act_alone_shows_nothing(sample_acts: Path) -> None:
    assert find(sample_acts, "school-heads.kk.txt") == {}


def test_of_two_codes_in_two_languages_the_one_of_the_same_language_is_quoted(sample_acts: Path) -> None:
    found = find(sample_acts, "school-heads.ru.txt", "labour-139.kk.txt", "labour-139.ru.txt")
    assert [other.act for other in found["school-heads.ru.txt"][0].related] == ["labour-139.ru.txt"]
