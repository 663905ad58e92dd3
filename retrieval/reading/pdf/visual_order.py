"""What stands on a line from left to right -> the text as it is read.

The Unicode Bidirectional Algorithm (UAX #9) tells how a text is laid out; this is the way back, for lines of
Arabic. Where two texts look the same, the likelier one is meant: a name before its number («FIFA 2022»), a
number before its unit («8 GB»).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Sequence

# A letter for what each place holds: the classes of a line are a string in which patterns are sought.
_RIGHT, _LEFT, _NUMBER, _ARABIC_NUMBER, _SIGN, _SEPARATOR, _OTHER = "RLNASC."
_CLASSES = {
    **dict.fromkeys(("R", "AL"), _RIGHT),
    **dict.fromkeys(("ES", "ET"), _SIGN),
    "L": _LEFT,
    "EN": _NUMBER,
    "AN": _ARABIC_NUMBER,
    "CS": _SEPARATOR,
}
_STRONGER = (_RIGHT, _LEFT, _ARABIC_NUMBER, _NUMBER, _SEPARATOR, _SIGN, _OTHER)
"""Which class a place has that holds several: the first."""
_UNITS = frozenset(
    "B KB MB GB TB bit Kb Mb Gb Kbps Mbps Gbps Hz kHz MHz GHz W kW MW GW Wh kWh MWh GWh V kV A mA mAh g kg "
    "mg lb mm cm m km m² km² ml l L °C °F K bar dB px pt inch in ft mph km/h AM PM am pm".split()
)
_FIGURES = frozenset((_NUMBER, _ARABIC_NUMBER))
_WITHIN_LATIN = re.compile(r"[RA](?:[^L]*[RA])?")
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_OPENED_BY = dict(zip(")]}>»›", "([{<«‹", strict=True))


def logical(units: Sequence[str], *, mirrored: bool = False, after_arabic: bool = True) -> str:
    """The text of a line of Arabic.

    units: what stands in each place, from left to right; several letters in one place as they are read
    mirrored: whether brackets are told by their looks, not by their meaning
    after_arabic: whether Arabic letters come before the line, which decides how «10-20» is laid out

    >>> logical(["١", "٢", " ", "N", "A", "T", "O", " ", "ت", "ل", "ا", "ق"])
    'قالت NATO ١٢'
    """
    classes = "".join(map(_class, units))
    text: list[str] = []
    end = len(units)
    while end:
        start = _run(units, classes, end, after_arabic=after_arabic)
        if start < end:
            text.extend(units[start:end])
        else:
            start = end - 1
            text.append(_MIRRORED.get(units[start], units[start]) if mirrored else units[start])
        after_arabic = after_arabic or _RIGHT in classes[start:end]
        end = start
    return "".join(text)


def logical_in_latin(units: Sequence[str]) -> str:
    """The text of a line of Latin letters, in which Arabic words may stand."""
    classes = "".join(map(_class, units))
    text: list[str] = []
    at = 0
    for found in _WITHIN_LATIN.finditer(classes):
        text += (*units[at : found.start()], logical(units[slice(*found.span())]))
        at = found.end()
    return "".join((*text, *units[at:]))


def _run(units: Sequence[str], classes: str, end: int, *, after_arabic: bool) -> int:
    """Where what is read from left to right begins that ends here; `end` where nothing of the kind does."""
    if opening := _OPENED_BY.get(units[end - 1]):
        start = _latin(classes, end - 1)
        inside = units[start : end - 1]
        return start if inside.count(opening) > inside.count(units[end - 1]) else end
    start = _latin(classes, end)
    if start == end or _is_unit(units, classes, start, end):
        start = _figure(classes, end) if after_arabic else _figure_with_signs(classes, end)
    return start


def _latin(classes: str, end: int) -> int:
    """Where the Latin words begin that end here, or with numbers here; signs may stand between them."""
    if not end or classes[end - 1] not in {_LEFT, _NUMBER}:
        return end
    bound = 1 + max(classes.rfind(_RIGHT, 0, end), classes.rfind(_ARABIC_NUMBER, 0, end))
    start = classes.find(_LEFT, bound, end)
    while start > bound and classes[start - 1] == _NUMBER:
        start -= 1
    return end if start < 0 else start


def _is_unit(units: Sequence[str], classes: str, start: int, end: int) -> bool:
    """Whether what looks like a name with its number is a number with its unit."""
    name, _, number = "".join(units[start:end]).partition(" ")
    return name in _UNITS and bool(number) and _LEFT not in classes[start + len(name) : end]


def _figure(classes: str, end: int, joined_by: str = _SEPARATOR) -> int:
    """Where the number begins that ends here."""
    start = end
    while start and classes[start - 1] in _FIGURES:
        start -= 1
        if start > 1 and classes[start - 1] in joined_by and classes[start - 2] in _FIGURES:
            start -= 1
    return start


def _figure_with_signs(classes: str, end: int) -> int:
    """The same where no Arabic letters come before: signs belong to the number, and join two."""
    last = len(classes[:end].rstrip(_SIGN))
    start = _figure(classes, last, _SEPARATOR + _SIGN)
    if start == last:
        return end
    return len(classes[:start].rstrip(_SIGN))


@lru_cache(4096)
def _class(unit: str) -> str:
    """The class of a place: that of its first letter, or of its number, or of what else stands there."""
    classes = [_CLASSES.get(bidirectional(character), _OTHER) for character in unit]
    return min(classes, key=_STRONGER.index, default=_OTHER)
