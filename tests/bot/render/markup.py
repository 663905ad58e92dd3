"""Telegram's HTML, read as its server does: tags off, entities resolved, errors raised."""

from __future__ import annotations

from html.parser import HTMLParser

ALLOWED = {"b", "blockquote", "code"}


class Markup(HTMLParser):
    """The plain text of a message, and the text of each tag in it.

    >>> Markup("<b>3 &lt; 5</b>!").text
    '3 < 5!'
    """

    def __init__(self, message: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[tuple[str, str]] = []
        self._open: list[tuple[str, int]] = []
        self.feed(message)
        self.close()
        if self._open:
            raise ValueError(f"unclosed: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED or (attrs and (tag, attrs) != ("blockquote", [("expandable", None)])):
            raise ValueError(f"not Telegram's: <{tag} {attrs}>")
        self._open.append((tag, len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        opened, start = self._open.pop()
        if opened != tag:
            raise ValueError(f"<{opened}> ends as </{tag}>")
        self.tags.append((tag, self.text[start:]))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[str]:
        """The text of each `tag`, in the order in which they end."""
        return [text for name, text in self.tags if name == tag]
