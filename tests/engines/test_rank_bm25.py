from __future__ import annotations

from retrieval.engines.rank_bm25 import RankBM25Engine


def engine(*paragraphs: str) -> RankBM25Engine:
    made = RankBM25Engine()
    for key, text in enumerate(paragraphs):
        made.add(key, {"stem": text.split()})
    made.commit()
    return made


def test_paragraphs_with_rarer_terms_of_the_question_come_first() -> None:
    found = engine("كتاب جديد", "بيت جديد", "كتاب", "قلم", "باب").candidates({"stem": ["كتاب", "جديد"]}, 10)
    assert found[0] == 0
    assert set(found) == {0, 1, 2}


def test_a_paragraph_without_any_term_is_no_candidate() -> None:
    assert engine("كتاب", "بيت").candidates({"stem": ["قلم"]}, 10) == []


def test_no_more_candidates_than_asked_for() -> None:
    assert len(engine("ا ب", "ا ج", "ا د", "ه", "و", "ز", "ح").candidates({"stem": ["ا"]}, 2)) == 2


def test_what_is_added_or_deleted_shows_after_commit() -> None:
    made = engine("كتاب", "بيت", "قلم")
    made.add(9, {"stem": ["باب"]})
    made.delete([0, 77])
    assert made.candidates({"stem": ["باب"]}, 10) == []
    made.commit()
    assert made.candidates({"stem": ["باب"]}, 10) == [9]
    assert made.candidates({"stem": ["كتاب"]}, 10) == []


def test_an_empty_engine_finds_nothing() -> None:
    made = engine()
    assert made.candidates({"stem": ["كتاب"]}, 10) == []
