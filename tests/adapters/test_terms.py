"""The analysis alone, for other people's engines."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from retrieval import Analyzer, Token
from retrieval.adapters.terms import Terms

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ["أطلقت الصواريخ من البحر.", "زار الوزير المدرسة في الصباح.", "وصل ٤٠٠ سائح إلى المدينة."]
MEETS = [
    ("a broken plural", "صاروخ", 0),
    ("clitics", "وبالوزير", 1),
    ("marks", "مَدْرَسَة", 1),
    ("digits", "400", 2),
]


@pytest.mark.parametrize(
    ("description", "fields", "text", "terms"),
    [
        ("stem and root unless told otherwise", (), "والصواريخ", ["stem:صواريخ", "root:صرخ"]),
        ("one field's terms bear no name", ("stem",), "والصواريخ", ["صواريخ"]),
        ("repeated terms are repeated", ("stem",), "صاروخ وصاروخ", ["صاروخ", "وصاروخ"]),
        ("stop words are left out", ("stem",), "في البحر", ["بحر"]),
        ("a text of nothing else keeps them", ("stem",), "في", ["في"]),
        ("an empty text has none", (), "؟!", []),
    ],
)
def test_a_text_has_these_terms(
    description: str, fields: tuple[str, ...], text: str, terms: list[str]
) -> None:
    assert Terms(*fields)(text) == terms, description


def test_an_unknown_field_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no field lemma; valid are word, stem, root, gram"):
        Terms("stem", "lemma")


def test_an_analyzer_with_steps_of_ones_own_gives_its_own_terms() -> None:
    def in_full(_: str, tokens: list[Token]) -> list[Token]:
        return [token.spelled("دكتور") if token.folded == "د" else token for token in tokens]

    analyzer = Analyzer(steps=[*Analyzer().steps, in_full], version="1")
    assert Terms("stem", analyzer=analyzer)("د. سمير") == ["دكتور", "سمير"]


def test_it_survives_pickling() -> None:
    again = pickle.loads(pickle.dumps(Terms("gram")))  # noqa: S301 - the test's own
    assert again(TEXTS[0]) == Terms("gram")(TEXTS[0])


@pytest.mark.parametrize(("description", "asked", "place"), MEETS)
def test_bm25s_finds_another_form_of_the_word(description: str, asked: str, place: int) -> None:
    from bm25s import BM25

    from retrieval.adapters.bm25s import tokenizer

    words, engine = tokenizer(), BM25()
    engine.index(words.tokenize(TEXTS, return_as="tuple", show_progress=False), show_progress=False)
    found = engine.retrieve(words.tokenize([asked], show_progress=False), k=1, show_progress=False)
    assert found.documents[0, 0] == place, description
    assert found.scores[0, 0] > 0, description


def test_bm25s_indexes_all_that_the_tokenizer_returns_and_keeps_its_vocabulary(tmp_path: Path) -> None:
    from bm25s import BM25

    from retrieval.adapters.bm25s import tokenizer

    words = tokenizer("stem")
    ids = words.tokenize(TEXTS, show_progress=False)
    words.save_vocab(str(tmp_path))
    again = tokenizer("stem")
    again.load_vocab(str(tmp_path))
    for returned in ("ids", "string", "tuple"):
        BM25().index(words.tokenize(TEXTS, return_as=returned, show_progress=False), show_progress=False)
    assert again.tokenize(TEXTS, show_progress=False) == ids
    assert words.decode(ids)[0] == Terms("stem")(TEXTS[0])


@pytest.mark.parametrize(("description", "asked", "place"), MEETS)
def test_a_vectoriser_finds_another_form_of_the_word(description: str, asked: str, place: int) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectoriser = TfidfVectorizer(analyzer=Terms())
    similar = vectoriser.fit_transform(TEXTS) @ vectoriser.transform([asked]).T
    assert similar.toarray().argmax() == place, description
    assert similar.toarray().max() > 0, description
