"""Links that open one quotation, for as long as its document holds it.

A link holds an id only. Behind it the database keeps where the quotation stands and a digest of its words: it
opens the same words or none, also after others were put in before them.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from bot.telegram.asking.context import context
from bot.texts import say
from retrieval import Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.telegram.asking.context import Context
    from bot.telegram.database import Database
    from bot.texts import Language
    from retrieval import Paragraph, Retriever

PREFIX = "q_"
"""What the payload of a quotation's deep link begins with."""
_ID = 16


class Permalinks:
    """Makes links to quotations and follows them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def make(self, paragraphs: Iterable[Paragraph]) -> list[str]:
        """The payload of a deep link to each paragraph."""
        rows = [_row(paragraph) for paragraph in paragraphs]
        await self._database.run(
            lambda it: it.executemany("insert or ignore into permalinks values (?, ?, ?, ?)", rows)
        )
        return [PREFIX + row[0] for row in rows]

    async def place(self, payload: str) -> tuple[str, int, bytes] | None:
        """Where the quotation of a link stood: the document's path, its offset, the digest of its words."""
        key = payload.removeprefix(PREFIX)
        found: tuple[str, int, bytes] | None = await self._database.run(
            lambda it: it.execute("select path, start, digest from permalinks where id = ?", [key]).fetchone()
        )
        return found


def follow(retriever: Retriever, path: str, start: int, digest: bytes, language: Language) -> Context | None:
    """The paragraph whose words have that digest, in its context; None if it is no longer there.

    start: where it stood; of several the nearest is meant
    """
    document = retriever.document(path)
    paragraphs = document.quotable() if document else []
    same = [paragraph for paragraph in paragraphs if _digest(paragraph) == digest]
    if not same:
        return None
    nearest = min(same, key=lambda paragraph: abs(paragraph.start - start))
    quote = Quote(1, nearest, Span(0, len(nearest.text)), (), 0.0)
    return context(retriever, quote, language, say(language, "linked"))


def _row(paragraph: Paragraph) -> tuple[str, str, int, bytes]:
    path, digest = paragraph.source.path, _digest(paragraph)
    place = hashlib.blake2b(f"{paragraph.start} {path}".encode("utf-8", "surrogatepass") + digest).digest()
    return base64.urlsafe_b64encode(place).decode()[:_ID], path, paragraph.start, digest


def _digest(paragraph: Paragraph) -> bytes:
    return hashlib.blake2b(paragraph.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
