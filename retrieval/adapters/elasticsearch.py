"""The Arabic analysis as settings of an Elasticsearch or OpenSearch index, as far as their filters go.

>>> settings = index_settings()
>>> sorted(settings["settings"]["analysis"]["analyzer"])
['iqtibas_gram', 'iqtibas_gram_search', 'iqtibas_stem', 'iqtibas_stem_search']
>>> query("متى وصل الوفد؟")["multi_match"]["fields"]
['text', 'text.gram']

docs/adapters.md tells where it differs from the Analyzer, and what that costs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from retrieval.adapters.lucene_filters import (
    Filters,
    baring,
    blanking,
    folding,
    folding_of_text,
    pieces,
    stemming,
    stop_words,
    stop_words_of_text,
    words,
)
from retrieval.arabic.glossary import Glossary
from retrieval.arabic.tokens import tokenize
from retrieval.ranking.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike


def index_settings(glossary: str | PathLike[str] | None = None, field: str = "text") -> dict[str, Any]:
    """The body of a request that creates an index: its analysis, and the mapping of one text field.

    glossary: a file of spellings and synonyms (docs/glossary.md), which questions are expanded by; what it
        keeps apart can't be told
    field: the name of the text's field, by stems; below it is `gram`, by n-grams
    Raises OSError, GlossaryInvalid.
    """
    return {
        "settings": {
            "analysis": _analysis(list(_rules(glossary)) if glossary else []),
            "similarity": {"iqtibas": {"type": "BM25", "k1": WEIGHTS.k1, "b": WEIGHTS.b}},
        },
        "mappings": {"properties": {field: {**_mapped("stem"), "fields": {"gram": _mapped("gram")}}}},
    }


def _mapped(part: str) -> dict[str, Any]:
    return {
        "type": "text",
        "analyzer": f"iqtibas_{part}",
        "search_analyzer": f"iqtibas_{part}_search",
        "similarity": "iqtibas",
    }


def query(question: str, field: str = "text") -> dict[str, Any]:
    """What asks both parts of the field; it stands under "query" in the body of a search."""
    return {"multi_match": {"query": question, "type": "most_fields", "fields": [field, f"{field}.gram"]}}


def _analysis(synonyms: list[str]) -> dict[str, Any]:
    rules = {"type": "synonym_graph", "synonyms": synonyms, "lenient": True}
    glossary: Filters = {"iqtibas_glossary": rules} if synonyms else {}
    stems = folding() | stemming()
    return {
        "char_filter": baring() | blanking() | stop_words_of_text() | folding_of_text(),
        "tokenizer": words() | pieces(),
        "filter": stop_words() | stems | glossary,
        "analyzer": {
            "iqtibas_stem": _analyzer(baring(), words(), stems),
            "iqtibas_stem_search": _analyzer(baring(), words(), stop_words() | stems | glossary),
            "iqtibas_gram": _analyzer(baring() | blanking() | folding_of_text(), pieces()),
            "iqtibas_gram_search": _analyzer(
                baring() | blanking() | stop_words_of_text() | folding_of_text(), pieces()
            ),
        },
    }


def _analyzer(characters: Filters, tokenizer: Filters, filters: Filters | None = None) -> dict[str, Any]:
    (tokenizer_name,) = tokenizer
    return {
        "type": "custom",
        "char_filter": list(characters),
        "tokenizer": tokenizer_name,
        "filter": ["lowercase", *(filters or {})],
    }


def _rules(glossary: str | PathLike[str]) -> Iterator[str]:
    """The glossary's entries as rules of a synonym filter, which analyses their words as it does a text's."""
    path = Path(glossary)
    for entry in Glossary.parse(path.read_text("utf-8"), str(path)).entries:
        if entry.kind != "not":
            yield ", ".join(" ".join(token.folded for token in tokenize(form)) for form in entry.forms)
