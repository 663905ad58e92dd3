"""What many documents of a folder repeat at their edges is furniture; what an article says is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from retrieval import Retriever
from retrieval.reading.file import read_file
from retrieval.reading.folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path

PITCH = "لا تفوت أخبارنا: كل صباح في بريدك خلاصة ما كتبه مراسلونا في المدن السبع."
DISCLAIMER = "المواد المنشورة تعبر عن آراء كاتبيها ولا تعبر بالضرورة عن رأي الصحيفة"
CITIES = ("دمشق", "بيروت", "عمان", "القاهرة", "تونس", "الرباط", "بغداد", "صنعاء")
STORIES = [
    f"وصل الوفد إلى {city} مساء الجمعة، والتقى {number} من أعضاء مجلسها البلدي في مبنى المحافظة القديم."
    for number, city in enumerate(CITIES, start=3)
]
SECOND = "وقال رئيس الوفد إن الزيارة المقبلة ستكون في الربيع."

Make = Callable[[str], str]


def quoted(folder: Path) -> list[list[str]]:
    return [[each.text for each in document.quotable()] for document in read_folder(folder).documents]


def write(folder: Path, texts: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")


GONE: list[tuple[str, Make, list[str]]] = [
    ("below the article", lambda story: f"{story}\n\n{SECOND} {story}\n\n{DISCLAIMER}", [DISCLAIMER]),
    (
        "above and below it",
        lambda story: f"{DISCLAIMER}.\n\n{story}\n\n{SECOND} {story}\n\n{PITCH[17:]}",
        [DISCLAIMER, PITCH[17:]],
    ),
    (
        "with other figures",
        lambda story: f"{story}\n\nقرأ هذا الموضوع {len(story)} زائرا من زوار الصحيفة",
        ["زوار الصحيفة"],
    ),
    (
        "below other furniture",
        lambda story: f"{story}\n\n{DISCLAIMER}\n\nشارك المقال\n\nفيسبوك",
        [DISCLAIMER],
    ),
]


@pytest.mark.parametrize(("description", "make", "furniture"), GONE, ids=[case[0] for case in GONE])
def test_blocks_that_a_folder_repeats_at_the_edges_are_not_quoted(
    tmp_path: Path, description: str, make: Make, furniture: list[str]
) -> None:
    write(tmp_path, [make(story) for story in STORIES])
    for paragraphs, story in zip(quoted(tmp_path), STORIES, strict=True):
        assert story in "\n".join(paragraphs), description
        assert not any(each in "\n".join(paragraphs) for each in furniture), description


KEPT: list[tuple[str, list[str]]] = [
    ("a formula", [f"{story}\n\nرواه البخاري ومسلم" for story in STORIES]),
    (
        "an article of laws",
        [f"{story}\n\nالمادة 9: ينشر هذا القانون في الجريدة الرسمية ويعمل به" for story in STORIES],
    ),
    ("an item of lists", [f"{story}\n\n- يرفع كل عضو تقريرا إلى رئيس المجلس" for story in STORIES]),
    ("a sentence within", [f"{story}\n\n{DISCLAIMER}.\n\n{SECOND} ({story[:20]})" for story in STORIES]),
    ("one story in eight papers", [f"{STORIES[0]}\n\n{SECOND}"] * 8),
    ("four documents alone", [f"{story}\n\n{DISCLAIMER}" for story in STORIES[:4]]),
    (
        "few of many",
        [f"{story}\n\n{DISCLAIMER if number < 4 else SECOND[:30]}" for number, story in enumerate(STORIES)],
    ),
    ("nothing else", [DISCLAIMER] * 8),
    ("most of the text", [f"{PITCH}\n\n{story}\n\n{DISCLAIMER} {PITCH}" for story in STORIES]),
]


@pytest.mark.parametrize(("description", "texts"), KEPT, ids=[case[0] for case in KEPT])
def test_everything_else_that_is_repeated_stays(tmp_path: Path, description: str, texts: list[str]) -> None:
    write(tmp_path, texts)
    for paragraphs, text in zip(quoted(tmp_path), texts, strict=True):
        assert all(block in "\n\n".join(paragraphs) for block in text.split("\n\n")), description


def test_folders_are_looked_at_one_by_one(tmp_path: Path) -> None:
    write(tmp_path / "a", [f"{story}\n\n{DISCLAIMER}" for story in STORIES[:4]])
    write(tmp_path / "b", [f"{story}\n\n{DISCLAIMER}" for story in STORIES[4:]])
    assert sum(DISCLAIMER in "\n".join(paragraphs) for paragraphs in quoted(tmp_path)) == 8


def test_an_index_that_grows_file_by_file_drops_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    texts = [f"{story}\n\n{DISCLAIMER}" for story in STORIES]
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.txt").write_text(text, "utf-8")
            done = retriever.sync(folder, settled=0)
            assert (done.added, done.updated) == (1, 0)
        assert list(retriever.documents) == list(read_folder(folder).documents)
        again = retriever.sync(folder, settled=0)
        assert (again.added, again.updated, again.unchanged) == (0, 0, 8)
        assert retriever.verify().problems == []


def test_explaining_a_file_tells_what_its_folder_repeats(tmp_path: Path) -> None:
    write(tmp_path, [f"{story}\n\n{DISCLAIMER}" for story in STORIES])
    alone = read_file(tmp_path / "0.txt").readings[0]
    among = read_file(tmp_path / "0.txt", among_others=True).readings[0]
    assert alone.dropped == ()
    assert [(each.text, each.reason) for each in among.dropped] == [
        (DISCLAIMER, "repeated in other documents of its folder")
    ]
