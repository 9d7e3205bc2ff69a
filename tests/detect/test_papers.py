"""One paper told of in two places, which disagree on who agrees to it or when it is due."""

from __future__ import annotations

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding


def find(code: str, text: str) -> list[Finding]:
    rule = next(rule for rule in read_rules() if rule.code == code)
    return detect(build_act(text, "act.txt"), (rule,))


def test_a_paper_with_two_approvers_shows_both() -> None:
    text = "5. Орталық кеңеспен келісілген бағдарламаны сақтайды.\n6. Комитетпен келісілген бағдарлама шығарылады."
    (finding,) = find("K1-approver", text)
    assert any("кеңеспен келісілген бағдарламаны" in (related.quote or "") for related in finding.related)
    assert all(related.quote == text[related.start : related.end] for related in finding.related)


def test_a_form_is_held_against_the_clause_that_cites_it() -> None:
    text = (
        "Утверждены приказом\nПравила учёта\n4. Владелец склада до 1 марта сдаёт отчёт согласно приложению 1 к настоящим "
        "Правилам.\n\nПриложение 1\nк Правилам учёта\n\nОтчёт\nСрок сдачи: до 20 апреля\n1. Содержание."
    )
    (finding,) = find("K1-form", text)
    assert "20 апреля" in (finding.quote or "") and "4. Владелец склада" in (finding.related[0].quote or "")
