"""A second run does again only what has changed, and gives the bytes that a first one would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sarapshy.acts.model import Act
from sarapshy.batch import acts as kept_acts
from sarapshy.batch import examine as examining
from sarapshy.batch import finish as finishing
from sarapshy.batch.runner import Run, run_batch
from sarapshy.batch.selection import Selection
from sarapshy.batch.work import Settings

KK = """Стипендия тағайындау қағидалары
1. Осы Қағидалар стипендия тағайындау тәртібін айқындайды.
2. Комиссия өтінішті өз қалауы бойынша қарайды және қажет болған жағдайда бас тартады.
"""
RU = """Правила назначения стипендии
1. Настоящие Правила определяют порядок назначения стипендии.
2. Комиссия рассматривает заявление по своему усмотрению и при необходимости отказывает.
"""


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    folder = tmp_path / "актілер"
    folder.mkdir()
    for name, text in {"а.txt": KK, "б.txt": RU, "в.txt": KK + "3. Өтініш 5 күнде қаралады.\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "out", "kk", Selection(), ("rule",), ("F1",))


def results(out: Path) -> dict[str, bytes]:
    """Everything a run writes but run.json and the index, which tell the time."""
    pages = {path.name: path.read_bytes() for path in (out / "acts").iterdir()}
    return pages | {name: (out / name).read_bytes() for name in ("findings.jsonl", "acts.jsonl")}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are parsed."""
    seen: list[str] = []
    parse = kept_acts.build_act

    def watch(text: str, name: str, *others: object) -> Act:
        seen.append(name)
        return parse(text, name, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(kept_acts, "build_act", watch)
    return seen


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The rules that look, act by act."""
    seen: list[tuple[str, ...]] = []
    find = examining.find_by_rule

    def watch(reading: object, rules: object) -> object:
        seen.append(tuple(rule.code for rule in rules))  # type: ignore[attr-defined]
        return find(reading, rules)  # type: ignore[arg-type]

    monkeypatch.setattr(examining, "find_by_rule", watch)
    return seen


def test_nothing_changed_and_nothing_is_done(
    acts: Path, settings: Settings, read: list[str], looked: list[tuple[str, ...]]
) -> None:
    run_batch([acts], settings, jobs=1)
    first = results(settings.out)
    read.clear(), looked.clear()
    again: Run = run_batch([acts], settings, jobs=1)
    assert (read, looked) == ([], []) and again.record["reused"] == 3
    assert results(settings.out) == first


def test_an_act_that_changed_is_examined_alone(acts: Path, settings: Settings, read: list[str]) -> None:
    run_batch([acts], settings, jobs=1)
    read.clear()
    (acts / "б.txt").write_text(RU + "3. Заявление рассматривается в течение 5 дней.\n", encoding="utf-8")
    assert run_batch([acts], settings, jobs=1).record["reused"] == 2
    assert read == ["б.txt"]


def test_a_rule_that_changed_looks_alone_and_no_act_is_read_again(
    acts: Path,
    settings: Settings,
    read: list[str],
    looked: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run_batch([acts], settings, jobs=1)
    first = results(settings.out)
    read.clear(), looked.clear()
    marks = dict(examining.fingerprint_rules())
    code = min(marks)
    monkeypatch.setattr(examining, "fingerprint_rules", lambda: marks | {code: "changed"})
    examining._write_ruleset.cache_clear()
    run_batch([acts], settings, jobs=1)
    assert read == [] and looked == [(code,)] * 3
    assert results(settings.out) == first


def test_a_wider_selection_looks_for_the_rest_only(
    acts: Path, settings: Settings, looked: list[tuple[str, ...]], tmp_path: Path
) -> None:
    narrow = Settings(settings.out, "kk", Selection(select=("discretion",)), ("rule",), ("F1",))
    run_batch([acts], narrow, jobs=1)
    run_batch([acts], settings, jobs=1)
    assert not set(looked[0]) & set(looked[-1])
    whole = Settings(tmp_path / "другая", "kk", Selection(), ("rule",), ("F1",))
    run_batch([acts], whole, jobs=1)
    assert results(settings.out) == results(whole.out)


def test_what_the_classifier_supposes_is_kept_beside_what_the_rules_found(
    settings: Settings, looked: list[tuple[str, ...]]
) -> None:
    sample = Path(__file__).resolve().parents[2] / "corpora" / "acts" / "interest-policy.ru.html"
    asked = replace(settings, classifier=True)
    run_batch([sample], asked, jobs=1)
    first = results(settings.out)
    assert b'"detector": "classifier"' in first["findings.jsonl"]
    run_batch([sample], settings, jobs=1)
    assert b'"detector": "classifier"' not in results(settings.out)["findings.jsonl"]
    run_batch([sample], asked, jobs=1)
    assert results(settings.out) == first
    assert len(looked) == 1


def test_whatever_is_damaged_in_the_cache_is_made_anew(acts: Path, settings: Settings) -> None:
    run_batch([acts], settings, jobs=1)
    first = results(settings.out)
    for path in [path for path in settings.store.folder.rglob("*") if path.is_file()]:
        path.write_bytes(path.read_bytes()[:-3] + b"???")
    for name in ("а", "б", "в"):
        next((settings.out / "acts").glob(f"{name}-*")).write_text("damaged")
    assert run_batch([acts], settings, jobs=1).record["reused"] == 0
    assert results(settings.out) == first


def test_what_is_damaged_between_the_phases_is_made_anew(
    acts: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_batch([acts], settings, jobs=1)
    first = results(settings.out)
    settings.store.clear()
    do = finishing._finish

    def lose(settings: Settings, share: finishing.Share) -> finishing.Done:
        settings.store.clear()
        return do(settings, share)

    monkeypatch.setattr(finishing, "_finish", lose)
    run_batch([acts], settings, jobs=1)
    assert results(settings.out) == first


def test_acts_that_are_gone_leave_the_cache(acts: Path, settings: Settings) -> None:
    run_batch([acts], settings, jobs=1)
    (acts / "в.txt").unlink()
    run_batch([acts], settings, jobs=1)
    assert len(list((settings.store.folder / "act").glob("*/*"))) == 2


def test_a_cache_elsewhere_serves_another_folder_of_results(acts: Path, tmp_path: Path, read: list[str]) -> None:
    shared = tmp_path / "cache"
    one, other = (
        Settings(tmp_path / name, "kk", Selection(), ("rule",), ("F1",), cache=shared) for name in ("бір", "екі")
    )
    run_batch([acts], one, jobs=1)
    read.clear()
    run_batch([acts], other, jobs=1)
    assert read == [] and results(one.out) == results(other.out)
