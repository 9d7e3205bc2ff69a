"""Every wording that the rules give goes into a draft in a correct formula, and consolidation gives it back."""

from __future__ import annotations

import pytest
from made_runs import examine, find, material

from sarapshy.acts.model import Act
from sarapshy.acts.readers.docx import read
from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import Rule, read_rules
from sarapshy.documents.docx import write_docx
from sarapshy.documents.draft import write_draft
from sarapshy.documents.template import read_template
from sarapshy.editions.consolidate import consolidate
from sarapshy.editions.instructions import read_instructions
from sarapshy.findings.model import Finding
from sarapshy.proposals.compose import compose
from sarapshy.proposals.wordings import read_wordings

WORDS = {"kk": "тоқтата алады", "ru": "может приостановить"}  # a power, so that a duty can be made of it
OTHER = {"kk": "тоқтатады", "ru": "приостанавливает"}
HEAD = {
    "kk": "Колледж директорының 2019 жылғы 5 наурыздағы № 14 бұйрығымен бекітілген\nОрын бөлу қағидалары\n1-тарау. Жалпы ережелер\n",
    "ru": "Утверждены приказом директора колледжа от 5 марта 2019 года № 14\nПравила распределения мест\nГлава 1. Общие положения\n",
}
SENTENCE = {
    "kk": "{number}. Комиссия {number}-санатты өтініштерді қарауды {words}.\n",
    "ru": "{number}. Комиссия {words} рассмотрение заявлений категории {number}.\n",
}


def act_of(language: str, points: int) -> Act:
    told = (SENTENCE[language].format(number=number, words=WORDS[language]) for number in range(1, points + 1))
    return build_act(HEAD[language] + "".join(told), "қағида.txt")


def finding_of(act: Act, rule: Rule, number: int) -> Finding:
    """What the rule would say of a point, its texts filled with the words of the point."""
    quote = SENTENCE[act.language].format(number=number, words=WORDS[act.language]).strip()
    values = _Values(words=WORDS[act.language], other=OTHER[act.language])
    texts = (
        {each: text.format_map(values) for each, text in told.items()} for told in (rule.name, rule.why, rule.remedy)
    )
    message, why, remedy = texts
    told = {"message": message, "why": why, "remedy": remedy, "values": dict(values)}
    return find(act, quote, rule.factor, 0.8, number, rule=rule.code, **told)


class _Values(dict[str, str]):
    """What a rule asks for beyond the words, kept once it was asked for."""

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, "12")


def needs_more(rule: Rule) -> bool:
    """Whether its wording asks for a reference or a scale, which the points of the act here have not."""
    return any(way["do"] == "fit" or "{cited}" in str(way.get("old")) for way in read_wordings()[rule.code])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_wording_comes_back_out_of_our_own_draft(language: str) -> None:
    rules = [rule for rule in read_rules() if rule.code in read_wordings() and not needs_more(rule)]
    act = act_of(language, len(rules))
    findings = [finding_of(act, rule, number) for number, rule in enumerate(rules, 1)]
    proposals = compose(act, findings)
    built = [proposal for proposal in proposals if proposal.is_built]
    assert len(built) > 0.9 * len(rules)
    draft = write_draft(examine(act, findings), act, proposals, material("draft"))
    text, _ = read(write_docx(draft, read_template("draft").page), "жоба.docx")
    amending = build_act(text, "жоба.docx")
    assert read_instructions(amending).unread == ()
    edition = consolidate(act, [amending])
    assert edition.unapplied == ()
    words = "".join(edition.act.text.split())
    assert [proposal.wording for proposal in built if "".join(proposal.wording.split()) not in words] == []
