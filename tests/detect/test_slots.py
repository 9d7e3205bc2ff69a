"""A slot of a checklist that an act which is cited fills."""

import json

import pytest

from sarapshy.batch.runner import run_batch
from sarapshy.batch.selection import Selection
from sarapshy.batch.work import Settings

QUORUM = {
    "kk": "3. Отырысқа комиссия мүшелерінің кемінде үштен екісі қатысса, ол заңды деп есептеледі.",
    "ru": "3. Заседание комиссии правомочно при участии не менее двух третей её членов.",
}
RULES = {
    "kk": "Іріктеу комиссиясының жұмысы туралы\n\nҚазақстан Республикасы Туризм министрінің 2016 жылғы 4 сәуірдегі № 88 бұйрығы\n\n"
    "1. Үміткерлерді іріктеу үшін комиссия құрылады.\n\n2. Комиссия мүшелері шешімді дауыспен қабылдайды.\n\n{quorum}",
    "ru": "Приказ Министра туризма Республики Казахстан от 4 апреля 2016 года № 88\n\nО работе комиссии по отбору\n\n"
    "1. Для отбора кандидатов создаётся комиссия.\n\n2. Решение комиссии принимают её члены голосованием.\n\n{quorum}",
}
CITING = {
    "kk": "Жолсеріктерді іріктеу туралы\n\nҚазақстан Республикасы Туризм министрінің 2017 жылғы 5 маусымдағы № 30 бұйрығы\n\n"
    "1. Үміткерлерді іріктеу үшін басқарма жанынан комиссия құрылады.\n\n2. Комиссияның шешімі көпшілік дауыспен қабылданады{cites}.",
    "ru": "Приказ Министра туризма Республики Казахстан от 5 июня 2017 года № 30\n\nОб отборе проводников\n\n"
    "1. Для отбора кандидатов при управлении создаётся комиссия.\n\n2. Решение комиссии принимается большинством голосов{cites}.",
}
CITES = {
    "kk": " және Туризм министрінің 2016 жылғы 4 сәуірдегі № 88 бұйрығына сәйкес рәсімделеді",
    "ru": " и оформляется согласно приказу Министра туризма от 4 апреля 2016 года № 88",
}


def find_quorum(folder, language, quorum, cites):
    acts, out = folder / "acts", folder / "out"
    acts.mkdir()
    (acts / "rules.txt").write_text(RULES[language].format(quorum=quorum), encoding="utf-8")
    (acts / "citing.txt").write_text(CITING[language].format(cites=cites), encoding="utf-8")
    run_batch([acts], Settings(out, "en", Selection()), jobs=1)
    lines = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return next(each for each in found if each["rule"] == "P4-quorum" and each["act"]["path"].endswith("citing.txt"))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_quorum_told_in_the_act_that_is_cited_counts_for_less_and_is_shown(tmp_path, language):
    finding = find_quorum(tmp_path, language, QUORUM[language], CITES[language])
    assert finding["confidence"] < 0.4
    assert [each["act"].endswith("rules.txt") for each in finding["related"]] == [True]
    assert finding["related"][0]["quote"] in QUORUM[language]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("which", ["no citation", "no quorum there"])
def test_a_quorum_told_nowhere_that_is_cited_is_missing(tmp_path, language, which):
    quorum, cites = (QUORUM[language], "") if which == "no citation" else ("", CITES[language])
    finding = find_quorum(tmp_path, language, quorum, cites)
    assert finding["confidence"] > 0.5
    assert finding["related"] == []
