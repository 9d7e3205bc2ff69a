"""Findings of an act become proposals, unit by unit."""

from __future__ import annotations

import pytest
from proposed import KAZAKH, RUSSIAN, find, read_act

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.proposals.compose import compose
from sarapshy.proposals.model import Action, Piece, WordChange, words_of

P, S = ClauseKind.POINT, ClauseKind.SUBPOINT


def test_an_item_of_a_list_that_goes_whole_leaves_its_stop_to_the_one_before(kazakh: Act) -> None:
    (proposal,) = compose(kazakh, [find(kazakh, "A2-other", "3) өзге де құжаттар.", "өзге де құжаттар")])
    assert (proposal.action, proposal.path) == (Action.REPLACE, ((P, "3"),))
    assert proposal.wording.endswith(
        "2) тіркеу туралы анықтаманың көшірмесі.\nОсы тізбеде аталмаған құжаттар талап етілмейді."
    )


def test_a_relative_clause_goes_with_its_item(russian: Act) -> None:
    quote = "3) иные документы, которые потребует комиссия."
    (proposal,) = compose(russian, [find(russian, "A2-other", quote, "иные документы")])
    assert proposal.wording.endswith(
        "2) копию справки о регистрации.\nДокументы, не названные в перечне, не требуются."
    )


def test_an_item_alone_is_taken_out(russian: Act) -> None:
    finding = find(russian, "T3-general", "3) иные документы, которые потребует комиссия.", "иные документы")
    (proposal,) = compose(russian, [finding])
    assert (proposal.action, proposal.path, proposal.after) == (Action.DELETE, ((P, "3"), (S, "3")), ())


def test_two_commas_go_with_the_words_between_them(russian: Act) -> None:
    quote = "4. Комиссия, как правило, рассматривает документы в день подачи и вправе запросить сведения у кандидата."
    (proposal,) = compose(russian, [find(russian, "D3-usually", quote, "как правило")])
    assert proposal.wording.startswith("4. Комиссия рассматривает документы")
    assert words_of(tuple(piece for piece in proposal.before if piece.new)) == ", как правило,"


def test_a_sentence_takes_the_place_of_the_one_found_and_its_open_places_are_the_experts(kazakh: Act) -> None:
    quote = "5. Шешімге шағым заңнамада белгіленген тәртіппен беріледі."
    (proposal,) = compose(kazakh, [find(kazakh, "P5-blanket", quote)])
    assert proposal.wording.startswith("5. Шешіммен келіспеген адам")
    assert {piece.text for piece in proposal.after if not piece.sure} == {"___", "___ (___)"}


def test_a_new_point_is_numbered_behind_its_point(kazakh: Act) -> None:
    (proposal,) = compose(kazakh, [find(kazakh, "P9-notice", "Таңдауды мектеп директоры құрған комиссия жүргізеді.")])
    assert (proposal.action, proposal.path, proposal.before) == (Action.INSERT, ((P, "2-1"),), ())
    assert proposal.wording.startswith("2-1. Конкурс туралы хабарландыру")


def test_one_sentence_cures_all_findings_of_its_factor_in_a_point(kazakh: Act) -> None:
    quote = "2. Таңдауды мектеп директоры құрған комиссия жүргізеді."
    findings = [find(kazakh, "I1-avoid", quote), find(kazakh, "I1-own-group", quote)]
    (proposal,) = compose(kazakh, findings)
    assert proposal.left == ()
    assert proposal.wording == f"{quote} {findings[0].remedy['kk'].strip('«»')}"


def test_what_nothing_is_built_for_is_left_with_its_unit(kazakh: Act) -> None:
    quote = "2. Таңдауды мектеп директоры құрған комиссия жүргізеді."
    scale, avoid = find(kazakh, "K1-scale", quote), find(kazakh, "I1-avoid", quote)
    (alone,) = compose(kazakh, [scale])
    assert (alone.action, alone.in_force, alone.left) == (Action.OPEN, quote, (scale,))
    (both,) = compose(kazakh, [scale, avoid])
    assert (both.action, both.left) == (Action.REPLACE, (scale,))


def test_words_of_a_long_point_are_changed_without_writing_it_anew(kazakh: Act) -> None:
    quote = "4. Комиссия қажет болған жағдайда үміткерден мәліметтерді сұратуға құқылы."
    long = quote.replace("үміткерден", "үміткерден " + "тіркеу орны, мүлкі, қызметкерлері және жұмыс өтілі туралы " * 4)
    act = read_act(KAZAKH.replace(quote, long))
    (proposal,) = compose(act, [find(act, "D2-timed", long, "құқылы")])
    assert proposal.action is Action.CHANGE
    assert proposal.changes == (WordChange("құқылы", (Piece("міндетті", True, True),)),)


