"""An act that decides on persons and never says where the decision is appealed, published or answered for."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect

DECIDES = {
    "kk": "3. Басқарма өтінімді қарайды және шешім қабылдайды.\n4. Комиссия қатысушыларды іріктейді.\n5. Басшы тізімді бекітеді.\n",
    "ru": "3. Управление рассматривает заявку и принимает решение.\n4. Комиссия отбирает участников.\n5. Руководитель утверждает список.\n",
}
SAYS = {
    ("P5-silent", "kk"): "6. Шешімге басқармаға шағым беріледі.",
    ("P5-silent", "ru"): "6. Решение обжалуется в управление.",
    ("P7-silent", "kk"): "6. Мерзімнің бұзылғаны үшін басшы жауапты болады.",
    ("P7-silent", "ru"): "6. За нарушение срока руководитель несёт ответственность.",
    ("P9-silent", "kk"): "6. Тізім сайтта жарияланады.",
    ("P9-silent", "ru"): "6. Список размещается на сайте.",
}


def _codes(text: str) -> set[str]:
    wanted = {code for code, _ in SAYS}
    return {
        finding.rule for finding in detect(build_act(text, "act.txt"), [r for r in read_rules() if r.code in wanted])
    }


@pytest.mark.parametrize("code, language", SAYS)
def test_the_act_is_silent_until_a_sentence_says_it(code: str, language: str) -> None:
    assert code in _codes(DECIDES[language])
    assert code not in _codes(DECIDES[language] + SAYS[code, language])


def test_an_act_that_decides_on_nobody_is_not_asked() -> None:
    assert _codes("3. Кітапхана кітап қорын сақтайды.\n4. Қор бөлмесі желдетіледі.") == set()
