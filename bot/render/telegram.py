"""Reply -> messages in Telegram's HTML.

A message holds at most 4,096 characters after entities. Entities are counted in UTF-16 units, which are
never fewer than code points, so everything here is measured in them.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.bidi import isolate, right_to_left
from bot.render.excerpt import excerpt, first_lines, units
from bot.reply import Quotation
from bot.spans import moved
from bot.texts import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.reply import Block, Note, Reply

LIMIT = 4096
_LONG, _FOLDED = 700, 120
"""A folded quotation shows about three lines of a telephone. A long one is folded only where its answer
stands in these lines: nobody should have to unfold a quotation to see what was asked for."""
_SHORT = 600
"""A note that is longer is sent apart from what it introduces."""
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Markup that stays in one message, and the units of its text without tags."""

    markup: str
    units: int


def render(reply: Reply) -> list[str]:
    """The messages of a reply, in order, each within Telegram's limit and complete in its tags."""
    room = LIMIT - _ahead(reply)
    pieces = [piece for block in reply.blocks for piece in _pieces(block, reply.language, room)]
    return list(_packed(pieces))


def _ahead(reply: Reply) -> int:
    """The units that a short note before the quotations takes from the first of them."""
    first = reply.blocks[0] if reply.blocks else None
    if first is None or isinstance(first, Quotation):
        return 0
    length = units(_directed(first.text, reply.language)) + len(_GAP)
    return length if length <= _SHORT else 0


def _pieces(block: Block, language: Language, room: int) -> Iterator[_Piece]:
    if isinstance(block, Quotation):
        yield _quotation(block, language, room)
    else:
        yield from _note(block, language)


def _quotation(block: Quotation, language: Language, room: int) -> _Piece:
    rank_and_source = right_to_left(f"{block.rank}. {block.source}{' · ' if block.source else ''}")
    path = isolate(block.path)
    also = "\n" + _directed(block.below, language) if block.below else ""
    around = units(f"\n{rank_and_source}{path}{also}")
    span = moved(block.text, block.answer, right_to_left)
    before, answer, after = excerpt(right_to_left(block.text), span, room - around)
    length = units(before + answer + after)
    folded = " expandable" if length > _LONG and units(before + answer) <= _FOLDED else ""
    # Where the answer is all that is quoted, nothing sets it off.
    partly = answer and (before.strip() or after.strip())
    shown = f"<b>{_escaped(answer)}</b>" if partly else _escaped(answer)
    return _Piece(
        f"<blockquote{folded}>{_escaped(before)}{shown}{_escaped(after)}</blockquote>\n"
        f"{_escaped(rank_and_source)}<code>{_escaped(path)}</code>{_escaped(also)}",
        length + around,
    )


def _note(block: Note, language: Language) -> Iterator[_Piece]:
    text = _directed(block.text, language)
    while text:
        part = first_lines(text, LIMIT)
        yield _Piece(_escaped(part.strip("\n")), units(part.strip("\n")))
        text = text[len(part) :]


def _directed(text: str, language: Language) -> str:
    return right_to_left(text) if language is Language.ARABIC else text


def _packed(pieces: Iterable[_Piece]) -> Iterator[str]:
    """As many pieces to a message as fit, an empty line between them."""
    message, length = "", 0
    for piece in pieces:
        if message and length + len(_GAP) + piece.units > LIMIT:
            yield message
            message, length = "", 0
        gap = _GAP if message else ""
        message += gap + piece.markup
        length += len(gap) + piece.units
    if message:
        yield message


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
