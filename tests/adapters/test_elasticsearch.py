"""The exported settings, read as Lucene's filters are documented, give the Analyzer's own terms.

`benchmarks/elasticsearch.py` holds Lucene itself to the same.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval import GlossaryInvalid
from retrieval.adapters.elasticsearch import index_settings, query
from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.stopwords import is_stop_word
from retrieval.arabic.tokens import tokenize
from tests.adapters.lucene import analyse

SETTINGS = index_settings()
ANALYZERS = [("iqtibas_stem", "stem"), ("iqtibas_gram", "gram")]
SEEDS = Path(__file__).parents[2] / "seeds"
LETTERS = st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگیکے")
MARKS = st.sampled_from(["", "َ", "ّ", "ـ", "\u200f", "ٰ"])
WORDS = st.lists(st.tuples(LETTERS, MARKS), min_size=1, max_size=8).map(
    lambda pairs: "".join(a + b for a, b in pairs)
)
ENDS = st.sampled_from(["", "ها", "هم", "ه", "ات", "ين", "ية", "كما", "ؤه", "ائه"])
STARTS = st.sampled_from(["", "ال", "وال", "لل", "وو", "بال", "ب", "مائ", "ئو"])
OTHERS = st.sampled_from(["PKK", "ﻻ", "ＡＢ", "»", "؟", " 1,000 ", " ٤٠٠ ", " ۳٫۵ ", " 12,34 ", " S-400 "])
TEXTS = st.lists(st.one_of(st.builds("".join, st.tuples(STARTS, WORDS, ENDS)), OTHERS), max_size=8).flatmap(
    lambda words: st.sampled_from([" ", "", "، ", "_"]).map(lambda gap: gap.join(words))
)


def ours(field: str, text: str) -> list[str]:
    return [term for token in tokenize(text) for term in FIELDS[field](token.bare)]


@pytest.mark.parametrize(("analyzer", "field"), ANALYZERS)
@settings(max_examples=60)
@given(text=TEXTS)
def test_any_text_has_the_analyzers_terms(analyzer: str, field: str, text: str) -> None:
    assert analyse(SETTINGS, analyzer, text) == ours(field, text)


@pytest.mark.parametrize(("analyzer", "field"), ANALYZERS)
def test_the_seeds_have_the_analyzers_terms(analyzer: str, field: str) -> None:
    for path in SEEDS.glob("*.txt"):
        text = path.read_text("utf-8")
        assert analyse(SETTINGS, analyzer, text) == ours(field, text), path


@pytest.mark.parametrize(("analyzer", "field"), ANALYZERS)
@settings(max_examples=60)
@given(text=TEXTS)
def test_a_question_is_asked_without_stop_words(analyzer: str, field: str, text: str) -> None:
    content = " ".join(token.text for token in tokenize(text) if not is_stop_word(token.bare))
    assert analyse(SETTINGS, f"{analyzer}_search", text) == ours(field, content)


def test_the_settings_are_json_whose_every_name_is_defined() -> None:
    body = json.loads(json.dumps(index_settings()))
    analysis = body["settings"]["analysis"]
    for analyzer in analysis["analyzer"].values():
        assert {*analyzer["char_filter"]} <= {*analysis["char_filter"]}
        assert analyzer["tokenizer"] in analysis["tokenizer"]
        assert {*analyzer["filter"]} <= {*analysis["filter"], "lowercase"}
    text = body["mappings"]["properties"]["text"]
    parts = [text, *text["fields"].values()]
    assert {each[use] for each in parts for use in ("analyzer", "search_analyzer")} == {*analysis["analyzer"]}
    assert {each["similarity"] for each in parts} == {*body["settings"]["similarity"]}


def test_a_query_asks_every_part_of_the_mapped_field() -> None:
    (field, mapped), *_ = index_settings(field="body")["mappings"]["properties"].items()
    asked = query("صاروخ", field="body")["multi_match"]["fields"]
    assert [name.split("^")[0] for name in asked] == [
        field,
        *(f"{field}.{part}" for part in mapped["fields"]),
    ]


def test_the_glossary_becomes_rules_of_synonyms_for_questions(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("name\tكاراباخ\tقره باغ\nnot\tكالن\tكان\nabbreviation\tPKK\tحزب العمال\n", "utf-8")
    analysis = index_settings(path)["settings"]["analysis"]
    assert analysis["filter"]["iqtibas_glossary"]["synonyms"] == ["كاراباخ, قره باغ", "pkk, حزب العمال"]
    assert [name for name, each in analysis["analyzer"].items() if "iqtibas_glossary" in each["filter"]] == [
        "iqtibas_stem_search"
    ]


def test_a_glossary_that_is_wrong_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("nmae\tكالن\tقالن", "utf-8")
    with pytest.raises(GlossaryInvalid, match=r'glossary\.tsv:1: the kind "nmae" is unknown'):
        index_settings(path)
