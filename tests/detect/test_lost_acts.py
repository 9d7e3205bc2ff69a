"""What amending acts bring in rests on an act that lost its force."""

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.across import find_across
from sarapshy.references.facts import read_facts
from sarapshy.references.queries import list_lost
from sarapshy.references.registering import build_registry

REPEALING = {
    "kk": "Қазақстан Республикасы Мәдениет министрінің 2021 жылғы 9 наурыздағы № 15 бұйрығы\n\n1. «Кітап қорын толықтыру қағидаларын бекіту туралы» "
    "Қазақстан Республикасы Мәдениет министрінің 2016 жылғы 4 сәуірдегі № 88 бұйрығының күші жойылды деп танылсын.",
    "ru": "Приказ Министра культуры Республики Казахстан от 9 марта 2021 года № 15\n\n1. Признать утратившим силу приказ Министра культуры "
    "от 4 апреля 2016 года № 88 «Об утверждении Правил пополнения фонда библиотек».",
}
AMENDING = {
    "kk": "«Оқу залы туралы» Мәдениет министрінің 2015 жылғы 6 мамырдағы № 70 бұйрығына өзгерістер енгізу туралы\n\n"
    "Қазақстан Республикасы Мәдениет министрінің 2017 жылғы 5 маусымдағы № 30 бұйрығы\n\n"
    "1. «Оқу залы туралы» Мәдениет министрінің 2015 жылғы 6 мамырдағы № 70 бұйрығына мынадай өзгеріс енгізілсін:\n\n{change}",
    "ru": "Приказ Министра культуры Республики Казахстан от 5 июня 2017 года № 30\n\nО внесении изменений в приказ Министра культуры от 6 мая "
    "2015 года № 70 «О читальном зале»\n\n1. Внести в приказ Министра культуры от 6 мая 2015 года № 70 «О читальном зале» следующее изменение:\n\n{change}",
}
BROUGHT_IN = {
    "kk": "3-тармақ мынадай редакцияда жазылсын:\n\n«3. Кітап Мәдениет министрінің 2016 жылғы 4 сәуірдегі № 88 бұйрығына сәйкес есепке алынады.».",
    "ru": "пункт 3 изложить в следующей редакции:\n\n«3. Книги учитываются по приказу Министра культуры от 4 апреля 2016 года № 88.».",
}
TAKEN_OUT = {
    "kk": "3-тармақтағы «Мәдениет министрінің 2016 жылғы 4 сәуірдегі № 88 бұйрығына» деген сөздер «осы бұйрыққа» деген сөздермен ауыстырылсын.",
    "ru": "в пункте 3 слова «приказу Министра культуры от 4 апреля 2016 года № 88» заменить словами «настоящему приказу».",
}


def read(*texts):
    acts = [build_act(text, f"{at}.txt") for at, text in enumerate(texts)]
    return build_registry(read_facts(act) for act in acts)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("change", "told"), [(BROUGHT_IN, True), (TAKEN_OUT, False)])
def test_new_wording_that_cites_a_lost_act_is_told_and_words_taken_out_are_not(language, change, told):
    registry = read(REPEALING[language], AMENDING[language].format(change=change[language]))
    rows = list_lost(registry, language)
    assert [row["id"] for row in rows] == (["/akn/kz/act/2016-04-04/88"] if told else [])
    found = [finding.rule for each in find_across(registry).values() for finding in each]
    assert ("N4-lost" in found) == told
