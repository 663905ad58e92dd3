"""Which module reads which file, and what is said where none can."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import FileUnreadable
from retrieval.reading.formats import FORMATS, reader

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("suffix", [*FORMATS, ".TXT", ".Html"])
def test_every_format_has_a_reader_whatever_the_case_of_its_suffix(suffix: str) -> None:
    assert callable(reader(suffix, f"1{suffix}"))


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(FileUnreadable, match=r"1\.xyz: its format is not known; valid are .*\.docx"):
        reader(".xyz", "1.xyz")


def test_without_the_extra_libraries_plain_text_and_tables_are_read_and_the_others_told(
    tmp_path: Path,
) -> None:
    """As after `pip install iqtibas`, where the libraries of the extra `files` are not there."""
    for name in ("1.txt", "2.html", "3.md", "4.pdf"):
        (tmp_path / name).write_text("وصل الوفد إلى المدينة.", "utf-8")
    (tmp_path / "5.csv").write_text("text\nوصل الوفد.\n", "utf-8")
    program = f"""
import sys
for missing in ("lxml", "trafilatura", "markdown_it", "pdfminer", "pypdf", "yaml"):
    sys.modules[missing] = None
from retrieval.reading.document import read_all
from retrieval.errors import FileError
from pathlib import Path
for path in sorted(Path({str(tmp_path)!r}).iterdir()):
    try:
        print(path.name, len(read_all(path, path.name).documents))
    except FileError as error:
        print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    told = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert (told["1.txt"], told["5.csv"]) == ("1", "1")
    for name, extra in {"2.html:": "html", "3.md:": "markdown", "4.pdf:": "pdf"}.items():
        assert f"install what reads such files: pip install 'iqtibas[{extra}]'" in told[name]
