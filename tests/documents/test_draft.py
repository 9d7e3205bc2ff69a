"""The draft amending act and the comparative table; our own reader and consolidation give the proposed wording back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from made_runs import examine, find, judge, kazakh_act, material, russian_act
from test_conclusion import cells, texts

from sarapshy.acts.model import Act
from sarapshy.acts.readers.docx import read
from sarapshy.acts.reading import build_act
from sarapshy.documents.blocks import Document, Table, Turn, words_of
from sarapshy.documents.comparison import write_comparison, write_sheet
from sarapshy.documents.docx import write_docx
from sarapshy.documents.draft import write_draft
from sarapshy.documents.template import read_template
from sarapshy.editions.consolidate import consolidate
from sarapshy.editions.instructions import read_instructions
from sarapshy.findings.model import Finding
from sarapshy.proposals.compose import compose
from sarapshy.proposals.model import Proposal

REFUSAL = {
    "kk": "Комиссия өтінішті қанағаттандырудан бас тартуға құқылы.",
    "ru": "Комиссия вправе отказать в удовлетворении заявления.",
}
DECISION = {"kk": "Комиссияның шешімі хаттамамен ресімделеді.", "ru": "Решение комиссии оформляется протоколом."}
TERM = {"kk": "Өтініш үш жұмыс күні ішінде қаралады.", "ru": "Заявление рассматривается в течение трёх рабочих дней."}
REMEDIES = {
    "D2": {"kk": "«құқылы» деген сөзді «міндетті» деген сөзбен ауыстыру.", "ru": "Заменить «вправе» на «обязана»."},
    "P9": {
        "kk": "«Шешім үш жұмыс күні ішінде сайтта жарияланады.» деген тармақпен толықтыру.",
        "ru": "Дополнить пунктом «Решение в течение трёх рабочих дней размещается на сайте.».",
    },
    "P5": {
        "kk": "«Шешімге … жұмыс күні ішінде шағым беріледі.» деген сөйлеммен толықтыру.",
        "ru": "Дополнить предложением «Решение обжалуется в течение … рабочих дней.».",
    },
    "D1a": {"kk": "Мерзімнің басталу сәтін жазу.", "ru": "Указать начало течения срока."},
}  # fmt: skip


def findings_of(act: Act) -> list[Finding]:
    """One whose words change, one that asks for a point, one for a sentence with an open place, one that only advises."""
    places = {"D2": REFUSAL, "P9": DECISION, "P5": DECISION, "D1a": TERM}
    return [
        find(act, places[code][act.language], code, 0.8, rank, rule=f"{code}-made", remedy=REMEDIES[code])
        for rank, code in enumerate(places, 1)
    ]


def propose(act: Act, findings: list[Finding] | None = None) -> list[Proposal]:
    return compose(act, examine(act, findings or findings_of(act)).selected.remarks)


def draft(act: Act, findings: list[Finding] | None = None) -> Document:
    findings = findings or findings_of(act)
    return write_draft(examine(act, findings), act, propose(act, findings), material("draft"))


def compare(act: Act, language: str, findings: list[Finding] | None = None) -> Document:
    findings = findings or findings_of(act)
    return write_comparison(examine(act, findings), act, propose(act, findings), material("comparison"), language)


@pytest.fixture(params=["kk", "ru"])
def act(request: pytest.FixtureRequest) -> Act:
    return kazakh_act() if request.param == "kk" else russian_act()


def test_our_own_reader_and_consolidation_give_the_proposed_wording_back(act: Act) -> None:
    text, _ = read(write_docx(draft(act), read_template("draft").page), "жоба.docx")
    amending = build_act(text, "жоба.docx")
    built = [proposal for proposal in propose(act) if proposal.is_built]
    edition = consolidate(act, [amending])
    assert len(read_instructions(amending).read) == len(edition.changes) == len(built) == 3
    assert edition.unapplied == () and read_instructions(amending).unread == ()
    words = "".join(edition.act.text.split())
    assert all("".join(proposal.wording.split()) in words for proposal in built)


def test_formulas_stand_in_the_order_of_the_act_and_end_as_they_should() -> None:
    told = texts(draft(kazakh_act()))
    at = [
        told.index(words)
        for words in ("3-тармақ мынадай", "4-тармақ мынадай", "4-1-тармақпен", "2. ", "қолданысқа енгізіледі")
    ]
    assert at == sorted(at)
    assert "міндетті.»;" in told and "жарияланады.».\n" in told
    assert "өзгерістер мен толықтырулар енгізілсін:" in told
    assert "көрсетілген бұйрықпен бекітілген Жатақханада орын бөлу қағидаларында:" in told


def test_what_is_open_is_marked_and_what_the_expert_writes_is_named(act: Act) -> None:
    document = draft(act)
    runs = [run for block in document.blocks if not isinstance(block, Turn) for run in _runs(block)]
    assert "___ (___)" in {run.text for run in runs if run.mark}
    told = texts(document)
    assert ("5-тармақ. Оларға" if act.language == "kk" else "пункт 5. Чего") in told


def _runs(block: object) -> list[object]:
    if isinstance(block, Table):
        return [run for row in block.rows for cell in row for text in cell for run in text]
    return list(getattr(block, "text", ()))


def test_only_accepted_findings_go_in_once_there_are_any(act: Act) -> None:
    first, second, *rest = findings_of(act)
    findings = [judge(first, "accepted"), judge(second, "rejected"), *rest]
    told = texts(draft(act, findings))
    assert (("3-тармақ" if act.language == "kk" else "пункт 3") in told) and "4-1" not in told
    assert texts(compare(act, act.language, findings)).count("P9.") == 0


def test_the_reviewers_own_wording_is_written(act: Act) -> None:
    first = findings_of(act)[0]
    own = {"kk": "«құқылы» деген сөзді «тиіс» деген сөзбен ауыстыру.", "ru": "Заменить «вправе» на «должна»."}
    told = texts(draft(act, [judge(first, "accepted", own)]))
    assert ("тиіс.»" if act.language == "kk" else "должна отказать") in told


def test_an_act_with_nothing_to_build_gets_a_draft_that_says_so(act: Act) -> None:
    told = texts(draft(act, findings_of(act)[3:]))
    assert ("Өзгертілетін нормалардың" if act.language == "kk" else "Редакцию изменяемых норм") in told


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_table_sets_the_wordings_side_by_side_in_either_language(act: Act, language: str) -> None:
    document = compare(act, language)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    rows = cells(table)
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert REFUSAL[act.language] in rows[0][2] and REFUSAL[act.language] not in rows[0][3]
    assert rows[2][2] == ("Жоқ." if language == "kk" else "Отсутствует.")
    assert rows[3][3] == ("Сарапшы жазады: " if language == "kk" else "Пишет эксперт: ") + REMEDIES["D1a"][language]
    assert all(row[4] for row in rows)
    changed = [run.text for text in table.rows[0][3] for run in text if run.bold]
    assert changed == ["міндетті" if act.language == "kk" else "обязана"]


def test_the_workbook_is_the_same_table(act: Act, tmp_path: Path) -> None:
    findings = findings_of(act)
    write_sheet(examine(act, findings), act, propose(act), material("comparison"), act.language, tmp_path / "к.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "к.xlsx").active
    (table,) = [block for block in compare(act, act.language).blocks if isinstance(block, Table)]
    told = [[("\n".join(map(words_of, cell))) for cell in row] for row in table.rows]
    assert [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2)] == told
    assert all(cell.data_type == "s" for row in sheet.iter_rows(min_row=2) for cell in row if cell.value)


def test_the_page_of_the_table_lies_across_from_the_first(act: Act) -> None:
    from io import BytesIO

    import docx

    made = docx.Document(BytesIO(write_docx(compare(act, act.language), read_template("comparison").page)))
    assert len(made.sections) == 1
    assert made.sections[0].page_width > made.sections[0].page_height
