from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking.scoring import bm25, coverage, fading, idf, pair_frequencies, pairs_of

counts = st.integers(min_value=1, max_value=10**7)


def one(frequency: float, length: float, average: float, k1: float = 0.7, b: float = 0.75) -> float:
    """The score of one paragraph for one term of weight 1."""
    table, lengths = np.array([[frequency]]), np.array([length])
    return float(bm25(table, lengths, np.ones(1), k1=k1, b=b, average=average)[0])


@given(counts, st.data())
def test_a_rarer_term_weighs_more_and_none_weighs_less_than_nothing(count: int, data: st.DataObject) -> None:
    held = np.array(sorted(data.draw(st.tuples(st.integers(0, count), st.integers(0, count)))))
    rarer, commoner = idf(count, held).tolist()
    assert rarer >= commoner > 0


@given(st.integers(1, 1000), st.integers(1, 1000), st.floats(1, 1000), st.floats(0.1, 3), st.floats(0, 1))
def test_the_score_grows_with_occurrences_and_stays_under_the_weight(
    frequency: int, length: int, average: float, k1: float, b: float
) -> None:
    assert 0 < one(frequency, length, average, k1, b) <= one(frequency + 1, length, average, k1, b) <= 1


def test_the_same_occurrences_weigh_less_in_a_longer_paragraph() -> None:
    assert one(1, 100, 50) < one(1, 20, 50)


def test_bm25_of_a_worked_example() -> None:
    """Two of ten paragraphs hold the term; once in a paragraph of average length, k1 = 1: idf / 2."""
    assert round(float(idf(10, np.array([2]))[0]) * one(1, 7, 7, k1=1), 4) == 0.7408


def test_coverage_counts_a_term_once() -> None:
    assert coverage(np.array([[5.0, 0.0], [1.0, 2.0]]), np.array([3.0, 1.0])).tolist() == [3.0, 4.0]


def test_what_stands_early_counts_for_more() -> None:
    first, later, last = fading(np.array([0, 30, 10**6]))
    assert first == 1 > later > last > 0.5


@pytest.mark.parametrize(
    ("description", "here", "there", "expected"),
    [
        ("side by side", [0], [1], 1),
        ("in the other order", [1], [0], 1),
        ("four words apart", [0], [4], 1),
        ("five words apart", [0], [5], 0),
        ("twice", [0, 10], [1, 11], 2),
        ("one word missing", [], [1], 0),
    ],
)
def test_words_pair_up_where_they_stand_near(
    description: str, here: list[int], there: list[int], expected: int
) -> None:
    places = [np.array(here, dtype=np.intp), np.array(there, dtype=np.intp)]
    units = [np.zeros_like(each) for each in places]
    table = pair_frequencies(places, units, [(0, 1)], 1)
    assert table.tolist() == [[expected]], description


def test_each_word_of_a_question_pairs_with_the_next_two() -> None:
    assert pairs_of(4) == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]
    assert pairs_of(1) == []
