"""The places of one act that rules on two acts ask for, so that pairs are sought among facts and no act is read twice.

«директор осы қызметте бес жыл істегеннен кейін, әрбір бес жыл сайын» is one side of a clash, «конкурсты бос лауазымы бар
мекеме өткізеді» of a code is the other; neither is a defect by itself. A side of the matter «requirement» is «педагогикалық
өтілі кемінде бес жыл» with the post it is asked of; one of «step» a sentence with one counted term; one of «service» what
rules and standard of a state service say of its term, its documents and the grounds of refusal; one of «slot» what a checklist
asks for and the act does say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.detect.guards import passes
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.detect.slots import read_slots
from sarapshy.language.actors import ActorKind, find_actor
from sarapshy.language.letters import fold
from sarapshy.language.lexicon import read_lexicon
from sarapshy.language.likeness import HEAD, word_heads
from sarapshy.language.pattern import Pattern, compile_all, holds_any
from sarapshy.language.time import Term, find_terms
from sarapshy.procedure.steps import read_steps
from sarapshy.references.facts import Side, make_place

OPPOSED, REQUIREMENT, STEP, SERVICE, POWER = "opposed", "requirement", "step", "service", "power"
SILENT = (ClauseRole.EDITORIAL, ClauseRole.SIGNATURE, ClauseRole.FORM, ClauseRole.TITLE, ClauseRole.CLOSING)
LAWS = 4  # the lowest rank of a law: below it nobody orders others to adopt acts
FEW = 5  # words of a sentence; fewer tell no action from another
STATED = re.compile(r"[^.;\n:|]{0,90}(?:[:|]|\s-\s)")  # what is told follows a colon, a dash or in the next cell
ITEM = re.compile(r"(?:^|[\s;:])\d+\)\s*")
QUOTED = re.compile(r'"([^"]{12,240})"')
WORD = re.compile(r"[^\W\d_]{3,}")


def read_sides(reading: Reading, rules: Iterable[Rule] | None = None) -> tuple[Side, ...]:
    """Every side in document order."""
    found = [
        side
        for rule in (read_rules() if rules is None else rules)
        if (reader := READERS.get(rule.check or rule.kind)) is not None
        for side in reader(reading, rule)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda side: (side.place.start, side.matter, side.role)))


# -- norms that a rule sets against each other


def _read_opposed(reading: Reading, rule: Rule) -> Iterator[Side]:
    for role in ("higher", "lower") if reading.has_norms else ("higher",):
        for language in reading.languages:
            for hit in _hits(reading, rule.lists[role][language], language):
                if role == "higher" or (reading.is_norm(hit.stretch) and _is_on_topic(reading, rule, hit)):
                    yield Side(f"{OPPOSED} {rule.code}", role, make_place(reading, hit.start, hit.end))


def _is_on_topic(reading: Reading, rule: Rule, hit: Hit) -> bool:
    """Whether the sentence, or the words that open the point over its list, are on the rule's topic; a list of all that a
    body does says nothing of it elsewhere in the list."""
    topic = rule.lists["topic"][reading.clause(hit.stretch).language]
    openings = (reading.span_of(above)[0] for above in reading.outline.above(hit.stretch.clause))
    spans = [reading.sentence(hit.start), *map(reading.sentence, openings)]
    return any(reading.holds(topic, *span) for span in spans) and passes(reading, rule, hit)


def _hits(reading: Reading, patterns: Iterable[Pattern], language: str) -> Iterator[Hit]:
    for hit in reading.find(patterns) if reading.has_norms else reading.seek(patterns):
        above = [reading.act.clauses[p] for p in reading.outline.above(hit.stretch.clause)]
        if above[0].language == language and not any(clause.role in SILENT for clause in above):
            yield hit


def _holds(reading: Reading, patterns: tuple[Pattern, ...], start: int, end: int) -> bool:
    return reading.holds(patterns, start, end) if reading.has_norms else reading.sees(patterns, start, end)


# -- requirements to a post


def _read_requirements(reading: Reading, rule: Rule) -> Iterator[Side]:
    """«педагогикалық өтілі кемінде бес жыл»: at least so many years of some experience, asked of the nearest post."""
    seen: set[tuple[int, int]] = set()
    for language in reading.languages:
        for hit in _hits(reading, _patterns("experience", language), language):
            start, end = _item_round(reading, hit)
            term = _years(reading, start, end, hit)
            kind = _kind_of(reading, hit, start, language)
            post = _post_of(reading, hit, language)
            if term is None or kind is None or post is None or (start, term.start) in seen:
                continue
            seen.add((start, term.start))
            place = make_place(reading, hit.start, max(hit.end, start + term.end))
            yield Side(REQUIREMENT, "years", place, str(term.number), f"{post} / {kind}")


def _item_round(reading: Reading, hit: Hit) -> tuple[int, int]:
    """The part of the sentence between commas and semicolons that holds the hit, with the one after it."""
    left, right = reading.sentence(hit.start)
    text = reading.text
    start = max(left, max(text.rfind(mark, left, hit.start) for mark in ",;:") + 1)
    ends = [at for mark in ",;" if (at := text.find(mark, hit.end, right)) >= 0]
    return start, min(ends, default=right)


def _years(reading: Reading, start: int, end: int, hit: Hit) -> Term | None:
    """The one term of whole years there; where there are several none can be told to be that of this experience."""
    terms = [term for term in find_terms(reading.text[start:end], reading.clause(hit.stretch).language) if term.number]
    return terms[0] if len(terms) == 1 and terms[0].unit == "year" and terms[0].upper is None else None


def _kind_of(reading: Reading, hit: Hit, start: int, language: str) -> str | None:
    first = max(start, hit.start - 60)
    for name in read_lexicon("across")["experiences"]:
        if _holds(reading, _patterns("experiences", language, name), first, hit.end + 40):
            return str(name)
    return None


def _post_of(reading: Reading, hit: Hit, language: str) -> str | None:
    """The post and the organisation named nearest: in the sentence, the point's opening, the headings, the title."""
    for text in _contexts(reading, hit):
        folded = fold(text).text if text is not None else ""
        post = _only_named(_patterns("posts", language), folded)
        place = _only_named(_patterns("organisations", language), folded)
        if post and place:
            return f"{post} {place}"
    return None


