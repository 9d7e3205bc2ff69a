"""Rules as a lawyer writes them: one file a rule, in ``rules/<family>/<code>.yaml``.

    code: D2-01
    factor: D2
    kind: existence
    match: {kk: ["құқығы бар"], ru: ["вправе"]}
    unless: {actor: [citizen]}

A rule is read, checked and turned into patterns here; what it does with an act is in the module of its kind. All faults
of all files are told at once, each with file, key and reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from sarapshy.findings.factors import read_factors
from sarapshy.findings.model import SEVERITIES, Texts
from sarapshy.knowledge import KnowledgeError, Shelf, open_shelf
from sarapshy.language.pattern import Pattern, PatternError, compile_pattern, name_pattern, pack_anchors

KINDS = ("existence", "checklist", "procedure", "contradiction", "reference", "parity")
TEXT_LANGUAGES = ("kk", "ru")
WHOLE_TEXT = frozenset(("component", "act"))  # scopes
SCOPES = ("before", "after", "item", "sentence", "stretch", "point", "chapter", "component", "act")
ACROSS = (  # checks of two acts, which a single act cannot answer: see detect/across.py
    "opposed_norms",
    "other_requirement",
    "other_term",
    "other_service",
    "lost_act",
    "misdated_act",
    "lacking_clause",
    "unadopted",
    "foreign_power",
    "beyond_power",
)
NOT_RULES = ("lexicons", "types", "wordings")  # folders beside the rules that hold other knowledge

Patterns = Mapping[str, tuple[Pattern, ...]]  # by language


@dataclass(frozen=True, slots=True)
class Examples:
    """Small acts in which the rule must find the words between [[ and ]], and acts in which it must find nothing."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """``needs`` and ``unless`` are patterns by scope; ``lists`` are patterns that a check of the kind asks for by name."""

    code: str
    factor: str
    kind: str
    name: Texts
    severity: str
    confidence: float
    why: Texts
    remedy: Texts
    match: Patterns
    needs: Mapping[str, Patterns]
    unless: Mapping[str, Patterns]
    actors: frozenset[str]
    not_actors: frozenset[str]
    lists: Mapping[str, Patterns]
    examples: Mapping[str, Examples]
    type: str | None = None
    slot: str | None = None
    check: str | None = None

    @property
    def asks_whole_text(self) -> bool:
        """Whether words anywhere in the text settle what the rule looks for: grounds that another point lists."""
        return not WHOLE_TEXT.isdisjoint(self.unless)

    @property
    def patterns(self) -> Iterator[Pattern]:
        return _chain(self.match, *self.needs.values(), *self.unless.values(), *self.lists.values())


@dataclass(frozen=True, slots=True)
class ActType:
    """A kind of procedure that a checklist belongs to: a commission, a competition, a state service.

    ``opens`` finds the clause that opens the procedure; each of ``needs`` must and ``unless`` must not hold in its
    component.
    """

    key: str
    name: Texts
    opens: Patterns
    needs: tuple[Patterns, ...]
    unless: Patterns

    @property
    def patterns(self) -> Iterator[Pattern]:
        return _chain(self.opens, *self.needs, self.unless)


def _chain(*parts: Patterns) -> Iterator[Pattern]:
    """In both languages."""
    return chain.from_iterable(chain.from_iterable(part.values()) for part in parts)


@dataclass(frozen=True, slots=True)
class RuleFault:
    """A fault of a rule file: where it is and what is wrong with it."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class RuleError(ValueError):
    """Rule files that cannot be used; ``faults`` are all that were found."""

    def __init__(self, faults: Iterable[RuleFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(slots=True)
class _Reader:
    """Reads the keys of one file and gathers what is wrong."""

    file: str
    data: dict[str, Any]
    faults: list[RuleFault] = field(default_factory=list)
    sound: bool = False  # this very file was read before and had no fault: a pattern may wait until it is asked of

    def fail(self, key: str, reason: str) -> None:
        self.faults.append(RuleFault(self.file, key, reason))

    def choose(self, key: str, choices: Collection[str]) -> str:
        value = self.data.get(key)
        if value not in choices:
            self.fail(key, f"«{value}» is none of {', '.join(choices)}")
        return str(value)

    def texts(self, key: str, languages: tuple[str, ...]) -> Texts:
        value = self.data.get(key) or {}
        for language in languages:
            if not isinstance(value, dict) or not str(value.get(language) or "").strip():
                self.fail(f"{key}.{language}", "no text")
        return {k: str(v).strip() for k, v in value.items()} if isinstance(value, dict) else {}

    def patterns(self, key: str, value: Any) -> Patterns:
        found: dict[str, tuple[Pattern, ...]] = {}
        for language in TEXT_LANGUAGES:
            sources = (value or {}).get(language) if isinstance(value, dict) else None
            if not isinstance(sources, list) or not sources:
                self.fail(f"{key}.{language}", "no patterns")
                continue
            found[language] = tuple(self._compile(f"{key}.{language}", str(s), language) for s in sources)
        return found

    def _compile(self, key: str, source: str, language: str) -> Pattern:
        try:
            return name_pattern(source, language) if self.sound else compile_pattern(source, language)
        except (PatternError, KeyError) as error:
            self.fail(key, str(error))
            return name_pattern(source, language)

    def scoped(self, key: str) -> dict[str, Patterns]:
        """Patterns by scope; ``actor`` is no scope but a guard on who acts."""
        found = {}
        for scope, value in (self.data.get(key) or {}).items():
            if scope in SCOPES:
                found[scope] = self.patterns(f"{key}.{scope}", value)
            elif scope != "actor":
                self.fail(f"{key}.{scope}", f"no such scope; there are {', '.join(SCOPES)}, actor")
        return found

    def examples(self) -> dict[str, Examples]:
        found = {}
        for language in TEXT_LANGUAGES:
            value = (self.data.get("examples") or {}).get(language) or {}
            bad, good = (tuple(map(str, value.get(side) or ())) for side in ("bad", "good"))
            if len(bad) < 2 or len(good) < 2:
                self.fail(f"examples.{language}", "at least two bad and two good ones are wanted")
            found[language] = Examples(bad, good)
        return found


KEYS = frozenset(
    {"code", "factor", "kind", "name", "severity", "confidence", "why", "remedy", "match", "needs", "unless", "lists"}
    | {"examples", "type", "slot", "check"}
)


def _build_rule(reader: _Reader) -> Rule:
    data = reader.data
    for key in data.keys() - KEYS:
        reader.fail(str(key), "no such key")
    kind = reader.choose("kind", KINDS)
    if kind == "existence" and "match" not in data:
        reader.fail("match", "an existence rule looks for something")
    if kind == "checklist" and "type" not in data:
        reader.fail("type", "a checklist belongs to a type of rules/types")
    if kind not in ("existence", "checklist") and "check" not in data:
        reader.fail("check", f"a {kind} rule names its check")
    return Rule(
        code=str(data.get("code")),
        factor=reader.choose("factor", read_factors()),
        kind=kind,
        name=reader.texts("name", ("kk", "ru", "en")),
        severity=reader.choose("severity", SEVERITIES),
        confidence=float(data.get("confidence", 0.5)),
        why=reader.texts("why", ("kk", "ru", "en")),
        remedy=reader.texts("remedy", TEXT_LANGUAGES),
        match=reader.patterns("match", data["match"]) if "match" in data else {},
        needs=reader.scoped("needs"),
        unless=reader.scoped("unless"),
        actors=frozenset((data.get("needs") or {}).get("actor") or ()),
        not_actors=frozenset((data.get("unless") or {}).get("actor") or ()),
        lists={name: reader.patterns(f"lists.{name}", value) for name, value in (data.get("lists") or {}).items()},
        examples=reader.examples(),
        type=data.get("type"),
        slot=data.get("slot"),
        check=data.get("check"),
    )


def _build_type(reader: _Reader) -> ActType:
    data = reader.data
    return ActType(
        key=str(data.get("key")),
        name=reader.texts("name", ("kk", "ru", "en")),
        opens=reader.patterns("opens", data.get("opens")),
        needs=tuple(reader.patterns(f"needs.{name}", value) for name, value in (data.get("needs") or {}).items()),
        unless=reader.patterns("unless", data["unless"]) if "unless" in data else {},
    )


def _open(shelf: Shelf, path: str, faults: list[RuleFault]) -> _Reader | None:
    try:
        data = shelf.read(path)
    except KnowledgeError as error:
        faults.append(RuleFault(path, "-", str(error)))
        return None
    if not isinstance(data, dict):
        faults.append(RuleFault(path, "-", "a rule is a table of keys"))
        return None
    return _Reader(path, data, faults, shelf.is_sound)


def load_rules(shelf: Shelf) -> tuple[Rule, ...]:
    """The rules of a folder, by code. RuleError names every fault of every file."""
    faults: list[RuleFault] = []
    rules: dict[str, Rule] = {}
    for path in shelf.entries:
        folder, slash, name = path.rpartition("/")
        if not slash or folder.split("/")[0] in NOT_RULES:
            continue
        reader = _open(shelf, path, faults)
        if reader is None:
            continue
        rule = _build_rule(reader)
        if rule.code in rules:
            reader.fail("code", f"«{rule.code}» stands in two files")
        if name.rpartition(".")[0] != rule.code:
            reader.fail("code", f"«{rule.code}» is not the name of the file")
        rules[rule.code] = rule
    if faults:
        raise RuleError(faults)
    shelf.vouch(lambda: pack_anchors(pattern for rule in rules.values() for pattern in rule.patterns))
    return tuple(rules[code] for code in sorted(rules))


@cache
def read_rules() -> tuple[Rule, ...]:
    """The rules that come with the program."""
    return load_rules(open_shelf("sarapshy.rules"))


@cache
def read_types() -> dict[str, ActType]:
    """The types of act that checklists belong to, by key."""
    faults: list[RuleFault] = []
    types = {}
    shelf = open_shelf("sarapshy.rules")
    for path in shelf.entries:
        if path.startswith("types/") and (reader := _open(shelf, path, faults)) is not None:
            found = _build_type(reader)
            types[found.key] = found
    if faults:
        raise RuleError(faults)
    return types
