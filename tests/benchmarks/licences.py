"""The licences of what an installation holds, as docs/licences.md has them.

    python tests/benchmarks/licences.py > docs/licences.md

Walks the requirements of the core and of each extra, as they are installed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement


def main() -> None:
    extras = sorted(distribution("sarapshy").metadata.get_all("Provides-Extra") or ())
    print("# Licences of the libraries\n\nMade by `python tests/benchmarks/licences.py`.\n")
    core = set(walk("sarapshy", ""))
    for extra in ["", *[each for each in extras if each != "test"]]:
        names = core if not extra else set(walk("sarapshy", extra)) - core
        print(f"## {extra or 'core'}\n")
        if not names:
            print("Not installed where this list was made: see the libraries' own pages.\n")
            continue
        print("| library | version | licence |\n|---|---|---|")
        for name in sorted(names - {"sarapshy"}):
            found = distribution(name)
            print(f"| {name} | {found.version} | {read_licence(name)} |")
        print()


def walk(name: str, extra: str, seen: frozenset[tuple[str, str]] = frozenset()) -> Iterator[str]:
    """The distribution and all that it requires; what is not installed here is left out."""
    if (name, extra) in seen:
        return
    try:
        requirements = distribution(name).requires or ()
    except PackageNotFoundError:
        return
    yield name
    for text in requirements:
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
            for inner in ("", *wanted.extras):
                yield from walk(re.sub(r"[-_.]+", "-", wanted.name).lower(), inner, seen | {(name, extra)})


def read_licence(name: str) -> str:
    metadata = distribution(name).metadata
    classifiers = [each for each in metadata.get_all("Classifier") or () if each.startswith("License")]
    classified = [each.rpartition(" :: ")[2] for each in classifiers if each != "License :: OSI Approved"]
    told = metadata.get("License-Expression") or "; ".join(classified) or metadata.get("License") or read_first(name)
    return " ".join(told.split())[:60]


def read_first(name: str) -> str:
    """The first line of the licence that is installed with the library."""
    texts = (path for path in distribution(name).files or () if path.name.upper().startswith(("LICENSE", "LICENCE")))
    return next((path.read_text().strip().split("\n")[0] for path in texts), "not told")


if __name__ == "__main__":
    main()
