"""How likely a sentence shows each family of factors: a linear model over parts of words and signs.

Kazakh builds a word of many suffixes, so the words are taken in pieces of three to five letters: «комиссиясының» and
«комиссияға» share most of theirs. Pieces and signs are hashed into a fixed number of columns, which keeps no vocabulary:
the file holds one number a column and family, 1.2 MB in all, and no words of any clause. It is written with skops, which
runs nothing when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from skops import io as skops

from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.labelled import Described
from sarapshy.classify.signs import Sentence
from sarapshy.errors import InputError

FORMAT = 1
PIECES = 2**15  # columns
SIGNS = 2**11
WEIGHT = 0.3  # of signs against pieces: chosen by cross-validation, as are the next two
LETTERS = (3, 5)  # of a piece
STRENGTH = 0.3  # inverse of the penalty
FEWEST = 20  # clauses of a family that can be learnt from
NOT_LEARNT = ("bilingual", "form")  # one clause does not show them
Scores = Any  # a numpy array, a row a sentence, a column a family, 0..1


@dataclass(frozen=True, slots=True)
class Weights:
    """``coefficients`` has a row a family; ``idf`` are the transformers, of pieces and of signs; ``acceptance`` tells how
    often findings of a kind are accepted, None where nobody has decided; ``about`` are counts of what was learnt from."""

    families: tuple[str, ...]
    coefficients: Any
    intercepts: Any
    idf: tuple[TfidfTransformer, TfidfTransformer]
    acceptance: Acceptance | None
    about: dict[str, int]

    def score(self, sentences: Sequence[Sentence | Described]) -> Scores:
        if not sentences:
            return np.zeros((0, len(self.families)))
        columns = _columns(sentences, self.idf)
        return 1 / (1 + np.exp(-(columns @ self.coefficients.T.astype(np.float32) + self.intercepts)))


def fit(
    clauses: Sequence[Described], acceptance: Acceptance | None = None, about: dict[str, int] | None = None
) -> Weights:
    """Learns from the clauses; the same clauses give the same numbers."""
    idf = (TfidfTransformer(sublinear_tf=True), TfidfTransformer())
    for transformer, counts in zip(idf, _count(clauses), strict=True):
        transformer.fit(counts)
    columns = _columns(clauses, idf)
    families = sorted({family for clause in clauses for family in clause.families} - set(NOT_LEARNT))
    learnt = [(family, target) for family in families if (target := _target(clauses, family)).sum() >= FEWEST]
    fitted = [_fit_family(columns, target) for _, target in learnt]
    return Weights(
        tuple(family for family, _ in learnt),
        np.vstack([each.coef_[0] for each in fitted]).astype(np.float16),
        np.array([each.intercept_[0] for each in fitted], dtype=np.float32),
        idf,
        acceptance,
        about or {"clauses": len(clauses)},
    )


def save(weights: Weights, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {name: getattr(weights, name) for name in Weights.__slots__}
    acceptance = asdict(weights.acceptance) if weights.acceptance else None
    changed = {"format": FORMAT, "families": list(weights.families), "idf": list(weights.idf), "acceptance": acceptance}
    skops.dump({**state, **changed}, path, compression=ZIP_DEFLATED, compresslevel=9)


def load(path: Path) -> Weights:
    """InputError where the file is none of ours. Nothing that the file names is run: only types that skops trusts."""
    try:
        state = skops.load(path, trusted=[])
        if state.pop("format") != FORMAT:
            raise ValueError
        families, idf = (tuple(state.pop(name)) for name in ("families", "idf"))
        acceptance = Acceptance(**told) if (told := state.pop("acceptance")) else None
        return Weights(families=families, idf=idf, acceptance=acceptance, **state)
    except Exception as error:  # a zip, a pickle, a text: whatever was named in place of a model
        raise InputError("classify.no_model", str(path)) from error


@cache
def load_once(path: Path) -> Weights:
    return load(path)


def _fit_family(columns: Any, target: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", class_weight="balanced", tol=1e-3, random_state=0).fit(
        columns, target
    )


def _target(clauses: Iterable[Described], family: str) -> Any:
    return np.array([family in clause.families for clause in clauses])


def _columns(sentences: Sequence[Sentence | Described], idf: tuple[TfidfTransformer, TfidfTransformer]) -> Any:
    pieces, signs = (transformer.transform(counts) for transformer, counts in zip(idf, _count(sentences), strict=True))
    return hstack([pieces, signs * WEIGHT]).tocsr()


def _count(sentences: Sequence[Sentence | Described]) -> tuple[Any, Any]:
    pieces, signs = _hashers()
    texts = [re.sub(r"\d+", "0", sentence.text) for sentence in sentences]
    return pieces.transform(texts), signs.transform([" ".join(sentence.signs) for sentence in sentences])


@cache
def _hashers() -> tuple[HashingVectorizer, HashingVectorizer]:
    plain: dict[str, Any] = {"norm": None, "alternate_sign": False, "lowercase": False, "dtype": np.float32}
    return (
        HashingVectorizer(analyzer="char_wb", ngram_range=LETTERS, n_features=PIECES, **plain),
        HashingVectorizer(token_pattern=r"\S+", n_features=SIGNS, **plain),
    )
