"""Titles are read from the index beside the texts."""

from __future__ import annotations

from pathlib import Path

from sarapshy.acts.index import read_titles


def test_titles_are_read_by_file_name(tmp_path: Path):
    (tmp_path / "index.tsv").write_text("file\ttitle\n1.txt\t«Саябақтар» туралы \n2.txt\t\n", encoding="utf-8")
    assert read_titles(tmp_path) == {"1.txt": "«Саябақтар» туралы"}


def test_a_quotation_mark_in_a_title_swallows_nothing(tmp_path: Path):
    (tmp_path / "index.tsv").write_text('file\ttitle\n1.txt\t"Бақ туралы\n2.txt\tОрман туралы\n', encoding="utf-8")
    assert len(read_titles(tmp_path)) == 2


def test_without_an_index_there_are_no_titles(tmp_path: Path):
    assert read_titles(tmp_path) == {}


def test_a_table_with_other_columns_is_no_index(tmp_path: Path):
    (tmp_path / "index.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    assert read_titles(tmp_path) == {}
