"""The draft that amends a law or a code is a law itself: articles, no body, no words of enactment, the President's signature."""

from __future__ import annotations

import pytest
from made_runs import examine, find, material
from test_conclusion import texts

from sarapshy.acts.model import Act
from sarapshy.acts.reading import build_act
from sarapshy.documents.amended import cite_law
from sarapshy.documents.draft import write_draft
from sarapshy.proposals.compose import compose
from sarapshy.proposals.model import words_of

LAWS = {
    "kk": """Мектеп бағы туралы
Қазақстан Республикасының 2014 жылғы 3 ақпандағы № 170-V Заңы
1-бап. Мектеп бағының мақсаты
Мектеп бағы оқушыларды еңбекке баулиды.
2-бап. Бақты күту
1. Бақты күту кестесін мектеп бекітеді.
Ескерту. 2-бапқа өзгеріс енгізілді - ҚР 01.02.2016 № 15-VI Заңымен.
2. Мектеп бақты уақытша жабуға құқылы.
3-бап. Осы Заңды қолданысқа енгізу тәртібі
Осы Заң 2014 жылғы 1 наурыздан бастап қолданысқа енгізіледі.
""",
    "ru": """О школьном саде
Закон Республики Казахстан от 3 февраля 2014 года № 170-V
Статья 1. Цель школьного сада
Школьный сад приучает обучающихся к труду.
Статья 2. Уход за садом
1. График ухода за садом утверждает школа.
Сноска. Статья 2 с изменением, внесенным Законом РК от 01.02.2016 № 15-VI.
2. Школа вправе временно закрыть сад.
Статья 3. Порядок введения в действие настоящего Закона
Настоящий Закон вводится в действие с 1 марта 2014 года.
""",
}
REMEDY = {"kk": "«құқылы» деген сөзді «міндетті» деген сөзбен ауыстыру.", "ru": "Заменить «вправе» на «обязана»."}


def read_law(language: str) -> Act:
    return build_act(LAWS[language], "заң.txt" if language == "kk" else "закон.txt", "0f" * 32)


def draft(act: Act) -> str:
    found = [find(act, "құқылы" if act.language == "kk" else "вправе", rule="D2-made", remedy=REMEDY)]
    return texts(write_draft(examine(act, found), act, compose(act, found), material("draft")))


def test_a_law_in_kazakh_is_amended_by_a_law() -> None:
    told = draft(read_law("kk"))
    assert "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ" in told
    assert "«Мектеп бағы туралы» Қазақстан Республикасының Заңына өзгерістер енгізу туралы" in told
    assert "1-бап. «Мектеп бағы туралы» 2014 жылғы 3 ақпандағы Қазақстан Республикасының Заңына мынадай" in told
    assert "2-баптың 2-тармағы мынадай редакцияда жазылсын:" in told
    assert "2-бап. Осы Заң алғашқы ресми" in told and "Қазақстан Республикасының Президенті" in told


def test_a_law_in_russian_is_amended_by_a_law() -> None:
    told = draft(read_law("ru"))
    assert "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН" in told
    assert "О внесении изменений в Закон Республики Казахстан «О школьном саде»" in told
    assert "Статья 1. Внести в Закон Республики Казахстан от 3 февраля 2014 года «О школьном саде» следующие" in told
    assert "пункт 2 статьи 2 изложить в следующей редакции:" in told
    assert "Статья 2. Настоящий Закон вводится" in told and "Президент Республики Казахстан" in told


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_law_names_no_body_and_no_place_and_has_no_preamble(language: str) -> None:
    told = draft(read_law(language))
    for words in ("актіні қабылдайтын орган", "орган, принимающий акт", "О правовых актах", "Құқықтық актілер", "№"):
        assert words not in told


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_publishers_notes_are_no_part_of_the_proposed_wording(language: str) -> None:
    act = read_law(language)
    remedy = {
        "kk": "«Кесте сайтта жарияланады.» деген сөйлеммен толықтыру.",
        "ru": "Дополнить предложением «График размещается на сайте.».",
    }
    start = "кестесін" if language == "kk" else "График"
    (proposal,) = compose(act, [find(act, start, "P9", rule="P9-made", remedy=remedy, absent=True)])
    shown = proposal.wording + words_of(proposal.before)
    assert proposal.is_built and "15-VI" in act.text and "15-VI" not in shown


@pytest.mark.parametrize(
    ("kind", "title", "language", "cited"),
    [
        ("code", "Қазақстан Республикасының Бақ кодексі", "kk", "2015 жылғы 23 қарашадағы Қазақстан Республикасының Бақ кодексіне"),
        ("code", "Садовый кодекс Республики Казахстан", "ru", "Садовый кодекс Республики Казахстан от 23 ноября 2015 года"),
        ("code", "О садах", "ru", "Кодекс Республики Казахстан от 23 ноября 2015 года «О садах»"),
        ("constitutional_law", "Бақ туралы", "kk", "«Бақ туралы» 2015 жылғы 23 қарашадағы Қазақстан Республикасының Конституциялық заңына"),
    ],
)  # fmt: skip
def test_a_code_and_a_constitutional_law_are_cited_by_their_own_names(
    kind: str, title: str, language: str, cited: str
) -> None:
    said = cite_law({"kind": kind, "title": title, "date": "2015-11-23"}, language, dated=True)
    assert said.replace("\u00a0", " ") == cited
