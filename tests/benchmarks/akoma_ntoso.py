"""Whether acts become valid Akoma Ntoso with every word they had: the figures of docs/graph.md.

    python tests/benchmarks/akoma_ntoso.py FILE…

Each file is written by ``sarapshy akn``, held against the official schema, and its text without blanks and bars of tables against
that of the act. Exit code 1 where any differs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree

from sarapshy.acts.readers import Input
from sarapshy.acts.reading import read_act

SCHEMA = Path(__file__).resolve().parents[1] / "report" / "schemas" / "akomantoso30.xsd"


def main() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    paths = [Path(argument) for argument in sys.argv[1:]]
    written = [(path, write(path)) for path in paths]
    valid = [path for path, root in written if schema.validate(root)]
    whole = [path for path, root in written if words_of(root) == plain(read_act(Input(path.name, path)).text)]
    for path in paths:
        if path not in valid or path not in whole:
            print(
                f"{path}: {'valid' if path in valid else 'not valid'}, {'whole' if path in whole else 'words differ'}"
            )
    print(f"{len(paths)} acts, {len(valid)} valid, {len(whole)} with every word")
    sys.exit(len(valid) + len(whole) < 2 * len(paths))


def write(path: Path) -> etree._ElementTree:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sarapshy", "akn", str(path), "-o", folder]
        subprocess.run(command, check=True, capture_output=True)
        return etree.parse(next(Path(folder).glob("*.xml")))


def words_of(tree: etree._ElementTree) -> str:
    """All but the metadata."""
    whole = "".join(tree.getroot().itertext())
    metas = ["".join(meta.itertext()) for meta in tree.getroot().iter("{*}meta")]
    for meta in metas:
        whole = whole.replace(meta, "", 1)
    return plain(whole)


def plain(text: str) -> str:
    return "".join(sign for sign in text if sign > " " and not sign.isspace() and sign not in "|\ufeff")


if __name__ == "__main__":
    main()
