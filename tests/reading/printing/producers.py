"""The programs that print a sample as PDF. Each says why it can't where it is absent."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_amiri

from tests.reading.printing.as_docx import as_docx
from tests.reading.printing.as_fpdf import as_fpdf
from tests.reading.printing.as_html import as_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.reading.printing.sample import Sample

FONT = fontpkg_amiri.ROOT / "files" / "Amiri-Regular.ttf"
_PATIENCE = 120
"""Seconds that a program may take to print a text."""


class Absent(Exception):
    """The producer isn't on this machine."""


def chromium(sample: Sample) -> bytes:
    """Printed by Chromium, from HTML."""
    program = _found("chromium", "chromium-browser", "google-chrome")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(as_html(sample, FONT.as_uri(), footnotes=False), "utf-8")
        made = Path(folder) / "page.pdf"
        _run(
            *(program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"),
            *("--no-pdf-header-footer", f"--print-to-pdf={made}", page.as_uri()),
        )
        return made.read_bytes()


def libreoffice(sample: Sample) -> bytes:
    """Printed by LibreOffice, from a Word file."""
    program = _found("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.docx"
        file.write_bytes(as_docx(sample))
        _run(
            *(program, f"-env:UserInstallation={Path(folder).as_uri()}/profile", "--headless"),
            *("--convert-to", "pdf", "--outdir", folder, str(file)),
        )
        return file.with_suffix(".pdf").read_bytes()


def weasyprint(sample: Sample) -> bytes:
    """Printed by WeasyPrint, from HTML."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - it loads Pango, a library of the system
    except OSError as error:
        raise Absent(f"WeasyPrint misses a library of the system: {error}") from error
    made: bytes = HTML(string=as_html(sample, FONT.as_uri(), footnotes=True)).write_pdf()
    return made


def fpdf(sample: Sample) -> bytes:
    """Printed by fpdf2, paragraph by paragraph."""
    return as_fpdf(sample, FONT)


PRODUCERS: dict[str, Callable[[Sample], bytes]] = {
    "LibreOffice": libreoffice,
    "Chromium": chromium,
    "WeasyPrint": weasyprint,
    "fpdf2": fpdf,
}


def _found(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    raise Absent(f"{names[0]} is not on this machine")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