def test_the_words_in_force_and_proposed_differ_only_where_something_is_new(kazakh: Act) -> None:
    finding = find(kazakh, "A2-other", "3) өзге де құжаттар.", "өзге де құжаттар")
    (proposal,) = compose(kazakh, [finding])
    kept = [words_of(tuple(p for p in wording if not p.new)) for wording in (proposal.before, proposal.after)]
    assert "".join(kept[0].split()) == "".join(kept[1].split())


def test_quoted_wording_is_proposed_for_the_act_it_goes_into(amending: Act) -> None:
    quote = "Орын жетпеген кезде жолдама өтініш тіркелген уақыттың реті бойынша беріледі."
    (proposal,) = compose(amending, [find(amending, "I1-avoid", quote)])
    assert proposal.path == ((P, "9"),)
    assert proposal.amends is not None and "№ 190" in proposal.amends


def test_an_example_opens_its_place_and_stays_with_the_expert(kazakh: Act) -> None:
    quote = "4. Комиссия қажет болған жағдайда үміткерден мәліметтерді сұратуға құқылы."
    remedy = {"kk": "«қажет болған жағдайда» деген сөздердің орнына шартты жазу, мысалы «мәлімет толық болмаса»."}
    finding = find(kazakh, "K1-form", quote, remedy=remedy)
    (proposal,) = compose(kazakh, [finding])
    assert proposal.wording == "4. Комиссия ___ үміткерден мәліметтерді сұратуға құқылы."
    assert [piece.text for piece in proposal.after if not piece.sure] == ["___"]
    assert proposal.left == (finding,)


def test_the_same_sentence_is_not_put_into_two_points(kazakh: Act) -> None:
    first = find(kazakh, "I1-avoid", "2. Таңдауды мектеп директоры құрған комиссия жүргізеді.")
    second = find(kazakh, "I1-avoid", "5. Шешімге шағым заңнамада белгіленген тәртіппен беріледі.")
    (proposal,) = compose(kazakh, [first, second])
    assert (proposal.action, proposal.left, proposal.findings) == (Action.REPLACE, (), (first, second))


def test_the_own_points_of_an_amending_act_are_left_alone(amending: Act) -> None:
    start = amending.text.index("2. Министр")
    quote = amending.text[start : amending.text.index(".", start + 3) + 1]
    (proposal,) = compose(amending, [find(amending, "I1-avoid", quote)])
    assert proposal.action is Action.OPEN


def test_a_power_becomes_a_duty_of_who_acts_with_its_grounds_to_be_named(kazakh: Act, russian: Act) -> None:
    quote = "4. Комиссия, как правило, рассматривает документы в день подачи и вправе запросить сведения у кандидата."
    (proposal,) = compose(russian, [find(russian, "D2-entitled", quote, "вправе")])
    assert "в день подачи и обязана запросить" in proposal.wording
    assert proposal.wording.endswith(
        "оснований: 1) ___; 2) ___. Действие совершается в течение ___ (___) рабочих дней."
    )
    assert [piece.text for piece in proposal.after if not piece.sure] == ["___", "___", "___ (___)"]
    quote = "4. Комиссия қажет болған жағдайда үміткерден мәліметтерді сұратуға құқылы."
    (proposal,) = compose(kazakh, [find(kazakh, "D2-entitled", quote, "құқылы")])
    assert "сұратуға міндетті. Осы тармақта көзделген міндет" in proposal.wording


@pytest.mark.parametrize(
    ("power", "duty"),
    [
        ("тоқтата алады", "тоқтатады"),
        ("бөле алады", "бөледі"),
        ("қарай алады", "қарайды"),
        ("тоқтатылуы мүмкін", "тоқтатылады"),
    ],
)
def test_a_kazakh_power_turns_into_the_verb_of_a_duty(power: str, duty: str) -> None:
    act = read_act(KAZAKH.replace("мәліметтерді сұратуға құқылы", f"құжаттарды қарауды {power}"))
    quote = f"4. Комиссия қажет болған жағдайда үміткерден құжаттарды қарауды {power}."
    (proposal,) = compose(act, [find(act, "D2-can", quote, power)])
    assert f"қарауды {duty}. " in proposal.wording


@pytest.mark.parametrize(
    ("sentence", "duty"),
    [
        ("Комиссия вправе отказать.", "обязана отказать"),
        ("Правительство Республики Казахстан вправе отказать.", "обязано отказать"),
        ("Директор может отказать.", "обязан отказать"),
        ("Кандидату может быть отказано.", "должно быть отказано"),
        ("Комиссия может быть распущена.", "должна быть распущена"),
        ("Места могут перераспределяться.", "Места перераспределяются"),
        ("Срок может продлеваться.", "Срок продлевается"),
        ("Члены комиссии могут отказать.", "обязаны отказать"),
    ],
)
def test_a_russian_duty_agrees_with_its_subject_or_its_participle(sentence: str, duty: str) -> None:
    act = read_act(RUSSIAN + f"6. {sentence}\n")
    (proposal,) = compose(act, [find(act, "D2-passive", f"6. {sentence}", sentence)])
    assert duty in proposal.wording
    assert not [piece for piece in proposal.after if not piece.sure and "_" not in piece.text]


