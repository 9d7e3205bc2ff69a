""".html: the act out of its page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sarapshy.acts.readers import Read

Reader = Callable[[str, bytes], Read]

PAGE = """<!DOCTYPE html><html lang="kk"><head><title>Сайт</title><style>p {{ color: red }}</style></head><body>
<header><a href="/">Басты бет</a></header><nav><ul><li>Іздеу</li></ul></nav>
<div class="slogan"><h1>Жатақхана туралы   қағидалар</h1></div>
<div class="left-menu"><p>Мәтін</p><p>Сілтемелер</p></div>
<article>{act}</article>
<footer>© Портал</footer><script>document.write("<p>жарнама</p>")</script></body></html>"""


def lines(read_bytes: Reader, act: str) -> list[str]:
    return read_bytes("бет.html", PAGE.format(act=act).encode()).text.split("\n")[1:]


def test_the_act_and_its_title_are_kept_and_the_page_around_is_not(read_bytes: Reader) -> None:
    act = "<h3>1-тарау. Жалпы ережелер</h3><p>1. Орын кезекпен\n   беріледі.</p><p>2. Бас тарту <b>негіздері</b>:</p>"
    found = read_bytes("бет.html", PAGE.format(act=act).encode())
    assert found.text.split("\n") == [
        "Жатақхана туралы қағидалар", "1-тарау. Жалпы ережелер", "1. Орын кезекпен беріледі.",
        "2. Бас тарту негіздері:",
    ]  # fmt: skip
    assert (found.source.format, found.source.encoding) == ("html", "utf-8")


def test_notes_of_the_publisher_and_breaks_are_lines(read_bytes: Reader) -> None:
    act = "<p>5. Өтініш тіркеледі.<br>Тізбе бар.</p><p><span class='note'>Ескерту. 5-тармақ жаңа редакцияда.</span></p>"
    assert lines(read_bytes, act) == ["5. Өтініш тіркеледі.", "Тізбе бар.", "Ескерту. 5-тармақ жаңа редакцияда."]


def test_rows_keep_their_columns_through_merged_cells(read_bytes: Reader) -> None:
    act = """<table><thead><tr><th>№</th><th colspan="2">Қызмет</th></tr></thead>
      <tr><td rowspan="2">1</td><td>Тіркеу</td><td><p>3</p><p>күн</p></td></tr>
      <tr><td>Беру</td><td>1 күн</td></tr></table>
      <table><tr><td>Бұйрыққа қосымша</td></tr></table>"""
    assert lines(read_bytes, act) == [
        "№\t|\tҚызмет\t|\t", "1\t|\tТіркеу\t|\t3 күн", "\t|\tБеру\t|\t1 күн", "Бұйрыққа қосымша",
    ]  # fmt: skip


def test_a_page_without_an_article_is_read_whole(read_bytes: Reader) -> None:
    page = "<html><body><form><p>1. Приём ведётся ежедневно.</p><input value='x'></form><p hidden>нет</p></body></html>"
    assert read_bytes("страница.htm", page.encode()).text == "1. Приём ведётся ежедневно."


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16"])
def test_a_page_in_another_encoding(read_bytes: Reader, encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>1. Комиссия создаётся приказом.</p></body></html>'
    assert read_bytes("страница.html", page.encode(encoding)).text == "1. Комиссия создаётся приказом."


def test_entities_are_letters_and_files_are_not_reached(read_bytes: Reader) -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY own SYSTEM "file:///etc/passwd">]><html><body><p>Заң &laquo;Қ&#1201;қық&raquo;'
        "&nbsp;№&nbsp;5 &own;</p></body></html>"
    )
    text = read_bytes("бет.html", page.encode()).text
    assert "«Құқық»" in text and "root:" not in text


def test_a_page_saved_as_doc_is_read_as_the_page_it_is(read_bytes: Reader) -> None:
    found = read_bytes("қаулы.doc", PAGE.format(act="<p>1. Қаулы бекітілсін.</p>").encode())
    assert found.text.endswith("1. Қаулы бекітілсін.")
    assert found.source.notes == (("reading.note_suffix", (("claimed", "doc"), ("found", "html"))),)
