"""Documents, names and questions that were made to break a message, shown in every way that the bot shows them.

python -m tests.bot.telegram.hostile 5000
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.compose import compose_sources
from bot.render.telegram import render
from bot.telegram import guide
from bot.telegram.asking.context import context
from bot.telegram.asking.pages import page
from bot.telegram.notes import note
from bot.telegram.owning.statistics import Often, Statistics, compose_statistics
from bot.texts import Language
from bot.why import explained
from retrieval import Document, Retriever, Source, Span
from tests.botapi.errors import ApiError
from tests.botapi.messages import send_message
from tests.botapi.state import BotState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_QUESTION = "المنحة الدراسية"
_CHAT = {"id": 7, "type": "private"}

_FRAGMENTS = (
    *(
        "<b>",
        "</b>",
        "<i>",
        "</blockquote>",
        "<blockquote expandable>",
        "</code>",
        "<pre>",
        "<br>",
        "<",
        ">",
        "&",
    ),
    *(
        "<a href='tg://user?id=1'>",
        '<a href="https://evil.example/">',
        "</a>",
        "<tg-spoiler>",
        "<script>",
        "<!--",
    ),
    *(
        "&lt;",
        "&amp;lt;",
        "&#60;",
        "&#x3c;",
        "&nbsp;",
        "&quot;",
        "&copy",
        "&#0;",
        "&#55296;",
        "3 < 5 & 7 > 6",
    ),
    *("\u202e", "\u202a", "\u2066", "\u2069", "\u2068" * 3, "\u200f", "\u200e", "\u061c", "\ufeff", "\u00ad"),
    *(
        "\x00",
        "\x1b[31m",
        "\x07",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
        "\r\n",
        "\t",
        "\x0b",
        "\ud83d",
        "\udc00",
    ),
    *("\ufffe", "\uffff", "\U000e0041", "\U000f0000", "\u0301" * 40, "\u064b\u0651" * 20, "ـ" * 60),
    *("😀", "👨‍👩‍👧‍👦", "🇵🇸", "*bold*", "_it_", "`code`", "```", "[x](tg://user?id=1)", "~~", "||"),
    *(
        "@username",
        "/start",
        "#وسم",
        "https://example.com",
        "+123456789",
        "mail@example.com",
        "{ $rank }",
        "%s",
        "{0}",
    ),
    *(
        "../../etc/passwd",
        "C:\\x\\y",
        "a" * 300,
        "ق" * 700,
        "\n\n\n",
        "   ",
        "NATO",
        "2021-02-03",
        "١٢٣",
        "،؛؟",
    ),
)


@dataclass
class Found:
    """What came of it: messages sent, those refused with the reason, and entities that nobody meant."""

    sent: int
    refused: Counter[str]
    unmeant: Counter[str]


def texts(number: int, seed: int) -> Iterator[str]:
    """So many hostile texts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(number):
        yield " ".join(chance.choice(_FRAGMENTS) for _ in range(chance.choice((1, 3, 9, 60))))


def shown(text: str) -> Iterator[tuple[str, Counter[str]]]:
    """Messages with `text` in all places that it can come to, each with the entities that are meant."""
    body = f"{text} أعلنت الجامعة عن {_QUESTION}. {text}"
    name = text.replace("/", "_").encode("utf-8", "replace").decode()  # surrogates are in no path
    source = Source(f"{name}.txt", text, text, date(2021, 2, 3), text)
    retriever = Retriever.in_memory([Document(source, body, (Span(0, len(body)),))])
    quotation: Counter[str] = Counter(blockquote=1, bold=1, code=1)
    for language in Language:
        found = page(retriever, _QUESTION, "", language)
        yield found.text, quotation
        (quote,) = retriever.ask(_QUESTION).quotes
        opened = context(retriever, quote, language)
        yield opened.text, Counter() if opened.file else quotation
        notes = [
            *render(explained(retriever.ask(_QUESTION), language)),
            *render(compose_sources(retriever.documents, retriever.searched, language)),
            *render(guide.unknown(text, language)),
            *note(language, "upload-read", name=text, paragraphs=1, characters=2),
            *note(language, "reindex-failed", reason=text),
            *note(language, "left-out", files=[text, text]),
            *render(compose_statistics(_statistics(text), language)),
        ]
        yield from ((each, Counter()) for each in notes)
        together = page(retriever, f"{text} {_QUESTION}", "", language)
        yield together.text, Counter() if together.answered is None else quotation


def _statistics(text: str) -> Statistics:
    often = [Often(text, 3, 0)] * 12
    return Statistics(90, 40, 12, 1, 1, often[:10], often)


async def attack(hostile: Iterable[str], change: Callable[[str], str] = str) -> Found:
    """Send messages with these texts to the test server's parser, each after `change`."""
    bot = BotState(1)
    bot.chats[7] = _CHAT
    found = Found(0, Counter(), Counter())
    for text in hostile:
        for message, meant in shown(text):
            parameters: dict[str, Any] = {"chat_id": 7, "text": change(message), "parse_mode": "HTML"}
            try:
                sent = await send_message(bot, parameters)
            except ApiError as error:
                found.refused[str(error)] += 1
                continue
            found.sent += 1
            kinds = Counter(kind_of(entity) for entity in sent.get("entities", ()))
            found.unmeant += kinds - meant
        bot.messages.clear()
    return found


def kind_of(entity: dict[str, Any]) -> str:
    """The kind of an entity, a folded quotation's being that of any."""
    return str(entity["type"]).removeprefix("expandable_")


if __name__ == "__main__":
    result = asyncio.run(attack(texts(int(sys.argv[1]), seed=1)))
    print(f"{result.sent} messages, refused {dict(result.refused)}, unmeant {dict(result.unmeant)}")  # noqa: T201
    sys.exit(bool(result.refused or result.unmeant))
