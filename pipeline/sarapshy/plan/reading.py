"""A plan from where it stands: ours in ``corpora/plan/charter.yaml``, or a user's YAML, .docx, .doc, .pdf or text table.

``read_plan()`` is the charter's; ``read_plan(Path("жоспар.docx"))`` reads the tables of that file. A plan in a table
speaks one language, so its words stand for all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from sarapshy.acts.readers import Input, read
from sarapshy.errors import InputError
from sarapshy.findings.model import Texts
from sarapshy.messages import LANGUAGES
from sarapshy.plan.model import Direction, Measure, Plan, Result, Scope, Term, month, quarter
from sarapshy.plan.tables import Row, find_rows, read_scope, split_parts

YAML = (".yaml", ".yml")


def read_plan(path: Path | None = None) -> Plan:
    """The charter's plan, or that of a file. InputError where the file holds none."""
    if path is None:
        return _read_charter()
    if path.suffix.lower() in YAML:
        return _read_yaml(path)
    rows = find_rows(read(Input(path.name, path)).text)
    measures = tuple(measure for row in rows for measure in _make_measures(row))
    if not measures:
        raise InputError("plan.no_measures", str(path))
    directions = {row.direction: row.title for row in reversed(rows) if row.direction}
    named = tuple(Direction(number, _one(title)) for number, title in sorted(directions.items()))
    return Plan(_one(path.stem), named, measures, str(path))


@cache
def _read_charter() -> Plan:
    source = files("sarapshy.corpora").joinpath("plan", "charter.yaml").read_text(encoding="utf-8")
    return make_plan(yaml.safe_load(source))


def _read_yaml(path: Path) -> Plan:
    try:
        return make_plan(yaml.safe_load(path.read_text(encoding="utf-8")), str(path))
    except OSError as error:
        raise InputError("reading.unreadable", str(path), detail=error.strerror or str(error)) from error
    except KeyError as error:
        raise InputError("plan.no_key", str(path), name=str(error.args[0])) from error
    except (ValueError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise InputError("plan.broken", str(path), detail=" ".join(str(error).split())) from error


def make_plan(data: Mapping[str, Any], source: str | None = None) -> Plan:
    """The plan of a YAML file's contents. KeyError names what is missing, ValueError what has no such value."""
    directions = tuple(
        Direction(each["number"], _texts(each["name"]), _texts(each["aim"]) if "aim" in each else None)
        for each in data["directions"]
    )
    measures = tuple(
        measure
        for direction in data["directions"]
        for each in direction.get("measures", ())
        for measure in _read_measures(direction["number"], each)
    )
    return Plan(_texts(data["title"]), directions, measures, source)


def _read_measures(direction: str, entry: Mapping[str, Any]) -> Iterator[Measure]:
    for part in entry.get("parts", ({},)):
        values = {**entry, **part}
        number = ".".join(filter(None, (direction, entry["number"], part.get("number"))))
        yield Measure(
            id=number,
            direction=direction,
            number=entry["number"],
            name=_texts(entry["name"]),
            result=Result(values["result"]),
            form=_texts(values["form"]),
            group=_texts(values["group"]),
            scope=Scope(values.get("scope", Scope.ACTS)),
            part=_texts(part["name"]) if part else None,
            term=Term(_read_day(values["begin"], False), _read_day(values["end"], True)) if "begin" in values else None,
        )


def _read_day(value: Any, last: bool) -> date:
    """«2018-Q2», «2018-09», «2018-09-15»; of a quarter or month the first or the last day."""
    found = re.fullmatch(r"(\d{4})-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?)", str(value))
    if found is None:
        raise ValueError(value)
    year, part, number, day = found.groups()
    if day:
        return date(int(year), int(number), int(day))
    term = quarter(int(year), int(part)) if part else month(int(year), int(number))
    return term.end if last else term.begin


def _make_measures(row: Row) -> Iterator[Measure]:
    """One measure a row, or one a part: «заңдар; заңға тәуелді актілер» with a term for each."""
    for number, name, part, term in split_parts(row):
        yield Measure(
            id=".".join(filter(None, (row.direction, row.number, number))),
            direction=row.direction,
            number=row.number,
            name=_one(name),
            result=row.result,
            form=_one(row.form),
            group=_one(row.group),
            scope=read_scope(part or name),
            part=_one(part) if part else None,
            term=term,
        )


def _texts(value: Any) -> Texts:
    """A team may write a name once for all languages."""
    return {each: value[each] for each in LANGUAGES} if isinstance(value, Mapping) else _one(str(value))


def _one(text: str) -> Texts:
    return dict.fromkeys(LANGUAGES, text)
