"""All detectors over one act.

A detector is a pure function (reading, rule) -> evidence; which one a rule calls is told by its kind, and for kinds with
several by its ``check``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sarapshy.acts.model import Act
from sarapshy.acts.persons import is_impersonal, is_remote
from sarapshy.acts.stretches import Reading, Stretch
from sarapshy.detect.bare_norms import KINDS as BARE
from sarapshy.detect.bare_norms import find_bare_norms, find_missed_terms
from sarapshy.detect.build import Evidence, make_act_ref, make_finding
from sarapshy.detect.checklist import find_empty_slots
from sarapshy.detect.commissions import find_bare_commissions
from sarapshy.detect.contradiction import (
    find_clashing_terms,
    find_miscounted_list,
    find_overlapping_scale,
    find_refusals_outside_list,
    find_two_terms,
)
from sarapshy.detect.definitions import find_unused_terms
from sarapshy.detect.doublets import find_doublets
from sarapshy.detect.existence import find_existence, find_first, find_foremost, find_in_forms
from sarapshy.detect.gaps import find_uncited_annexes, find_unlisted, find_unmade
from sarapshy.detect.guards import allows
from sarapshy.detect.listed import find_listed
from sarapshy.detect.misdirected import find_misdirected
from sarapshy.detect.naming import find_doubled_names, find_misattached_names, find_other_names, find_term_variants
from sarapshy.detect.opposites import find_two_sides
from sarapshy.detect.own_standard import OWN_STANDARD, find_against_own_standard, find_slow_automation
from sarapshy.detect.papers import find_form_against_clause, find_two_approvers
from sarapshy.detect.parity import CHECKS, find_divergences
from sarapshy.detect.passing import find_named_in_passing
from sarapshy.detect.procedure import (
    TERMLESS,
    find_bare_stages,
    find_missing_term,
    find_one_sided_outcomes,
    find_terms_without_start,
)
from sarapshy.detect.quantities import find_two_measures, find_two_quantities
from sarapshy.detect.reference import find_missing_targets, find_unnamed_laws, find_wrong_requisites
from sarapshy.detect.repeats import find_repeated_items, find_terms_defined_twice
from sarapshy.detect.rows import find_empty_rows, find_lacking_rows
from sarapshy.detect.rules import ACROSS, Rule, read_rules
from sarapshy.detect.selves import find_other_self, find_repeated_numbers
from sarapshy.detect.silence import find_silent_acts, find_unappealed_deciders
from sarapshy.detect.slips import find_misspelt_numbers, find_two_dates
from sarapshy.detect.titles import find_other_services, find_other_titles
from sarapshy.detect.unsaid import find_broken_numbering, find_other_form, find_undefined
from sarapshy.detect.untimed import find_terms_from_untimed
from sarapshy.findings.identity import assign_ids
from sarapshy.findings.model import Finding
from sarapshy.findings.rank import merge_repeated, rank
from sarapshy.language.lexicon import read_lexicon

Detector = Callable[[Reading, Rule], Iterator[Evidence]]


def find_nothing_alone(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    """For rules on two acts: one alone shows nothing."""
    yield from ()


DETECTORS: dict[str, Detector] = {
    "existence": find_existence,
    "in_form": find_in_forms,
    "foremost": find_foremost,
    "first": find_first,
    "listed": find_listed,
    "checklist": find_empty_slots,
    "missing_target": find_missing_targets,
    "unnamed_law": find_unnamed_laws,
    "wrong_requisites": find_wrong_requisites,
    "misdirected": find_misdirected,
    "unused_term": find_unused_terms,
    "one_sided_outcome": find_one_sided_outcomes,
    "clashing_terms": find_clashing_terms,
    "refusal_outside_list": find_refusals_outside_list,
    "silent_act": find_silent_acts,
    "unappealed_decider": find_unappealed_deciders,
    "bare_stage": find_bare_stages,
    **dict.fromkeys(TERMLESS, find_missing_term),
    "term_without_start": find_terms_without_start,
    "term_from_untimed": find_terms_from_untimed,
    "two_terms": find_two_terms,
    "overlapping_scale": find_overlapping_scale,
    "miscounted_list": find_miscounted_list,
    **dict.fromkeys(CHECKS, find_divergences),
    **dict.fromkeys(BARE, find_bare_norms),
    "missed_term": find_missed_terms,
    "misspelt_number": find_misspelt_numbers,
    "two_dates": find_two_dates,
    "two_sides": find_two_sides,
    "doubled_name": find_doubled_names,
    "other_name": find_other_names,
    "two_measures": find_two_measures,
    "two_quantities": find_two_quantities,
    "two_approvers": find_two_approvers,
    "form_against_clause": find_form_against_clause,
    "uncited_annex": find_uncited_annexes,
    "misattached_name": find_misattached_names,
    "term_variant": find_term_variants,
    "unlisted": find_unlisted,
    "other_self": find_other_self,
    "repeated_number": find_repeated_numbers,
    "repeated_item": find_repeated_items,
    "defined_twice": find_terms_defined_twice,
    "bare_commission": find_bare_commissions,
    "unmade": find_unmade,
    "named_in_passing": find_named_in_passing,
    "empty_row": find_empty_rows,
    "lacking_row": find_lacking_rows,
    "doublets": find_doublets,
    **dict.fromkeys(OWN_STANDARD, find_against_own_standard),
    "slow_automation": find_slow_automation,
    "broken_numbering": find_broken_numbering,
    "other_form": find_other_form,
    "undefined": find_undefined,
    "other_title": find_other_titles,
    "other_service_name": find_other_services,
    **dict.fromkeys(ACROSS, find_nothing_alone),
}


SURE = ("contradiction", "reference", "parity")  # what such a rule finds is so whatever the act is
ABSENCES = frozenset(
    {
        "silent_act",
        "unappealed_decider",
        "bare_stage",
        "missed_term",
        "unlisted",
        "bare_commission",
        "unmade",
        "named_in_passing",
        *BARE,
    }
)
EXCERPT = 0.65  # of the confidence
CLOSING = ("P5", "P6", "P7", "P9")  # complaints, control, answerability, publication: told in a chapter of their own
GUARDED = ("existence", "checklist")  # these weigh their guards themselves, at other places than the evidence


def choose_detector(rule: Rule) -> Detector:
    return DETECTORS[rule.check or rule.kind]


def detect(act: Act, rules: Iterable[Rule] | None = None, partner: Act | None = None) -> list[Finding]:
    """The findings of an act, strongest first, each defect once; ``partner`` is its text in the other language."""
    found = find_by_rule(Reading(act, partner), read_rules() if rules is None else rules)
    return settle(finding for each in found.values() for finding in each)


def find_by_rule(reading: Reading, rules: Iterable[Rule]) -> dict[str, list[Finding]]:
    """What each rule finds, by its code and in the order of the rules; not yet merged, named or ranked."""
    if not reading.has_norms:
        return {rule.code: [] for rule in rules}
    ref, unasked = make_act_ref(reading.act), reading.nature.unasked
    return {
        rule.code: [make_finding(reading, rule, ref, each) for each in _see(reading, rule)]
        if rule.kind not in unasked
        else []
        for rule in rules
    }


def settle(found: Iterable[Finding]) -> list[Finding]:
    """One act's findings as a reader gets them: each defect once, with its id, strongest first."""
    return rank(assign_ids(merge_repeated(found)))


