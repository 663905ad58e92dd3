"""How near the exported settings come to Iqtibas: the cases of tests/cases through Lucene's own filters.

    IQTIBAS_LUCENE=FOLDER_OF_JARS python -m benchmarks.elasticsearch [SET …]

SETs are folders of evaluation sets in BEIR's layout, which are searched as well. No Elasticsearch is needed:
the factories of Lucene by which it analyses do the work, and its multi_match is the sum of a query for each
field. First every text of the cases and the seeds must have the Analyzer's own terms; then the passages that
come first are counted. `arabic` is Elasticsearch's own analyzer of that name. Prints Markdown.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import lucene
from benchmarks.adapters import mrr
from retrieval import Retriever
from retrieval.adapters.elasticsearch import index_settings, query
from retrieval.arabic.analyzer import FIELDS
from retrieval.arabic.tokens import tokenize
from retrieval.evaluation import EvaluationSet, read_set
from tests.cases.test_cases import DISTRACTORS, FOUND, GLOSSARY, Row, retriever_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROGRAM = Path(__file__).with_name("Exported.java")
ANALYZERS = {"iqtibas_stem": "stem", "iqtibas_gram": "gram"}
"""Analyzer of the export -> the field whose terms it must give."""
SEARCHED = ("exported", "arabic")
DEFAULTS = (1.2, 0.75)
"""Elasticsearch's own k1 and b."""


class Lucene:
    """The program in a process of its own, which ends with `close`."""

    def __init__(self, folder: Path) -> None:
        write(index_settings(GLOSSARY), folder)
        self._jvm = subprocess.Popen(  # noqa: S603 - the command below; it ends with its input
            ["java", "-cp", f"{os.environ['IQTIBAS_LUCENE']}/*", PROGRAM, folder],  # noqa: S607 - Java, wherever it is
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, *cells: str) -> list[str]:
        """The words of the line that answers."""
        assert self._jvm.stdin  # noqa: S101 - as they were asked for
        assert self._jvm.stdout  # noqa: S101
        self._jvm.stdin.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
        self._jvm.stdin.flush()
        return self._jvm.stdout.readline().split()

    def close(self) -> None:
        """End the process."""
        self._jvm.communicate()


def write(settings: dict[str, Any], folder: Path) -> None:
    """Write settings of an index down for `Exported.java`."""
    analysis = settings["settings"]["analysis"]
    lines: list[Sequence[str]] = []
    for name, steps in analysis["analyzer"].items():
        lines.append(("analyzer", name))
        named = [("char_filter", each) for each in steps["char_filter"]]
        named += [("tokenizer", steps["tokenizer"]), *(("filter", each) for each in steps["filter"])]
        for kind, each in named:
            definition = analysis[kind].get(each, {"type": each})
            lines.append((kind, *factory(each, definition, folder)))
        lines.append(("end", name))
    for field in query("")["multi_match"]["fields"]:
        path, _, boost = field.partition("^")
        lines.append(("field", "exported", path, *_analyzers(settings, path), boost or "1"))
    lines.append(("field", "arabic", "text", "arabic", "arabic", "1"))
    similarity = settings["settings"]["similarity"]["iqtibas"]
    lines.append(("similarity", "exported", str(similarity["k1"]), str(similarity["b"])))
    lines.append(("similarity", "arabic", *map(str, DEFAULTS)))
    folder.joinpath("analyzers.tsv").write_text("".join("\t".join(line) + "\n" for line in lines), "utf-8")


def _analyzers(settings: dict[str, Any], path: str) -> tuple[str, str]:
    """Those by which a field is indexed and asked."""
    field, *parts = path.split(".")
    mapped = settings["mappings"]["properties"][field]
    for part in parts:
        mapped = mapped["fields"][part]
    return mapped["analyzer"], mapped.get("search_analyzer", mapped["analyzer"])


