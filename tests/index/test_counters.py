"""Counts in a file and beside it: together they are what was counted."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval import Retriever
from retrieval.index import counters
from retrieval.index.counters import COUNTERS, NAMES
from tests.index.corpus import document

COMMITS = st.lists(st.lists(st.integers(-300, 300), max_size=40), max_size=8)
"""Of each commit what it adds to the counts under 0, 1, 2, …"""


@settings(max_examples=40, deadline=None)
@given(COMMITS, st.sampled_from([0, 20, 1000]))
def test_counts_are_the_sum_of_all_changes(commits: list[list[int]], fewest: int) -> None:
    """fewest: changes wait for a new file until there are more."""
    length = max(map(len, commits), default=0)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(counters, "_FEWEST", fewest)
        database = sqlite3.connect(":memory:")
        database.execute("create table changes (generation, counter, numbers, changes)")
        state: dict[str, int] = {}
        expected = np.zeros(length, dtype=np.intp)
        for generation, change in enumerate(commits, start=1):
            dense = np.array(change + [0] * (length - len(change)), dtype=np.intp)
            expected += dense
            changes = {counter: dense if counter == NAMES else np.zeros(3, np.intp) for counter in COUNTERS}
            state["generation"] = generation
            state |= counters.store(Path(folder), database, state, changes)
            found = counters.load(Path(folder), database, state)
            assert found.every(NAMES, length).tolist() == expected.tolist()
            assert found.of(NAMES, np.arange(length)).tolist() == expected.tolist()
        database.close()


def test_an_index_of_many_commits_holds_what_one_commit_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counters, "_FEWEST", 100)
    texts = [f"وصل الوفد رقم {number} برئاسة كالين إلى مدينة زرزورة{number}." for number in range(12)]
    made = [document(f"{number}.txt", text, title=f"وفد {number}") for number, text in enumerate(texts)]
    with (
        Retriever.open(tmp_path / "many", create=True) as many,
        Retriever.open(tmp_path / "one", create=True) as one,
    ):
        for each in made:
            many.add([each])
        many.remove(["3.txt", "4.txt"])
        one.add(made[:3] + made[5:])
        assert many.verify().problems == one.verify().problems == []
        assert len(counters.files(tmp_path / "many")) <= 2
        for question in ("أين وصل الوفد؟", "كالن", "زرزورة7", "زرزورة3"):
            assert [(quote.paragraph, quote.score) for quote in many.search(question)] == [
                (quote.paragraph, quote.score) for quote in one.search(question)
            ], question
