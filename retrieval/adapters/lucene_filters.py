r"""The analysis of words, step by step, as filters that Lucene's engines have built in.

    stem   baring ─▶ words ─▶ lowercase ─▶ (stop words) ─▶ folding ─▶ stemming
    gram   baring ─▶ blanking ─▶ (stop words) ─▶ folding ─▶ pieces ─▶ lowercase

Each filter is made from what the Analyzer itself goes by, under the names that Elasticsearch and OpenSearch
give it; their order in a dict is that in which they apply. N-grams are cut by a tokenizer, and so all before
them happens to the text: a filter would put a word's n-grams in one place, where a query takes them for
synonyms of each other.

>>> folding()["iqtibas_fold_2"]
{'type': 'pattern_replace', 'pattern': '[ؤۋ]', 'replacement': 'و'}
>>> stemming()["iqtibas_ending_3"]
{'type': 'pattern_replace', 'pattern': '(?<=.{3})ها$', 'replacement': ''}
"""

from __future__ import annotations

import unicodedata
from itertools import chain
from typing import Any

from retrieval.arabic import grams, stem
from retrieval.arabic.folding import bare, fold
from retrieval.arabic.letters import INVISIBLE
from retrieval.arabic.stopwords import STOP_WORDS

Filters = dict[str, dict[str, Any]]
"""Name -> definition, in order."""

_ARABIC = tuple(
    chain(range(0x0600, 0x0700), range(0x0750, 0x0780), range(0x0870, 0x0900), range(0xFB50, 0xFE00))
)
_COMPATIBILITY = (*range(0xFE70, 0xFEFF), *range(0xFF01, 0xFF5F))
"""Presentation forms and full-width letters, beside those of `_ARABIC`."""
_CHARACTERS = sorted({*map(chr, _ARABIC), *map(chr, _COMPATIBILITY), *INVISIBLE, "’"})

_LETTER = r"[\p{L}\p{N}]"
_TOKENS = (
    rf"(?:(?![\u0600-\u08ff]|\p{{Nd}}){_LETTER})+"
    rf"|(?:(?=[\u0600-\u08ff])(?!\p{{Nd}}){_LETTER})+"
    r"|\p{Nd}+(?:\.\p{Nd}+)?"
)

_HAMZA_BEFORE_PRONOUN = "ا[ؤئ](?=(?:ه|ها|هم|هن|هما|نا|كم)"


def baring() -> Filters:
    """Character filters: marks and invisible characters go, shapes and digits are the common ones."""
    changed = {character: bare(character) for character in _CHARACTERS if bare(character) != character}
    mappings = [f"{_escaped(character)}=>{_escaped(other)}" for character, other in changed.items()]
    return {
        "iqtibas_bare": {"type": "mapping", "mappings": mappings},
        "iqtibas_thousands": _replace(r"(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))", ""),
    }


def words() -> Filters:
    """A tokenizer: words of one script, and numbers."""
    return {"iqtibas_words": {"type": "pattern", "pattern": _TOKENS, "group": 0}}


def stop_words() -> Filters:
    """A token filter: words that only hold a sentence together go."""
    return {"iqtibas_stop": {"type": "stop", "stopwords": sorted(STOP_WORDS)}}


def folding() -> Filters:
    """Token filters: letters that writers use for one another become one."""
    return {
        "iqtibas_hamza_waw": _replace("ئو", "وو"),
        "iqtibas_hundred": _replace("مائ(?=[ةت])", "مئ"),
        "iqtibas_hamza_before_pronoun": _replace(f"{_HAMZA_BEFORE_PRONOUN}$)", "اء"),
        **{
            f"iqtibas_fold_{number}": _replace(f"[{''.join(others)}]", letter)
            for number, (letter, others) in enumerate(_levelled().items(), start=1)
        },
    }


def stemming() -> Filters:
    """Token filters: the light stem of a folded word."""
    long_enough = f".{{{stem.SHORTEST}}}"
    articles = "|".join(stem.ARTICLES)
    return {
        "iqtibas_article": _replace(f"^(?:(?:{articles})(?={long_enough})|و(?=و))", ""),
        **{
            f"iqtibas_ending_{number}": _replace(f"(?<={long_enough}){ending}$", "")
            for number, ending in enumerate(stem.ENDINGS, start=1)
        },
    }


def blanking() -> Filters:
    """Character filters: words and numbers with spaces about them, and nothing else."""
    return {
        "iqtibas_blank": _replace(r"[^\p{L}\p{N}.]|(?<!\p{Nd})\.|\.(?!\p{Nd})", " "),
        "iqtibas_apart": _replace(_TOKENS, " $0 "),
    }


def stop_words_of_text() -> Filters:
    """Character filters: as `stop_words`, of a text that went through `blanking`."""
    return {"iqtibas_stop_text": _replace(rf"(?<!\S)(?:{'|'.join(sorted(STOP_WORDS))})(?!\S)", "")}


def folding_of_text() -> Filters:
    """Character filters: as `folding`, of a text that went through `blanking`; then edges are marked."""
    letters = {other: letter for letter, others in _levelled().items() for other in others}
    letters |= {spelled: fold(spelled) for spelled in ("ئو", "مائة", "مائت")}
    return {
        "iqtibas_hamza_text": _replace(rf"{_HAMZA_BEFORE_PRONOUN}(?!\S))", "اء"),
        "iqtibas_fold_text": {"type": "mapping", "mappings": [f"{a}=>{b}" for a, b in letters.items()]},
        "iqtibas_edges": _replace(r"[^\s.]\S*", "_$0_"),
    }


def pieces() -> Filters:
    """A tokenizer: the n-grams of words with marked edges."""
    sizes = {"min_gram": min(grams.SIZES), "max_gram": max(grams.SIZES)}
    characters = ["letter", "digit", "punctuation"]
    return {"iqtibas_pieces": {"type": "ngram", **sizes, "token_chars": characters}}


def _levelled() -> dict[str, list[str]]:
    """Letter -> the letters that `fold` makes it of."""
    levelled: dict[str, list[str]] = {}
    for character in map(chr, _ARABIC):
        # What isn't as it is bare has become something else in the first filter.
        if bare(character) == character and (letter := fold(character)) != character:
            levelled.setdefault(letter, []).append(character)
    return levelled


def _replace(pattern: str, replacement: str) -> dict[str, Any]:
    return {"type": "pattern_replace", "pattern": pattern, "replacement": replacement}


def _escaped(text: str) -> str:
    r"""Letters as they are, others as \uXXXX: a mapping's syntax takes spaces and arrows for its own."""
    return "".join(
        character if unicodedata.category(character) == "Lo" else f"\\u{ord(character):04x}"
        for character in text
    )
