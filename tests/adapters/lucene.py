"""What Lucene makes of a text under an index's settings, for the few filters that the export uses."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

Settings = dict[str, Any]


def analyse(settings: Settings, analyzer: str, text: str) -> list[str]:
    """The terms of a text. Raises KeyError for what the settings name and don't define."""
    analysis = settings["settings"]["analysis"]
    steps = analysis["analyzer"][analyzer]
    for name in steps["char_filter"]:
        text = _filtered(analysis["char_filter"][name], text)
    terms = _cut(analysis["tokenizer"][steps["tokenizer"]], text)
    for name in steps["filter"]:
        definition = {"type": "lowercase"} if name == "lowercase" else analysis["filter"][name]
        terms = _terms(definition, terms)
    return terms


def _cut(definition: Settings, text: str) -> list[str]:
    if definition["type"] == "pattern":
        return [found[0] for found in re.finditer(_python(definition["pattern"]), text)]
    sizes = range(definition["min_gram"], definition["max_gram"] + 1)
    return [
        word[start : start + size]
        for word in text.split()
        for size in sizes
        for start in range(len(word) - size + 1)
    ]


def _terms(definition: Settings, terms: list[str]) -> list[str]:
    match definition["type"]:
        case "lowercase":
            return [term.lower() for term in terms]
        case "stop":
            return [term for term in terms if term not in definition["stopwords"]]
        case _:
            return [_filtered(definition, term) for term in terms]


def _filtered(definition: Settings, text: str) -> str:
    match definition["type"]:
        case "mapping":
            found, mapped = _mapping(tuple(definition["mappings"]))
            return found.sub(lambda each: mapped[each[0]], text)
        case "pattern_replace":
            replacement = definition["replacement"].replace("$0", r"\g<0>")
            return re.sub(_python(definition["pattern"]), replacement, text)
    raise KeyError(definition["type"])


@cache
def _mapping(rules: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What matches a rule's left side, the longest first, and what is put in its place."""
    pairs = (rule.split("=>") for rule in rules)
    mapped = {_unescaped(one): _unescaped(other) for one, other in pairs}
    longest_first = sorted(mapped, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), mapped


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


def _python(pattern: str) -> str:
    r"""Java's pattern as Python writes it; Python's \w without _ is its [\p{L}\p{N}]."""
    for java, python in (
        (r"[\p{L}\p{N}]", r"[^\W_]"),
        (r"[^\p{L}\p{N}.]", r"(?!\.)[\W_]"),
        (r"\p{Nd}", r"\d"),
        (r"\p{L}", r"[^\W\d_]"),
    ):
        pattern = pattern.replace(java, python)
    return pattern
