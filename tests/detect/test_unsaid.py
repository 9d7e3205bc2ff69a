"""Points that are lost, papers with two names, things never explained, and grades in forms by nobody's measure."""

from __future__ import annotations

from sarapshy.acts.model import ClauseKind
from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

RULES = "Бұйрықпен бекітілген\nКітапхана ісін қарау қағидалары\n"
FORM = "\n\nКітапхана ісін қарау қағидаларына\n1-қосымша\nНысан\n\n"
POINTS = "1. Бірінші.\n2. Екінші.\n3. Үшінші.\n4. Төртінші талап.\n5. Бесінші талап.\n6. Алтыншы талап.\n"


def find(text: str, code: str) -> list[str]:
    rules = [rule for rule in read_rules() if rule.code == code]
    return [finding.quote or "" for finding in detect(build_act(text, "draft.txt"), rules)]


def test_a_gap_in_the_numbers_of_points_is_told_at_the_point_after_it() -> None:
    assert find(RULES + POINTS + "8. Шешім жарияланады.\n9. Дау сотта қаралады.", "K1-points")


def test_a_number_printed_within_the_line_before_is_not_lost() -> None:
    assert not find(RULES + POINTS.rstrip() + " 7. Жетінші.\n8. Шешім жарияланады.", "K1-points")


def test_new_wording_of_single_points_has_gaps_by_its_nature() -> None:
    text = "БҰЙЫРАМЫН:\n1. Қағидаларға мынадай өзгеріс енгізілсін:\n5 және 8-тармақтар мынадай редакцияда жазылсын:\n«5. Бесінші.\n8. Сегізінші.».\n"
    assert not find(text, "K1-points")


def test_a_form_headed_otherwise_than_the_clause_calls_it_is_two_papers() -> None:
    clause = "1. Оқырман осы Қағидаларға 1-қосымшаға сәйкес нысан бойынша {} толтырады."
    assert find(RULES + clause.format("сауалнама") + FORM + "Жазылуға өтініш\nАты ______", "T2-paper")
    assert not find(RULES + clause.format("өтініш") + FORM + "Жазылуға өтініш\nАты ______", "T2-paper")


def test_a_thing_that_is_named_once_in_full_may_be_short_after() -> None:
    used = "1. Өтініш портал арқылы беріледі.\n2. Жауап порталда орналастырылады.\n"
    assert find(used, "T2-undefined")
    assert not find(used + "3. Кітапхананың www.kitap.kz веб-порталы тәулік бойы ашық.\n", "T2-undefined")


def test_a_grade_is_looked_for_in_forms_only() -> None:
    grade = "Үйдің жай-күйі (жақсы, қанағаттанарлық, қанағаттанарлықсыз) ______"
    assert find(RULES + "1. Үй тексеріледі." + FORM + "Тексеру актісі\n" + grade, "T1-condition")
    assert not find("1. Үй тексеріледі, " + grade, "T1-condition")


def test_the_commission_of_other_rules_of_the_order_is_not_this_one() -> None:
    text = (
        "БҰЙЫРАМЫН:\n1. Екі қағида бекітілсін.\n\n{0}\nОлимпиада қағидалары\n1. Ұйымдастыру комитетінің құрамына бес мүше кіреді.\n\n"
        "{0}\nБайқау қағидалары\n1. Әр жобаны ұйымдастыру комитеті бекітеді.\n2. Жоба қорғалады.\n"
    ).format("Министрдің 2020 жылғы 5 мамырдағы № 7 бұйрығымен бекітілген")
    assert find(text, "P10-group") == ["1. Әр жобаны ұйымдастыру комитеті бекітеді."]


def test_a_stamp_with_the_heading_of_the_form_in_its_cell_opens_an_annex() -> None:
    text = (
        RULES
        + "1. Өтініш осы Қағидаларға 1-қосымшаға сәйкес нысан бойынша беріледі.\n\n"
        + "\t|\tКітапхана ісін қарауқағидаларына 1-қосымшаНысан\n\nЖазылуға өтініш\nАты ______\n"
    )
    assert [c.number for c in build_act(text, "draft.txt").clauses if c.kind is ClauseKind.ANNEX] == ["1"]
    assert not find(text, "N4-missing")


def test_a_stamp_with_the_addressee_of_the_form_in_its_cell_opens_an_annex() -> None:
    text = (
        RULES
        + "1. Өтініш осы Қағидаларға 1-қосымшаға сәйкес нысан бойынша беріледі.\n\n"
        + "\t|\tКітапхана ісін қарауқағидаларына1-қосымшаНысанКітапхана басшысына__________\n\nЖазылуға өтініш\nАты ______\n"
    )
    assert [c.number for c in build_act(text, "draft.txt").clauses if c.kind is ClauseKind.ANNEX] == ["1"]
    assert not find(text, "N4-missing")


def test_the_heading_of_a_chapter_is_no_point_out_of_order() -> None:
    assert not find(RULES + POINTS + "3. Комиссияның жұмысын ұйымдастыру\n8. Шешім жарияланады.", "K1-points")