def _see(reading: Reading, rule: Rule) -> Iterator[Evidence]:
    for evidence in choose_detector(rule)(reading, rule):
        if rule.kind in GUARDED or allows(reading, rule, evidence.start, evidence.end):
            weighed = _weigh_absence(reading, rule, evidence)
            if rule.kind in SURE or _is_enough(reading, rule, weighed):
                yield weighed


def _is_enough(reading: Reading, rule: Rule, evidence: Evidence) -> bool:
    """Whether what was seen weighs as much as a finding at that place must."""
    stretch = reading.stretch_at(evidence.start)
    weight = _weigh(rule, evidence)
    if weight < reading.nature.floor or stretch is None:
        return weight >= reading.nature.floor
    return not _is_untold(reading, rule, evidence, stretch) and not _is_too_light(reading, rule, stretch, weight)


def _is_too_light(reading: Reading, rule: Rule, stretch: Stretch, weight: float) -> bool:
    """Of a few amended sentences, of the meaning of a term, and of a text that speaks of no person, little can be said that
    is only likely. What weighs enough anywhere is not asked where it stands."""
    natures, excerpt = read_lexicon("regulation")["natures"], read_lexicon("regulation")["untold"]["excerpt"]
    factor = rule.factor
    floor = excerpt["floor_of_lack"] if rule.asks_whole_text else excerpt["floor"]
    return (
        (weight < floor and factor in excerpt["factors"] and reading.is_excerpt(stretch))
        or (weight < natures["scrap"]["floor"] and reading.is_scrap(stretch))
        or (
            weight < natures["meaning"]["floor"]
            and factor not in natures["meaning"]["spares"]
            and reading.is_definition(stretch)
        )
        or (weight < natures["impersonal"]["floor"] and is_impersonal(reading, stretch))
        or (
            weight < natures["remote"]["floor"]
            and factor in natures["remote"]["factors"]
            and is_remote(reading, stretch)
        )
    )


def _is_untold(reading: Reading, rule: Rule, evidence: Evidence, stretch: Stretch) -> bool:
    """Whether words in that place are no defect of the rule's factor, whatever they say."""
    untold = read_lexicon("regulation")["untold"]
    if reading.nature.is_law and rule.factor in untold["law"]:
        return True
    if rule.factor in untold["scope"] and reading.is_of_scope(evidence.start):
        return True
    return rule.factor in untold["meaning"] and reading.is_definition(stretch)


def _weigh(rule: Rule, evidence: Evidence) -> float:
    return rule.confidence if evidence.confidence is None else evidence.confidence


def _weigh_absence(reading: Reading, rule: Rule, evidence: Evidence) -> Evidence:
    """What is missing in a few amended points may stand in the act that they amend; what a closing chapter tells, in any
    number of points."""
    stretch = reading.stretch_at(evidence.start)
    if (rule.kind != "checklist" and rule.check not in ABSENCES) or stretch is None:
        return evidence
    if not (reading.is_excerpt(stretch) or (rule.factor in CLOSING and reading.is_new_wording(stretch))):
        return evidence
    return replace(evidence, confidence=_weigh(rule, evidence) * EXCERPT)
