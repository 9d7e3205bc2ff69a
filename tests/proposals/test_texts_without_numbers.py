"""What stands in no numbered unit, a preamble or an annex, has its words changed, and nothing else."""

from __future__ import annotations

from proposed import find, read_act

from sarapshy.acts.model import Act, ClauseKind
from sarapshy.documents.blocks import words_of
from sarapshy.documents.formulas import write_commands
from sarapshy.proposals.compose import compose
from sarapshy.proposals.model import Action

ORDERS = {
    "kk": """Мектеп бағын бөлу қағидаларын бекіту туралы
Мектеп директорының 2019 жылғы 14 қазандағы № 31 бұйрығы
Қазақстан Республикасы Еңбек кодексінің 7-бабының 2) тармақшасына сәйкес БҰЙЫРАМЫН:
1. Қоса беріліп отырған қағидалар бекітілсін.
Бұйрыққа 1-қосымша
Бағалау шәкілі
Оқушының еңбегі мынадай балмен бағаланады:
1-4 – аз қатысты;
4-8 – жиі қатысты.
""",
    "ru": """Об утверждении Правил распределения школьного сада
Приказ директора школы от 14 октября 2019 года № 31
В соответствии с подпунктом 2) статьи 7 Трудового кодекса Республики Казахстан ПРИКАЗЫВАЮ:
1. Утвердить прилагаемые правила.
Приложение 1 к приказу
Шкала оценки
Труд обучающегося оценивается баллами:
1-4 – участвовал редко;
4-8 – участвовал часто.
""",
}
BANDS = {"first": "1-4", "second": "4-8", "value": "4"}


def commands(text: Act, rule: str, quote: str, **told: str) -> list[str]:
    (proposal,) = compose(text, [find(text, rule, quote, quote, told)])
    assert proposal.action is Action.CHANGE and proposal.left == ()
    return [words_of(text) for command in write_commands(proposal, text.language) for text in command]


def test_the_norm_that_a_preamble_rests_on_is_left_open_in_its_place() -> None:
    kazakh, russian = (read_act(ORDERS[language]) for language in ("kk", "ru"))
    line = kazakh.text[kazakh.text.index("Қазақстан Республикасы Еңбек") : kazakh.text.index("1. Қоса")].strip()
    assert commands(kazakh, "N2-power", line, act="Еңбек кодексі", other="7-бап, 2) тармақша", other_words="…") == [
        "кіріспеде «Еңбек кодексінің 7-бабының 2) тармақшасына» деген сөздер «___ (құзырет беретін норма)» деген сөздермен ауыстырылсын"
    ]
    line = russian.text[russian.text.index("В соответствии") : russian.text.index("1. Утвердить")].strip()
    (told,) = commands(russian, "N2-power", line, act="Трудовой кодекс", other="статья 7, подпункт 2)", other_words="…")
    assert told.startswith("в преамбуле слова «подпунктом 2) статьи 7 Трудового кодекса")
    assert told.endswith("заменить словами «___ (норма, дающая компетенцию)»")


def test_a_band_of_a_scale_in_an_annex_is_fitted_there() -> None:
    kazakh, russian = (read_act(ORDERS[language]) for language in ("kk", "ru"))
    quote = kazakh.text[kazakh.text.index("1-4") :].strip()
    assert commands(kazakh, "K1-scale", quote, **BANDS) == ["«4-8» деген цифрлар «5-8» деген цифрлармен ауыстырылсын"]
    quote = russian.text[russian.text.index("1-4") :].strip()
    assert commands(russian, "K1-scale", quote, **BANDS) == ["цифры «4-8» заменить цифрами «5-8»"]


def test_no_sentence_is_put_into_an_annex_that_has_no_points() -> None:
    act = read_act(ORDERS["kk"])
    (proposal,) = compose(act, [find(act, "A2-info", "1-4 – аз қатысты;", "аз қатысты")])
    assert (proposal.action, proposal.path) == (Action.OPEN, ())
    assert act.clauses[next(n for n, c in enumerate(act.clauses) if c.id == proposal.clause)].kind is ClauseKind.ANNEX
