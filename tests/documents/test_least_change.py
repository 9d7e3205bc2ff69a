"""A draft tells the least that changes, of a law as of rules, and its own reading and consolidation give the whole back."""

from __future__ import annotations

import pytest
from made_runs import examine, find, material
from test_conclusion import texts

from sarapshy.acts.model import Act
from sarapshy.acts.readers.docx import read
from sarapshy.acts.reading import build_act
from sarapshy.documents.docx import write_docx
from sarapshy.documents.draft import write_draft
from sarapshy.documents.template import read_template
from sarapshy.editions.consolidate import consolidate
from sarapshy.editions.instructions import read_instructions
from sarapshy.findings.model import Finding
from sarapshy.proposals.compose import compose
from sarapshy.proposals.model import Action

LAWS = {
    "kk": """Мектеп бағы туралы
Қазақстан Республикасының 2014 жылғы 3 ақпандағы № 170-V Заңы
1-бап. Бақтың күтімі
Бақты мектеп күтеді, оның кестесін мектеп басшысы әр оқу жылының басында бекітеді және оны мектептің ақпарат тақтасына ілдіреді.
Күтім жұмыстарына ата-аналар өз еркімен қатысады, оларды мектеп құралмен, қолғаппен және сумен қамтамасыз етеді.
2-бап. Өнімді бөлу
1. Бақтың өнімін мектеп кеңесі мынадай кезекпен бөледі:
1) мектеп асханасына, оқушылардың тегін тамағы үшін;
2) көп балалы отбасыларға, сынып жетекшісінің ұсынуы бойынша;
3) қарттар үйіне және мектептің еңбек ардагерлеріне, мереке күндері.
Кеңес кезекті өзгертуге құқылы, ал кеңестің хатшысы хаттаманы сақтауға құқылы.
2. Мектеп басшысы бақты жәндіктер көбейген, ағаш ауырған немесе жөндеу жүрген кезде уақытша жабуға құқылы, бұл туралы оқушыларға хабарландыру тақтасында және сынып жетекшілері арқылы бір күн бұрын айтылады.
3. Артылған өнім сатылмайды.
3-бап. Осы Заңды қолданысқа енгізу тәртібі
Осы Заң 2014 жылғы 1 наурыздан бастап қолданысқа енгізіледі.
""",
    "ru": """О школьном саде
Закон Республики Казахстан от 3 февраля 2014 года № 170-V
Статья 1. Уход за садом
За садом ухаживает школа, график ухода руководитель школы утверждает в начале каждого учебного года и вывешивает на доске объявлений.
Родители участвуют в работах по уходу по своему желанию, школа обеспечивает их инструментом, перчатками и водой для полива деревьев.
Статья 2. Распределение урожая
1. Урожай сада совет школы распределяет в следующей очерёдности:
1) школьной столовой, на бесплатное питание обучающихся;
2) многодетным семьям, по представлению классного руководителя;
3) дому престарелых и ветеранам труда школы, в праздничные дни.
Совет вправе изменить очерёдность, а секретарь совета вправе хранить протокол.
2. Руководитель школы вправе временно закрыть сад, когда размножились вредители, заболели деревья или идёт ремонт, о чём обучающимся сообщают на доске объявлений и через классных руководителей за один день.
3. Излишки урожая не продаются.
Статья 3. Порядок введения в действие настоящего Закона
Настоящий Закон вводится в действие с 1 марта 2014 года.
""",
}
DUTY = {"kk": "«құқылы» деген сөзді «міндетті» деген сөзбен ауыстыру.", "ru": "Заменить «вправе» на «обязан»."}
SITE = {
    "kk": "«Кесте … жұмыс күні ішінде сайтта жарияланады.» деген сөйлеммен толықтыру.",
    "ru": "Дополнить предложением «График в течение … рабочих дней размещается на сайте.».",
}
REFUSAL = {
    "kk": "«Бас тарту себебі жазылады.» деген тармақпен толықтыру.",
    "ru": "Дополнить пунктом «Причина отказа записывается.».",
}
SURPLUS = {"kk": "«сатылмайды» деген сөзді «тегін таратылады» деген сөздермен ауыстыру.", "ru": "Заменить «не продаются» на «раздаются бесплатно»."}  # fmt: skip


def read_law(language: str) -> Act:
    return build_act(LAWS[language], "заң.txt" if language == "kk" else "закон.txt", "0f" * 32)


