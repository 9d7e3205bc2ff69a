"""What `sarapshy check` prints."""

from __future__ import annotations

import click
import pytest

from sarapshy.findings.model import Finding
from sarapshy.report.text import finding_block, print_findings, summary_line


def test_a_block_opens_with_path_clause_code_severity_and_message(rules_findings: list[Finding]) -> None:
    first = click.unstyle(finding_block(rules_findings[0], "ru")).splitlines()[0]
    assert first == "шәкіртақы/қағида.pdf:2-тармақ  D2  высокая  Замечание по D2"


def test_a_block_tells_quote_reason_proposal_and_basis(rules_findings: list[Finding]) -> None:
    block = click.unstyle(finding_block(rules_findings[0], "kk"))
    assert "«өз қалауы бойынша бас тартуға құқылы»" in block
    assert "неге: Шешім шегі белгіленбеген." in block
    assert "ұсыныс: Негіздердің тізбесі көрсетілсін." in block
    assert "негізі: Құқықтық актілер туралы заң, 24-бап" in block


def test_a_proposal_without_english_is_told_in_the_language_of_the_act(rules_findings: list[Finding]) -> None:
    assert "proposal: Негіздердің тізбесі көрсетілсін." in click.unstyle(finding_block(rules_findings[0], "en"))


def test_the_other_side_of_a_contradiction_is_named(rules_findings: list[Finding]) -> None:
    block = click.unstyle(finding_block(rules_findings[5], "ru"))
    assert "1-қосымша, «бес күнтізбелік күн»" in block and "Еңбек кодексі, 139-бап" in block


def test_a_finding_about_the_whole_act_names_the_file_alone(rules_findings: list[Finding]) -> None:
    assert click.unstyle(finding_block(rules_findings[6], "kk")).startswith("шәкіртақы/қағида.pdf  P5  ")


def test_printed_into_a_file_it_is_plain(rules_findings: list[Finding], capsys: pytest.CaptureFixture[str]) -> None:
    print_findings(rules_findings, "ru")
    printed = capsys.readouterr().out
    assert "\x1b[" not in printed
    assert printed.endswith("Замечаний: 7 (высокая степень риска: 2, средняя: 4, низкая: 1).\n")


def test_nothing_found_is_said() -> None:
    assert summary_line([], "kk") == "Ескерту жоқ."
