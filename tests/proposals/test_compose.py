"""Findings of an act become proposals, unit by unit."""

from __future__ import annotations

from proposed import find

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.proposals.compose import compose
from sarapshy.proposals.model import Action, words_of

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
    assert {piece.text for piece in proposal.after if not piece.sure} == {"…"}


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
    scoring, avoid = find(kazakh, "P4-scoring", quote), find(kazakh, "I1-avoid", quote)
    (alone,) = compose(kazakh, [scoring])
    assert (alone.action, alone.in_force, alone.left) == (Action.OPEN, quote, (scoring,))
    (both,) = compose(kazakh, [scoring, avoid])
    assert (both.action, both.left) == (Action.REPLACE, (scoring,))


def test_words_of_a_long_point_are_changed_without_writing_it_anew(kazakh: Act) -> None:
    quote = "4. Комиссия қажет болған жағдайда үміткерден мәліметтерді сұратуға құқылы."
    long = quote.replace("үміткерден", "үміткерден " + "тіркеу орны, мүлкі, қызметкерлері және жұмыс өтілі туралы " * 4)
    from proposed import KAZAKH, read_act

    act = read_act(KAZAKH.replace(quote, long))
    (proposal,) = compose(act, [find(act, "D2-entitled", long)])
    assert proposal.action is Action.WORDS
    assert [(change.old, change.new and change.new.text) for change in proposal.changes] == [("құқылы", "міндетті")]


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
    finding = find(kazakh, "T1-needed-act", quote, "қажет болған жағдайда")
    (proposal,) = compose(kazakh, [finding])
    assert proposal.wording == "4. Комиссия … үміткерден мәліметтерді сұратуға құқылы."
    assert [piece.text for piece in proposal.after if not piece.sure] == ["…"]
    assert proposal.left == (finding,)


def test_the_same_sentence_is_not_put_into_two_points(kazakh: Act) -> None:
    first = find(kazakh, "I1-avoid", "2. Таңдауды мектеп директоры құрған комиссия жүргізеді.")
    second = find(kazakh, "I1-avoid", "5. Шешімге шағым заңнамада белгіленген тәртіппен беріледі.")
    built, left = compose(kazakh, [first, second])
    assert (built.action, left.action, left.left) == (Action.REPLACE, Action.OPEN, (second,))


def test_the_own_points_of_an_amending_act_are_left_alone(amending: Act) -> None:
    start = amending.text.index("2. Министр")
    quote = amending.text[start : amending.text.index(".", start + 3) + 1]
    (proposal,) = compose(amending, [find(amending, "I1-avoid", quote)])
    assert proposal.action is Action.OPEN


def test_a_russian_short_form_agrees_with_who_acts() -> None:
    from proposed import RUSSIAN, read_act

    quote = "4. Комиссия вправе запросить сведения у кандидата."
    act = read_act(
        RUSSIAN.replace(
            "4. Комиссия, как правило, рассматривает документы в день подачи и вправе", "4. Комиссия вправе"
        )
    )
    (proposal,) = compose(act, [find(act, "D2-entitled", quote)])
    assert proposal.wording == "4. Комиссия обязана запросить сведения у кандидата."
    assert all(piece.sure for piece in proposal.after)


def test_where_the_subject_stands_elsewhere_the_form_is_the_experts(russian: Act) -> None:
    quote = "4. Комиссия, как правило, рассматривает документы в день подачи и вправе запросить сведения у кандидата."
    (proposal,) = compose(russian, [find(russian, "D2-entitled", quote)])
    assert [piece.text for piece in proposal.after if not piece.sure] == ["обязан"]
