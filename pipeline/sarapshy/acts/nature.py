"""What an act is: a regulation, or one of the many acts that set no norms; a law, a charter, a technical norm.

«2024-2026 жылдарға арналған аудандық бюджет туралы» is a budget whatever its rows say, «Бюджет қаражатын бөлу қағидалары»
are rules. A lawyer tells it from the title, from what the order opens with, from the headings and from the set words of
charters and treaties; those stand in ``rules/lexicons/regulation.yaml``, and detectors ask here and nowhere else. An order
that approves no rules and whose title and opening name none decides one thing: «Кәсіпорынды құру туралы».
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sarapshy.acts.commands import says_what_is_done
from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole, Status
from sarapshy.acts.regulation import names, read_patterns
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.pattern import Pattern, compile_all, holds_any

if TYPE_CHECKING:
    from sarapshy.acts.stretches import Reading

HEADINGS = (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.HEADING, ClauseKind.APPROVED)
OPENING = 2000  # characters in which an order says on what ground and what it orders
ORDERED = ("decision", "direction", "resolution")  # open like an order, whether or not its «ШЕШТІ:» can be read
FIRST_WORDS = 700  # characters in which an act of any build says what it is
HEAD = 300  # characters of an amending act that name what it amends, and of a heading
TEXTS = (ClauseKind.APPROVED, ClauseKind.ANNEX)
LAWS = ("constitution", "constitutional_law", "code", "law")
ARTICLES = 5  # articles that only a law, a code or a treaty has: rules are cut into points
TOLD = 1  # norms that make an order without rules more than one decision
CHARTER_SIGNS = 2  # places with the set words of a charter: rules may say once that a body is a legal entity
TITLES = 1024  # titles kept in mind: those of annexes and of amended acts are asked of again and again


@dataclass(frozen=True, slots=True)
class Nature:
    """``subject`` is what an act without norms is on («budget», «treaty»), None for one that regulates."""

    subject: str | None = None
    is_law: bool = False
    is_charter: bool = False
    is_technical: bool = False

    @property
    def regulates(self) -> bool:
        return self.subject is None

    @property
    def floor(self) -> float:
        """What a finding of wording or of something missing must weigh (0..1) in an act of this nature."""
        return _weigh_nature(self)[0]

    @property
    def unasked(self) -> frozenset[str]:
        """Kinds of rules that ask nothing of an act of this nature."""
        return _weigh_nature(self)[1]


@cache  # asked of each rule and of what each finds
def _weigh_nature(nature: Nature) -> tuple[float, frozenset[str]]:
    """The floor, and what is not asked."""
    told = {"law": nature.is_law, "charter": nature.is_charter, "technical": nature.is_technical}
    entries = [entry for name, entry in read_lexicon("regulation")["natures"].items() if told.get(name)]
    floor = max((entry["floor"] for entry in entries), default=0.0)
    return floor, frozenset(kind for entry in entries for kind in entry["unasked"])


def find_nature(reading: Reading) -> Nature:
    """What the act is; costs two searches of its text, so ask ``Reading.nature``, which keeps it."""
    subject = _find_subject(reading)
    if subject is not None:
        return Nature(subject)
    return Nature(is_law=_is_law(reading.act), is_charter=_is_charter(reading), is_technical=_is_technical(reading))


@lru_cache(maxsize=TITLES)
def name_subject(title: str, language: str) -> str | None:
    """What an act or annex of that folded title is on, if it sets no norms: a budget, a plan; rules on such things do."""
    title = cut_title(title, language)
    for subject, entry in read_lexicon("regulation")["subjects"].items():
        if holds_any(_compile_subject(subject, language), title) and not names(entry["unless"], title, language):
            return str(subject)
    return None


def cut_title(title: str, language: str) -> str:
    """A folded title without the first heading that a text on one line glues to it: «… стандарты 1-тарау. Жалпы ережелер»."""
    headings = (span[0] for pattern in read_patterns("first_heading", language) for span in pattern.find(title))
    return title[: min(headings, default=len(title))]


@cache
def _compile_subject(subject: str, language: str) -> tuple[Pattern, ...]:
    return compile_all(tuple(read_lexicon("regulation")["subjects"][subject][language]), language)


def is_amended_silent(clause: Clause) -> bool:
    """Whether the clause is new wording of an act that sets no norms."""
    return clause.amends is not None and name_subject(fold(clause.amends).text, clause.language) is not None


def _find_subject(reading: Reading) -> str | None:
    act, language = reading.act, reading.act.language
    amended = reading.text[: min(HEAD, _first_wording(act))] if act.identity.status is Status.AMENDING else ""
    told = name_subject(fold(act.identity.title or "").text + " " + amended, language)
    if told is not None:
        return told
    if names("openings", _find_opening(reading), language) or names(
        "openings_of_any", reading.text[:FIRST_WORDS], language
    ):
        return "opening"
    if _decides_one_thing(reading):
        return "single_decision"
    return "treaty" if _count_signs(reading, "treaties") else None


def _decides_one_thing(reading: Reading) -> bool:
    """Whether it is an order that says of nothing how it is done, and that is named no text of norms, nor what it approves
    or amends."""
    act = reading.act
    if not reading.enacts and (act.identity.kind not in ORDERED or act.identity.number is None):
        return False
    titles = [act.identity.title, *(clause.title for clause in act.clauses if clause.kind in TEXTS)]
    titles += [clause.amends for clause in act.clauses]
    named = "\n".join(fold(title).text for title in titles if title)
    if any(names("texts_of_norms", text, act.language) for text in (named, reading.text[:FIRST_WORDS])):
        return False
    return sum(says_what_is_done(reading, stretch) for stretch in reading.stretches) < TOLD


def _find_opening(reading: Reading) -> str:
    """The first words of an order that approves no text."""
    orders = reading.enacts or reading.act.identity.kind in ORDERED
    approves = any(clause.kind is ClauseKind.APPROVED for clause in reading.act.clauses)
    return reading.text[: min(OPENING, _first_wording(reading.act))] if orders and not approves else ""


def _first_wording(act: Act) -> int:
    """Where new wording of another act begins: what it names is not what this act is."""
    return min((clause.start for clause in act.clauses if clause.amends), default=len(act.text))


def _is_law(act: Act) -> bool:
    """Whether it is a law, amends one or puts the draft of one before parliament, or is cut into articles."""
    title = fold(act.identity.title or "").text
    if act.identity.kind in LAWS or names("drafts_of_laws", title, act.language):
        return True
    if any(_is_law_named(clause.amends, clause.language) for clause in act.clauses if clause.amends):
        return True
    return sum(clause.kind is ClauseKind.ARTICLE and not clause.amends for clause in act.clauses) >= ARTICLES


def _is_law_named(amended: str, language: str) -> bool:
    """Whether an act amends a law, which only a law can: «… туралы» Қазақстан Республикасының Заңына» ends with the word,
    «Закон Республики Казахстан …» opens with it. A code of ethics is none."""
    entry = read_lexicon("regulation")["amended_laws"][language]
    words = fold(amended).text.split()
    named = words[slice(*entry["place"])]
    return any(word.startswith(tuple(entry["words"])) for word in named) and not any(
        word.startswith(tuple(entry["unless"])) for word in words
    )


def _is_technical(reading: Reading) -> bool:
    """Whether the title, or what the order opens with, is that of a technical norm: it binds things and works. A state
    service decides on people, whatever it is about: «Өнеркәсіптік қауіпсіздік саласында аттестаттау»."""
    opening = fold(reading.act.identity.title or "").text + "\n" + reading.text[:FIRST_WORDS]
    language = reading.act.language
    return names("technical", opening, language) and not names("services", opening, language)


def _is_charter(reading: Reading) -> bool:
    """Whether the act is the charter of a body, which names powers and holds no procedure. Rules for all bodies of a kind
    do: «Типовые правила деятельности организаций образования» say who is taken in and put out."""
    if names("rules_for_many", fold(reading.act.identity.title or "").text, reading.act.language):
        return False
    titles = {reading.act.identity.title, *(clause.amends for clause in reading.act.clauses)}
    if any(names("charter_titles", fold(title).text, reading.act.language) for title in titles if title):
        return True
    return _count_signs(reading, "charters") + _count_headings(reading.act, "charter_headings") >= CHARTER_SIGNS


def _count_headings(act: Act, entry: str) -> int:
    """How many different patterns of the lexicon stand in the act's title and headings."""
    heads = [act.identity.title or "", *(c.label for c in act.clauses if c.kind in HEADINGS)]
    heads += [act.text[c.start : c.start + HEAD] for c in act.clauses if c.kind in HEADINGS]
    text = "\n".join(fold(head.split("\n")[0]).text for head in heads)
    return sum(next(pattern.find(text), None) is not None for pattern in read_patterns(entry, act.language))


def _count_signs(reading: Reading, entry: str) -> int:
    """How many norms hold a pattern of the lexicon."""
    hits = reading.find(read_patterns(entry, reading.act.language))
    return len({hit.stretch.start for hit in hits if reading.clause(hit.stretch).role is ClauseRole.NORM})
