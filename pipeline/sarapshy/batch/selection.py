"""Which findings a person wants to see: ``--select D1,refusal --ignore D2-01 --min-severity medium``.

A word names a rule («D2-01»), a factor («D2»), a group of factors («D1» for D1a, D1b …; «P» for all of P) or a family
(«refusal»). «P1» is not «P10»: a digit never continues a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from sarapshy.detect.rules import Rule, read_rules
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import SEVERITIES, Finding


def covers(word: str, code: str) -> bool:
    """Whether a factor's code is the word or stands under it."""
    word, code = word.casefold(), code.casefold()
    if not code.startswith(word):
        return False
    rest = code[len(word) :]
    return not rest or word.isalpha() or rest.isalpha()


def names_factor(word: str) -> bool:
    """Whether the word names a factor, a group of them or a family; a rule's own code is for the rules to know."""
    return word.casefold() in read_families().values() or any(covers(word, code) for code in read_families())


def matches(word: str, code: str, rule: str) -> bool:
    exact = (rule.casefold(), read_families()[code].casefold())
    return word.casefold() in exact or covers(word, code)


def split_words(text: str | None) -> tuple[str, ...]:
    """«D2, refusal» as an option gives it."""
    return tuple(word.strip() for word in (text or "").split(",") if word.strip())


@dataclass(frozen=True, slots=True)
class Selection:
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: str = SEVERITIES[-1]

    def allows(self, code: str, rule: str) -> bool:
        """Whether a factor and a rule are among what is wanted."""
        if any(matches(word, code, rule) for word in self.ignore):
            return False
        return not self.select or any(matches(word, code, rule) for word in self.select)

    def choose(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules to run: of two that see the same words, the one not wanted must not take the other's place."""
        return tuple(rule for rule in rules if self.allows(rule.factor, rule.code))

    def keep(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those severe enough, ranked anew: ranks stay 1..n within an act whatever was left out."""
        limit = SEVERITIES.index(self.severity)
        wanted = [finding for finding in findings if SEVERITIES.index(finding.severity) <= limit]
        ranked = enumerate(wanted, start=1)
        return [each if each.rank == rank else replace(each, rank=rank) for rank, each in ranked]


@lru_cache(maxsize=64)  # asked of each act of a run, with the same selection
def choose_rules(selection: Selection) -> tuple[Rule, ...]:
    return selection.choose(read_rules())
