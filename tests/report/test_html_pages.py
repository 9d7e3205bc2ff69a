"""The pages as strings: languages, structure, hostile text, no request."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable
from colorsys import hls_to_rgb
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pytest
from lxml import html

from sarapshy.acts.model import Act
from sarapshy.findings.factors import read_families, read_names
from sarapshy.findings.model import Finding
from sarapshy.messages import LANGUAGES, read_translations, say
from sarapshy.report.act_page import Page, render_act
from sarapshy.report.html import page_name
from sarapshy.report.index_page import render_index
from sarapshy.report.jsonl import act_record, failure_record

PAGE = Page(0.93, ("rule", "checklist"), ("I3", "F2"))


def script_of(page: str, name: str) -> Any:
    (data,) = html.fromstring(page).xpath(f"//script[@id='{name}']")
    return json.loads(data.text)


@pytest.fixture
def records(rules: Act, rules_findings: list[Finding], hostile: Act, hostile_findings: list[Finding]) -> list[Any]:
    return [
        act_record(rules, rules_findings, 0.9, ["rule"], [], page_name(rules.path)),
        act_record(hostile, hostile_findings, 0.5, ["rule"], [], page_name(hostile.path)),
        failure_record("скан <1>.pdf", ValueError("</script>")),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_the_language_it_was_asked_for(
    language: str, rules: Act, rules_findings: list[Finding], records: list[Any]
) -> None:
    act_page, index = render_act(rules, rules_findings, language, PAGE), render_index(records, {}, language)
    assert f'<html lang="{language}">' in act_page and f'<html lang="{language}">' in index
    assert rules_findings[0].why[language] in act_page
    assert say("html.heat_note", language) in index


def test_every_text_of_a_page_has_its_row_in_three_languages(rules: Act, rules_findings: list[Finding]) -> None:
    page = render_act(rules, rules_findings, "ru", PAGE)
    wording = script_of(page, "wording")
    assert wording["languages"] == list(LANGUAGES)
    for element in html.fromstring(page).xpath("//*[@data-t]"):
        assert element.text_content() == wording["rows"][int(element.get("data-t"))][1]


def test_each_finding_has_a_card_and_each_quote_its_marks(rules: Act, rules_findings: list[Finding]) -> None:
    tree = html.fromstring(render_act(rules, rules_findings, "kk", PAGE))
    assert len(tree.xpath("//article")) == len(rules_findings)
    for number, finding in enumerate(rules_findings, 1):
        pieces = [mark for mark in tree.xpath("//mark") if str(number) in mark.get("data-f").split()]
        own = "".join(piece.text_content() for piece in pieces if "other" not in piece.get("class").split())
        assert own == (finding.quote or "")


def test_a_finding_without_a_quote_stands_at_its_clause(rules: Act, rules_findings: list[Finding]) -> None:
    tree = html.fromstring(render_act(rules, rules_findings, "kk", PAGE))
    (block,) = tree.xpath("//*[contains(@class, 'noted')]")
    assert block.xpath("a/@data-code") == ["P4"] and "бес мүшеден" in block.text_content()


def test_a_finding_about_the_whole_act_leads_nowhere(rules: Act, rules_findings: list[Finding]) -> None:
    tree = html.fromstring(render_act(rules, rules_findings, "kk", PAGE))
    (card,) = tree.xpath("//article[@data-code='P5']")
    assert not card.xpath(".//a") and say("report.whole_act", "kk") in card.text_content()


def test_the_other_side_of_a_contradiction_is_linked_where_it_stands(rules: Act, rules_findings: list[Finding]) -> None:
    tree = html.fromstring(render_act(rules, rules_findings, "kk", PAGE))
    (link,) = tree.xpath("//ul[@class='places']//a/@href")
    (flag,) = tree.xpath(f"//a[@id='{link[1:]}']")
    assert flag.getparent().getparent().tag == "td" and flag.getparent().text_content() == "бес күнтізбелік күн"


def test_every_link_inside_a_page_has_its_target(rules: Act, rules_findings: list[Finding]) -> None:
    tree = html.fromstring(render_act(rules, rules_findings, "kk", PAGE))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//@href") if link.startswith("#")} <= set(ids)


def test_every_finding_stands_in_the_page_for_readers_without_scripts(
    rules: Act, rules_findings: list[Finding]
) -> None:
    many = [replace(rules_findings[n % 4], rank=n + 1) for n in range(33)]
    tree = html.fromstring(render_act(rules, many, "kk", PAGE))
    assert tree.xpath("//ol[@id='cards']/li/article/@data-n") == [str(n) for n in range(1, 34)]
    assert not tree.xpath("//ol[@id='cards']/li[@hidden]")


def test_an_act_without_findings_says_what_that_means(rules: Act) -> None:
    assert say("html.no_findings", "ru") in render_act(rules, [], "ru", PAGE)


def test_an_act_without_findings_takes_no_scripts_to_decide_with(rules: Act, rules_findings: list[Finding]) -> None:
    plain, judged = render_act(rules, [], "ru", PAGE), render_act(rules, rules_findings, "ru", PAGE)
    for words in ("function readShelf", "function toggleTwin", ".dock {", ".twin {"):
        assert words in judged and words not in plain
    assert "function speak" in plain and "#text {" in plain


def test_a_doubtful_scan_is_told(rules: Act) -> None:
    assert say("html.ocr_low", "kk") in render_act(rules, [], "kk", PAGE)


def test_hostile_words_stay_words(hostile: Act, hostile_findings: list[Finding], records: list[Any]) -> None:
    for page, scripts in ((render_act(hostile, hostile_findings, "ru", PAGE), 4), (render_index(records, {}, "ru"), 4)):
        assert page.count("<script") == page.count("</script") == scripts
        assert "<b>черновик" not in page and "<i>y" not in page
        (running,) = html.fromstring(page).xpath("//script[not(@type)]")
        assert "нет" not in running.text
    assert script_of(page, "data")["acts"][1][1] == hostile.identity.title


def test_the_policy_names_the_hashes_of_style_and_script_and_nothing_else(rules: Act, records: list[Any]) -> None:
    for page in (render_act(rules, [], "kk", PAGE), render_index(records, {}, "kk")):
        tree = html.fromstring(page)
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "http" not in policy
        for source in (tree.xpath("//style")[0].text, tree.xpath("//script[not(@type)]")[0].text):
            assert b64encode(sha256(source.encode()).digest()).decode() in policy
        assert not tree.xpath("//@style | //@onclick | //@src")


def test_pages_link_to_each_other_by_relative_paths(rules: Act, records: list[Any]) -> None:
    assert 'href="../index.html"' in render_act(rules, [], "kk", PAGE)
    assert script_of(render_index(records, {}, "kk"), "data")["acts"][0][0] == page_name(rules.path)


@pytest.mark.parametrize("path", ["қ/бұйрық № 57.docx", "a/../b<c>.pdf", "ж" * 300 + ".txt", "..."])
def test_a_page_name_is_a_short_plain_file_name(path: str) -> None:
    name = page_name(path)
    assert re.fullmatch(r"acts/[\w-]+\.html", name) and len(name.encode()) < 200
    assert name != page_name(path + "x")


def test_failed_files_are_listed_with_the_reason(records: list[Any]) -> None:
    tree = html.fromstring(render_index(records, {}, "ru"))
    (failure,) = tree.xpath("//section[@class='failures']//li")
    assert "скан <1>.pdf" in failure.text_content() and "ValueError" in failure.text_content()


def test_the_index_counts_what_was_found(records: list[Any]) -> None:
    tree = html.fromstring(render_index(records, {"version": "1", "finished": "2026-03-01T10:00:00"}, "ru"))
    figures = [
        each.text_content() for each in tree.xpath("//dl[@class='tiles']//dd[not(contains(@class, 'small') or svg)]")
    ]
    assert figures == ["2", "9", "0", "1"] and "01.03.2026 10:00" in tree.text_content()


def test_an_empty_run_still_gives_an_index() -> None:
    assert render_index([], {}, "kk").endswith("</html>")


@pytest.mark.parametrize("stem", ["report", "html"])
def test_every_text_stands_in_three_languages(stem: str) -> None:
    for key, texts in read_translations(stem).items():
        assert sorted(texts) == sorted(LANGUAGES) and all(texts.values()), key


def test_every_family_has_a_name_and_a_colour() -> None:
    styles = files("sarapshy.reports").joinpath("styles", "page.css").read_text(encoding="utf-8")
    for family in set(read_families().values()):
        assert family in read_names("families") and f".f-{family} " in styles


def test_the_colour_of_every_family_is_read_on_the_paper_of_a_page() -> None:
    """WCAG 2 asks for a contrast of 4.5; in the dark the light colours stand far above it."""
    style = files("sarapshy.reports").joinpath("styles/page.css").read_text(encoding="utf-8")
    hues = dict(re.findall(r"\.f-(\w+) \{ --h: (\d+)", style))
    saturation, lightness = (int(re.findall(rf"--edge-{name}: (\d+)%", style)[0]) / 100 for name in "sl")
    paper = _luminance([int(re.findall(r"--paper: #(\w+)", style)[0][at : at + 2], 16) / 255 for at in (0, 2, 4)])
    assert hues.keys() == {*read_families().values(), "form"} | hues.keys()
    for name, hue in hues.items():
        ink = _luminance(hls_to_rgb(int(hue) / 360, lightness, saturation))
        assert (paper + 0.05) / (ink + 0.05) > 4.5, name


def _luminance(colour: Iterable[float]) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
