"""Elements of HTML -> blocks of text: paragraphs, headings, lists, tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN = frozenset(
    "script style noscript template iframe object embed svg math canvas audio video map select textarea "
    "button input option datalist link meta base title graphic".split()
)
"""Elements whose text a reader doesn't see, or sees as a part of a form."""
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary "
    "table tbody tfoot thead tr ul list item quote row".split()
)
"""Elements that stand on lines of their own; the last ones are trafilatura's."""
_PARTS = frozenset({"li", "tr", "item", "row", "dt", "dd"})
"""What stands on a line below others of its kind; other blocks are set apart by an empty line."""
_CELLS = frozenset({"td", "th", "cell"})
_APART, _BELOW, _BESIDE = "\x02", "\x03", "\x04"
_SPACES = re.compile("[ \t\r\f\v\n\x02\x03\x04]+")
_EDGES = re.compile("[ \x02\x03\x04]*([\x02\x03])[ \x02\x03\x04]*")
_NEXT_CELL = re.compile(f" *{_BESIDE}[ {_BESIDE}]*")


def blocks(root: HtmlElement) -> list[str]:
    r"""The blocks of an element's text in order, none of them empty. What is `UNSEEN` is taken out of it.

    >>> from lxml.html import fromstring
    >>> blocks(fromstring("<div>أول<p>ثان<br>ثالث</p><ul><li>بند<li>آخر</ul></div>"))
    ['أول', 'ثان\nثالث', 'بند\nآخر']
    """
    etree.strip_elements(root, *UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    marked = re.sub("  +", " ", "".join(_pieces(root)))
    marked = _EDGES.sub(lambda found: _APART if _APART in found[0] else _BELOW, marked)
    marked = _NEXT_CELL.sub(" | ", marked).replace(_BELOW, "\n")
    return [block for each in marked.split(_APART) if (block := each.strip(" \n"))]


def _pieces(root: HtmlElement) -> list[str]:
    """The text with marks where blocks, lines and cells part."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            pieces += (_before(element), _SPACES.sub(" ", element.text or ""))
            continue
        if tag in {"br", "lb"}:
            pieces.append(_BELOW)
        elif tag in _BLOCKS and tag not in _PARTS:
            pieces.append(_APART)
        if element is not root:
            pieces.append(_SPACES.sub(" ", element.tail or ""))
    return pieces


def _before(element: HtmlElement) -> str:
    """What parts an element from what stands before it."""
    tag, before = element.tag, element.getprevious()
    if tag in _CELLS:
        return _BESIDE if before is not None else ""
    if tag in _PARTS:
        return _BELOW if before is not None and before.tag in _PARTS else _APART
    return _APART if tag in _BLOCKS else ""
