from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from retrieval.engines.tantivy import TantivyEngine
from retrieval.engines.tantivy_files import damaged

if TYPE_CHECKING:
    from pathlib import Path


def engine(path: Path, *paragraphs: str) -> TantivyEngine:
    made = TantivyEngine(path, ["stem"])
    for key, text in enumerate(paragraphs):
        made.add(key, {"stem": text.split()})
    made.commit(1)
    return made


def test_paragraphs_with_rarer_terms_of_the_question_come_first(tmp_path: Path) -> None:
    made = engine(tmp_path, "كتاب جديد", "بيت جديد", "كتاب", "قلم", "باب")
    found = made.candidates({"stem": ["كتاب", "جديد"]}, 10)
    assert found[0] == 0
    assert set(found) == {0, 1, 2}


@pytest.mark.parametrize(("description", "terms"), [("a term that none has", ["قلم"]), ("no term", [])])
def test_a_paragraph_without_any_term_is_no_candidate(
    description: str, terms: list[str], tmp_path: Path
) -> None:
    assert engine(tmp_path, "كتاب", "بيت").candidates({"stem": terms}, 10) == [], description


def test_no_more_candidates_than_asked_for(tmp_path: Path) -> None:
    assert len(engine(tmp_path, "ا ب", "ا ج", "ا د").candidates({"stem": ["ا"]}, 2)) == 2


def test_what_is_added_or_deleted_shows_after_commit_and_in_new_views(tmp_path: Path) -> None:
    made = engine(tmp_path, "كتاب", "بيت", "قلم")
    before = made.view()
    made.add(9, {"stem": ["باب"]})
    made.delete([0, 77])
    assert made.candidates({"stem": ["باب"]}, 10) == []
    made.commit(2)
    assert made.candidates({"stem": ["باب"]}, 10) == [9]
    assert made.candidates({"stem": ["كتاب"]}, 10) == []
    assert before.candidates({"stem": ["كتاب"]}, 10) == [0]
    assert (before.mark, made.view().mark, len(made.view())) == (1, 2, 3)


def test_what_was_not_committed_is_gone_after_a_rollback_or_another_opening(tmp_path: Path) -> None:
    made = engine(tmp_path, "كتاب")
    made.add(1, {"stem": ["بيت"]})
    made.rollback()
    made.commit(2)
    made.add(2, {"stem": ["باب"]})
    made.close()
    assert sorted(TantivyEngine(tmp_path, ["stem"]).view().keys()) == [0]


def test_keys_from_one_on_are_forgotten(tmp_path: Path) -> None:
    made = engine(tmp_path, "ا", "ا", "ا", "ا")
    made.delete_from(2)
    made.commit(2)
    assert sorted(made.candidates({"stem": ["ا"]}, 10)) == [0, 1]


def test_an_empty_engine_finds_nothing_and_has_no_mark(tmp_path: Path) -> None:
    view = TantivyEngine(tmp_path, ["stem"]).view()
    assert (view.candidates({"stem": ["كتاب"]}, 10), view.mark, len(view)) == ([], None, 0)


def test_a_flipped_byte_of_a_committed_file_is_told(tmp_path: Path) -> None:
    engine(tmp_path, "كتاب", "بيت").close()
    assert list(damaged(tmp_path)) == []
    file = next(tmp_path.glob("*.idx"))
    data = bytearray(file.read_bytes())
    data[3] ^= 1
    file.write_bytes(data)
    assert list(damaged(tmp_path)) == [f"{file.name}: its checksum doesn't hold"]


def test_what_a_killed_commit_left_is_cleared_away(tmp_path: Path) -> None:
    engine(tmp_path, "كتاب", "بيت").close()
    (segment,) = (file.stem for file in tmp_path.glob("*.idx"))
    strays = [f"{segment}.{stamp}.del" for stamp in range(50)]
    for stray in strays:
        (tmp_path / stray).touch()
    managed = tmp_path / ".managed.json"
    managed.write_text(json.dumps([*json.loads(managed.read_text("utf-8")), *strays]), "utf-8")
    made = TantivyEngine(tmp_path, ["stem"])
    made.delete([0])
    made.commit(2)
    assert made.view().keys() == [1]


def test_a_folder_without_an_index_cannot_be_opened(tmp_path: Path) -> None:
    assert not TantivyEngine.can_open(tmp_path)
    assert not TantivyEngine.can_open(tmp_path / "nowhere")
