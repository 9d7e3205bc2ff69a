"""Damaged files by the thousand, and what becomes of them.

    python tests/hostile/fuzz.py [--times 10000] [--formats docx pdf …] [--seconds 10] [--memory 1500] [--seed 1]

Sound files of each format, made here, are damaged at random: bits turned, bytes dropped, doubled, moved, numbers made
large, tags and operators pasted in; of what is packed also the parts within, packed again. Each is read and made an act
of in a process of its own limits; of a damaged archive each member that can be listed. A file may be read or refused with a reason; it may not raise anything else, last
longer, take more or end its process. A .doc that antiword refuses goes on to LibreOffice once in a hundred times: it takes
four seconds each.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path
from time import perf_counter
from types import ModuleType
from unittest.mock import patch

from sarapshy.acts.readers import Input, discover, office, read, read_bytes
from sarapshy.acts.reading import build_act
from sarapshy.batch.deadline import OutOfTime, deadline
from sarapshy.batch.engines import Processes
from sarapshy.batch.pool import Lost
from sarapshy.errors import InputError

TEXT = (
    "Стипендия тағайындау қағидалары\n1-тарау. Жалпы ережелер\n1. Осы Қағидалар (бұдан әрі – Қағидалар) тәртіпті айқындайды.\n"
    "2. Комиссия өтінішті 5 жұмыс күнінде қарайды:\n1) қабылдайды;\n2) бас тартады.\n№\t|\tАтауы\t|\tСаны\n1\t|\tКітап\t|\t2\n"
    "Правила назначения стипендии\nГлава 1. Общие положения\n1. Комиссия рассматривает заявление в течение 5 рабочих дней.\n"
)
LEFT_TO_OFFICE = 100  # one of so many .doc that antiword refuses
CHUNK = 25
TOKENS = (
    b"<w:tbl>", b"</w:p>", b"<w:tc>", b"&#x0;", b"&lt;", b"<!ENTITY a SYSTEM 'file:///etc/passwd'>", b"&a;", b"<table>",
    b"</div>" * 50, b"<b>" * 300, b"stream\n", b"endobj", b"/Length 999999999", b"obj <<", b"{\\rtf", b"\\'ff" * 20,
    b"\xff\xfe", b"\x00" * 64, b"PK\x03\x04", b"9" * 40, b"-1", b"4294967295", "№ і ӏ".encode(), b"\r" * 30,
    b"((((((((((", "«".encode() * 40, b"1." * 60, "тармақ ".encode() * 40, b"\t|\t" * 60, b"_" * 200,
)  # fmt: skip
OTHER_RTF = (
    rb"{\fonttbl{\f90\fcharset204 Arial;}{\f91\fcharset2 Symbol;}}{\pntext\f91\'b7\tab}\f90\'ca\'ee\'ec\'e8\'f1\'f1\'e8\'ff\par"
    rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt \uc2\u1178\'ca?\uc0\u1179}}{\upr{a}{\*\ud{\u1186?}}}{\pict\bin3 {}}}\par"
    rb"\trowd\cellx900\cellx1800\intbl\itap2 1\nestcell{\*\nesttableprops\trowd\cellx400\nestrow}\itap1\cell 2\cell\row"
    rb"\pard{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard 1. \u1179?\par}}}{\footnote\chftn 5\par}{\v 6\deleted 7}\par"
)


@dataclass(frozen=True, slots=True)
class Damaged:
    """Made anew from its number wherever it is wanted: no file crosses between processes."""

    form: str
    number: int
    seed: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--formats", nargs="*", default=list(SEEDS))
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--memory", type=int, default=1500, help="megabytes")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    engine, bad = Processes(options.jobs, options.memory * 1_000_000), 0
    for form in options.formats:
        bad += print_format(form, options.times, options.seconds, options.seed, engine)
    raise SystemExit(1 if bad else 0)


def print_format(form: str, times: int, seconds: float, seed: int, engine: Processes) -> int:
    """A line of counts; how many files did what none may."""
    began = perf_counter()
    counts = fuzz(form, times, seconds, seed, engine)
    bad = {told: count for told, count in counts.items() if told.startswith("!")}
    told = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    print(f"{form:6}{times:7} files{perf_counter() - began:8.0f} s   {told}", flush=True)
    return sum(bad.values())


def fuzz(form: str, times: int, seconds: float, seed: int, engine: Processes) -> Counter[str]:
    """How many ended how: "read", the key of the reason, or, with "!" before it, what none may."""
    items = [Damaged(form, number, seed) for number in range(times)]
    chunks = (items[at : at + CHUNK] for at in range(0, times, CHUNK))
    answers = engine.spread(partial(try_one, seconds), chunks)
    return Counter(f"!lost {form} {each.item.number}" if isinstance(each, Lost) else each for each in answers)


def try_one(seconds: float, item: Damaged) -> str:
    data, name = make(item), f"акт.{item.form}"
    patient = item.number % LEFT_TO_OFFICE == 0
    try:
        with deadline(seconds), patch.object(office, "is_there", lambda: patient):
            return read_archive(data) if item.form == "zip" else read_act(data, name)
    except InputError as fault:
        return fault.key
    except OutOfTime:
        return f"!out of time {item.form} {item.number}"
    except BaseException as error:  # that there is none is what is asked
        return f"!{type(error).__name__} {item.form} {item.number}"


def read_act(data: bytes, name: str) -> str:
    found = read_bytes(data, name)
    build_act(found.text, found.name, found.sha256, found.source)
    return "read"


def read_archive(data: bytes) -> str:
    """ "read" where any member is; else the first reason told."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "актілер.zip")
        path.write_bytes(data)
        answers = [read_member(each) for each in discover([path])]
        assert [each.name for each in Path(folder).iterdir()] == [path.name], "something was unpacked"
    return "read" if "read" in answers else next(iter(answers), "nothing in it")


