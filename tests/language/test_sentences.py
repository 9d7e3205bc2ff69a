"""Where sentences end; the sign ¦ in the expectations stands between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.language.sentences import split_sentences


def cut(text: str) -> str:
    return "¦".join(text[a:b] for a, b in split_sentences(text, 0, len(text)))


@pytest.mark.parametrize(
    "expected",
    [
        "Комиссия жиналады.¦Төраға отырысты ашады.",
        "Бұйрық 2012 ж. 5 мамырда шықты.¦Ол тіркелді.",
        "Кітап, журнал т.б. заттар беріледі.",
        "Құжаттар, хаттар және т.б.¦Олар тіркеледі.",
        "Төраға А. Сейітов отырысты ашады.",
        "Төраға С.Ә. Омаров пен хатшы келеді.",
        "5. Комиссия құрылады.¦6. Комиссия жұмыс істейді.",
        "Шарт 01.09.2012 жасалады.",
        "Өтініш 3.2-тармаққа сай беріледі.",
        "Комиссия: 1) қарайды; 2) шешеді.",
        "Егер жоқ болса?¦Жауап беріледі.",
        "«Жауап берілді».¦Іс жабылды.",
        "согласно п. 5 и ст. 12 Закона.¦Срок составляет 3 дня.",
        "г. Алматы, ул. Абая, д. 5 и др. адреса.",
        "в 2019 г. принято решение.¦Оно действует.",
        "заявления, жалобы и т.д.¦Ответ дается письменно.",
        "Директор и.о. министра подписывает акт.",
    ],
)
def test_a_stop_ends_a_sentence_unless_it_belongs_to_a_word(expected: str) -> None:
    assert cut(expected.replace("¦", " ")) == expected


def test_texts_glued_where_a_line_broke_are_cut() -> None:
    assert cut("Өтініш тіркеледі.Комиссия оны қарайды.") == "Өтініш тіркеледі.¦Комиссия оны қарайды."


def test_every_line_is_a_sentence() -> None:
    assert cut("Комиссия:\n1) қарайды;\n2) шешеді.\n\n") == "Комиссия:¦1) қарайды;¦2) шешеді."


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Бірінші. Екінші сөйлем. Үшінші."
    assert [text[a:b] for a, b in split_sentences(text, 9, 23)] == ["Екінші сөйлем."]


@given(st.text(alphabet="аӘб. \n1;:!?«»)ж", max_size=80))
@settings(max_examples=150, deadline=None)
def test_sentences_stand_in_order_and_lose_only_white_space(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
