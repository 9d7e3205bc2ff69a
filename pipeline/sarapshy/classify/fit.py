"""Learning: from described clauses to numbers, by a logistic regression a family. Needs scikit-learn.

The rows that it learns from are those that ``model`` scores with: a word once a clause, pieces by how rare they are among
the clauses, words and signs each brought to the length of one.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from sarapshy.classify.acceptance import Acceptance
from sarapshy.classify.features import cut_word, list_words, place_sign
from sarapshy.classify.labelled import Described
from sarapshy.classify.model import WEIGHT, Table, Weights

STRENGTH = 2.0  # inverse of the penalty: chosen by cross-validation
FEWEST = 20  # clauses of a family that can be learnt from
RARE = 4  # clauses that have a piece or a sign; of one in fewer nothing is learnt
NOT_LEARNT = ("bilingual", "form")  # one clause does not show them


def fit(
    clauses: Sequence[Described], acceptance: Acceptance | None = None, about: dict[str, int] | None = None
) -> Weights:
    """Learns from the clauses; the same clauses give the same numbers."""
    words = [[piece for word in list_words(clause.text) for piece in cut_word(word)] for clause in clauses]
    signs = [list(map(place_sign, clause.signs)) for clause in clauses]
    known = (_measure_rarity(words), _measure_rarity(signs))
    columns = hstack([_fill(words, known[0]), _fill(signs, known[1]) * WEIGHT]).tocsr()
    families = sorted({family for clause in clauses for family in clause.families} - set(NOT_LEARNT))
    learnt = [(family, target) for family in families if (target := _target(clauses, family)).sum() >= FEWEST]
    fitted = [_fit_family(columns, target) for _, target in learnt]
    numbers = np.vstack([each.coef_[0] for each in fitted])
    return Weights(
        tuple(family for family, _ in learnt),
        _make_table(numbers[:, : len(known[0])], known[0]),
        _make_table(numbers[:, len(known[0]) :], known[1]),
        tuple(float(each.intercept_[0]) for each in fitted),
        acceptance,
        about or {"clauses": len(clauses)},
    )


def _measure_rarity(rows: Sequence[Sequence[int]]) -> dict[int, float]:
    """The usual inverse frequency by piece, rising: 1 for one that every clause has, more the fewer have it."""
    counts = Counter(piece for row in rows for piece in set(row))
    kept = ((piece, count) for piece, count in sorted(counts.items()) if count >= RARE)
    return {piece: math.log((1 + len(rows)) / (1 + count)) + 1 for piece, count in kept}


def _fill(rows: Iterable[Sequence[int]], rarity: Mapping[int, float]) -> Any:
    """A sparse row a clause, divided by the length that ``Weights.score`` divides by."""
    places = {piece: at for at, piece in enumerate(rarity)}
    data, indices, ends = array("d"), array("q"), [0]
    for row in rows:
        own = [piece for piece in row if piece in places]
        length = _measure_length(rarity[piece] for piece in own)
        indices.extend(places[piece] for piece in own)
        data.extend(rarity[piece] / length for piece in own)
        ends.append(len(indices))
    return csr_matrix((data, indices, ends), shape=(len(ends) - 1, len(rarity)))


def _measure_length(values: Iterable[float]) -> float:
    return math.sqrt(sum(value * value for value in values)) or 1.0


def _fit_family(columns: Any, target: Any) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3, random_state=0).fit(columns, target)


def _target(clauses: Iterable[Described], family: str) -> Any:
    return np.array([family in clause.families for clause in clauses])


def _make_table(numbers: Any, rarity: Mapping[int, float]) -> Table:
    """Halves of a float are what the file keeps, so what was just learnt scores as it will when it is read back."""
    weights = np.array(list(rarity.values()))
    return Table(
        tuple(rarity), tuple(weights.astype(np.float16).tolist()), (numbers * weights).T.astype("<f2").tobytes()
    )
