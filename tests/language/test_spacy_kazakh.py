"""spaCy finds Kazakh by its entry point."""

from __future__ import annotations

from typing import Any

import pytest

spacy = pytest.importorskip("spacy")


@pytest.fixture(scope="module")
def kazakh() -> Any:
    pipeline = spacy.blank("kk")
    pipeline.add_pipe("sentencizer")
    return pipeline


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("№7-1 бұйрық", ["№", "7-1", "бұйрық"]),
        ("2012 жылғы 5 мамыр", ["2012", "жылғы", "5", "мамыр"]),
        ("2012 ж. және т.б.", ["2012", "ж.", "және", "т.б."]),
        ("5) «Шешім»;", ["5", ")", "«", "Шешім", "»", ";"]),
        ("тіркеледі.Комиссия", ["тіркеледі", ".", "Комиссия"]),
        ("12. Хатшы", ["12", ".", "Хатшы"]),
    ],
)
def test_words_are_those_of_an_act(kazakh: Any, text: str, tokens: list[str]) -> None:
    assert [token.text for token in kazakh(text)] == tokens


def test_numbers_and_stop_words_are_known(kazakh: Any) -> None:
    document = kazakh("он бес және 7-1 орган")
    assert [token.like_num for token in document] == [True, True, False, True, False]
    assert document[2].is_stop


def test_sentences_can_be_told(kazakh: Any) -> None:
    document = kazakh("Комиссия 2012 ж. құрылды. Хатшы келді.")
    assert [str(sentence) for sentence in document.sents] == ["Комиссия 2012 ж. құрылды.", "Хатшы келді."]
