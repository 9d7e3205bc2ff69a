"""Who does what, out of real stanza Documents and spaCy Docs made of CoNLL-U sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sarapshy.language.parse import Done
from sarapshy.language.spacy_parse import read_doc
from sarapshy.language.stanza_parse import read_document

# Each row: word, part of speech, features, head (from 1; 0 is the root), relation.
Row = tuple[str, str, str, int, str]
RETURNS: tuple[Row, ...] = (
    ("Аудандық", "ADJ", "_", 2, "amod"),
    ("комиссия", "NOUN", "Case=Nom", 5, "nsubj"),
    ("құжаттарды", "NOUN", "Case=Acc|Number=Plur", 5, "obj"),
    ("үміткерге", "NOUN", "Case=Dat", 5, "obl"),
    ("қайтарады", "VERB", "Tense=Aor|Person=3", 0, "root"),
    (".", "PUNCT", "_", 5, "punct"),
)
MUST: tuple[Row, ...] = (
    ("Басқарма", "NOUN", "Case=Nom", 4, "nsubj"),
    ("өтінішті", "NOUN", "Case=Acc", 3, "obj"),
    ("қарауға", "VERB", "Case=Dat|VerbForm=Vnoun", 4, "xcomp"),
    ("міндетті", "ADJ", "_", 0, "root"),
)
DONE_BY: tuple[Row, ...] = (
    ("Шешім", "NOUN", "Case=Nom", 3, "nsubj:pass"),
    ("комиссиямен", "NOUN", "Case=Ins", 3, "obl"),
    ("қабылданады", "VERB", "Voice=Pass|Person=3", 0, "root"),
)
TWO: tuple[Row, ...] = (
    ("Комиссия", "NOUN", "Case=Nom", 3, "nsubj"),
    ("өтінішті", "NOUN", "Case=Acc", 3, "obj"),
    ("қарайды", "VERB", "Person=3", 0, "root"),
    ("және", "CCONJ", "_", 6, "cc"),
    ("шешім", "NOUN", "Case=Nom", 6, "obj"),
    ("қабылдайды", "VERB", "Person=3", 3, "conj"),
)
MAY: tuple[Row, ...] = (
    ("Комиссия", "NOUN", "Case=Nom", 2, "nsubj"),
    ("вправе", "ADJ", "_", 0, "root"),
    ("отказать", "VERB", "VerbForm=Inf", 2, "xcomp"),
    ("кандидату", "NOUN", "Case=Dat", 3, "iobj"),
)
CAN: tuple[Row, ...] = (
    ("Начальник", "NOUN", "Case=Nom", 3, "nsubj"),
    ("управления", "NOUN", "Case=Gen", 1, "nmod"),
    ("может", "VERB", "VerbForm=Fin", 0, "root"),
    ("перенести", "VERB", "VerbForm=Inf", 3, "xcomp"),
    ("дату", "NOUN", "Case=Acc", 4, "obj"),
)
TAKEN_BY: tuple[Row, ...] = (
    ("Решение", "NOUN", "Case=Nom", 2, "nsubj:pass"),
    ("принимается", "VERB", "Voice=Pass|VerbForm=Fin", 0, "root"),
    ("аттестационной", "ADJ", "Case=Ins", 4, "amod"),
    ("комиссией", "NOUN", "Case=Ins", 2, "obl:agent"),
)
NO_ONE: tuple[Row, ...] = (
    ("Заявитель", "NOUN", "Case=Nom", 2, "nsubj:pass"),
    ("извещается", "VERB", "Voice=Pass|VerbForm=Fin", 0, "root"),
    ("по", "ADP", "_", 4, "case"),
    ("адресу", "NOUN", "Case=Dat", 2, "obl"),
)
# actor, verb, object, addressee, modal
SENTENCES = [
    pytest.param(RETURNS, [("Аудандық комиссия", "қайтарады", "құжаттарды", "үміткерге", None)], id="kk-active"),
    pytest.param(MUST, [("Басқарма", "қарауға", "өтінішті", None, "міндетті")], id="kk-duty"),
    pytest.param(DONE_BY, [("комиссиямен", "қабылданады", "Шешім", None, None)], id="kk-passive"),
    pytest.param(
        TWO,
        [("Комиссия", "қарайды", "өтінішті", None, None), ("Комиссия", "қабылдайды", "шешім", None, None)],
        id="kk-two-verbs-of-one-actor",
    ),
    pytest.param(MAY, [("Комиссия", "отказать", None, "кандидату", "вправе")], id="ru-right"),
    pytest.param(CAN, [("Начальник управления", "перенести", "дату", None, "может")], id="ru-option"),
    pytest.param(TAKEN_BY, [("аттестационной комиссией", "принимается", "Решение", None, None)], id="ru-passive"),
    pytest.param(NO_ONE, [(None, "извещается", "Заявитель", None, None)], id="ru-nobody-is-named"),
]


def spell(rows: tuple[Row, ...]) -> str:
    lines = [
        f"{at}\t{text}\t{text.lower()}\t{part}\t_\t{features}\t{head}\t{relation}\t_\t_"
        for at, (text, part, features, head, relation) in enumerate(rows, 1)
    ]
    return "\n".join(lines) + "\n\n"


def show(done: Done) -> tuple[str | None, ...]:
    parts = (done.actor, done.verb, done.object, done.addressee, done.modal)
    return tuple(part.text if part else None for part in parts)


@pytest.mark.parametrize(("rows", "expected"), SENTENCES)
def test_stanza_tells_who_does_what(rows: tuple[Row, ...], expected: list[tuple[str | None, ...]]) -> None:
    pytest.importorskip("stanza")
    from stanza.utils.conll import CoNLL

    document = CoNLL.conll2doc(input_str=spell(rows))
    assert [show(done) for done in read_document(document)] == expected


@pytest.mark.parametrize(("rows", "expected"), SENTENCES)
def test_spacy_tells_the_same(rows: tuple[Row, ...], expected: list[tuple[str | None, ...]]) -> None:
    assert [show(done) for done in read_doc(make_doc(rows))] == expected


def make_doc(rows: tuple[Row, ...]) -> Any:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import Doc

    texts, parts, features, heads, relations = zip(*rows, strict=True)
    return Doc(
        spacy.blank("xx").vocab,
        words=list(texts),
        pos=list(parts),
        morphs=["" if each == "_" else each for each in features],
        heads=[head - 1 if head else at for at, head in enumerate(heads)],
        deps=["ROOT" if each == "root" else each for each in relations],
    )


def test_words_keep_their_places_in_the_text() -> None:
    (done,) = read_doc(make_doc(RETURNS))
    text = "Аудандық комиссия құжаттарды үміткерге қайтарады ."
    assert done.actor is not None
    assert text[done.actor.start : done.actor.end] == "Аудандық комиссия"
    assert text[done.verb.start : done.verb.end] == "қайтарады"


def test_a_doc_that_has_not_been_parsed_is_refused() -> None:
    spacy = pytest.importorskip("spacy")
    with pytest.raises(ValueError, match="parser"):
        read_doc(spacy.blank("xx")("Комиссия қарайды."))


def test_with_a_model_the_subject_comes_from_the_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    from sarapshy.language import stanza_parse
    from sarapshy.language.actors import ActorKind, find_actor

    text = "аудандық комиссия құжаттарды үміткерге қайтарады ."
    monkeypatch.setenv("SARAPSHY_STANZA", "/models")
    monkeypatch.setattr(stanza_parse, "read_sentence", lambda sentence, language: read_doc(make_doc(RETURNS)))
    actor = find_actor(text, "kk", text.index("қайтарады"))
    assert actor is not None
    assert (actor.kind, actor.text) == (ActorKind.COMMISSION, "комиссия")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_model_that_is_not_there_is_told_with_the_way_to_get_it(
    language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from sarapshy.errors import InputError
    from sarapshy.language.actors import find_actor

    monkeypatch.setenv("SARAPSHY_STANZA", str(tmp_path))
    with pytest.raises(InputError) as fault:
        find_actor("комиссия", language)
    assert str(tmp_path / language) in fault.value.say("kk")
    assert f"stanza.download('{language}')" in fault.value.say("ru")


def test_with_a_pipeline_of_spacy_the_subject_comes_from_its_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy = pytest.importorskip("spacy")
    from sarapshy.language.actors import ActorKind, find_actor

    monkeypatch.setenv("SARAPSHY_SPACY_RU", "own_pipeline")
    monkeypatch.setattr(spacy, "load", lambda name: {"own_pipeline": lambda text: make_doc(TAKEN_BY)}[name])
    text = "решение принимается аттестационной комиссией"
    actor = find_actor(text, "ru", text.index("принимается"))
    assert actor is not None
    assert (actor.kind, actor.text) == (ActorKind.COMMISSION, "комиссией")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_pipeline_of_spacy_that_is_not_there_or_parses_nothing_is_told(
    language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spacy = pytest.importorskip("spacy")
    from sarapshy.errors import InputError
    from sarapshy.language.actors import find_actor

    spacy.blank(language).to_disk(tmp_path / "blank")
    for name, told in ((tmp_path / "none", "sarapshy models"), (tmp_path / "blank", "parser")):
        monkeypatch.setenv(f"SARAPSHY_SPACY_{language.upper()}", str(name))
        with pytest.raises(InputError) as fault:
            find_actor("комиссия", language)
        assert str(name) in fault.value.say("kk") and told in fault.value.say("ru")