def factory(name: str, definition: dict[str, Any], folder: Path) -> Sequence[str]:
    """Lucene's factory for a filter of Elasticsearch's, and its options; lists go into files."""

    def listed(lines: list[str]) -> str:
        folder.joinpath(f"{name}.txt").write_text("\n".join(lines), "utf-8")
        return f"{name}.txt"

    made: tuple[str, ...]
    match definition["type"]:
        case "mapping":
            rules = (rule.split("=>") for rule in definition["mappings"])
            made = ("mapping", "mapping", listed([f'"{one}" => "{other}"' for one, other in rules]))
        case "pattern_replace":
            made = (
                "patternReplace",
                "pattern",
                definition["pattern"],
                "replacement",
                definition["replacement"],
            )
        case "pattern":
            made = ("pattern", "pattern", definition["pattern"], "group", str(definition["group"]))
        case "stop":
            made = ("stop", "words", listed(definition["stopwords"]))
        case "ngram":
            sizes = (str(definition["min_gram"]), str(definition["max_gram"]))
            made = ("nGram", "minGramSize", sizes[0], "maxGramSize", sizes[1])
        case "synonym_graph":
            made = ("synonymGraph", "synonyms", listed([_stemmed(rule) for rule in definition["synonyms"]]))
        case other:
            made = (other,)
    return made


def _stemmed(rule: str) -> str:
    """A rule as Elasticsearch makes it of what it is given, by the filters before the one for synonyms."""
    return ", ".join(" ".join(ours("stem", form)) for form in rule.split(","))


def ours(field: str, text: str) -> list[str]:
    """The terms that the Analyzer gives the words of a text."""
    return [term for token in tokenize(text) for term in FIELDS[field](token.bare)]


def same_terms(engine: Lucene) -> Iterator[str]:
    """How many texts have the same terms; those that don't."""
    texts = [text for row in FOUND for text in (row.asked, row.text)]
    texts += [
        paragraph.text for each in Retriever.from_folder("seeds").documents for paragraph in each.quotable()
    ]
    for analyzer, field in ANALYZERS.items():
        # Lucene gives n-grams by their place, the Analyzer by their size.
        other = [
            text for text in texts if sorted(engine.ask("terms", analyzer, text)) != sorted(ours(field, text))
        ]
        yield f"{analyzer}: {len(texts) - len(other)} of {len(texts)} texts have the terms of `{field}`"
        yield from other


def firsts(engine: Lucene, rows: Sequence[Row]) -> list[int]:
    """In how many rows the passage comes first: by Iqtibas, and by each of `SEARCHED`."""
    counts = [sum(retriever_for(row).search(row.asked, 1)[0].paragraph.text == row.text for row in rows)]
    for name in SEARCHED:
        found = 0
        for row in rows:
            texts = [*DISTRACTORS, *([row.rival] if row.rival else []), row.text]
            engine.ask("index", name, *texts)
            found += engine.ask("search", name, row.asked)[:1] == [str(len(texts) - 1)]
        counts.append(found)
    return counts


def reciprocal_rank(engine: Lucene, name: str, questions: EvaluationSet) -> float:
    """MRR@10 of the paragraphs of a set, searched without their titles."""

    def rank(paragraphs: Sequence[str], asked: Sequence[str]) -> list[list[int]]:
        engine.ask("index", name, *paragraphs)
        return [[*map(int, engine.ask("search", name, question))] for question in asked]

    return mrr(rank, questions)


def main() -> None:
    """Measure and print."""
    if not lucene.is_here():
        sys.exit(1)
    with tempfile.TemporaryDirectory() as folder:
        engine = Lucene(Path(folder))
        for line in same_terms(engine):
            print(line)
        print(f"\n| case | questions | Iqtibas | {' | '.join(SEARCHED)} |")
        print("| --- " * (3 + len(SEARCHED)) + "|")
        for case in [*sorted({row.case for row in FOUND}), "all"]:
            rows = [row for row in FOUND if case in (row.case, "all")]
            print(f"| {case} | {len(rows)} | {' | '.join(map(str, firsts(engine, rows)))} |")
        print(f"\n| MRR@10 | {' | '.join(SEARCHED)} |")
        print("| --- " * (1 + len(SEARCHED)) + "|")
        for path in map(Path, sys.argv[1:]):
            figures = [reciprocal_rank(engine, name, read_set(path)) for name in SEARCHED]
            print(f"| {path.name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |")
        engine.close()


if __name__ == "__main__":
    main()
