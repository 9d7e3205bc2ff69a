"""Terms are read as plans print them, in Kazakh and in Russian."""

from __future__ import annotations

from datetime import date

import pytest

from sarapshy.plan.model import Term
from sarapshy.plan.terms import find_terms
from sarapshy.report.plan import print_term

TERMS = [
    ("2 – 3 квартал 2018 жыл", date(2018, 4, 1), date(2018, 9, 30)),
    ("2018 жылғы 2-тоқсан", date(2018, 4, 1), date(2018, 6, 30)),
    ("IV квартал 2019 года", date(2019, 10, 1), date(2019, 12, 31)),
    ("2019 год, I-II квартал", date(2019, 1, 1), date(2019, 6, 30)),
    ("сәуір – маусым 2018 жыл", date(2018, 4, 1), date(2018, 6, 30)),
    ("апрель 2018 года", date(2018, 4, 1), date(2018, 4, 30)),
    ("қазан 2018 – наурыз 2019", date(2018, 10, 1), date(2019, 3, 31)),
    ("2018-2019 оқу жылы", date(2018, 9, 1), date(2019, 8, 31)),
    ("2018-2019 учебный год", date(2018, 9, 1), date(2019, 8, 31)),
    ("до 15.09.2018", date(2018, 9, 15), date(2018, 9, 15)),
    ("2018 – 2020 жылдар", date(2018, 1, 1), date(2020, 12, 31)),
]


@pytest.mark.parametrize(("text", "begin", "end"), TERMS)
def test_a_term_is_read(text: str, begin: date, end: date) -> None:
    assert list(find_terms(text)) == [Term(begin, end)]


@pytest.mark.parametrize("text", ["тұрақты", "постоянно", "31.02.2018", ""])
def test_what_names_no_day_is_no_term(text: str) -> None:
    assert list(find_terms(text)) == []


@pytest.mark.parametrize(
    ("begin", "end", "kk", "ru"),
    [
        (date(2018, 4, 1), date(2018, 9, 30), "2018 жылғы 2–3-тоқсандар", "2–3 кварталы 2018 года"),
        (date(2018, 4, 1), date(2018, 6, 30), "2018 жылғы 2-тоқсан", "2 квартал 2018 года"),
        (date(2018, 4, 1), date(2018, 4, 30), "2018 жылғы сәуір", "апрель 2018 года"),
        (date(2018, 4, 1), date(2018, 5, 31), "2018 жылғы сәуір – мамыр", "апрель – май 2018 года"),
        (date(2018, 4, 2), date(2019, 5, 31), "02.04.2018 – 31.05.2019", "02.04.2018 – 31.05.2019"),
    ],
)
def test_a_term_is_printed_as_it_is_spoken_of(begin: date, end: date, kk: str, ru: str) -> None:
    assert (print_term(Term(begin, end), "kk"), print_term(Term(begin, end), "ru")) == (kk, ru)
