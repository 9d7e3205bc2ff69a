"""What a kind of words cannot tell, whatever they say: a law of terms, a meaning of duties, a few points of what is absent."""

from __future__ import annotations

import pytest

from sarapshy.acts.reading import build_act
from sarapshy.detect.rules import read_rules
from sarapshy.detect.run import detect


def _found(text: str, title: str | None = None) -> set[str]:
    return {finding.rule for finding in detect(build_act(text, "act.txt", title=title))}


LATE = {
    "kk": "5. Басқарма үміткерге нәтижені дереу хабарлайды.\n",
    "ru": "5. Управление незамедлительно сообщает кандидату результат.\n",
}
LAW = {"kk": "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ\nӨтінімдер туралы\n", "ru": "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\nО заявках\n"}


def _article(number: int, language: str) -> str:
    return f"{number}-бап. Өтінім\n" if language == "kk" else f"Статья {number}. Заявка\n"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_law_leaves_terms_to_its_by_laws(language: str) -> None:
    articles = "".join(_article(n, language) + LATE[language].replace("5.", "1.") for n in range(1, 7))
    assert "D1a-elastic" in _found(LATE[language])
    assert "D1a-elastic" not in _found(LAW[language] + articles)


@pytest.mark.parametrize(
    "text",
    [
        "2. Осы Қағидаларда мынадай ұғымдар пайдаланылады:\n1) шұғыл хат – өтініш беруші дереу хабарлайтын қағаз, оны басқарма дереу хабарлайды;\n",
        "2. В настоящих Правилах используются понятия:\n1) письмо – бумага, о которой управление незамедлительно сообщает заявителю;\n",
    ],
)
def test_the_meaning_of_a_term_binds_nobody_to_act_in_time(text: str) -> None:
    assert "D1a-elastic" not in _found(text)


PAPERS = {
    "kk": "Өтініш беруші тәжірибесін растайтын құжаттарды ұсынады.",
    "ru": "Заявитель представляет документы, подтверждающие опыт.",
}
AMENDS = {
    "kk": 'БҰЙЫРАМЫН:\n1. Іріктеу қағидаларына мынадай өзгеріс енгізілсін:\n5-тармақ мынадай редакцияда жазылсын:\n"5. {}".\n',
    "ru": 'ПРИКАЗЫВАЮ:\n1. Внести в Правила отбора следующее изменение:\nпункт 5 изложить в следующей редакции:\n"5. {}".\n',
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_which_papers_a_point_means_it_says_itself_or_nowhere(language: str) -> None:
    rules = [rule for rule in read_rules() if rule.code == "A2-proof"]
    assert detect(build_act(f"5. {PAPERS[language]}\n", "act.txt"), rules)
    assert detect(build_act(AMENDS[language].format(PAPERS[language]), "act.txt"), rules)
