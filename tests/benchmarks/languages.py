"""Which rules see a defect in one language of an act and not in the other.

    python tests/benchmarks/languages.py FOLDER [--most 30]

FOLDER holds acts in both languages, ``name.kk.txt`` beside ``name.ru.txt`` (or .docx and the rest). A finding counts as seen in
both where the other text has one of the same rule at a point of the same number. What is printed is where to look: a
translation may be freer than the rule, and a rule that speaks in one language only is half a rule.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sarapshy.acts.readers import Input, discover
from sarapshy.acts.reading import read_act
from sarapshy.detect.run import detect
from sarapshy.findings.model import Finding

Place = tuple[str, str | None, str]  # the rule, the slot, the point
BETWEEN = "T4"  # told of the two texts together


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=30, help="rules that are listed")
    options = parser.parse_args()
    both, alone = compare(options.folder)
    print(f"seen in both languages {sum(both.values())}, in one {sum(alone.values())}")
    print(f"{'rule':24}{'only in':>8}{'times':>6}{'in both':>8}")
    for (rule, language), count in sorted(alone.items(), key=lambda each: (-each[1], each[0]))[: options.most]:
        print(f"{rule:24}{language:>8}{count:6}{both[rule]:8}")


def compare(folder: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """How often a rule sees a point in both languages, and how often in one only."""
    both, alone = Counter[str](), Counter[tuple[str, str]]()
    for texts in pair_texts(folder):
        seen = {language: set(list_places(item)) for language, item in texts.items()}
        both.update(rule for rule, _, _ in seen["kk"] & seen["ru"])
        for language, other in (("kk", "ru"), ("ru", "kk")):
            alone.update((rule, language) for rule, _, _ in seen[language] - seen[other])
    return both, alone


def pair_texts(folder: Path) -> Iterator[dict[str, Input]]:
    by_name: dict[str, dict[str, Input]] = defaultdict(dict)
    for item in discover([folder]):
        stem, _, language = Path(item.name).stem.rpartition(".") if isinstance(item, Input) else ("", "", "")
        if isinstance(item, Input) and language in ("kk", "ru"):
            by_name[stem][language] = item
    yield from (texts for texts in by_name.values() if len(texts) == 2)


def list_places(item: Input) -> Iterator[Place]:
    for finding in detect(read_act(item)):
        number = number_of(finding)
        if finding.code != BETWEEN and number:
            yield finding.rule, finding.slot, number


def number_of(finding: Finding) -> str | None:
    return finding.clause.number if finding.clause else None


if __name__ == "__main__":
    main()
