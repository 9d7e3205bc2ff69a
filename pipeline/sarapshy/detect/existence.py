"""Existence: a wording that should not stand there, with guards on what stands around it.

«Комиссия қалауы бойынша …» is found by its words; the guards of the rule say when the same words are harmless. A form that
an act approves is no norm, yet what is filled in there decides on people too: «(жақсы, қанағаттанарлық)» in an act of
inspection is a grade by nobody's measure. Rules for forms look there only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sarapshy.acts.model import ClauseKind, ClauseRole
from sarapshy.acts.stretches import Hit, Reading, Stretch
from sarapshy.detect.build import Evidence
from sarapshy.detect.guards import passes
from sarapshy.detect.procedure import LAW
from sarapshy.detect.rules import Rule
from sarapshy.language.pattern import Pattern

COMPOUND = re.compile(r"\b(\w+)-([^\W\d_]{5,})")  # its rest is a word; endings of abbreviations, «ЖШС-ның», are short
LONGEST = 30  # letters that are looked at beyond a match
HEADINGS = (ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.PARAGRAPH, ClauseKind.HEADING)


def find_existence(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """Each hit of the rule's patterns in a norm that no guard excuses; one a sentence. A title in
    quotation marks is no norm."""
    seen: set[tuple[int, int]] = set()
    for language in reading.languages:
        for pattern in reading.list_possible(rule.match[language]):
            for hit in reading.find_possible(pattern):
                sentence = reading.sentence(hit.start)
                if sentence in seen or _is_of_compound(reading, pattern, hit):
                    continue
                if _stands(reading, rule, hit, language):
                    seen.add(sentence)
                    yield Evidence(hit.start, hit.end)


def _is_of_compound(reading: Reading, pattern: Pattern, hit: Hit) -> bool:
    """Whether the first or the last word of the match is wanted as it stands and goes on beyond a hyphen: «оперативно» in
    «оперативно-розыскную» is another word."""
    end = min(hit.end + LONGEST, hit.stretch.end)
    parts = COMPOUND.finditer(reading.text, hit.start, end) if "-" in reading.text[hit.start : end] else ()
    return any(
        (part.start() == hit.start or part.end(1) == hit.end) and pattern.wants_whole(*part.groups()) for part in parts
    )


def _stands(reading: Reading, rule: Rule, hit: Hit, language: str) -> bool:
    if reading.clause(hit.stretch).language != language or not reading.is_norm(hit.stretch):
        return False
    if _is_of_heading(reading, hit) or reading.is_quoted(hit.start, hit.end):
        return False
    return passes(reading, rule, hit)


def _is_of_heading(reading: Reading, hit: Hit) -> bool:
    """Whether the words stand in the title line of a chapter, «2-тарау. Есепті және өзге де құжаттарды ұсыну тәртібі»: it
    says what the points are on and binds nobody. What stands under a chapter without a number is no title."""
    if reading.clause(hit.stretch).kind not in HEADINGS:
        return False
    end = reading.text.find("\n", hit.start, hit.stretch.end)
    line = reading.text[hit.stretch.start : end if end >= 0 else hit.stretch.end].strip()
    return "\n" not in line and not line.endswith((".", ";", ":"))


def find_foremost(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """One place in each component: the first hit of the first pattern that has any. For what a whole procedure is silent
    about, shown where a reader would look for it; a law leaves procedures to its by-laws."""
    if 0 < reading.act.identity.rank <= LAW:
        return
    for language in reading.languages:
        seen: set[int | None] = set()
        for pattern in reading.list_possible(rule.match[language]):
            told: set[int | None] = set()
            for hit in sorted(reading.find_possible(pattern), key=lambda h: h.start):
                component = reading.outline.component(hit.stretch.clause)
                if component not in seen | told and _stands(reading, rule, hit, language):
                    told.add(component)
                    yield Evidence(hit.start, hit.end)
            seen |= told


def find_first(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first of those places. For what the whole act is silent about: the standard in its annex repeats the text."""
    yield from sorted(find_foremost(reading, rule), key=lambda each: each.start)[:1]


def find_in_forms(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """The first hit in each form, a text annexed to be filled in, that no guard excuses."""
    seen: set[int | None] = set()
    for language in reading.languages:
        for hit in sorted(reading.find(rule.match[language]), key=lambda h: h.start):
            form = reading.outline.component(hit.stretch.clause)
            of_form = reading.clause(hit.stretch).language == language and _is_of_form(reading, hit.stretch)
            if of_form and form not in seen and passes(reading, rule, hit):
                seen.add(form)
                yield Evidence(hit.start, hit.end)


def _is_of_form(reading: Reading, stretch: Stretch) -> bool:
    """Whether the clause or one above it is a form: «12. Жақын туыстар туралы ақпарат» is a line of one, though numbered."""
    return any(reading.act.clauses[at].role is ClauseRole.FORM for at in reading.outline.above(stretch.clause))
