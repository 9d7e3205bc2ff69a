"""What an act calls things, for the wordings that are put into it.

Order No 57 calls itself «осы Қағидалар» and its commission «Комиссия», a charter has a «кадр комиссиясы»: a wording that says
``{commission:gen} шешімі`` is filled with «кадр комиссиясының».
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sarapshy.acts.model import Act
from sarapshy.acts.outline import Outline
from sarapshy.acts.stretches import Hit, Reading
from sarapshy.findings.model import Finding
from sarapshy.language.declension import decline
from sarapshy.language.kazakh import stem, without_case
from sarapshy.language.lexicon import read_lexicon

if TYPE_CHECKING:
    from sarapshy.references.citations import Citation

BLANK = "___"
_WORD_BEFORE = re.compile(r"[\w-]+(?=\s+\Z)")


class Name(str):
    """A name in the nominative that a wording asks for in a case: ``{commission:gen}``."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Name:
        name = super().__new__(cls, text)
        name.language = language
        return name

    def __format__(self, case: str) -> str:
        return str(self) if str(self) == BLANK else decline(str(self), case or "nom", self.language)


@dataclass(frozen=True)
class Names:
    """The names that one act uses; ``component`` is the position of the annex or approved text that is meant."""

    act: Act
    outline: Outline

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.act)

    def text(self, component: int | None, language: str) -> Name:
        """«осы Қағидалар»: as the text calls itself in its points, else by its title."""
        lexicon = read_lexicon("remedies")
        start, end = self._span(component)
        own = re.findall(lexicon["own"][language], self.act.text[start:end])
        told = Counter(name for word in own if (name := _find_text(word, language)))
        if told:
            return Name(told.most_common(1)[0][0], language)
        titles = [self.act.clauses[component].title if component is not None else None, self.act.identity.title]
        words = [word for title in titles if title for word in reversed(title.split())]
        found = (name for word in words if (name := _find_text(word, language)))
        return Name(next(found, lexicon["no_text"][language]), language)

    def here(self, unit: int, language: str) -> Name:
        """«осы тармақ», «настоящая статья»."""
        here = read_lexicon("remedies")["here"]
        kind = self.act.clauses[unit].kind.value
        return Name(here.get(kind, here["pt"])[language], language)

    def doer(self, finding: Finding, language: str) -> Name:
        """Who acts in the sentence found; a blank where nobody is named."""
        from sarapshy.procedure.norms import read_norms

        if finding.start is None or finding.end is None:
            return Name(BLANK, language)
        norms = [n for n in read_norms(self.reading) if n.start < finding.end and finding.start < n.end]
        named = (norm.doer.name for norm in norms if norm.doer is not None)
        return Name(next(named, BLANK), language)

    def cited(self, finding: Finding) -> str | None:
        """The first citation in the words found, of the norm that the finding speaks of where it tells one."""
        if finding.start is None or finding.end is None:
            return None
        values = finding.values or {}
        wanted = re.findall(r"\d+", values.get("clause") or values.get("other") or "")
        within = (each for each in self.citations if finding.start <= each.start and each.end <= finding.end)
        words = (self.act.text[each.start : each.end] for each in within)
        return next((each for each in words if set(wanted) <= set(re.findall(r"\d+", each))), None)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        from sarapshy.references.citations import find_citations

        return find_citations(self.act)

    def commission(self, finding: Finding, component: int | None, language: str) -> Name:
        """The first that is named in the words found, else the one that the text mostly speaks of."""
        from sarapshy.detect.commissions import read_commissions

        named = [
            (self.reading.to_source(hit.start, hit.end), hit, commission.name[0], len(commission.hits))
            for commission in read_commissions(self.reading)
            for hit in commission.hits
            if self.reading.clause(hit.stretch).language == language
        ]
        start, end = self._span(component)
        if finding.start is not None and finding.end is not None:
            within = [each for each in named if finding.start <= each[0][0] < finding.end]
            if within:
                return self._spell(*min(within, key=lambda each: each[0])[:3], language)
        around = [each for each in named if start <= each[0][0] < end]
        if around:
            return self._spell(*max(around, key=lambda each: each[3])[:3], language)
        return Name(read_lexicon("remedies")["no_commission"][language], language)

    def _spell(self, span: tuple[int, int], hit: Hit, attribute: str, language: str) -> Name:
        """«конкурстық комиссияның» is «конкурстық комиссия»; where it has a short name, that."""
        words = self.act.text[slice(*span)]
        before = _WORD_BEFORE.search(self.act.text, max(0, span[0] - 60), span[0])
        made = before and re.search(read_lexicon("remedies")["no_name"][language], before[0].lower())
        has_attribute = bool(attribute and before and not made and self._fold(before[0]).startswith(attribute))
        noun = stem(self._fold(words.split()[-1])) if language == "kk" else ""
        for definition in self.act.definitions:
            own = definition.short_name and self._fold(definition.term) in (noun, self._fold(words))
            if own and (not has_attribute or attribute in self._fold(definition.meaning)):
                return Name(definition.term, language)
        phrase = f"{before[0]} {words}" if has_attribute and before else words
        return Name(_put_nominative(phrase, language), language)

    def _fold(self, words: str) -> str:
        from sarapshy.language.letters import fold

        return fold(words).text

    def _span(self, component: int | None) -> tuple[int, int]:
        if component is None:
            return 0, len(self.act.text)
        return self.act.clauses[component].start, self.act.clauses[component].end


def _put_nominative(phrase: str, language: str) -> str:
    if language == "kk":
        *before, noun = phrase.split()
        return " ".join([*before, without_case(noun)])
    from sarapshy.language.russian import nominative_phrase  # pymorphy3 costs 100 ms

    return nominative_phrase(phrase)


def _find_text(word: str, language: str) -> str | None:
    """«Қағидалардың» is «осы Қағидалар»."""
    texts: dict[str, str] = read_lexicon("remedies")["texts"][language]
    return next((name for head, name in texts.items() if word.lower().startswith(head)), None)
