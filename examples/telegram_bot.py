"""A Telegram bot of one's own around a Retriever.

    TELEGRAM_BOT_TOKEN=123456:ABC… python examples/telegram_bot.py FOLDER

It answers each message with the sentence that answers best, or says that there is none. TELEGRAM_API names
another server than Telegram's, such as that of `python -m tests.botapi`. `iqtibas telegram` does far more.
"""

from __future__ import annotations

import asyncio
import os
import sys
from html import escape
from typing import TYPE_CHECKING

from telegram.constants import ParseMode
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from retrieval import QuestionError, Retriever, attribution

if TYPE_CHECKING:
    from telegram import Update

    from retrieval import Quote

TELEGRAM = "https://api.telegram.org/bot"
LONGEST = 3000
"""Characters of a sentence that is shown whole; Telegram takes messages of 4096, source and all."""
SILENCE = "لم أجد في المستندات جوابًا عن هذا السؤال."
UNCLEAR = "اكتب سؤالًا فيه كلمة واحدة على الأقل."


def shown(quote: Quote) -> str:
    """The sentence that answers, as a quotation in Telegram's HTML, with its source."""
    sentence = quote.answer.of(quote.paragraph.text)
    if len(sentence) > LONGEST:
        sentence = f"{sentence[:LONGEST]}…"
    source = attribution(quote.paragraph.source, quote.paragraph.marks)
    return f"<blockquote>{escape(sentence)}</blockquote>\n{escape(source)}"


async def reply(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a message; the search runs in a thread, so that others are heard meanwhile."""
    message = update.message
    if message is None or message.text is None:
        return
    try:
        answer = await asyncio.to_thread(context.bot_data["retriever"].ask, message.text, limit=1)
    except QuestionError:
        await message.reply_text(UNCLEAR)
        return
    text = shown(answer.quotes[0]) if answer.quotes else SILENCE
    await message.reply_text(text, parse_mode=ParseMode.HTML)


def main(folder: str) -> None:
    """Answer until SIGINT or SIGTERM."""
    builder = ApplicationBuilder().token(os.environ["TELEGRAM_BOT_TOKEN"])
    application = builder.base_url(os.environ.get("TELEGRAM_API", TELEGRAM)).build()
    application.bot_data["retriever"] = Retriever.from_folder(folder)
    application.add_handler(MessageHandler(filters.TEXT, reply))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
