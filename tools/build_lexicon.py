"""Make retrieval/arabic/lexicon.json from the Arramooz dictionary: `python tools/build_lexicon.py`.

Arramooz (PyPI `arramooz-pysqlite`, Taha Zerrouki, GPL) holds nouns with roots and broken plurals, verbs with
roots, function words and frequencies, in 21 MB of SQLite that take half a second to read. What the project
needs of it is folded here once, and read in a fortieth of that.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEXICON = Path(__file__).parents[1] / "retrieval" / "arabic" / "lexicon.json"

_SHORTEST = 3
"""Letters of a plural that is listed: a shorter one is an abbreviation of the dictionary's."""
_WEAK = "اوي"
_SEPARATORS = re.compile(r"[;:،]")


def build() -> dict[str, dict[str, str]]:
    """The lexicon: a kind of word -> each folded word of it -> its roots, the commonest first.

    presents: the present of a verb, less the letter for its person: قول of يقول
    others: function words and frequent words that have no root there
    """
    nouns = _rows("arabicdictionary", "SELECT root, unvocalized, single, broken_plural FROM nouns")
    verbs = _rows("arabicdictionary", "SELECT root, unvocalized FROM verbs")
    frequent = "SELECT unvocalized FROM wordfreq WHERE word_type"
    return {
        "nouns": _by_word((form, root) for root, *forms in nouns for form in _forms(*forms)),
        "verbs": _by_word(
            [(word, root) for root, word in verbs]
            + [(word, "") for (word,) in _rows("wordfreq", f"{frequent} = 'verb'")]
        ),
        "presents": _by_word((body, root) for root, word in verbs for body in _present(word, root)),
        "others": _by_word(
            (word, "")
            for rows in (
                _rows("stopwords", "SELECT unvocalized FROM stopwords"),
                _rows("wordfreq", f"{frequent} NOT IN ('noun_prop', 'abbrev', 'verb')"),
            )
            for (word,) in rows
        ),
    }


def _rows(file: str, query: str) -> list[list[str]]:
    """The rows of a query, folded."""
    with (
        as_file(files("arramooz") / "data" / f"{file}.sqlite") as path,
        closing(sqlite3.connect(path)) as connection,
    ):
        return [[fold((value or "").strip()) for value in row] for row in connection.execute(query)]


def _by_word(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    held: dict[str, list[str]] = {}
    for word, root in pairs:
        if word.isalpha():  # the others are typing errors, which no token is like
            held.setdefault(word, []).append(_root(root))
    return {
        word: " ".join(_by_count([root for root in roots if root])) for word, roots in sorted(held.items())
    }


def _by_count(roots: list[str]) -> list[str]:
    return sorted(dict.fromkeys(roots), key=lambda root: -roots.count(root))


def _forms(word: str, singular: str, plurals: str) -> list[str]:
    """A noun's entry, its singular and its broken plurals; phrases are left out."""
    others = (form.strip() for form in _SEPARATORS.split(f"{singular};{plurals}"))
    return [word, *(form for form in others if len(form) >= _SHORTEST and " " not in form)]


def _root(given: str) -> str:
    """The root's letters, or nothing where the dictionary gives no root: foreign words are listed whole."""
    letters = "".join(filter(str.isalpha, given)).replace("ء", "ا")
    return letters if len(letters) in {3, 4} else ""


def _present(verb: str, root: str) -> Iterator[str]:
    """What follows the letter for the person in the present: استعمل -> ستعمل, قال (قول) -> قول."""
    yield verb[1:] if verb.startswith("ا") and len(verb) > 3 else verb
    if len(verb) == len(root) == 3:
        if verb[1] == "ا":
            yield root
        if verb[2] in _WEAK and root[2] in _WEAK:
            yield verb[:2] + root[2]


if __name__ == "__main__":
    LEXICON.write_text(json.dumps(build(), ensure_ascii=False, indent=0), "utf-8")
