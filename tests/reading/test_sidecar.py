"""What stands beside a file wins over what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.model import Source
from retrieval.reading.document import read, read_all

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "عنوان من النص\n\nوصل الوفد إلى المدينة مساء الجمعة.\n\nالمصدر: رويترز\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "1.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize("name", ["1.txt.meta.yaml", "1.meta.yaml"])
def test_a_sidecar_wins_and_the_text_fills_what_it_leaves_open(path: Path, name: str) -> None:
    path.with_name(name).write_text(
        "title: عنوان آخر\nauthor: [ليلى, سالم]\ndate: ٣ شباط ٢٠٢١\nsection: رأي\n", "utf-8"
    )
    source = read(path, "1.txt").source
    assert (source.title, source.publisher, source.author) == ("عنوان آخر", "رويترز", "ليلى، سالم")
    assert str(source.date) == "2021-02-03"
    assert dict(source.metadata) == {"section": "رأي"}


@pytest.mark.parametrize(
    ("description", "sidecar", "reason"),
    [
        ("no YAML", "title: [", "not YAML"),
        ("no mapping", "- a\n- b\n", "no names with values"),
        ("a day that is none", "date: 2021-02-31\n", "not YAML"),
        ("something that would be built", "title: !!python/object/apply:os.system [true]\n", "not YAML"),
    ],
)
def test_a_broken_sidecar_is_told_and_the_file_read_without_it(
    path: Path, description: str, sidecar: str, reason: str
) -> None:
    path.with_name("1.meta.yaml").write_text(sidecar, "utf-8")
    contents = read_all(path, "1.txt")
    assert contents.documents[0].source == Source("1.txt", "عنوان من النص", "رويترز"), description
    assert contents.failure
    assert contents.failure.path == "1.txt"
    assert contents.failure.reason.startswith("not all of it can be read: 1.meta.yaml: ")
    assert reason in contents.failure.reason


def test_a_bomb_of_aliases_is_harmless(path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{place}: &a{place} [{', '.join([f'*a{place - 1}'] * 9)}]" for place in range(1, 12)]
    path.with_name("1.meta.yaml").write_text("\n".join([*lines, "author: *a11", "title: عنوان"]), "utf-8")
    source = read(path).source
    assert (source.title, source.author) == ("عنوان", None)


def test_a_sidecar_that_is_a_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("title: سر\n", "utf-8")
    path.with_name("1.meta.yaml").symlink_to(tmp_path / "secret")
    contents = read_all(path)
    assert contents.documents[0].source.title == "عنوان من النص"
    assert "it is a link" in str(contents.failure)
