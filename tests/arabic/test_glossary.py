"""The owner's glossary: its format, its errors, its reading anew after an edit."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from retrieval import GlossaryInvalid
from retrieval.arabic.glossary import Found, Glossary
from retrieval.arabic.glossary_file import GlossaryFile

SEEDS = Path(__file__).parents[2] / "seeds.glossary.tsv"

TEXT = """\
# the owner's own remarks

name\tكاراباخ\tقره باغ
اختصار\tPKK\tحزب العمال
مرادف\tالناتو\tحلف شمال الأطلسي
not\tكالن\tكان
"""


@pytest.fixture
def glossary() -> Glossary:
    return Glossary.parse(TEXT)


FORMS = [
    ("a name of two words for a name of one", "كاراباخ", ("قره باغ",)),
    ("the other way round, another spelling", "قرة باغ", ("كاراباخ",)),
    ("an abbreviation, letters small", "pkk", ("حزب العمال",)),
    ("an abbreviation, spelled in Arabic", "ب ك ك", ("حزب العمال",)),
    ("without its article", "ناتو", ("حلف شمال الأطلسي",)),
    ("a word that isn't listed", "تركيا", ()),
    ("a word that is only kept apart", "كان", ()),
]


@pytest.mark.parametrize(("description", "form", "others"), FORMS, ids=[row[0] for row in FORMS])
def test_a_form_gives_the_others_of_its_line(
    glossary: Glossary, description: str, form: str, others: tuple[str, ...]
) -> None:
    assert glossary.forms(form) == others, description


def test_forms_of_several_lines_add_up() -> None:
    glossary = Glossary.parse("name\tكالن\tقالن\nname\tكالن\tكالين")
    assert glossary.forms("كالن") == ("قالن", "كالين")


def test_what_is_kept_apart_is_not_allowed_either_way(glossary: Glossary) -> None:
    assert not glossary.allows("كالن", "كان")
    assert not glossary.allows("كان", "كالن")
    assert glossary.allows("كالن", "قالن")


FINDS = [
    ("a phrase inside a question", "حرب قره باغ الاخيره", [(1, 3)]),
    ("particles before a phrase", "وحلف شمال الاطلسي", [(0, 3)]),
    ("two forms", "الناتو و قره باغ", [(0, 1), (2, 4)]),
    ("half a phrase", "حلف شمال", []),
    ("nothing", "من هو الرييس", []),
    ("an empty question", "", []),
]


@pytest.mark.parametrize(("description", "question", "places"), FINDS, ids=[row[0] for row in FINDS])
def test_forms_are_found_in_a_question(
    glossary: Glossary, description: str, question: str, places: list[tuple[int, int]]
) -> None:
    found = glossary.find(question.split())
    assert [(form.start, form.end) for form in found] == places, description


def test_the_longest_form_wins() -> None:
    glossary = Glossary.parse("synonym\tحلف\tتحالف\nsynonym\tحلف الأطلسي\tالناتو")
    assert glossary.find(["حلف", "الاطلسي"]) == [Found(0, 2, ("الناتو",))]


INVALID = [
    ("an unknown kind", "nmae\tكالن\tقالن", '1: the kind "nmae" is unknown; valid are name, '),
    ("one form", "name\tكالن", "1: 1 form(s) after the kind; valid are two or more"),
    ("spaces for tabs", "name كالن قالن", '1: the kind "name كالن قالن" is unknown'),
    ("an empty form", "name\tكالن\t\tقالن", "has no letter or digit"),
    ("one form twice", "name\tقره باغ\tقرة باغ", "are searched as one anyway"),
    ("the third line", "# a remark\n\nname\tكالن", "3: 1 form(s)"),
    ("joined and kept apart", "name\tكالن\tقالن\nnot\tقالن\tكالن", "2: keeps"),
]


@pytest.mark.parametrize(("description", "text", "message"), INVALID, ids=[row[0] for row in INVALID])
def test_what_can_not_be_understood_is_named_by_line(description: str, text: str, message: str) -> None:
    with pytest.raises(GlossaryInvalid) as raised:
        Glossary.parse(text, "my.tsv")
    assert message in str(raised.value), description
    assert str(raised.value).startswith("my.tsv:"), description


def test_all_bad_lines_are_reported_together() -> None:
    with pytest.raises(GlossaryInvalid) as raised:
        Glossary.parse("nmae\tكالن\tقالن\nname\tكالن", "my.tsv")
    assert [line.split(":")[1] for line in str(raised.value).splitlines()] == ["1", "2"]


def test_a_byte_order_mark_is_passed_over() -> None:
    assert Glossary.parse("\ufeffname\tكالن\tقالن").forms("كالن") == ("قالن",)


class TestGlossaryFile:
    def write(self, path: Path, text: str) -> None:
        """Writes `text`, under a time that differs from the last one however fast the test runs."""
        before = path.stat().st_mtime_ns if path.exists() else 0
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(before + 10**9, before + 10**9))

    def test_an_edit_is_in_use_at_once(self, tmp_path: Path) -> None:
        path = tmp_path / "glossary.tsv"
        self.write(path, "name\tكالن\tقالن\n")
        file = GlossaryFile(path)
        assert file.current().forms("كالن") == ("قالن",)
        self.write(path, "name\tكالن\tكالين\n")
        assert file.current().forms("كالن") == ("كالين",)

    def test_an_unchanged_file_is_not_read_again(self, tmp_path: Path) -> None:
        path = tmp_path / "glossary.tsv"
        self.write(path, "name\tكالن\tقالن\n")
        file = GlossaryFile(path)
        assert file.current() is file.current()

    def test_a_bad_edit_keeps_the_last_good_version_and_is_told_once(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        path = tmp_path / "glossary.tsv"
        self.write(path, "name\tكالن\tقالن\n")
        file = GlossaryFile(path)
        file.current()
        self.write(path, "name\tكالن\n")
        with caplog.at_level(logging.WARNING):
            for _ in range(3):
                assert file.current().forms("كالن") == ("قالن",)
        assert str(file.problem).startswith(f"{path}:1: ")
        assert len(caplog.records) == 1

    def test_a_mended_file_is_in_use_again(self, tmp_path: Path) -> None:
        path = tmp_path / "glossary.tsv"
        self.write(path, "nmae\tكالن\tقالن\n")
        file = GlossaryFile(path)
        assert file.current().entries == ()
        self.write(path, "name\tكالن\tقالن\n")
        assert file.current().forms("كالن") == ("قالن",)
        assert file.problem is None

    def test_a_file_in_another_encoding_is_named_with_its_line(self, tmp_path: Path) -> None:
        path = tmp_path / "glossary.tsv"
        path.write_bytes("# x\nname\tكالن\tقالن\n".encode("cp1256"))
        file = GlossaryFile(path)
        assert file.current().entries == ()
        assert f"{path}:2: not text in UTF-8" in str(file.problem)

    def test_no_file_is_an_empty_glossary(self, tmp_path: Path) -> None:
        file = GlossaryFile(tmp_path / "glossary.tsv")
        assert file.current().entries == ()
        assert file.problem is None

    def test_a_file_taken_away_is_an_empty_glossary(self, tmp_path: Path) -> None:
        path = tmp_path / "glossary.tsv"
        self.write(path, "name\tكالن\tقالن\n")
        file = GlossaryFile(path)
        file.current()
        path.unlink()
        assert file.current().entries == ()


def test_the_glossary_of_the_seeds_can_be_read() -> None:
    glossary = Glossary.parse(SEEDS.read_text(encoding="utf-8"), SEEDS.name)
    assert "كاراباخ" in glossary.forms("قرة باغ")
    assert "حزب العمال الكردستاني" in glossary.forms("بي كي كي")
