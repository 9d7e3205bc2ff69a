"""Rules bear out their own examples, and a broken rule file is refused with every fault told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sarapshy.detect.examples import test_examples as run_examples
from sarapshy.detect.rules import KINDS, Rule, RuleError, load_rules, read_rules, read_types
from sarapshy.detect.run import choose_detector
from sarapshy.knowledge import Shelf

RULES = read_rules()


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_every_example_of_the_rule_holds(rule: Rule) -> None:
    assert [str(failure) for failure in run_examples([rule])] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_every_rule_has_a_detector_of_its_kind(rule: Rule) -> None:
    assert rule.kind in KINDS
    assert callable(choose_detector(rule))
    assert rule.type is None or rule.type in read_types()


def test_a_rule_that_is_wrong_fails_its_examples() -> None:
    rule = next(rule for rule in RULES if rule.code == "P4-quorum")
    swapped = {lang: type(ex)(bad=ex.good, good=ex.bad) for lang, ex in rule.examples.items()}
    failures = run_examples([type(rule)(**{**_fields(rule), "examples": swapped})])
    assert {failure.side for failure in failures} == {"bad", "good"}


def _fields(rule: Rule) -> dict[str, object]:
    return {name: getattr(rule, name) for name in Rule.__slots__}


@pytest.fixture
def sound(request: pytest.FixtureRequest) -> dict[str, object]:
    text = {"kk": "мәтін", "ru": "текст", "en": "text"}
    examples = {"bad": ["5. а", "5. б"], "good": ["5. в", "5. г"]}
    return {
        "code": "D2-99", "factor": "D2", "kind": "existence", "severity": "low", "confidence": 0.5,
        "name": text, "why": text, "remedy": text, "match": {"kk": ["құқылы"], "ru": ["вправе"]},
        "examples": {"kk": examples, "ru": examples},
    }  # fmt: skip


def _load(folder: Path, name: str, rule: dict[str, object]) -> tuple[Rule, ...]:
    (folder / "discretion").mkdir(exist_ok=True)
    (folder / "discretion" / name).write_text(yaml.safe_dump(rule, allow_unicode=True), encoding="utf-8")
    return load_rules(Shelf(folder, lambda path: True))


def test_a_sound_file_loads(tmp_path: Path, sound: dict[str, object]) -> None:
    assert [rule.code for rule in _load(tmp_path, "D2-99.yaml", sound)] == ["D2-99"]


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("factor", "Z9", "factor"),
        ("kind", "magic", "kind"),
        ("severity", "deadly", "severity"),
        ("match", {"kk": ["құқылы"]}, "match.ru"),
        ("match", {"kk": ["тәртіп+аспап"], "ru": ["вправе"]}, "аспап"),
        ("why", {"kk": "мәтін", "en": "text"}, "why.ru"),
        ("unless", {"planet": {"kk": ["а"], "ru": ["б"]}}, "unless.planet"),
        ("colour", "red", "no such key"),
        ("examples", {"kk": {"bad": ["5. а", "5. б"], "good": ["5. в", "5. г"]}}, "examples.ru"),
        ("code", "D2-98", "name of the file"),
    ],
)
def test_a_broken_rule_is_refused_with_file_key_and_reason(
    tmp_path: Path, sound: dict[str, object], key: str, value: object, told: str
) -> None:
    with pytest.raises(RuleError) as caught:
        _load(tmp_path, "D2-99.yaml", {**sound, key: value})
    assert told in str(caught.value)
    assert "discretion/D2-99.yaml" in str(caught.value)


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path, sound: dict[str, object]) -> None:
    (tmp_path / "vague").mkdir()
    (tmp_path / "vague" / "T1-99.yaml").write_text("code: [", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        _load(tmp_path, "D2-99.yaml", {**sound, "factor": "Z9", "kind": "magic"})
    assert {fault.file for fault in caught.value.faults} == {"vague/T1-99.yaml", "discretion/D2-99.yaml"}
    assert len(caught.value.faults) >= 3
