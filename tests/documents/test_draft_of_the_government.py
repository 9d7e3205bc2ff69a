"""Acts of the President, of the Government, of maslikhats and akims are amended in forms of their own, not in that of an order."""

from __future__ import annotations

import pytest
from made_runs import examine, find, material
from test_conclusion import texts

from sarapshy.acts.reading import build_act
from sarapshy.documents.draft import write_draft
from sarapshy.proposals.compose import compose

RULES = {
    "kk": "Мектеп бағын күту қағидалары\n1. Қағидалар бақты күту тәртібін белгілейді.\n2. Мектеп бақты уақытша жабуға құқылы.\n",
    "ru": "Правила ухода за школьным садом\n1. Правила определяют порядок ухода.\n2. Школа вправе временно закрыть сад.\n",
}
HEADS = {
    "kk": "{0} 2019 жылғы 5 наурыздағы № 114 {1} бекітілген\n",
    "ru": "Утверждены {1} {0} от 5 марта 2019 года № 114\n",
}
REMEDY = {"kk": "«құқылы» деген сөзді «міндетті» деген сөзбен ауыстыру.", "ru": "Заменить «вправе» на «обязана»."}
ACTS = [
    ("kk", "Қазақстан Республикасы Үкіметінің", "қаулысымен", ["Қазақстан Республикасының Үкіметі", "ҚАУЛЫ", "бабына сәйкес Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:", "№ 114 қаулысына мынадай", "2. Осы қаулы алғашқы", "Премьер-Министрі"]),
    ("ru", "Правительства Республики Казахстан", "постановлением", ["Правительство Республики Казахстан", "ПОСТАНОВЛЕНИЕ", "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:", "2. Настоящее постановление вводится", "Премьер-Министр Республики Казахстан"]),
    ("kk", "Қазақстан Республикасы Президентінің", "Жарлығымен", ["ПРЕЗИДЕНТІНІҢ ЖАРЛЫҒЫ", "ҚАУЛЫ ЕТЕМІН:", "№ 114 Жарлығына мынадай", "көрсетілген Жарлықпен", "2. Осы Жарлық алғашқы", "Президенті"]),
    ("ru", "Президента Республики Казахстан", "Указом", ["УКАЗ ПРЕЗИДЕНТА РЕСПУБЛИКИ КАЗАХСТАН", "ПОСТАНОВЛЯЮ:", "2. Настоящий Указ вводится", "Президент Республики Казахстан"]),
    ("kk", "Абай облысы әкімінің", "өкімімен", ["ӨКІМ", "бабына сәйкес:", "№ 114 өкіміне мынадай", "Осы өкімнің орындалуын"]),
    ("ru", "Премьер-Министра Республики Казахстан", "распоряжением", ["РАСПОРЯЖЕНИЕ", "«О правовых актах»:", "2. Настоящее распоряжение вводится", "Премьер-Министр Республики Казахстан"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "body", "kind", "said"), ACTS, ids=[f"{body} {kind}" for _, body, kind, _ in ACTS]
)
def test_the_draft_has_the_form_of_the_acts_of_whoever_adopts_it(
    language: str, body: str, kind: str, said: list[str]
) -> None:
    act = build_act(HEADS[language].format(body, kind) + RULES[language], "қағида.txt", "0f" * 32)
    found = [find(act, "құқылы" if language == "kk" else "вправе", rule="D2-made", remedy=REMEDY)]
    told = texts(write_draft(examine(act, found), act, compose(act, found), material("draft"))).replace("\u00a0", " ")
    assert [words for words in said if words not in told] == []
    assert "ПРИКАЗ" not in told and "БҰЙР" not in told
