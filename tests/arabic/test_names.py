"""Spellings of foreign names: which find each other, which must not."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.arabic.folding import fold
from retrieval.arabic.names import NameIndex, name_inside, similarity, sound_key, sound_keys, variants
from retrieval.arabic.sounds import WEIGHTS, Alignment, likeness

VARIANTS = Path(__file__).parents[2].parent / "shared" / "data" / "names" / "variants.tsv"

_SPELLINGS = st.text("ابتثجدذسشصطظغقكلمنهوي", min_size=1, max_size=9)

ONE_NAME = [
    ("غ ج ق ك for g and k", ["كالن", "قالن"]),
    ("a long vowel in or out", ["كالن", "كالين"]),
    ("both at once", ["قالن", "كالين"]),
    ("one long vowel for another", ["جاك", "جيك"]),
    ("a diphthong", ["جاك", "جايك"]),
    ("the last vowel of a longer name", ["بلينكن", "بلينكين"]),
    ("the first vowel of a longer name", ["بلينكن", "بلنكن"]),
    ("و left out", ["أردوغان", "اردغان"]),
    ("غ and ج", ["أردوغان", "أردوجان"]),
    ("ا left out", ["كاراباخ", "كراباخ"]),
    ("س and ص", ["ساكس", "ساقص"]),
    ("ت and ط", ["أنتونيو", "أنطونيو"]),
    ("س and ز at the end", ["لورنس", "لورنز"]),
    ("the article", ["البنتاغون", "بنتاجون"]),
    ("a doubled letter", ["جياكوميللي", "جياكوميلي"]),
    ("تش and ش", ["تشارلز", "شارلز"]),
]
TWO_NAMES = [
    ("a consonant more", "كالن", "كان"),
    ("another consonant", "كالن", "كارن"),
    ("another last consonant", "بايدن", "بايدر"),
    ("two consonants more", "سوليفان", "سليمانوف"),
    ("an ending", "لينين", "لينينغراد"),
    ("nothing in common", "أردوغان", "بلينكن"),
    ("only the vowels in common", "روما", "دوما"),
]


@pytest.mark.parametrize(("description", "spellings"), ONE_NAME, ids=[row[0] for row in ONE_NAME])
def test_spellings_of_one_name_find_each_other(description: str, spellings: list[str]) -> None:
    one, other = map(fold, spellings)
    assert variants(one, [other]) == [other], description
    assert variants(other, [one]) == [one], description


@pytest.mark.parametrize(("description", "spellings"), ONE_NAME, ids=[row[0] for row in ONE_NAME])
def test_spellings_of_one_name_share_a_key(description: str, spellings: list[str]) -> None:
    one, other = map(fold, spellings)
    assert sound_key(other) in sound_keys(one), description
    assert sound_key(one) in sound_keys(other), description


@pytest.mark.parametrize(("description", "one", "other"), TWO_NAMES, ids=[row[0] for row in TWO_NAMES])
def test_two_names_stay_two(description: str, one: str, other: str) -> None:
    one, other = fold(one), fold(other)
    assert variants(one, [other]) == [], description
    assert variants(other, [one]) == [], description


def test_the_likeliest_spelling_comes_first() -> None:
    assert variants("بلينكن", ["بلنقن", "بلينكين"]) == ["بلينكين", "بلنقن"]


def test_a_word_is_no_variant_of_itself() -> None:
    assert variants("كالن", ["كالن"]) == []


def test_similarity_is_the_same_in_both_directions() -> None:
    assert similarity("كالن", "قالين") == pytest.approx(similarity("قالين", "كالن"))


@given(one=_SPELLINGS, other=_SPELLINGS, least=st.floats(0.1, 0.9))
def test_no_spelling_is_lost_by_judging_pairs_by_their_letters_first(
    one: str, other: str, least: float
) -> None:
    sure = similarity(one, other)
    assert likeness(one, other, least) == (sure if sure >= least else 0.0)


def test_every_edit_of_an_alignment_has_a_weight() -> None:
    assert set(Alignment().edits("جياكوميللي", "شاكومي")) <= set(WEIGHTS)


CLITICS = [
    ("و before a name", "وبلينكن", "بلينكن"),
    ("ل before a name", "لبلينكن", "بلينكن"),
    ("the name itself", "بلينكن", "بلينكن"),
    ("a first letter that belongs to the name, though the rest is a name as well", "بايدن", "بايدن"),
    ("an unknown rest", "بروكلين", "بروكلين"),
]


@pytest.mark.parametrize(("description", "word", "name"), CLITICS, ids=[row[0] for row in CLITICS])
def test_particles_go_where_the_rest_is_the_commoner_word(description: str, word: str, name: str) -> None:
    words = {"بلينكن": 6, "وبلينكن": 5, "لبلينكن": 1, "بايدن": 16, "ايدن": 1, "بروكلين": 1}
    assert name_inside(word, words) == name, description


class TestNameIndex:
    WORDS: ClassVar = {
        "قالن": 8, "كالن": 4, "وقالن": 2, "كان": 90, "كانت": 40, "جاك": 1, "جيك": 2, "بايدن": 16, "بادين": 1,
        "الصين": 3, "سفير": 5,
    }  # fmt: skip

    def test_a_query_that_the_collection_does_not_hold_finds_its_spellings(self) -> None:
        assert set(NameIndex(self.WORDS).variants("كالين")) == {"قالن", "كالن"}

    @pytest.mark.parametrize(("query", "found"), [("جايك", ["جاك", "جيك"]), ("بادين", ["بايدن"])])
    def test_short_names_are_found_in_a_small_collection(self, query: str, found: list[str]) -> None:
        assert NameIndex(self.WORDS).variants(query) == found

    def test_a_doubtful_spelling_is_left_out_of_a_large_collection(self) -> None:
        large = {f"{a}{b}{c}ستر": 1 for a in "بدرلم" for b in "بدرلمنكف" for c in "بدرلمنكفت"}
        assert NameIndex({"جاك": 1, "جيك": 1}).variants("جاك") == ["جيك"]
        assert NameIndex({"جاك": 1, "جيك": 1, **large}).variants("جاك") == []

    def test_an_arabic_word_has_no_variants(self) -> None:
        assert NameIndex({"كاتب": 3, "كتيب": 1}).variants("كتاب") == []

    def test_an_arabic_word_is_no_variant(self) -> None:
        index = NameIndex(self.WORDS)
        assert not {"كان", "كانت", "سفير"} & {found for word in self.WORDS for found in index.variants(word)}

    def test_an_empty_collection_has_no_variants(self) -> None:
        assert NameIndex({}).variants("كالن") == []


@pytest.mark.skipif(not VARIANTS.exists(), reason=f"the measured spellings are not here: {VARIANTS}")
def test_recall_and_precision_on_spellings_of_a_thousand_names_are_at_least_four_fifths() -> None:
    """Each spelling is a query against all; relevant are the others of its line (see benchmarks/names.py)."""
    lines = [line.split("\t")[1].split("|") for line in VARIANTS.read_text(encoding="utf-8").splitlines()]
    folded = [[fold(form).strip("،") for form in forms] for forms in lines]
    relevant = {(one, other) for forms in folded for one in forms for other in forms if one != other}
    by_key: dict[str, set[str]] = {}
    for form in {form for forms in folded for form in forms}:
        by_key.setdefault(sound_key(form), set()).add(form)
    found = {
        (query, other)
        for query in set().union(*by_key.values())
        for other in variants(query, set().union(*(by_key.get(key, set()) for key in sound_keys(query))))
    }
    right = len(found & relevant)
    assert right / len(relevant) >= 0.80
    assert right / len(found) >= 0.80
