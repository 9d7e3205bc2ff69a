"""What real acts hold, counted by eye and by searching for their numbers: file names and counts only."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sarapshy.acts.clauses import parse_clauses
from sarapshy.acts.coverage import measure_coverage
from sarapshy.acts.model import Clause, ClauseKind

# file: points of the order itself, points of the approved text (0: nothing approved), annexes
ORDERS = {
    "data/seed_acts/order57_ed_2017-12-13_No619.kk.txt": (4, 35, 2),
    "data/seed_acts/order57_ed_2018-06-26_No308.kk.txt": (4, 51, 5),
    "data/seed_acts/order57_ed_2020-05-21_No213.kk.txt": (5, 156, None),
    "data/seed_acts/order57_ed_2021-11-19_No568_joint.kk.txt": (4, 133, None),
    "data/seed_acts/order57_ed_2023-08-15_No259_joint.kk.txt": (4, 176, None),
    "data/pairs/dsm90_2022/kk.txt": (5, 851, 41),
    "data/pairs/dsm90_2022/ru.txt": (5, 851, 41),
    "gold/dev/acts/03316.txt": (4, 0, 5),
    "gold/dev/acts/04678.txt": (4, 0, 3),
    "gold/dev/acts/05234.txt": (4, 10, 0),
    "gold/dev/acts/05265.txt": (4, 0, 1),
    "gold/dev/acts/06218.txt": (3, 22, 0),
    "gold/dev/acts/06887.txt": (4, 0, 1),
    "gold/dev/acts/06899.txt": (4, 0, 0),
    "gold/dev/acts/08229.txt": (4, 14, 0),
    "gold/dev/acts/09441.txt": (4, 24, 0),
    "gold/dev/acts/09732.txt": (4, 17, 0),
    "gold/dev/acts/12657.txt": (3, 0, 0),
    "gold/dev/acts/ru39.txt": (5, 76, 2),
    "gold/dev/acts/sport_interest.kk.txt": (34, 0, 0),
    "gold/dev/acts/sport_interest.ru.txt": (34, 0, 0),
}
# points of new wording, by the act that quotes them
QUOTED = {
    "data/seed_acts/order126_amend_2013-05-04_No172.kk.txt": [
        "5",
        "7",
        "8",
        "11",
        "12",
        "13",
        "17",
        "19",
        "19-1",
        "20",
    ],
    "data/seed_acts/order126_amend_2016-01-21_No56.kk.txt": ["2", "3", "7", "11", "14", "15", "15-1", "16", "19"],
    "gold/dev/acts/03316.txt": ["1", "2", "3", "7", "2", "3", "11", "11-1", "11-2", "13"],
    "gold/dev/acts/04678.txt": ["3", "4", "4-1", "5", "5-1", "7"],
    "gold/dev/acts/05265.txt": ["2", "4", "10", "11", "17", "18"],
    "gold/dev/acts/06887.txt": ["4", "7", "14", "17", "21", "31"],
    "gold/dev/acts/05220.txt": ["1", "6", "2", "22", "25", "26", "27", "30", "35-1", "38", "39"],
}
ARTICLES = {
    "data/pdf/k1500000414.20-01-2026.rus.pdf": 221,
    "data/pdf/z1600000480.09-01-2026.rus.pdf": 80,
    "data/pdf/k2000000350.16-01-2026.rus.pdf": 195,
    "data/word/koap.ru.docx": 1073,
}


@cache
def clauses_of(path: Path) -> tuple[Clause, ...]:
    return parse_clauses(text_of(path))


@cache
def text_of(path: Path) -> str:
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8-sig")
    from sarapshy.acts.readers import Input, read

    return read(Input(path.name, path, None)).text


def component(clauses: tuple[Clause, ...], clause: Clause) -> Clause | None:
    """The annex or approved text round a clause."""
    while clause.parent is not None:
        clause = clauses[clause.parent]
        if clause.kind in (ClauseKind.APPROVED, ClauseKind.ANNEX):
            return clause
    return None


def points_within(clauses: tuple[Clause, ...], kind: ClauseKind | None) -> list[str]:
    """Whole numbers of the points of the body (None) or of approved texts."""
    found = []
    for clause in clauses:
        around = component(clauses, clause)
        if clause.kind is ClauseKind.POINT and clause.amends is None and (around.kind if around else None) is kind:
            found.append(str(clause.number))
    return [number for number in found if number.isdigit()]


@pytest.mark.parametrize("name", ORDERS)
def test_points_and_annexes(shared: Path, name: str) -> None:
    body, approved, annexes = ORDERS[name]
    clauses = clauses_of(shared / name)
    assert points_within(clauses, None) == [str(number) for number in range(1, body + 1)]
    assert points_within(clauses, ClauseKind.APPROVED) == [str(number) for number in range(1, approved + 1)]
    if annexes is not None:
        assert sum(clause.kind is ClauseKind.ANNEX for clause in clauses) == annexes


@pytest.mark.parametrize("name", QUOTED)
def test_points_of_new_wording(shared: Path, name: str) -> None:
    quoted = [c for c in clauses_of(shared / name) if c.amends is not None and c.kind is ClauseKind.POINT]
    assert [clause.number for clause in quoted] == QUOTED[name]


@pytest.mark.parametrize("name", ARTICLES)
def test_articles(shared: Path, name: str) -> None:
    numbers = [clause.number for clause in clauses_of(shared / name) if clause.kind is ClauseKind.ARTICLE]
    assert len(set(numbers)) == len(numbers) == ARTICLES[name]


@pytest.mark.parametrize(
    ("name", "chapter", "points"),
    [("gold/dev/acts/ru_interest_rules.txt", "6", ["6.1", "6.2", "6.3", "6.4", "6.5"]), ("gold/dev/acts/ru_interest_rules.txt", "10", ["10.1", "10.2"])],
)  # fmt: skip
def test_points_of_a_company_policy_stand_in_their_chapter(
    shared: Path, name: str, chapter: str, points: list[str]
) -> None:
    clauses = clauses_of(shared / name)
    holder = next(at for at, c in enumerate(clauses) if c.kind is ClauseKind.CHAPTER and c.number == chapter)
    assert [c.number for c in clauses if c.parent == holder and c.kind is ClauseKind.POINT] == points


@pytest.mark.parametrize("name", [name for name in ORDERS if "sport" not in name and "dsm90" not in name])
def test_most_of_an_order_is_structured(shared: Path, name: str) -> None:
    path = shared / name
    assert measure_coverage(text_of(path), clauses_of(path)) > 0.45
