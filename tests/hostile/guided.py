"""Damage that is guided by what the code does with it: atheris over the readers and the clause parser.

    pip install atheris
    python tests/hostile/guided.py txt|html|docx|rtf|odt|pdf|clauses [-max_total_time=300]

What follows the format goes to libFuzzer. «clauses» takes any text of two languages and makes clauses, findings and a
page of it. A fault other than one with a reason ends the run, and the file that brings it is left as «crash-…».
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sarapshy"]):
    import fuzz

    from sarapshy.acts.readers import read_bytes
    from sarapshy.acts.reading import build_act
    from sarapshy.detect.run import detect
    from sarapshy.errors import InputError
    from sarapshy.report.act_page import Page, render_act


def main() -> None:
    form = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as corpus:
        seed = fuzz.TEXT.encode() if form == "clauses" else fuzz.read_seed(form)
        Path(corpus, "sound").write_bytes(seed)
        atheris.Setup(
            [*sys.argv, f"-max_len={4 * len(seed)}", "-len_control=0", corpus],
            parse if form == "clauses" else try_format(form),
        )
        atheris.Fuzz()


def parse(data: bytes) -> None:
    act = build_act(data.decode("utf-8", errors="replace"), "акт.txt")
    render_act(act, detect(act), "kk", Page(1.0))


def try_format(form: str) -> Callable[[bytes], None]:
    def attempt(data: bytes) -> None:
        try:
            found = read_bytes(data, f"акт.{form}")
            build_act(found.text, found.name, found.sha256, found.source)
        except InputError:
            return

    return attempt


if __name__ == "__main__":
    main()
