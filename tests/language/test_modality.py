"""What a norm does: the words of a sentence that bind, entitle, leave free or forbid."""

from __future__ import annotations

import pytest

from sarapshy.language.letters import fold
from sarapshy.language.modality import find_modalities

KAZAKH = [
    ("Басшы жауап беруге тиіс.", [("duty", "тиіс")]),
    ("Қатысушы қол қоюға міндетті.", [("duty", "міндетті")]),
    ("Тізім бекітілсін.", [("duty", "бекітілсін")]),
    ("Комиссия сұратуға құқылы.", [("right", "құқылы")]),
    ("Азаматтың шағымдануға құқығы бар.", [("right", "құқығы бар")]),
    ("Мерзім ұзартылуы мүмкін.", [("power", "мүмкін")]),
    ("Басшы кейінге шегере алады.", [("power", "шегере алады")]),
    ("Орган іріктеуді тоқтатуға құқылы емес.", [("prohibition", "құқылы емес")]),
    ("Алымды екі рет алуға болмайды.", [("prohibition", "алуға болмайды")]),
    ("Сыйлық алуға тыйым салынады.", [("prohibition", "тыйым салынады")]),
    ("Кешігуге жол берілмейді.", [("prohibition", "жол берілмейді")]),
    ("Баға өзгермеуі тиіс.", [("prohibition", "өзгермеуі тиіс")]),
    ("Хатшы хаттама жүргізеді.", [("indicative", "жүргізеді")]),
    ("Қажет болған жағдайда міндетті төлем алынады.", [("indicative", "алынады")]),
    ("Бөлім негізге алады.", [("indicative", "алады")]),  # a dative, no possibility
    ("Бастық жұмыс тобын құрады, комиссиясын таратады.", [("indicative", "құрады"), ("indicative", "таратады")]),
]
RUSSIAN = [
    ("Орган обязан ответить.", [("duty", "обязан")]),
    ("Заявление должно содержать адрес.", [("duty", "должно")]),
    ("Комиссия вправе отказать.", [("right", "вправе")]),
    ("Срок может быть продлен.", [("power", "может быть")]),
    ("Участник не вправе уступать место.", [("prohibition", "не вправе")]),
    ("Повторная проверка не допускается.", [("prohibition", "не допускается")]),
    ("Заявление не подлежит рассмотрению.", [("prohibition", "не подлежит")]),
    ("Участник пользуется правом голоса.", [("right", "пользуется правом")]),
    ("Участники имеют возможность обжаловать итог.", [("power", "имеют возможность")]),
    ("Комитет и совет рассматривают отчет.", [("indicative", "рассматривают")]),
]


@pytest.mark.parametrize(("sentence", "expected"), KAZAKH)
def test_kazakh_modality_is_told_by_stems_and_suffixes(sentence: str, expected: list[tuple[str, str]]) -> None:
    folded = fold(sentence).text
    assert [(str(m.kind), folded[m.start : m.end]) for m in find_modalities(folded, "kk")] == expected


@pytest.mark.parametrize(("sentence", "expected"), RUSSIAN)
def test_russian_modality_is_told_by_words_and_verbs(sentence: str, expected: list[tuple[str, str]]) -> None:
    folded = fold(sentence).text
    assert [(str(m.kind), folded[m.start : m.end]) for m in find_modalities(folded, "ru")] == expected


@pytest.mark.parametrize(
    ("sentence", "language", "negated"),
    [
        ("өтінім қабылданбайды", "kk", True),
        ("өтінім қабылданады", "kk", False),
        ("жалоба не рассматривается", "ru", True),
        ("жалоба рассматривается", "ru", False),
    ],
)
def test_a_plain_norm_may_be_negated(sentence: str, language: str, negated: bool) -> None:
    assert [m.negated for m in find_modalities(sentence, language)] == [negated]
