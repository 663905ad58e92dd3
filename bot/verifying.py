"""`iqtibas verify-quote`: what it reports, a line for each quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.quoted import NotAnAnswer, quoted
from bot.visible import visible_line
from retrieval import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from retrieval import Checked, Paragraph, Retriever

_REASONS = {
    Fault.MISSING: "no document of this path is searched",
    Fault.ALTERED: "the document doesn't hold these words",
    Fault.MOVED: "its words stand at another place",
    Fault.REVISED: "the document has changed since",
    Fault.MISATTRIBUTED: "the document says another title, publisher, date or address of itself",
}


@dataclass
class Counts:
    """How many quotations were looked at, how many of them are faulty, and how many lines are no answer."""

    quotations: int = 0
    faulty: int = 0
    unread: int = 0

    def __str__(self) -> str:
        looked = f"{self.quotations} quotations looked at"
        if self.faulty or self.unread:
            unread = f", {self.unread} lines not read" if self.unread else ""
            return f"{looked}: {self.faulty} don't stand as quoted{unread}"
        return f"{looked}: all stand as quoted"


def verified(
    lines: Iterable[str], retriever: Retriever, counts: Counts, complain: Callable[[str], None]
) -> Iterator[str]:
    """The report on the quotations of answers, a line for each of them.

    counts: is brought up to date; complain: is told of lines that are no answer, which are passed over
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            paragraphs = quoted(line)
        except NotAnAnswer as error:
            counts.unread += 1
            complain(f"line {number}: {error}")
            continue
        for rank, paragraph in enumerate(paragraphs, start=1):
            checked = retriever.verify_quote(paragraph)
            counts.quotations += 1
            counts.faulty += bool(checked.faults)
            yield f"line {number}, quotation {rank}: {_report(paragraph, checked)}"


def _report(paragraph: Paragraph, checked: Checked) -> str:
    place = f"{visible_line(paragraph.source.path)} {paragraph.start}-{paragraph.end}"
    reasons = [_reason(fault, checked) for fault in checked.faults]
    return f"{place}: {'; '.join(reasons) or 'stands as quoted'}"


def _reason(fault: Fault, checked: Checked) -> str:
    if fault is Fault.MOVED and checked.place:
        return f"{_REASONS[fault]}, {checked.place.start}-{checked.place.end}"
    return _REASONS[fault]