def test_a_clause_of_a_commission_has_its_name_in_the_case_asked_for(kazakh: Act) -> None:
    act = read_act(
        KAZAKH.replace("құрған комиссия жүргізеді", "құрған конкурстық комиссия (бұдан әрі – Кеңес) жүргізеді")
    )
    quote = act.text[act.text.index("2. Таңдауды") : act.text.index("2-тарау")].strip()
    (named,) = compose(act, [find(act, "P4-voting", quote)])
    assert "Комиссияның шешімі" not in named.wording and "онкурстық комиссияның шешімі" in named.wording
    (bare,) = compose(kazakh, [find(kazakh, "P4-voting", "2. Таңдауды мектеп директоры құрған комиссия жүргізеді.")])
    assert bare.wording.endswith(
        "Комиссияның шешімі ашық дауыс беру арқылы отырысқа қатысқан мүшелердің жай көпшілік даусымен қабылданады."
    )


def test_a_list_whose_open_end_cannot_go_is_closed_by_a_sentence() -> None:
    act = read_act(
        RUSSIAN.replace("от 14", "от 14") + "6. При подаче иных документов комиссия сверяет их с подлинниками.\n"
    )
    quote = "6. При подаче иных документов комиссия сверяет их с подлинниками."
    (proposal,) = compose(act, [find(act, "T3-general", quote, "иных документов")])
    assert proposal.wording == (
        f"{quote} В настоящем пункте слова «иных документов» означают: 1) ___; 2) ___. "
        "Этот перечень является исчерпывающим."
    )


def test_a_term_is_not_put_between_a_noun_and_its_attribute() -> None:
    sentence = "6. Комиссия хаттамалық шешім шығарады."
    act = read_act(KAZAKH + sentence + "\n")
    (proposal,) = compose(act, [find(act, "D1a-missing", sentence, "шешім шығарады")])
    assert proposal.wording == (
        f"{sentence} Осы тармақта «шешім шығарады» деген сөздермен көзделген әрекет ___ күннен бастап "
        "___ (___) жұмыс күні ішінде жасалады."
    )
    sentence = "6. Комиссия кандидатқа анықтаманы береді."
    act = read_act(KAZAKH + sentence + "\n")
    (proposal,) = compose(act, [find(act, "D1a-missing", sentence, "береді")])
    assert "анықтаманы ___ күннен бастап ___ (___) жұмыс күні ішінде береді." in proposal.wording


def test_of_two_texts_that_differ_in_a_number_both_numbers_stand_for_one_to_be_chosen() -> None:
    quote = "6. Комиссия отвечает в течение 10 (десяти) рабочих дней."
    act = read_act(RUSSIAN + quote + "\n")
    remedy = {
        "ru": "Записать в обоих текстах один срок («в течение 10 (десяти) рабочих дней» либо «5 (бес) жұмыс күні ішінде»), "
        "одинаково указав, рабочие это дни или календарные."
    }
    told = {"other": "5 (бес) жұмыс күні ішінде"}
    (proposal,) = compose(act, [find(act, "T4-term", quote, "10 (десяти) рабочих дней", told, remedy=remedy)])
    assert proposal.wording == "6. Комиссия отвечает в течение 5 / 10 (___) рабочих дней."
    assert [piece.text for piece in proposal.after if not piece.sure] == ["5 / 10", "___"]


def test_a_publishers_note_behind_what_was_taken_out_is_no_word_of_the_proposal() -> None:
    note = " в соответствии с Законом РК от 25.02.21 г. № 12-VII (см. стар. ред.)"
    words = f"6. Директор:\n1) принимает заявки;\n2) исключен{note}\n3) ведёт учёт.\n"
    act = read_act(RUSSIAN + words)
    (proposal,) = compose(act, [find(act, "I1-avoid", "6. Директор:")])
    assert "2) исключен\n3) ведёт учёт." in proposal.wording


def test_a_finding_that_another_ones_sentence_cures_stands_with_it(kazakh: Act) -> None:
    quote = "2. Таңдауды мектеп директоры құрған комиссия жүргізеді."
    findings = [find(kazakh, "P4-tie", quote), find(kazakh, "P4-tie", quote, id="again")]
    (proposal,) = compose(kazakh, findings)
    assert proposal.findings == tuple(findings)
