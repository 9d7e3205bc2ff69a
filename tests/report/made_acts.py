"""Two small acts with findings, made for the reports: Kazakh rules and a Russian order, clauses laid by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sarapshy.acts.model import Act, Clause, ClauseKind, ClauseRole, Identity, Source, Status
from sarapshy.findings.factors import read_families
from sarapshy.findings.model import ActRef, ClauseRef, Finding, LegalBasis, Related

SHA = "0f" * 32
Line = tuple[ClauseKind, str | None, str, int, str]  # kind, number, label, level, words

KAZAKH: Sequence[Line] = (
    (ClauseKind.HEADING, None, "", 0, "Шәкіртақы тағайындау қағидалары"),
    (ClauseKind.CHAPTER, "1", "1-тарау.", 0, "1-тарау. Жалпы ережелер"),
    (ClauseKind.POINT, "1", "1.", 1, "1. Қағидалар шәкіртақы тағайындау тәртібін айқындайды."),
    (
        ClauseKind.POINT, "2", "2.", 1,
        "2. Комиссия қажет болған жағдайда өтінішті қараудан өз қалауы бойынша бас тартуға құқылы.",
    ),
    (ClauseKind.SUBPOINT, "1", "1)", 2, "1) өтініш уақтылы берілмесе;"),
    (ClauseKind.SUBPOINT, "2", "2)", 2, "2) өзге де жағдайларда."),
    (ClauseKind.CHAPTER, "2", "2-тарау.", 0, "2-тарау. Комиссияның жұмысы"),
    (ClauseKind.POINT, "3", "3.", 1, "3. Комиссия бес мүшеден тұрады."),
    (ClauseKind.POINT, "4", "4.", 1, "4. Өтініш он жұмыс күні ішінде қаралады."),
    (ClauseKind.ANNEX, "1", "1-қосымша", 0, "1-қосымша"),
    (ClauseKind.ROW, None, "", 1, "Р/с\t|\tҚұжаттың атауы\t|\tМерзімі"),
    (ClauseKind.ROW, None, "", 1, "1\t|\tӨтініш пен анықтама\t|\tбес күнтізбелік күн"),
)  # fmt: skip
RUSSIAN: Sequence[Line] = (
    (ClauseKind.HEADING, None, "", 0, "Порядок распределения общежитий <b>черновик</b> & прочее"),
    (ClauseKind.POINT, "1", "1.", 0, "1. Места распределяет директор </script><script>alert('нет')</script>."),
    (ClauseKind.POINT, "2", "2.", 0, "2. Решение принимается в разумный срок \u202eтатребо\u202c без уведомления."),
)


def lay_out(lines: Sequence[Line], language: str) -> tuple[str, tuple[Clause, ...]]:
    """Lines to a text with clauses: a clause ends where the next of its level or above begins."""
    text = "\n".join(words for *_, words in lines)
    starts, offset = [], 0
    for *_, words in lines:
        starts.append(offset)
        offset += len(words) + 1
    clauses = []
    for at, (kind, number, label, level, _) in enumerate(lines):
        after = next((n for n in range(at + 1, len(lines)) if lines[n][3] <= level), len(lines))
        end = starts[after] - 1 if after < len(lines) else len(text)
        parent = next((n for n in range(at - 1, -1, -1) if lines[n][3] < level), None)
        role = ClauseRole.TITLE if kind is ClauseKind.HEADING else ClauseRole.NORM
        clauses.append(
            Clause(f"{kind.value}_{number or at}", kind, number, label, starts[at], end, parent, language, role)
        )
    return text, tuple(clauses)


def kazakh_act() -> Act:
    text, clauses = lay_out(KAZAKH, "kk")
    identity = Identity(
        "rules", KAZAKH[0][4], "Оқу министрлігі", "57", date(2017, 3, 1), "14943", None, Status.IN_FORCE, 8
    )
    source = Source("pdf", "utf-8", (0, 300), 78.4)
    return Act("шәкіртақы/қағида.pdf", text, SHA, "kk", identity, clauses, (), source)


def russian_act() -> Act:
    text, clauses = lay_out(RUSSIAN, "ru")
    identity = Identity("order", RUSSIAN[0][4], status=Status.DRAFT)
    return Act("порядок <1>.docx", text, SHA, "ru", identity, clauses, (), Source("docx"))


def make_finding(act: Act, code: str, quote: str | None, clause: str | None, **changes: object) -> Finding:
    """A finding at the quote's first place; message and reasons speak of the code."""
    start = act.text.index(quote) if quote else None
    identity = act.identity
    day = identity.date.isoformat() if identity.date else None
    reference = ActRef(act.path, None, identity.kind, identity.number, day, identity.title, act.language, act.sha256)
    values: dict[str, object] = {
        "id": f"{code}-{clause}-{start}",
        "act": reference,
        "code": code,
        "family": read_families()[code],
        "clause": next(
            (ClauseRef(c.id, c.number, c.label, f"{c.number}-тармақ") for c in act.clauses if c.id == clause), None
        ),
        "quote": quote,
        "start": start,
        "end": start + len(quote) if quote and start is not None else None,
        "severity": "medium",
        "confidence": 0.8,
        "detector": "rule",
        "rule": f"{code}-01",
        "message": {"kk": f"{code} бойынша ескерту", "ru": f"Замечание по {code}", "en": f"Finding of {code}"},
        "why": {"kk": "Шешім шегі белгіленбеген.", "ru": "Пределы решения не заданы.", "en": "No bounds are set."},
        "remedy": {"kk": "Негіздердің тізбесі көрсетілсін.", "ru": "Указать перечень оснований."},
        "legal_basis": (LegalBasis("Құқықтық актілер туралы заң", "24-бап", "тұжырымдардың айқындығы"),),
    }
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


def kazakh_findings(act: Act) -> list[Finding]:
    """Overlapping, nested and equal spans, a finding without a quote, a contradiction, one about the whole act."""
    other = "бес күнтізбелік күн"
    place = Related(act.path, "1-қосымша", other, act.text.index(other), act.text.index(other) + len(other))
    far = Related("Еңбек кодексі", "139-бап", None, None, None)
    found = [
        make_finding(act, "D2", "өз қалауы бойынша бас тартуға құқылы", "pt_2", severity="high"),
        make_finding(act, "T1", "қажет болған жағдайда өтінішті қараудан өз қалауы", "pt_2", severity="low"),
        make_finding(act, "A3", "бас тартуға құқылы", "pt_2", severity="high"),
        make_finding(act, "T3", "өзге де жағдайларда", "sp_2"),
        make_finding(act, "P4", None, "pt_3", detector="checklist", slot="quorum"),
        make_finding(act, "K1", "он жұмыс күні ішінде", "pt_4", detector="contradiction", related=(place, far)),
        make_finding(act, "P5", None, None, detector="checklist"),
    ]
    return [replace(finding, rank=rank) for rank, finding in enumerate(found, 1)]


def russian_findings(act: Act) -> list[Finding]:
    found = [
        make_finding(
            act, "T1", "разумный срок", "pt_2", message={"kk": "<i>x</i>", "ru": "<i>y</i>", "en": "</script>"}
        ),
        make_finding(act, "D1b", "директор </script><script>alert('нет')</script>", "pt_1"),
    ]
    return [replace(finding, rank=rank) for rank, finding in enumerate(found, 1)]