def findings_of(act: Act) -> list[Finding]:
    """A sentence more in an article of two parts, a word of the last part and one of a long point, a short point, a new one."""
    kazakh = act.language == "kk"
    places = [
        ("Күтім жұмыстарына" if kazakh else "Родители участвуют", "P9", SITE),
        ("Кеңес кезекті өзгертуге құқылы" if kazakh else "Совет вправе изменить", "D2", DUTY),
        ("уақытша жабуға құқылы" if kazakh else "Руководитель школы вправе", "D2", DUTY),
        ("сатылмайды" if kazakh else "не продаются", "T1", SURPLUS),
        ("сатылмайды" if kazakh else "не продаются", "P2", REFUSAL),
    ]
    return [
        find(act, words, code, 0.8, rank, rule=f"{code}-made", remedy=remedy)
        for rank, (words, code, remedy) in enumerate(places, 1)
    ]


def draft(act: Act) -> str:
    findings = findings_of(act)
    return texts(write_draft(examine(act, findings), act, compose(act, findings), material("draft")))


def test_no_article_of_a_kazakh_law_is_written_anew() -> None:
    told = draft(read_law("kk"))
    for command in (
        "1-бап мынадай мазмұндағы үшінші бөлікпен толықтырылсын:\n«Кесте ___ (___) жұмыс күні ішінде сайтта жарияланады.»;",
        "2-бапта:",
        "1-тармақтың екінші бөлігінде «өзгертуге құқылы» деген сөздер «өзгертуге міндетті» деген сөздермен ауыстырылсын;",
        "2-тармақта «құқылы» деген сөз «міндетті» деген сөзбен ауыстырылсын;",
        "3-тармақ мынадай редакцияда жазылсын:\n«3. Артылған өнім тегін таратылады.»;",
        "мынадай мазмұндағы 4-тармақпен толықтырылсын:\n«4. Бас тарту себебі жазылады.».",
    ):
        assert command in told
    assert "Мектеп асханасына" not in told and "2-бап мынадай редакцияда" not in told


def test_no_article_of_a_russian_law_is_written_anew() -> None:
    told = draft(read_law("ru"))
    for command in (
        "статью 1 дополнить частью третьей следующего содержания:\n«График в течение ___ (___) рабочих дней размещается на сайте.»;",
        "в статье 2:",
        "в части второй пункта 1 слова «вправе изменить» заменить словами «обязан изменить»;",
        "в пункте 2 слово «вправе» заменить словом «обязан»;",
        "пункт 3 изложить в следующей редакции:\n«3. Излишки урожая раздаются бесплатно.»;",
        "дополнить пунктом 4 следующего содержания:\n«4. Причина отказа записывается.».",
    ):
        assert command in told
    assert "школьной столовой" not in told and "статью 2 изложить" not in told


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_least_change_comes_back_as_the_proposed_wording(language: str) -> None:
    act = read_law(language)
    findings = findings_of(act)
    built = [proposal for proposal in compose(act, findings) if proposal.is_built]
    assert {proposal.action for proposal in built} == {Action.CHANGE, Action.REPLACE, Action.INSERT}
    made = write_draft(examine(act, findings), act, built, material("draft"))
    text, _ = read(write_docx(made, read_template("draft").page), "жоба.docx")
    amending = build_act(text, "жоба.docx")
    assert read_instructions(amending).unread == ()
    edition = consolidate(act, [amending])
    assert edition.unapplied == () and len(edition.changes) == 5
    words = "".join(edition.act.text.split())
    assert [proposal.wording for proposal in built if "".join(proposal.wording.split()) not in words] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_subpoints_change_by_themselves_though_their_point_does_too(language: str) -> None:
    act = read_law(language)
    item = "сынып жетекшісінің ұсынуы бойынша" if language == "kk" else "по представлению классного руководителя"
    remedy = {
        "kk": f"«{item}» деген сөздерді алып тастау.",
        "ru": f"Исключить слова «{item}».",
    }
    gone = find(act, item, "T1", 0.8, 9, rule="T1-made", remedy=remedy)
    paths = [proposal.path for proposal in compose(act, [*findings_of(act), gone])]
    assert [path[-1][1] for path in paths] == ["1", "1", "2", "2", "3", "4"]
    assert [len(path) for path in paths] == [1, 2, 3, 2, 2, 2]
