"""An extension of griffe: the project's docstrings as Markdown.

They are prose, with lines that begin "name: what it is" and examples that begin ">>>". Markdown would run the
former together and take the latter for quotations in quotations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from griffe import Extension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from griffe import Object

_NAMED = re.compile(r"[a-z_]+(?:, [a-z_]+)*(?=: )")
_EXAMPLE = re.compile(r"^>>> .*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)


class AsMarkdown(Extension):
    """Rewrites each docstring as it is loaded."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Take the docstring of a module, class, function or attribute."""
        if obj.docstring:
            obj.docstring.value = as_markdown(obj.docstring.value)


def as_markdown(docstring: str) -> str:
    r"""The docstring with its lists as lists, its examples as code.

    >>> print(as_markdown("Cuts.\nat: where\nby: how\nRaises Blunt."))
    Cuts.
    <BLANKLINE>
    - `at`: where
    - `by`: how
    <BLANKLINE>
    Raises Blunt.
    """
    lines = "\n".join(_lines(docstring))
    return _EXAMPLE.sub(lambda match: f"```pycon\n{match.group()}\n```", lines)


def _lines(docstring: str) -> Iterator[str]:
    listed = False
    for line in docstring.split("\n"):
        named = _NAMED.match(line)
        if not line.startswith(" ") and listed != bool(named):
            yield ""
            listed = bool(named)
        yield f"- {_NAMED.sub(_as_code, line, count=1)}" if named else line


def _as_code(match: re.Match[str]) -> str:
    return ", ".join(f"`{name}`" for name in match.group().split(", "))
