"""Who acts; the word in brackets is where one asks."""

from __future__ import annotations

import pytest

from sarapshy.language.actors import find_actor
from sarapshy.language.letters import fold

KAZAKH = [
    ("Комиссия қосымша құжат сұратуға [құқылы].", "commission", "комиссия"),
    ("Өтініш беруші сотқа шағымдануға [құқылы].", "citizen", "өтініш беруші"),
    ("Комиссия өтініш беруші ұсынған материалдарды үш күнде [қарайды].", "commission", "комиссия"),
    ("Комиссия мүшелері ашық [дауыс] береді.", "official", "мүшелері"),
    ("Комиссия шешімі хаттамаға [енгізіледі].", None, None),
    ("Құжаттар жұмыс тобымен [қаралады].", "commission", "жұмыс тобымен"),
    ("Егер өтініш беруші келмесе, комиссия отырысты [кейінге] қалдырады.", "commission", "комиссия"),
    ("Үміткер құжат әкелмеген жағдайда, хатшы өтінімді [қайтарады].", "official", "хатшы"),
    ("[Қажет] болған жағдайда басқарма басшысы сарапшы шақырады.", "official", "басшысы"),
    ("Комиссияның түсініктеме талап етуге [құқығы] бар.", "commission", "комиссияның"),
    ("Қызметкерге сыйлық алуға [тыйым] салынады.", "official", "қызметкерге"),
    ("Комиссия шешім шығарады, ал үміткер шағым беруге [құқылы].", "citizen", "үміткер"),
    ("Аудан әкімдігі мен әкімінің құжаттарын [сақтайды].", None, None),
    ("«Комиссия туралы» ережеге сәйкес директор бұйрыққа [қол] қояды.", "official", "директор"),
    ("ЖОО мамандар даярлауды [ұйымдастырады].", "body", "жоо"),
    ("Уәкілетті органның бөлімшесі өтінімді [тіркейді].", "body", "бөлімшесі"),
    ("Байқау өткізуші орын [белгілейді].", "other", "өткізуші"),
    ("Көрсетілетiн қызметтi берушi мерзiмдi [ұзартады].", "body", "көрсетілетін қызметті беруші"),
    ("Комиссия осы Қағидаларға сәйкес шешім [шығарады].", "commission", "комиссия"),
    ("Басқарма өзінің сайтында тізімді [жариялайды].", "body", "басқарма"),
]
RUSSIAN = [
    ("Комиссия [вправе] запросить документы.", "commission", "комиссия"),
    ("Решение [принимает] председатель комиссии.", "official", "председатель"),
    ("Решение комиссии [принимает] ректор.", "official", "ректор"),
    ("Комиссией [принимается] решение.", "commission", "комиссией"),
    ("Комиссия, если заявитель не явился, [вправе] отложить заседание.", "commission", "комиссия"),
    ("Если комиссия [сочтет] нужным, заявитель приглашается.", "commission", "комиссия"),
    ("В уполномоченный орган заявитель [подает] заявку.", "citizen", "заявитель"),
    ("Должностное лицо по своему усмотрению [продлевает] срок.", "official", "должностное лицо"),
    ("Услугополучатель [уведомляется] услугодателем о решении.", "body", "услугодателем"),
    ("Работнику [запрещается] принимать подарки.", "official", "работнику"),
    ("Лицо, которое [вправе] обжаловать отказ, подает жалобу.", "citizen", "лицо"),
    ("Местные органы [могут] устанавливать льготы.", "body", "органы"),
    ("Договор [заключается] на один год.", None, None),
    ("Контроль за соблюдением работниками правил [ведется] постоянно.", None, None),
    ("Документы [рассматриваются] приемной комиссией за три дня.", "commission", "комиссией"),
    ("Перечень [утверждается] уполномоченным органом.", "body", "уполномоченным органом"),
    ("Рассмотрение споров комиссией [проводится] по средам.", "commission", "комиссией"),
    ("Список [составляется] по форме, утвержденной комиссией.", None, None),
    ("Заявки [рассматриваются] в порядке, определяемом комиссией.", None, None),
    ("Комиссия, в ведении и под надзором которой находится лагерь, [направляет] отчет.", "commission", "комиссия"),
    ("Состав [утверждается] приказом ректора либо лица, исполняющего обязанности.", None, None),
    ("Граждане, изъявившие желание, [подают] заявки.", "citizen", "граждане"),
    ("Комиссией, состав которой утвержден ректором, [рассматриваются] заявки.", "commission", "комиссией"),
    ("Секретарь [является] членом комиссии.", "official", "секретарь"),
    ("Жюри [определяет] победителя.", "commission", "жюри"),
]


def ask(marked: str, language: str) -> tuple[str | None, str | None]:
    before, _, rest = marked.partition("[")
    sentence = fold(before + rest.replace("]", "", 1)).text
    actor = find_actor(sentence, language, len(before))
    if actor is None:
        return None, None
    assert sentence[actor.start : actor.end] == actor.text
    return str(actor.kind), actor.text


@pytest.mark.parametrize(("sentence", "kind", "text"), KAZAKH)
def test_the_subject_of_a_kazakh_verb_acts(sentence: str, kind: str | None, text: str | None) -> None:
    assert ask(sentence, "kk") == (kind, text)


@pytest.mark.parametrize(("sentence", "kind", "text"), RUSSIAN)
def test_the_subject_of_a_russian_verb_acts(sentence: str, kind: str | None, text: str | None) -> None:
    assert ask(sentence, "ru") == (kind, text)


@pytest.mark.parametrize(
    ("sentence", "language", "kind"),
    [
        ("Комиссия өтінімді қарайды.", "kk", "commission"),
        ("Если срок пропущен, орган отказывает в приеме.", "ru", "body"),
    ],
)
def test_without_a_place_the_main_verb_is_meant(sentence: str, language: str, kind: str) -> None:
    actor = find_actor(fold(sentence).text, language)
    assert actor is not None
    assert actor.kind == kind


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_empty_sentence_has_no_actor(language: str) -> None:
    assert find_actor("", language) is None


@pytest.mark.parametrize(
    ("sentence", "place", "kind"),
    [
        (
            "Қызметті алушы тізбенің құжаттар топтамасын толық ұсынбаған жағдайда хабарлама жіберіледі.",
            "жіберіледі",
            None,
        ),
        ("Қызметті беруші көрсетілетін қызметті алушыға үш күнде хабарлама жібереді.", "жібереді", "body"),
    ],
)
def test_an_accusative_is_no_order_and_a_participle_no_thing_owned(sentence: str, place: str, kind: str | None) -> None:
    text = fold(sentence).text
    actor = find_actor(text, "kk", text.index(place))
    assert (str(actor.kind) if actor else None) == kind
