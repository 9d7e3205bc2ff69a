"""Small acts with findings of the program's own rules, made for the proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sarapshy.acts.model import Act
from sarapshy.acts.outline import Outline
from sarapshy.acts.reading import build_act
from sarapshy.acts.stretches import Reading
from sarapshy.detect.build import make_clause_ref
from sarapshy.detect.rules import read_rules
from sarapshy.findings.factors import legal_basis, read_families
from sarapshy.findings.model import ActRef, Finding

KAZAKH = """Қазақстан Республикасы Ағарту министрінің
2019 жылғы 14 қазандағы
№ 318 бұйрығымен бекітілген

Мектеп асханасын таңдау қағидалары

1-тарау. Жалпы ережелер
1. Қағидалар мектеп асханасын жалға алушыны таңдау тәртібін белгілейді.
2. Таңдауды мектеп директоры құрған комиссия жүргізеді.
2-тарау. Құжаттар
3. Үміткер комиссияға мынадай құжаттарды тапсырады:
1) өтініш;
2) тіркеу туралы анықтаманың көшірмесі;
3) өзге де құжаттар.
4. Комиссия қажет болған жағдайда үміткерден мәліметтерді сұратуға құқылы.
5. Шешімге шағым заңнамада белгіленген тәртіппен беріледі.
"""
RUSSIAN = """Утверждены приказом Министра просвещения Республики Казахстан
от 14 октября 2019 года № 318

Правила выбора школьной столовой

Глава 1. Общие положения
1. Правила определяют порядок выбора арендатора школьной столовой.
2. Выбор проводит комиссия, созданная директором школы.
Глава 2. Документы
3. Кандидат подаёт в комиссию следующие документы:
1) заявление;
2) копию справки о регистрации;
3) иные документы, которые потребует комиссия.
4. Комиссия, как правило, рассматривает документы в день подачи и вправе запросить сведения у кандидата.
5. Жалоба на решение подаётся в установленном законодательством порядке.
"""


def read_act(text: str) -> Act:
    return build_act(text, "қағида.txt", "0f" * 32)


def find(
    act: Act, rule: str, quote: str, words: str = "", told: dict[str, str] | None = None, **changes: object
) -> Finding:
    """What the rule would say of the quote, its texts filled with ``words``."""
    known = next(each for each in read_rules() if each.code == rule)
    start = act.text.index(quote)
    values = defaultdict(str, words=words or quote, **(told or {}))
    name, why, remedy = (
        {each: t.format_map(values) for each, t in x.items()} for x in (known.name, known.why, known.remedy)
    )
    clause = make_clause_ref(Reading(act), start)
    finding = Finding(
        id=f"{rule}-{start}",
        act=ActRef(act.path, None, "order", "318", "2019-10-14", act.identity.title, act.language, act.sha256),
        code=known.factor,
        family=read_families()[known.factor],
        clause=clause,
        quote=quote,
        start=start,
        end=start + len(quote),
        severity=known.severity,
        confidence=0.8,
        detector="rule",
        rule=rule,
        message=name,
        why=why,
        remedy=remedy,
        slot=known.slot,
        legal_basis=legal_basis(known.factor, act.language, known.slot),
        values={"words": words or quote, **(told or {})},
    )
    return replace(finding, **changes)  # type: ignore[arg-type]


def words_in(act: Act, units: Iterable[str]) -> list[str]:
    """The words of clauses by their numbers as a lawyer would cite them."""
    outline = Outline(act)
    return [
        act.text[clause.start : clause.end].strip()
        for position, clause in enumerate(act.clauses)
        if outline.path(position) in units
    ]