def _contexts(reading: Reading, hit: Hit) -> Iterator[str | None]:
    start, end = reading.sentence(hit.start)
    yield reading.text[start:end]
    for above in reading.outline.above(hit.stretch.clause):
        clause = reading.act.clauses[above]
        first, last = reading.span_of(above)
        yield clause.title
        yield reading.text[first : min(last, first + 200)].split("\n")[0]
    yield reading.act.identity.title


def _only_named(patterns: Iterable[Pattern], text: str) -> str | None:
    """The one of the patterns that the text holds, as its stem; of several none can be told to be meant."""
    found = {pattern.source for pattern in patterns if next(pattern.find(text), None)}
    return found.pop().partition("+")[0].rstrip("~") if len(found) == 1 else None


# -- sentences with a term


def _read_steps(reading: Reading, rule: Rule) -> Iterator[Side]:
    for step in read_steps(reading):
        terms = [t for t in step.terms if t.number and t.unit != "date"]
        if len(terms) != 1 or terms[0].bound not in ("within", "at_most"):
            continue
        start, end = step.sentence
        term = terms[0]
        words = reading.text[start : start + term.start] + " " + reading.text[start + term.end : end]
        heads = word_heads(words)
        if len(heads) >= FEW:
            actor = step.actor.text[:HEAD] if step.actor else ""
            place = make_place(reading, start + term.start, start + term.end)
            yield Side(STEP, step.action, place, f"{term.number} {term.unit}", actor, tuple(sorted(heads)))


# -- state services


