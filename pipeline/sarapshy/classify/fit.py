"""Learning: from described clauses to numbers, by a logistic regression a family. Needs scikit-learn.

The rows that it learns from are those that ``model`` scores with: a word once a clause, pieces by how rare they are among
the clauses, words and signs each brought to the length of one.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.features import PIECES, SIGNS, cut_word, list_words, place_sign
from sarapshy.classify.labelled import Described
from sarapshy.classify.model import WEIGHT, Table, Weights

STRENGTH = 1.0  # inverse of the penalty: chosen by cross-validation
FEWEST = 20  # clauses of a family that can be learnt from
NOT_LEARNT = ("bilingual", "form")  # one clause does not show them


def fit(
    clauses: Sequence[Described], acceptance: Acceptance | None = None, about: dict[str, int] | None = None
) -> Weights:
    """Learns from the clauses; the same clauses give the same numbers."""
    words = [[dict(cut_word(word)) for word in list_words(clause.text)] for clause in clauses]
    signs = [[{place_sign(sign): 1} for sign in clause.signs] for clause in clauses]
    rarities = (_measure_rarity(words, PIECES), _measure_rarity(signs, SIGNS))
    columns = hstack([_fill(words, rarities[0]), _fill(signs, rarities[1]) * WEIGHT]).tocsr()
    families = sorted({family for clause in clauses for family in clause.families} - set(NOT_LEARNT))
    learnt = [(family, target) for family in families if (target := _target(clauses, family)).sum() >= FEWEST]
    fitted = [_fit_family(columns, target) for _, target in learnt]
    numbers = np.vstack([each.coef_[0] for each in fitted])
    return Weights(
        tuple(family for family, _ in learnt),
        _make_table(numbers[:, :PIECES], rarities[0]),
        _make_table(numbers[:, PIECES:], rarities[1]),
        tuple(float(each.intercept_[0]) for each in fitted),
        acceptance,
        about or {"clauses": len(clauses)},
    )


def _measure_rarity(rows: Iterable[list[dict[int, int]]], width: int) -> Any:
    """The usual inverse frequency: 1 for a column that every clause has, more the fewer have it."""
    counts, number = Counter[int](), 0
    for row in rows:
        number += 1
        counts.update({column for word in row for column in word})
    return np.array([math.log((1 + number) / (1 + counts[column])) + 1 for column in range(width)])


def _fill(rows: Iterable[list[dict[int, int]]], rarity: Any) -> Any:
    """A sparse row a clause, divided by the length that ``Weights.score`` divides by."""
    data, indices, ends = array("d"), array("q"), [0]
    for row in rows:
        weighed = [(column, rarity[column] * count) for word in row for column, count in word.items()]
        length = math.sqrt(sum(value * value for _, value in weighed)) or 1.0
        indices.extend(column for column, _ in weighed)
        data.extend(value / length for _, value in weighed)
        ends.append(len(indices))
    return csr_matrix((data, indices, ends), shape=(len(ends) - 1, len(rarity)))


def _fit_family(columns: Any, target: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3, random_state=0).fit(columns, target)


def _target(clauses: Iterable[Described], family: str) -> Any:
    return np.array([family in clause.families for clause in clauses])


def _make_table(numbers: Any, rarity: Any) -> Table:
    """Halves of a float are what the file keeps, so what was just learnt scores as it will when it is read back."""
    kept = (np.asarray(each, dtype=np.float16) for each in ((numbers * rarity).T.ravel(), rarity))
    return Table(*(array("f", each.astype(np.float32).tolist()) for each in kept))
