"""An act is drawn among those it cites and those that cite it, and the run as a map of bodies and years."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from sarapshy.acts.readers import Input
from sarapshy.acts.reading import read_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.across import find_across
from sarapshy.detect.sides import read_sides
from sarapshy.references.facts import read_facts
from sarapshy.references.registering import build_registry
from sarapshy.report.act_page import Page, render_act
from sarapshy.report.corpus_map import LAST, lay_out_map, render_map
from sarapshy.report.html import page_name
from sarapshy.report.neighbourhood import DRAWN, Neighbour, Neighbourhood, draw, find_neighbours

NAMES = ("school-heads.kk.txt", "labour-139.kk.txt", "qualification.kk.txt")


def surround(folder: Path) -> dict[str, Neighbourhood]:
    readings = [Reading(read_act(Input(name, folder / name))) for name in NAMES]
    registry = build_registry(read_facts(reading.act, reading, read_sides(reading)) for reading in readings)
    return find_neighbours(registry, find_across(registry), {name: page_name(name) for name in NAMES})


def test_what_an_act_cites_and_what_it_clashes_with_stand_on_its_right(sample_acts: Path) -> None:
    around = surround(sample_acts)["school-heads.kk.txt"]
    assert not around.cited_by
    assert {(each.clash, each.here, each.relations) for each in around.cites} == {
        (True, True, ()),
        (False, False, ("based_on",)),
    }
    assert {each.page for each in around.cites if each.here} == {page_name(name)[5:] for name in NAMES[1:]}


def test_two_hundred_neighbours_are_drawn_as_far_as_eyes_can_tell_and_listed_whole() -> None:
    many = tuple(
        Neighbour(dict.fromkeys(("kk", "ru", "en"), f"№ {at}"), ("cites",), at, 7, False, True, False)
        for at in range(200)
    )
    picture = draw(Neighbourhood(many, many[:5]))
    assert len(picture.boxes) == DRAWN + 5
    assert (picture.left, picture.right) == (200 - DRAWN, 0)
    tops = sorted(box.y for box in picture.boxes if box.x < picture.middle[0])
    assert all(after - before > 52 for before, after in pairwise(tops))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_leads_to_the_pages_of_the_neighbours(sample_acts: Path, language: str) -> None:
    act = read_act(Input(NAMES[0], sample_acts / NAMES[0]))
    html = render_act(act, [], language, Page(1.0, around=surround(sample_acts)[NAMES[0]]))
    assert html.count(f'href="{page_name(NAMES[1])[5:]}"') == 2
    assert 'class="star"' in html


def record(
    body: str | None, day: str | None, kind: str = "order", found: int = 0, title: str = ""
) -> dict[str, object]:
    status = {"status": "in_force", "error": None, "path": "a.txt"}
    return {"body": body, "date": day, "kind": kind, "title": title, "findings": {"total": found}, **status}


def test_local_bodies_share_a_row_and_ministries_have_their_own() -> None:
    acts = [
        record("Арал аудандық мәслихаты", "2020-01-01"),
        record(
            None,
            "2021-01-01",
            "decision",
            title="Бюджет туралы Ақсу қалалық мәслихатының шешіміне өзгеріс енгізу туралы",
        ),
        record("Қазақстан Республикасы Мәдениет министрі", "2020-03-01", found=20),
        record(None, None, "unknown"),
    ]
    rows, years = lay_out_map(acts)
    assert years == ["2020", "2021", ""]
    assert [(row.name["ru"], row.acts) for row in rows][:2] == [("Маслихаты", 2), ("Мәдениет министрі", 1)]
    assert rows[1].circles[0].heavy == 1.0
    assert len(LAST) == 2 and rows[-1].acts == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_map_is_a_page_without_scripts_of_others(language: str) -> None:
    html = render_map([record("Мәдениет министрі", "2020-03-01")], language)
    assert "<circle" in html
    assert not re.search(r"(?:src|href)=\"https?:", html)