def _read_service(reading: Reading, rule: Rule) -> Iterator[Side]:
    """What the act says of a service that its title names, in rows of a standard and in points."""
    name, role = _service_named(reading, rule), service_role(rule)
    for language in reading.languages if name else ():
        for hit in _hits(reading, rule.lists[role][language], language):
            start, end = _statement_round(reading, hit)
            if not STATED.match(reading.text, hit.end, end):  # «… негіздері 9-тармақта көрсетілген» states nothing
                continue
            value = _value_of(reading, role, start, end, language)
            if name and value:
                place = make_place(reading, hit.start, min(end, hit.end + 200))
                yield Side(SERVICE, role, place, value, name)


def service_role(rule: Rule) -> str:
    """«K4-term» compares terms."""
    return rule.code.rpartition("-")[2]


def _service_named(reading: Reading, rule: Rule) -> str | None:
    """The name between quotation marks in the title of the act or of what it approves, as beginnings of words."""
    titles = [c.title for c in reading.act.clauses if c.title and c.kind is ClauseKind.APPROVED]
    for title in (reading.act.identity.title, *titles):
        folded = fold(title or "").text
        quoted = QUOTED.search(folded)
        language = reading.act.language
        if quoted and holds_any(rule.lists["names"][language], folded):
            return " ".join(word[:HEAD] for word in WORD.findall(quoted[1]))
    return None


def _statement_round(reading: Reading, hit: Hit) -> tuple[int, int]:
    """A row of a table, else the point with its subpoints."""
    for above in reading.outline.above(hit.stretch.clause):
        if reading.act.clauses[above].kind in (ClauseKind.ROW, ClauseKind.POINT):
            return hit.end, reading.span_of(above)[1]
    return hit.end, hit.stretch.end


def _value_of(reading: Reading, role: str, start: int, end: int, language: str) -> str:
    text = reading.text[start:end]
    if role == "term":
        terms = [t for t in find_terms(text, language) if t.number and t.unit != "date" and t.bound != "at_least"]
        return f"{terms[0].number} {terms[0].unit}" if len(terms) == 1 else ""
    items = [item for item in ITEM.split(text)[1:] if WORD.search(item)]
    return "\n".join(" ".join(sorted(word_heads(item))) for item in items) if len(items) > 1 else ""


# -- what a law orders others to adopt


def _read_powers(reading: Reading, rule: Rule) -> Iterator[Side]:
    if not 0 < reading.act.identity.rank <= LAWS:
        return
    for language in reading.languages:
        for hit in _hits(reading, _patterns("orders", language), language):
            start, end = _item_round(reading, hit)
            if not _holds(reading, _patterns("ordered", language), *reading.point_span(hit.stretch)):
                continue
            if _acts_himself(reading, hit, language):
                continue
            place = make_place(reading, hit.start, hit.end)
            yield Side(
                POWER, "orders", place, "", _address(reading, hit), tuple(sorted(word_heads(reading.text[start:end])))
            )


def _acts_himself(reading: Reading, hit: Hit, language: str) -> bool:
    """«Дара кәсіпкер … белгіленген нысан бойынша есеп саясатын бекітеді»: a citizen adopts no act."""
    start, end = reading.sentence(hit.start)
    actor = find_actor(reading.text[start:end], language, hit.end - start)
    return actor is not None and actor.kind is ActorKind.CITIZEN


def _patterns(entry: str, language: str, name: str | None = None) -> tuple[Pattern, ...]:
    listed = read_lexicon("across")[entry]
    return compile_all(tuple((listed[name] if name else listed)[language]), language)


def _address(reading: Reading, hit: Hit) -> str:
    kinds = (ClauseKind.ARTICLE, ClauseKind.POINT, ClauseKind.SUBPOINT)
    above = [reading.act.clauses[p] for p in reading.outline.above(hit.stretch.clause)]
    return " ".join(f"{c.kind.value} {c.number}" for c in reversed(above) if c.kind in kinds and c.number)


READERS: dict[str, Callable[[Reading, Rule], Iterator[Side]]] = {
    "opposed_norms": _read_opposed,
    "other_requirement": _read_requirements,
    "other_term": _read_steps,
    "other_service": _read_service,
    "unadopted": _read_powers,
    "foreign_power": _read_powers,
    "beyond_power": _read_powers,
    "checklist": read_slots,
}
