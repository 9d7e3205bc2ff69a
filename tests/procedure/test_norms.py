"""Sentences to norms: who, how firmly, does what, to whom, within what term, on what ground."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_rules import read_one, read_rules

from sarapshy.language.modality import ModalityKind
from sarapshy.procedure.norms import Norm, Phrase, read_norms

SENTENCES = [
    ("kk", "Комиссия құжаттарды үш жұмыс күні ішінде қарайды.", "Комиссия", "indicative", "examine", "құжаттарды"),
    ("kk", "Комиссия кандидатты шақыруға құқылы.", "Комиссия", "right", "hold", "кандидатты"),
    ("kk", "Басқарма өтінішті тіркеуге міндетті.", "Басқарма", "duty", "accept", "өтінішті"),
    ("kk", "Ректор бұйрықты өзгерте алады, орын бөле алады.", "Ректор", "power", "appoint", "орын"),
    ("kk", "Өтініш тіркеледі.", None, "indicative", "accept", "Өтініш"),
    ("kk", "Кандидат құжаттарды тапсырады.", "Кандидат", "indicative", "submit", "құжаттарды"),
    ("kk", "Комиссия шешім қабылдайды.", "Комиссия", "indicative", "decide", None),
    ("kk", "Білім басқармасының басшысы тізімді бекітеді.", "Білім басқармасының басшысы", "indicative", "approve", "тізімді"),
    ("kk", "Рецензент жазбаша пікір береді.", "Рецензент", "indicative", "issue", "пікір"),
    ("ru", "Комиссия рассматривает заявление в течение трёх дней.", "Комиссия", "indicative", "examine", "заявление"),
    ("ru", "Министерство вправе отказать заявителю.", "Министерство", "right", "refuse", None),
    ("ru", "Отдел обязан зарегистрировать заявление.", "Отдел", "duty", "accept", "заявление"),
    ("ru", "Директор может назначить комиссию.", "Директор", "power", "appoint", "комиссию"),
    ("ru", "Список утверждается.", None, "indicative", "approve", "Список"),
    ("ru", "Заявление рассматривается комиссией.", "Комиссия", "indicative", "examine", "Заявление"),
    ("ru", "Заседание созывает председатель.", "Председатель", "indicative", "hold", "Заседание"),
    ("ru", "Победитель сдает отчет.", "Победитель", "indicative", "submit", "отчет"),
    ("ru", "Заявление рассматривается конкурсной комиссией.", "Комиссия", "indicative", "examine", "Заявление"),
    ("ru", "Отдел осуществляет прием заявлений.", "Отдел", "indicative", "accept", "заявлений"),
    ("ru", "Отдел оповещает кандидата.", "Отдел", "indicative", "notify", "кандидата"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "who", "modality", "deed", "thing"), SENTENCES)
def test_a_sentence_is_a_norm(
    language: str, sentence: str, who: str | None, modality: str, deed: str, thing: str | None
) -> None:
    norm = read_one(language, sentence)
    assert (norm.doer.name if norm.doer else None) == who
    assert norm.modality == modality
    assert norm.deeds[0] == deed
    assert (norm.object.text if norm.object else None) == thing


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Құжаттар қабылданбайды."),
        ("ru", "Документы не рассматриваются."),
    ],
)
def test_what_is_not_done_is_said_so(language: str, sentence: str) -> None:
    assert read_one(language, sentence).negated


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Осы Қағидалар орын бөлу тәртібін айқындайды."),
        ("kk", "Үміткердің жасы он сегізден кем болмауға тиіс."),
        ("kk", "Тасымалдауға жол берілмейді."),
        ("ru", "Настоящие Правила определяют порядок распределения мест."),
        ("ru", "Лицо, которое подает заявку, является заявителем."),
        ("ru", "Нарушение рассматривается как проступок."),
        ("ru", "Заявителем является лицо, если оно представляет документы."),
    ],
)
def test_what_is_no_step_is_left_out(language: str, sentence: str) -> None:
    assert read_norms(read_rules(language, f"5. {sentence}")) == ()


@pytest.mark.parametrize(
    ("language", "sentence", "number", "unit", "since"),
    [
        ("kk", "Комиссия өтініш тіркелген күннен бастап 5 (бес) жұмыс күні ішінде қарайды.", 5, "working_day",
         "өтініш тіркелген күннен бастап"),
        ("kk", "Басқарма он күнтізбелік күн ішінде хабарлайды.", 10, "calendar_day", None),
        ("ru", "Отдел в течение трех рабочих дней со дня регистрации извещает заявителя.", 3, "working_day",
         "со дня регистрации"),
        ("ru", "Комиссия рассматривает заявление в течение 10 календарных дней.", 10, "calendar_day", None),
    ],
)  # fmt: skip
def test_a_term_has_number_unit_and_beginning(
    language: str, sentence: str, number: int, unit: str, since: str | None
) -> None:
    (deadline,) = read_one(language, sentence).deadlines
    assert (deadline.term.number, deadline.term.unit) == (number, unit)
    assert (deadline.since.text if deadline.since else None) == since


@pytest.mark.parametrize(
    ("language", "sentence", "ground"),
    [
        ("kk", "Құжаттар толық болмаса, басқарма оларды қайтарады.", "Құжаттар толық болмаса"),
        ("kk", "Басқарма дәлелді себеп болған жағдайда мерзімді ұзартады.", "дәлелді себеп болған жағдайда"),
        ("kk", "Хаттаманың негізінде ректор бұйрық шығарады.", "Хаттаманың негізінде"),
        ("ru", "В случае неполноты документов отдел возвращает заявление.", "В случае неполноты документов"),
        ("ru", "На основании протокола ректор издает приказ.", "На основании протокола"),
        ("ru", "Министерство отзывает грант, если отчет не сдан.", "если отчет не сдан"),
        ("ru", "При неявке заявителя комиссия откладывает заседание.", "При неявке заявителя"),
        ("ru", "По решению комиссии отдел возвращает заявление.", "По решению комиссии"),
    ],
)
def test_a_ground_is_quoted(language: str, sentence: str, ground: str) -> None:
    assert [each.text for each in read_one(language, sentence).grounds] == [ground]


@pytest.mark.parametrize(
    ("language", "sentence", "addressee"),
    [
        ("kk", "Хатшы хаттаманы комиссияға жолдайды.", "комиссияға"),
        ("kk", "Кандидат құжаттарды білім басқармасына тапсырады.", "білім басқармасына"),
        ("ru", "Отдел направляет материалы в комиссию.", "комиссию"),
        ("ru", "Отдел выдает свидетельство заявителю.", "заявителю"),
        ("ru", "Состав комиссии утверждает ректор.", None),
    ],
)
def test_to_whom(language: str, sentence: str, addressee: str | None) -> None:
    norm = read_one(language, sentence)
    assert (norm.addressee.text if norm.addressee else None) == addressee


@pytest.mark.parametrize(
    ("language", "sentence", "outcome"),
    [
        ("kk", "Басқарма өтінішті қабылдаудан бас тартады.", "refusal"),
        ("kk", "Комиссия шешім қабылдайды.", "decision"),
        ("ru", "Отдел отказывает в приеме.", "refusal"),
        ("ru", "Заявка возвращается.", "return"),
        ("ru", "С заявителем заключается договор.", "contract"),
    ],
)
def test_an_outcome(language: str, sentence: str, outcome: str) -> None:
    assert outcome in read_one(language, sentence).outcomes


def test_a_short_name_stands_for_the_words_before_its_bracket() -> None:
    norms = read_norms(
        read_rules(
            "kk",
            "1. Орындарды бөлу комиссиясын (бұдан әрі – Комиссия) ректор бекітеді.",
            "2. Комиссия өтінішті қарайды.",
        )
    )
    doer = norms[-1].doer
    assert doer is not None and doer.name == "Комиссия"
    assert doer.meaning is not None and doer.meaning.endswith("комиссиясын")


@pytest.mark.parametrize(
    ("language", "lead", "item", "who", "modality"),
    [
        ("kk", "5. Комиссия:", "1) құжаттарды қарайды;", "Комиссия", ModalityKind.INDICATIVE),
        ("kk", "5. Комиссия құқылы:", "1) мәлімет сұратуға;", "Комиссия", ModalityKind.RIGHT),
        ("ru", "5. Комиссия:", "1) рассматривает документы;", "Комиссия", ModalityKind.INDICATIVE),
        ("ru", "5. Комиссия вправе:", "1) запросить сведения;", "Комиссия", ModalityKind.RIGHT),
    ],
)
def test_an_item_of_a_list_has_the_doer_of_its_lead(
    language: str, lead: str, item: str, who: str, modality: ModalityKind
) -> None:
    (norm,) = read_norms(read_rules(language, lead, item))
    assert norm.doer is not None and norm.doer.name == who and norm.doer.inherited
    assert norm.modality is modality


def test_two_doers_of_one_sentence_are_two_norms() -> None:
    norms = read_norms(read_rules("kk", "5. Комиссия өтінішті қарайды, ал хатшы тізімді толтырады."))
    assert [norm.doer.name for norm in norms if norm.doer] == ["Комиссия", "Хатшы"]


def test_two_deeds_of_one_doer_are_one_norm() -> None:
    assert read_one("kk", "Комиссия өтінішті қарайды және шешім қабылдайды.").deeds == ("examine", "decide")


def phrases(norm: Norm) -> list[Phrase]:
    named = [norm.verb, norm.object, norm.addressee, *norm.grounds]
    named += [deadline.words for deadline in norm.deadlines] + [deadline.since for deadline in norm.deadlines]
    return [phrase for phrase in named if phrase is not None]


WORDS = ["Комиссия", "құжаттарды", "қарайды", "үш жұмыс күні ішінде", "егер", "болмаса,", "кандидатқа", "береді.", "шешім",
         "қабылдайды", "рассматривает", "заявление", "в течение", "5 дней", "не", "вправе", "отказать", ", ", "(", ")", ":",
         "1) ", "\n2. ", "\n", "\u00a0", "İ", "бiрiншi", "күннен бастап", "со дня", "заявителю", "\t|\t"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["kk", "ru"]))
@settings(max_examples=120, deadline=None)
def test_every_phrase_stands_where_it_says(words: list[str], language: str) -> None:
    reading = read_rules(language, "5. " + " ".join(words))
    text = reading.act.text
    for norm in read_norms(reading):
        assert 0 <= norm.start < norm.end <= len(text)
        for phrase in phrases(norm):
            assert " ".join(text[phrase.start : phrase.end].split()) == phrase.text
        assert norm.start <= norm.verb.start and norm.verb.end <= norm.end


@pytest.mark.parametrize("much", ["не менее пяти человек", "50 процентов", "нечётное число"])
def test_how_much_there_is_draws_nothing_up(much: str) -> None:
    assert read_norms(read_rules("ru", f"5. Состав комиссии составляет {much}.")) == ()
