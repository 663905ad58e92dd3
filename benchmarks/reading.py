"""How truly each format is read, and how fast.

    python -m benchmarks.reading [COUNT]

The texts of set a, and the web sites of its lines, were there before the readers were written; set b, and
the other sites, were made afterwards and left as they were. Recall, order and numbers are those of
`tests/reading/printing/fidelity.py`, over what may be quoted and the title; furniture counts the blocks
around the article that may be quoted. The speeds are those of COUNT files (200) of a format read in the
sandbox, and of 1,000 web pages. Prints Markdown.
"""

from __future__ import annotations

import logging
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import FileError
from retrieval.reading.document import read
from retrieval.reading.sandbox.sandbox import Sandbox
from retrieval.reading.text.encodings import decode
from tests.reading.printing.as_docx import as_docx
from tests.reading.printing.as_epub import as_epub
from tests.reading.printing.as_web import LATER_SITES, SITES
from tests.reading.printing.fidelity import Fidelity, fidelity, mean
from tests.reading.printing.producers import PRODUCERS, Absent
from tests.reading.printing.sample import Sample, samples

if TYPE_CHECKING:
    from retrieval.model import Document

Make = Callable[[Sample], bytes]

PAGES = 1000
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso8859-6")
FORMATS: dict[str, tuple[str, Make]] = {
    "txt": (".txt", lambda sample: sample.words.encode()),
    "md": (".md", lambda sample: sample.words.encode()),
    "docx": (".docx", as_docx),
    "epub": (".epub", as_epub),
} | {f"pdf, {name}": (".pdf", make) for name, make in PRODUCERS.items()}
WEB = {"a": SITES, "b": LATER_SITES}


def main(count: int) -> None:
    """Measure, and print."""
    logging.disable()  # pdfminer tells of every font that lacks a box
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("| format | set | recall | order | numbers | surplus words | furniture blocks |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for label, (suffix, make) in FORMATS.items():
            for group in "ab":
                print_format(label, group, folder / f"file{suffix}", make)
        for group in "ab":
            print_web(group, folder / "page.html")
        print_encodings()
        print("\n| files | seconds | processor seconds | a processor second |\n| --- | --- | --- | --- |")
        for label, (suffix, make) in FORMATS.items():
            print_speed(label, folder, suffix, [make], count)
        print_speed("html", folder, ".html", [page_of(site) for site in SITES], PAGES)


def print_format(label: str, group: str, path: Path, make: Make) -> None:
    """A line of the first table."""
    found = []
    try:
        for sample in samples(group):
            path.write_bytes(make(sample))
            found.append(fidelity(sample.words, quotable(read(path))))
    except Absent as absent:
        print(f"| {label} | {group} | {absent} | | | | |")
        return
    print_line(label, group, mean(found), "")


def print_web(group: str, path: Path) -> None:
    """The lines of web pages in the first table: the sites of a set over the texts of both."""
    for name, site in WEB[group].items():
        found, furniture = [], 0
        for sample in samples("a") + samples("b"):
            page = site(sample)
            path.write_text(page.html, "utf-8")
            text = quotable(read(path))
            found.append(fidelity(sample.words, text))
            furniture += sum(block in text.split("\n") for block in page.furniture)
        print_line(f"html, {name}", group, mean(found), str(furniture))


def print_encodings() -> None:
    """How many blocks of the texts, each a file, come back to the letter in each encoding that has them."""
    blocks = [block.text for group in "ab" for sample in samples(group) for block in sample.blocks]
    print("\n| encoding | files | exact |\n| --- | --- | --- |")
    for encoding in ENCODINGS:
        exact = [_is_exact(block, encoding) for block in blocks if _fits(block, encoding)]
        print(f"| {encoding} | {len(exact)} | {sum(exact)} |")


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_exact(text: str, encoding: str) -> bool:
    try:
        return decode(text.encode(encoding), "block.txt") == text
    except FileError:
        return False


def print_line(label: str, group: str, found: Fidelity, furniture: str) -> None:
    """A line of figures."""
    shares = (found.recall, found.order, found.numbers, found.surplus)
    print(f"| {label} | {group} | {' | '.join(f'{share:.3f}' for share in shares)} | {furniture} |")


def print_speed(label: str, folder: Path, suffix: str, makes: list[Make], count: int) -> None:
    """How long so many files take in the sandbox; of PDFs how many pages a second."""
    texts = samples("a") + samples("b")
    try:
        contents = [make(sample) for make in makes for sample in texts]
    except Absent as absent:
        print(f"| {label} | {absent} | | |")
        return
    files = [folder / f"{number}{suffix}" for number in range(count)]
    for file, data in zip(files, islice(cycle(contents), count), strict=True):
        file.write_bytes(data)
    began, used = time.perf_counter(), processor_seconds()
    with Sandbox() as sandbox:
        found = list(sandbox.read_each((file, file.name) for file in files))
    seconds, used = time.perf_counter() - began, processor_seconds() - used
    for file in files:
        file.unlink()
    failed = [each for each in found if isinstance(each, FileError)]
    if failed:
        raise failed[0]
    pages = sum(len(each.documents[0].marks) for each in found if not isinstance(each, FileError))
    more = f", {pages / used:.0f} pages" if suffix == ".pdf" else ""
    print(f"| {count} {label} | {seconds:.1f} | {used:.1f} | {count / used:.0f}{more} |")


def processor_seconds() -> float:
    """What this process and its ended children have used: the clock says little on a busy machine."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def page_of(site: str) -> Make:
    """What makes the pages of a site."""
    return lambda sample: SITES[site](sample).html.encode()


def quotable(document: Document) -> str:
    """What may be quoted of a document, its title above."""
    body = "\n".join(paragraph.text for paragraph in document.quotable())
    title = document.source.title or ""
    return body if title in body else f"{title}\n{body}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