def read_member(item: Input | InputError) -> str:
    if isinstance(item, InputError):
        return item.key
    try:
        found = read(item)
        build_act(found.text, found.name, found.sha256, found.source)
    except InputError as fault:
        return fault.key
    return "read"


def make(item: Damaged) -> bytes:
    chance = random.Random(f"{item.form}/{item.number}/{item.seed}")
    sound = read_seed(item.form)
    if sound.startswith(b"PK") and chance.random() < 0.7:
        return damage_part(sound, chance)
    return damage(sound, chance)


def damage(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 30))):
        at, length = chance.randrange(len(made) + 1), chance.choice((1, 2, 8, 100, 1000))
        match chance.randrange(7):
            case 0 if made:
                made[min(at, len(made) - 1)] ^= 1 << chance.randrange(8)
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length] * chance.choice((1, 2, 20))
            case 3:
                made[at:at] = chance.choice(TOKENS)
            case 4:
                made[at : at + length] = chance.randbytes(length)
            case 5:
                other = chance.randrange(len(made) + 1)
                made[at:at] = made[other : other + length]
            case 6 if chance.random() < 0.1:
                del made[at:]
    return bytes(made)


def damage_part(packed: bytes, chance: random.Random) -> bytes:
    """One part of an archive damaged, so that what unpacks it does not stop at the door."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        chosen = chance.choice(source.namelist())
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, damage(data, chance) if name == chosen else data)
    return target.getvalue()


@cache
def read_seed(form: str) -> bytes:
    return SEEDS[form]()


def make_docx() -> bytes:
    made = load_made_files()
    return bytes(made.docx("".join(map(made.paragraph, TEXT.split("\n")))))


def make_pdf() -> bytes:
    lines = [(60, 780 - 20 * row, line) for row, line in enumerate(TEXT.split("\n"))]
    return bytes(load_made_files().pdf([lines]))


def make_rtf() -> bytes:
    """What LibreOffice writes, and before its end what others write."""
    return read_sound("rules.kk.rtf").rpartition(b"}")[0] + OTHER_RTF + b"}"


def make_odt() -> bytes:
    return read_sound("rules.kk.odt")


def read_sound(name: str) -> bytes:
    return (Path(__file__).parents[1] / "acts/readers/office" / name).read_bytes()


def make_html() -> bytes:
    rows = "".join(f"<p>{line}</p>" for line in TEXT.split("\n"))
    table = "<table><tr><td>1</td><td colspan=2>Кітап</td></tr></table><!-- ескерту --><script>alert(1)</script>"
    return f"<html><head><meta charset=utf-8><title>Акт</title></head><body>{rows}{table}</body></html>".encode()


def make_zip() -> bytes:
    """Acts in three formats, a name that leads upwards, and an archive within the archive."""
    packed, inner = BytesIO(), BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ереже.txt", TEXT)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("../қаулы.txt", TEXT), ("акт.html", make_html()), ("акт.docx", make_docx())):
            archive.writestr(name, data)
        archive.writestr("ескі.zip", inner.getvalue())
    return packed.getvalue()


def make_doc() -> bytes:
    return convert(make_docx(), "docx", "doc:MS Word 97")


@cache
def convert(data: bytes, suffix: str, form: str) -> bytes:
    """With LibreOffice; where there is none, that format cannot be tried."""
    import subprocess

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"act.{suffix}")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return source.with_suffix(f".{form.split(':')[0]}").read_bytes()


@cache
def load_made_files() -> ModuleType:
    """The small documents that the readers' tests are made of."""
    path = Path(__file__).parents[1] / "acts" / "readers" / "made_files.py"
    spec = spec_from_file_location("made_files", path)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SEEDS: dict[str, Callable[[], bytes]] = {
    "txt": TEXT.encode,
    "html": make_html,
    "docx": make_docx,
    "pdf": make_pdf,
    "doc": make_doc,
    "rtf": make_rtf,
    "odt": make_odt,
    "zip": make_zip,
}


if __name__ == "__main__":
    main()
