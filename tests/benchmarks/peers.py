"""Our patterns beside those of other programs, over the same texts: the table of docs/scale.md.

    python tests/benchmarks/peers.py ACTS… [--megabytes 2] [--many] [--semgrep semgrep] [--textlint textlint]

ACTS are files and folders in any format that is read. Their texts, in lower case, are sorted by language, and fifteen
phrases of each language (with --many a hundred and five) are sought in them: by our patterns, by semgrep's regex mode, by textlint with
textlint-rule-prh, by spaCy's Matcher over a blank pipeline. Each program runs as a command of its own in one process,
over the texts and over a file of one word; what the second takes is the start. Seconds are of the processor. A program
that is not there is said not to be.

    python -m venv peers && peers/bin/pip install semgrep        # --semgrep peers/bin/semgrep
    npm install textlint textlint-rule-prh                       # --textlint node_modules/.bin/textlint
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

# «~» ends a word that may go on, «<2>» is up to two words between: signs of a rule.
PHRASES = {
    "kk": (
        "белгіленген тәртіп~", "комиссия~ <2> шешім~", "қажет болған жағдай~", "өзге де құжат~", "үш жұмыс күн~",
        "бас тарт~", "өз қалауы~", "тиісті <1> орган~", "мүмкіндігінше", "жазбаша <2> хабарла~", "әдетте <4> беріл~",
        "негіз~ бойынша", "құжаттар~ <3> ұсын~", "уәкілетті орган~ <5> айқында~", "шешім қабылда~",
    ),
    "ru": (
        "в установленном порядке", "решени~ <2> комисси~", "в случае необходимости", "и иные документ~",
        "трех рабочих дн~", "отказ~ в", "по своему усмотрению", "соответствующ~ <1> орган~", "по возможности",
        "письменн~ <2> уведом~", "как правило", "при наличии основани~", "представля~ <3> документ~",
        "уполномоченн~ орган~ <5> определя~", "принима~ решени~",
    ),
}  # fmt: skip
STEMS = {
    "kk": ("комиссия", "өтініш", "құжат", "тәртіп", "шешім", "мерзім", "орган", "басшы", "қаулы", "бұйрық"),
    "ru": (
        "комисси",
        "заявлени",
        "документ",
        "поряд",
        "решени",
        "срок",
        "орган",
        "руководител",
        "постановлени",
        "приказ",
    ),
}  # «комиссия~ <2> шешім~» and the other pairs: a rule set has thousands of such phrases
LETTERS = "а-яёәғқңөұүһіa-z0-9"
ONE_WORD = "сөз\n"


@dataclass(frozen=True, slots=True)
class Told:
    hits: int
    seconds: float  # of the processor


Run = Callable[[str, Path], list[str]]  # the command for a language and a folder of texts
Count = Callable[[str], int]  # hits in what it prints


@dataclass(frozen=True, slots=True)
class Program:
    name: str
    path: str | None
    command: Run
    count: Count


def main() -> None:
    if sys.argv[1:2] == ["--seek"]:
        _, _, seeker, phrases, language, folder = sys.argv
        print(
            SEEKERS[seeker](json.loads(Path(phrases).read_text("utf-8"))[language], language, read_folder(Path(folder)))
        )
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("acts", type=Path, nargs="+")
    parser.add_argument("--megabytes", type=float, default=2, help="of each language, at most")
    parser.add_argument("--many", action="store_true", help="phrases of two stems too")
    parser.add_argument("--semgrep", default="semgrep")
    parser.add_argument("--textlint", default="textlint")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = write_texts(options.acts, Path(folder), options.megabytes)
        phrases = {language: list_phrases(language, options.many) for language in PHRASES}
        (Path(folder) / "phrases.json").write_text(json.dumps(phrases), encoding="utf-8")
        programs = list_programs(options.semgrep, options.textlint, Path(folder), phrases)
        for language in PHRASES:
            print_table(language, len(phrases[language]), texts / language, Path(folder), programs)


def list_phrases(language: str, many: bool) -> tuple[str, ...]:
    pairs = (f"{one}~ <2> {other}~" for one, other in permutations(STEMS[language], 2))
    return (*PHRASES[language], *(pairs if many else ()))


def write_texts(acts: Sequence[Path], folder: Path, megabytes: float) -> Path:
    """Texts in lower case under «kk» and «ru»; and the file of one word."""
    from sarapshy.acts.readers import Input, discover, read
    from sarapshy.acts.reading import build_act

    room = dict.fromkeys(PHRASES, megabytes * 1e6)
    for language in PHRASES:
        (folder / "texts" / language).mkdir(parents=True)
    (folder / "start").mkdir()
    (folder / "start" / "0.txt").write_text(ONE_WORD, encoding="utf-8")
    for number, item in enumerate(item for item in discover(acts) if isinstance(item, Input)):
        if max(room.values()) <= 0:
            break
        found = read(item)
        act = build_act(found.text, found.name, found.sha256, found.source)
        if room.get(act.language, 0) > 0:
            text = act.text.lower()
            (folder / "texts" / act.language / f"{number}.txt").write_text(text, encoding="utf-8")
            room[act.language] -= len(text.encode())
    return folder / "texts"


def read_folder(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]


def list_programs(semgrep: str, textlint: str, folder: Path, phrases: Mapping[str, Sequence[str]]) -> list[Program]:
    us = str(Path(__file__).resolve())

    def seek(name: str) -> Run:
        known = str(folder / "phrases.json")
        return lambda language, texts: [sys.executable, us, "--seek", name, known, language, str(texts)]

    write_semgrep(folder, phrases)
    write_prh(folder, phrases)
    options = [
        "scan",
        "--json",
        "--quiet",
        "--metrics",
        "off",
        "--disable-version-check",
        "--jobs",
        "1",
        "--no-git-ignore",
        "--timeout",
        "0",
    ]
    options += ["--max-target-bytes", "0", "--max-log-list-entries", "0"]
    return [
        Program("sarapshy", sys.executable, seek("ours"), int),
        Program(
            "semgrep, regex mode",
            shutil.which(semgrep),
            lambda language, texts: [semgrep, *options, "--config", str(folder / f"semgrep-{language}.yaml"), str(texts)],
            lambda printed: len(json.loads(printed)["results"]),
        ),
        Program(
            "textlint with prh",
            shutil.which(textlint),
            lambda language, texts: [
                *(textlint, "--no-color", "--format", "json", "--config"),
                *(str(folder / f"textlint-{language}.json"), f"{texts}/*.txt"),
            ],
            lambda printed: sum(len(file["messages"]) for file in json.loads(printed or "[]")),
        ),
        Program("spaCy's Matcher", find_spacy(), seek("spacy"), int),
    ]  # fmt: skip


def find_spacy() -> str | None:
    from importlib.util import find_spec

    return sys.executable if find_spec("spacy") else None


def print_table(language: str, count: int, texts: Path, folder: Path, programs: Sequence[Program]) -> None:
    size = sum(path.stat().st_size for path in texts.iterdir()) / 1e6
    print(f"\n{language}: {len(list(texts.iterdir()))} texts, {size:.1f} MB, {count} phrases")
    print(
        f"{'':22}{'start, s':>10}{'work, s':>10}{'MB/s':>8}{'hits':>8}{'work, times ours':>18}{'all, times ours':>17}"
    )
    ours: tuple[float, float] | None = None
    for program in programs:
        if program.path is None:
            print(f"{program.name:22}is not installed here and was not measured")
            continue
        start = run(program, language, folder / "start")
        told = run(program, language, texts)
        work = max(told.seconds - start.seconds, 0.01)
        ours = ours or (work, told.seconds)
        print(
            f"{program.name:22}{start.seconds:10.1f}{work:10.1f}{size / work:8.1f}{told.hits:8}"
            f"{work / ours[0]:18.1f}{told.seconds / ours[1]:17.1f}",
            flush=True,
        )


def run(program: Program, language: str, texts: Path) -> Told:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(program.command(language, texts), capture_output=True, text=True, check=False, env=quiet())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    try:
        return Told(program.count(done.stdout), seconds)
    except ValueError as error:
        raise SystemExit(f"{program.name}: {done.stdout[-500:]}{done.stderr[-500:]}") from error


def quiet() -> dict[str, str]:
    """No programs that call home, and modules compiled once, as they are where a program is installed."""
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**told, "SEMGREP_SEND_METRICS": "off", "SEMGREP_ENABLE_VERSION_CHECK": "0"}


# -- the phrases as each program writes them


def split(phrase: str) -> list[str]:
    return phrase.split(" ")


def spell_expression(phrase: str) -> str:
    """Words between blanks; a gap is up to so many words with the blanks after them."""
    parts = []
    for word in split(phrase):
        if word.startswith("<"):
            parts.append(rf"(?:[{LETTERS}-]+[ \n]+){{0,{word[1:-1]}}}?")
        else:
            parts.append(
                word.rstrip("~") + (f"[{LETTERS}-]*" if word.endswith("~") else f"(?![{LETTERS}])") + r"[ \n]+"
            )
    return rf"(?<![{LETTERS}])" + "".join(parts).removesuffix(r"[ \n]+")


def write_semgrep(folder: Path, known: Mapping[str, Sequence[str]]) -> None:
    for language, phrases in known.items():
        rules = [
            {
                "id": f"p{number}",
                "languages": ["regex"],
                "severity": "INFO",
                "message": "found",
                "pattern-regex": spell_expression(phrase),
            }
            for number, phrase in enumerate(phrases)
        ]
        (folder / f"semgrep-{language}.yaml").write_text(json.dumps({"rules": rules}), encoding="utf-8")


def write_prh(folder: Path, known: Mapping[str, Sequence[str]]) -> None:
    for language, phrases in known.items():
        rules = [
            {"expected": f"p{number}", "pattern": f"/{spell_expression(phrase)}/"}
            for number, phrase in enumerate(phrases)
        ]
        (folder / f"prh-{language}.yml").write_text(json.dumps({"version": 1, "rules": rules}), encoding="utf-8")
        config = {"rules": {"prh": {"rulePaths": [str(folder / f"prh-{language}.yml")]}}}
        (folder / f"textlint-{language}.json").write_text(json.dumps(config), encoding="utf-8")


# -- those that run in Python


def seek_ours(phrases: Sequence[str], language: str, texts: Sequence[str]) -> int:
    from sarapshy.language.letters import fold
    from sarapshy.language.pattern import compile_pattern

    patterns = [compile_pattern(phrase, language) for phrase in phrases]
    folded = [fold(text).text for text in texts]
    return sum(1 for text in folded for pattern in patterns for _ in pattern.find(text))


def seek_spacy(phrases: Sequence[str], language: str, texts: Sequence[str]) -> int:
    import spacy
    from spacy.matcher import Matcher

    pipeline = spacy.blank(language)
    pipeline.max_length = 10**8
    matcher = Matcher(pipeline.vocab)
    for phrase in phrases:
        matcher.add(phrase, [list(spell_tokens(phrase))], greedy="FIRST")
    return sum(len(matcher(pipeline.make_doc(text))) for text in texts)


def spell_tokens(phrase: str) -> Iterator[dict[str, object]]:
    for word in split(phrase):
        if word.startswith("<"):
            yield from [{"IS_ALPHA": True, "OP": "?"}] * int(word[1:-1])
        elif word.endswith("~"):
            yield {"ORTH": {"REGEX": f"^{word[:-1]}"}}
        else:
            yield {"ORTH": word}


SEEKERS: dict[str, Callable[[Sequence[str], str, Sequence[str]], int]] = {"ours": seek_ours, "spacy": seek_spacy}


if __name__ == "__main__":
    main()
