"""Tables: each row is a document of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval import Retriever
from retrieval.errors import FileDamaged, FileError, FileUnreadable
from retrieval.reading.document import read, read_all

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = "وصل الوفد إلى المدينة مساء الجمعة.", "غادرت السفينة الميناء، صباح الأحد."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize(
    ("description", "name", "table"),
    [
        ("commas", "1.csv", f'title,text,date,url\nوصول,{ONE},3/2/2021,https://example.org/1\n,"{TWO}",,\n'),
        (
            "semicolons",
            "1.csv",
            f"date;title;text;url\n2021-02-03;وصول;{ONE};https://example.org/1\n;;{TWO};\n",
        ),
        (
            "tabs",
            "1.tsv",
            f"العنوان\tالنص\tالتاريخ\tالرابط\nوصول\t{ONE}\t3 شباط 2021\thttps://example.org/1\n\t{TWO}\n",
        ),
        (
            "JSON lines",
            "1.jsonl",
            f'\n{{"title": "وصول", "text": "{ONE}", "date": "2021-02-03", "url": "https://example.org/1"}}\n{{"text": "{TWO}"}}\n',
        ),
    ],
)
def test_rows_are_documents_with_their_columns(
    tmp_path: Path, encoding: str, description: str, name: str, table: str
) -> None:
    path = tmp_path / name
    path.write_bytes(table.encode(encoding))
    contents = read_all(path, name)
    first, second = contents.documents
    assert contents.failure is None
    assert [first.text, second.text] == [ONE, TWO], description
    assert [first.source.path, second.source.path] == [f"{name}#2", f"{name}#3"]
    source = first.source
    assert (source.title, str(source.date), source.url) == ("وصول", "2021-02-03", "https://example.org/1")
    assert (second.source.title, second.source.date) == (None, None)


@pytest.mark.parametrize(
    ("name", "table", "metadata"),
    [
        ("1.csv", f"text,section,year,path\n{ONE}, رأي ,,x\n", (("section", "رأي"),)),
        (
            "1.jsonl",
            f'{{"text": "{ONE}", "year": 2021, "checked": true, "tags": ["أ", "ب"], "at": {{"x": 1}}, "no": null}}',
            (("checked", True), ("tags", "أ، ب"), ("year", 2021)),
        ),
        (
            "1.md",
            f"---\nsection: رأي\nday: 2021-02-03\n---\n{ONE}\n",
            (("day", "2021-02-03"), ("section", "رأي")),
        ),
    ],
)
def test_what_is_told_under_other_names_is_kept(
    tmp_path: Path, name: str, table: str, metadata: tuple[tuple[str, object], ...]
) -> None:
    path = tmp_path / name
    path.write_text(table, "utf-8")
    assert [document.source.metadata for document in read_all(path).documents] == [metadata]


def test_cells_may_hold_lines_and_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "1.csv"
    path.write_bytes(f'text\r\n"قال: ""{ONE}""\r\n\r\n{TWO}"\r\n'.encode())
    assert [document.text for document in read_all(path).documents] == [f'قال: "{ONE}"\n\n{TWO}']


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("1.csv", f"title,text\nفارغ,\nأول,{ONE}\n\nفارغ,***\nثان,{TWO}\n"),
        ("1.jsonl", f'{{"text": ""}}\n{{"text": "{ONE}"}}\nnot json\n[1]\n{{"text": "{TWO}"}}\n'),
    ],
)
def test_rows_without_words_are_told_and_the_others_read(tmp_path: Path, name: str, table: str) -> None:
    path = tmp_path / name
    path.write_text(table, "utf-8")
    contents = read_all(path, name)
    assert [document.text for document in contents.documents] == [ONE, TWO]
    assert contents.failure
    assert contents.failure.path == name
    assert "#2" in str(contents.failure) or "#1" in str(contents.failure)


@pytest.mark.parametrize(
    ("name", "table", "reason"),
    [
        ("1.csv", "a,b\n1,2\n", "no column of it is called text"),
        ("1.csv", "title,text\n", "holds no rows"),
        ("1.jsonl", '{"a": 1}\n', "no line of it"),
        ("1.csv", "title,text\nأول,\n", "holds no words"),
    ],
)
def test_tables_without_a_document_are_refused(tmp_path: Path, name: str, table: str, reason: str) -> None:
    (tmp_path / name).write_text(table, "utf-8")
    with pytest.raises(FileError, match=reason) as refusal:
        read_all(tmp_path / name, name)
    assert refusal.value.path.startswith(name)
    assert isinstance(refusal.value, FileDamaged) or "column" not in reason


def test_a_table_is_not_one_document(tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_text(f"text\n{ONE}\n{ONE}\n", "utf-8")
    with pytest.raises(FileUnreadable, match="holds 2 documents"):
        read(tmp_path / "1.csv")


def test_half_a_surrogate_pair_in_a_name_keeps_no_row_from_being_stored(tmp_path: Path) -> None:
    (tmp_path / "1.jsonl").write_text(
        rf'{{"title": "وصول\ud800", "قسم\udc00": "رأي\ud800", "text": "{ONE}"}}', "utf-8"
    )
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        retriever.sync(tmp_path)
        (source,) = [document.source for document in retriever.documents]
    assert (source.title, source.metadata) == ("وصول?", (("قسم?", "رأي?"),))
