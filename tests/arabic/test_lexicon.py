"""What the Arabic lexicon knows: words, names left out, roots."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from retrieval.arabic.folding import fold
from retrieval.arabic.lexicon import is_arabic, is_word
from retrieval.arabic.readings import dictionary_roots
from tools.build_lexicon import LEXICON, build

ARABIC = [
    ("a noun", "سفير"),
    ("a broken plural", "صواريخ"),
    ("a noun with article and particles", "وبالعقوبات"),
    ("a short noun with the article", "الفن"),
    ("a noun with a pronoun", "سفاراتها"),
    ("a feminine noun before a pronoun", "رغبتك"),
    ("a past", "استقبل"),
    ("a past with its subject", "استقبلوا"),
    ("a present", "يستقبلون"),
    ("a present whose first root letter is dropped", "يقع"),
    ("a hollow present", "يستطيع"),
    ("a function word", "منهم"),
    ("was", "كان"),
    ("was, feminine", "كانت"),
    ("a hamza on another seat", "مسئول"),
]
FOREIGN = [
    ("the name that must not match كان", "كالن"),
    ("with ق", "قالن"),
    ("ending like a plural", "كالين"),
    ("ending like a dual", "هاكان"),
    ("Biden", "بايدن"),
    ("Blinken", "بلينكن"),
    ("Sullivan", "سوليفان"),
    ("Erdoğan", "أردوغان"),
    ("Karabakh", "كاراباخ"),
    ("Washington", "واشنطن"),
]


@pytest.mark.parametrize(("description", "word"), ARABIC, ids=[row[0] for row in ARABIC])
def test_arabic_words_are_known_in_their_forms(description: str, word: str) -> None:
    assert is_arabic(fold(word)), description


@pytest.mark.parametrize(("description", "word"), FOREIGN, ids=[row[0] for row in FOREIGN])
def test_foreign_names_are_no_arabic_words(description: str, word: str) -> None:
    assert not is_arabic(fold(word)), description


def test_a_listed_word_is_told_from_its_forms() -> None:
    assert is_word("سفير")
    assert not is_word("للسفير")


@pytest.mark.parametrize(
    ("word", "root"), [("سفير", "سفر"), ("سفراء", "سفر"), ("استقبل", "قبل"), ("قال", "قول"), ("مسؤول", "سال")]
)
def test_words_give_their_folded_roots(word: str, root: str) -> None:
    assert root in dictionary_roots(fold(word))


def test_a_foreign_name_has_no_root() -> None:
    assert dictionary_roots("بلينكن") == ()


def test_importing_the_lexicon_reads_nothing() -> None:
    code = (
        "import sqlite3, sys\n"
        "def refuse(*args, **options): raise AssertionError('opened on import')\n"
        "sqlite3.connect = refuse\n"
        "import retrieval.arabic.lexicon\n"
        "assert 'arramooz' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_lexicon_is_what_the_dictionary_gives() -> None:
    assert json.loads(LEXICON.read_text("utf-8")) == build()
