from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking.scoring import idf, saturation

counts = st.integers(min_value=1, max_value=10**7)


@given(counts, st.data())
def test_a_rarer_term_weighs_more_and_none_weighs_less_than_nothing(count: int, data: st.DataObject) -> None:
    rarer, commoner = sorted(data.draw(st.tuples(st.integers(0, count), st.integers(0, count))))
    assert idf(count, rarer) >= idf(count, commoner) > 0


@given(st.integers(1, 1000), st.integers(1, 1000), st.floats(1, 1000), st.floats(0.1, 3), st.floats(0, 1))
def test_saturation_grows_with_occurrences_and_stays_under_one(
    frequency: int, length: int, average: float, k1: float, b: float
) -> None:
    one = saturation(frequency, length, average, k1, b)
    more = saturation(frequency + 1, length, average, k1, b)
    assert 0 < one <= more <= 1


def test_the_same_occurrences_weigh_less_in_a_longer_paragraph() -> None:
    assert saturation(1, 100, 50.0, 0.7, 0.75) < saturation(1, 20, 50.0, 0.7, 0.75)


def test_bm25_of_a_worked_example() -> None:
    """Two of ten paragraphs hold the term; once in a paragraph of average length, k1 = 1: idf / 2."""
    assert round(idf(10, 2) * saturation(1, 7, 7.0, 1.0, 0.75), 4) == 0.7408
