from __future__ import annotations

import pytest

from sarapshy.acts.clauses import parse_clauses
from sarapshy.acts.coverage import measure_coverage


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("", 0.0),
        ("1. Кеңес құрылсын.\n\n2. Кеңес:\n\n1) қарайды.\n", 1.0),
        ("Кеңес құрылды.\n\nОтырыс өтті.\n", 0.0),
        ("Абвг деж.\n\nАбвг деж.\n\n1. Абвг де.\n\n2. Абвг де.\n", 0.5),
        ("1\t|\tабв\n2\t|\tгде\n", 1.0),
    ],
)
def test_coverage_is_the_share_of_letters_in_what_is_numbered(text: str, share: float) -> None:
    assert measure_coverage(text, parse_clauses(text)) == pytest.approx(share, abs=0.03)
