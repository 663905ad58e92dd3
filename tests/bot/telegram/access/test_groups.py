"""Groups of users with documents of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, load_settings
from bot.telegram.access.groups import Group, read_groups
from bot.telegram.access.visitor import Visitor
from bot.telegram.library import open_library

EDITOR, READER, ROOM = 7, 8, -10


def written(folder: Path, text: str) -> Path:
    path = folder / "groups.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_group_has_members_and_documents(tmp_path: Path) -> None:
    path = written(tmp_path, '["محررون"]\nmembers = [7, -10]\nsource = "documents"\nindex = "i"\n')
    assert read_groups(path) == {
        "محررون": Group(members=frozenset({7, -10}), source=Path("documents"), index=Path("i"))
    }


@pytest.mark.parametrize(
    ("description", "text", "expected"),
    [
        ("no TOML", "[editors", "can't be read"),
        ("a name for a number", '[editors]\nmembers = ["layla"]\nsource = "x"\n', "[editors] members.0: "),
        ("no members", '[editors]\nsource = "x"\n', "[editors] members: Field required"),
        ("no documents", "[editors]\nmembers = [7]\n", "[editors] source: Field required"),
        ("a key that isn't known", '[a]\nmembers = [7]\nsource = "x"\nfolder = "y"\n', "[a] folder: Extra"),
        ("two mistakes", "[a]\nmembers = []\n[b]\nmembers = [7]\n", "[b] source"),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(
    tmp_path: Path, description: str, text: str, expected: str
) -> None:
    with pytest.raises(SettingsError, match="IQTIBAS_GROUPS") as caught:
        read_groups(written(tmp_path, text))
    assert expected in str(caught.value), description


def test_each_group_is_answered_from_its_own_documents_and_others_see_no_word_of_them(tmp_path: Path) -> None:
    for folder, text in (
        ("all/open", "المنحة الدراسية للطلاب."),
        ("all/secret", "المنحة السرية للعلماء كالين."),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "one.txt").write_text(text, "utf-8")
    groups = written(tmp_path, f'[editors]\nmembers = [{EDITOR}, {ROOM}]\nsource = "{tmp_path}/all"\n')
    library = open_library(
        load_settings(source=tmp_path / "all" / "open", groups=groups, data=tmp_path / "data")
    )

    def found(visitor: Visitor) -> int:
        return library.shelf(visitor).retriever.searched.documents

    rows = [
        ("a member", Visitor(EDITOR, EDITOR, private=True), 2),
        ("somebody else", Visitor(READER, READER, private=True), 1),
        ("a member in a group of others", Visitor(EDITOR, -20, private=False), 1),
        ("anybody in a group that is a member", Visitor(READER, ROOM, private=False), 2),
        ("a member, inline", Visitor(EDITOR, None, private=False), 1),
    ]
    assert [(name, found(visitor)) for name, visitor, _ in rows] == [(name, count) for name, _, count in rows]
    answer = library.common.retriever.ask("من هو كالين؟")
    assert "السرية" not in str(answer)
    assert answer.forms == {"كالين": ("كالين",)}
