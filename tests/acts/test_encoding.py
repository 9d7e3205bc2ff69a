"""Bytes of Kazakh and Russian texts in the encodings they come in."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarapshy.acts.encoding import decode

KAZAKH = (
    "Қағидаларды бекіту туралы\n1. Өтініш үш жұмыс күні ішінде қаралады, әңгімелесу нәтижесі хаттамаға енгізіледі.\n"
)
RUSSIAN = "Об утверждении Правил\n1. Заявление рассматривается в течение трёх рабочих дней – № 5, «отказ».\n"


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (KAZAKH, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8", "utf-8"),
        (KAZAKH, "kz1048", "kz1048"),
        (RUSSIAN, "cp1251", "cp1251"),
        (KAZAKH, "utf-16", "utf-16"),
        (RUSSIAN, "utf-16", "utf-16"),
        (KAZAKH, "utf-16-le", "utf-16-le"),
        (KAZAKH, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(text: str, encoding: str, named: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.replaced, decoded.guessed) == (text, named, 0, False)


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866"])
def test_an_old_encoding_of_russian_is_guessed_and_said_to_be(encoding: str) -> None:
    text = "Настоящие Правила определяют порядок рассмотрения заявлений граждан государственными органами.\n" * 5
    decoded = decode(text.encode(encoding))
    assert decoded is not None and decoded.guessed
    assert decoded.text == text


def test_a_mark_of_utf8_stays_where_read_text_leaves_it() -> None:
    decoded = decode(b"\xef\xbb\xbf" + KAZAKH.encode())
    assert decoded is not None and decoded.text == "\ufeff" + KAZAKH


def test_a_file_cut_inside_a_letter_is_still_utf8() -> None:
    decoded = decode((KAZAKH * 3).rstrip(".\n").encode()[:-1])
    assert decoded is not None
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)


@pytest.mark.parametrize("data", [b"\x00" * 100, bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + b"\x00\x03" * 50])
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert decode(data) is None


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n\r\t"), min_size=1))
def test_utf8_reads_as_open_reads_it(text: str) -> None:
    decoded = decode(text.encode())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "act.txt")
        path.write_bytes(text.encode())
        assert decoded is not None and decoded.text == path.read_text(encoding="utf-8")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or "\r" not in decoded.text
