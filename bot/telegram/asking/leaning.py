"""What a question takes along: of the one it replies to, else of the last one of its asker in the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.telegram.addressing import replied
from bot.telegram.asking.question import Question
from bot.visible import visible_line
from retrieval import follow_up

if TYPE_CHECKING:
    from bot.telegram.asking.record import Record
    from bot.telegram.incoming import Incoming


async def question(asked: Incoming, record: Record) -> Question:
    """What was written, as it is understood. The same for the same message, whenever it is handled again."""
    message = asked.message
    written = Question(asked.words, message.chat.id, asked.visitor.user)
    reply = replied(message, message.get_bot().bot)
    if reply is None:
        last = await record.last(message)
        former = last.text if last else None
    else:
        # Whoever replies means that message: where its question was forgotten, no other takes its place.
        former = await record.answered_by(message.chat.id, reply)
    found = follow_up(asked.words, former or "", replied=reply is not None)
    if found is None:
        return written
    return Question(written.words, written.chat, written.asker, visible_line(found.understood))
