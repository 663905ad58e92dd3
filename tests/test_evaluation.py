from __future__ import annotations

import json
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from retrieval import Retriever
from retrieval.evaluation import RANKINGS, BadSet, EvaluationSet, compare, evaluate, misses, read_set
from retrieval.evaluation.significance import paired

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parents[2] / "shared" / "data"

CORPUS = [
    {
        "_id": "d1",
        "title": "الميزانية",
        "text": "أعلنت الحكومة الميزانية يوم الاثنين. بلغت قيمتها مليار درهم.",
    },
    {"_id": "d2", "title": "الجسر", "text": "افتتح الوزير الجسر الجديد فوق النهر."},
    {"_id": "d3", "title": "الجسر", "text": "بني الجسر القديم قبل مئة عام."},
    {"_id": "d4", "text": "فاز الفريق بكأس البطولة."},
]
QUERIES = [
    {"_id": "q1", "text": "متى أعلنت الحكومة الميزانية؟"},
    {"_id": "q2", "text": "من افتتح الجسر الجديد؟"},
    {"_id": "q3", "text": "من فاز؟"},
    {"_id": "q4", "text": "ما أطول أنهار أستراليا؟", "no_answer": True},
    {"_id": "q5", "text": "سؤال من قسم آخر"},
]
# q1 has its paragraph first; q2 a paragraph that comes second; q3 one that shares no word with it.
QRELS = ["query-id\tcorpus-id\tscore", "q1\td1\t1", "q2\td3\t1", "q3\td1\t1", "q3\td4\t0"]
ANSWERS = [
    {"query-id": "q1", "corpus-id": "d1", "answers": [{"text": "يوم الاثنين", "start": 24}]},
    {"query-id": "q2", "corpus-id": "d3", "answers": [{"text": "قبل مئة عام", "start": 17}]},
]


def write_set(folder: Path, **files: str) -> Path:
    """The made-up set, some of its files replaced: corpus, queries, qrels, answers."""
    made = {
        "corpus": "".join(f"{json.dumps(each)}\n" for each in CORPUS),
        "queries": "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in QUERIES),
        "qrels": "\n".join(QRELS),
        "answers": "".join(f"{json.dumps(each)}\n" for each in ANSWERS),
    } | files
    (folder / "qrels").mkdir(parents=True)
    (folder / "qrels" / "test.tsv").write_text(made.pop("qrels"), "utf-8")
    for name, text in made.items():
        (folder / f"{name}.jsonl").write_text(text, "utf-8", errors="surrogateescape")
    return folder


def test_a_set_is_read_with_the_questions_that_are_judged_or_have_no_answer(tmp_path: Path) -> None:
    found = read_set(write_set(tmp_path / "set"))
    assert [each.source.path for each in found.paragraphs] == ["d1", "d2", "d3", "d4"]
    assert (list(found.questions), list(found.unanswerable)) == (["q1", "q2", "q3"], ["q4"])
    assert found.relevance["q3"] == {"d1": 1}


def test_the_figures_are_those_worked_out_by_hand(tmp_path: Path) -> None:
    figures = evaluate(read_set(write_set(tmp_path / "set"))).figures
    ranks = {"mrr@10": (1 + 1 / 2 + 0) / 3, "ndcg@10": (1 + 1 / log2(3) + 0) / 3}
    assert {name: figures[name] for name in ranks} == pytest.approx(ranks)
    assert figures["success@1"] == pytest.approx(1 / 3)
    assert figures["recall@5"] == figures["recall@100"] == pytest.approx(2 / 3)
    assert (figures["answer@1"], figures["answer@3"]) == (0.5, 1.0)
    counts = {"queries": 3, "answered": 3, "no_answer": 1, "silent": 1, "paragraphs": 4}
    assert {name: figures[name] for name in counts} == counts
    assert 0 < figures["chosen_share"] < 1
    assert 0 < figures["ms_p50"] <= figures["ms_p99"]


def test_without_answers_and_marks_there_are_no_figures_about_them(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "set", queries="".join(f"{json.dumps(each)}\n" for each in QUERIES[:3]))
    (folder / "answers.jsonl").unlink()
    assert not {"answer@1", "answer@3", "no_answer", "silent"} & set(evaluate(read_set(folder)).figures)


def test_a_question_without_a_word_finds_nothing_and_spoils_nothing(tmp_path: Path) -> None:
    queries = [{"_id": "q1", "text": "؟!"}, *QUERIES[1:3]]
    folder = write_set(tmp_path / "set", queries="".join(f"{json.dumps(each)}\n" for each in queries))
    evaluation = evaluate(read_set(folder))
    assert (evaluation.run["q1"], evaluation.figures["answered"]) == ((), 2)


def test_copies_of_a_paragraph_are_ranked_the_same_every_time(tmp_path: Path) -> None:
    copies = [CORPUS[0] | {"_id": f"c{number}"} for number in (3, 1, 2)]
    corpus = "".join(f"{json.dumps(each)}\n" for each in [*CORPUS, *copies])
    found = read_set(write_set(tmp_path / "set", corpus=corpus))
    first, again = evaluate(found).run, evaluate(found).run
    assert first == again
    assert set(first["q1"][:4]) == {"d1", "c3", "c1", "c2"}


def test_paragraphs_are_ranked_as_the_retriever_quotes_them(tmp_path: Path) -> None:
    found = read_set(write_set(tmp_path / "set"))
    for paragraph in found.paragraphs:
        (tmp_path / "seeds").mkdir(exist_ok=True)
        title = paragraph.source.title or ""
        (tmp_path / "seeds" / f"{paragraph.source.path}.txt").write_text(
            f"{title}\n\n{paragraph.text}\n", "utf-8"
        )
    retriever = Retriever.from_folder(tmp_path / "seeds")
    run = evaluate(found).run
    for name, question in found.questions.items():
        quoted = [Path(each.paragraph.source.path).stem for each in retriever.ask(question).quotes]
        assert quoted == list(run[name])[: len(quoted)]


GOLD = {"query-id": "q1", "corpus-id": "d1"}
BAD = [
    ("a line that isn't JSON", "corpus", '{"_id": "d1", "text": ""}\n{oops\n', "corpus.jsonl:2: not JSON: "),
    ("a line that is no object", "corpus", '["d1"]\n', "corpus.jsonl:1: must be a JSON object"),
    ("an empty line before it", "queries", '\n{"_id": 1}\n', 'queries.jsonl:2: "_id" must be a string'),
    ("no text", "corpus", '{"_id": "d1"}\n', 'corpus.jsonl:1: "text" must be a string'),
    ("a title that is none", "corpus", '{"_id": "d1", "text": "", "title": 7}', '1: "title" must be a string'),
    ("bytes that aren't UTF-8", "queries", '{"_id": "q1", "text": "\udcc7"}\n', "1: not in UTF-8 at byte 24"),
    ("an id twice", "queries", '{"_id": "q", "text": ""}\n' * 2, "queries.jsonl:2: \"_id\" 'q' stands on line 1"),
    ("an unknown question", "qrels", "q9\td1\t1\n", "test.tsv:1: no \"_id\" 'q9' in queries.jsonl"),
    ("an unknown paragraph", "qrels", f"{QRELS[0]}\nq1\td9\t1\n", "test.tsv:2: no \"_id\" 'd9' in corpus.jsonl"),
    ("spaces in place of tabs", "qrels", "q1 d1 1\n", "test.tsv:1: must be query-id, corpus-id and a whole"),
    ("a score that is no number", "qrels", "q1\td1\tyes\n", "test.tsv:1: must be query-id, corpus-id and a"),
    ("an answer to an unanswerable one", "qrels", "q4\td1\t1\n", "test.tsv:1: question 'q4' is marked \"no_answer\""),
    ("nothing relevant", "qrels", QRELS[0], "test.tsv: no paragraph is relevant to any question"),
    ("an unknown id of an answer", "answers", json.dumps({**GOLD, "corpus-id": "d9"}), "answers.jsonl:1: no \"_id\" 'd9'"),
    ("answers that are no list", "answers", json.dumps({**GOLD, "answers": {}}), '1: "answers" must be a list'),
    ("an answer without a place", "answers", json.dumps({**GOLD, "answers": [{"text": "س"}]}), '1: each of "answers"'),
    (
        "a place in bytes",
        "answers",
        json.dumps({**GOLD, "answers": [{"text": "يوم الاثنين", "start": 45}]}),
        'answers.jsonl:1: the paragraph doesn\'t hold "text" at "start" 45',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("description", "file", "text", "message"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_set_is_refused_by_file_and_line(
    description: str, file: str, text: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(BadSet) as error:
        read_set(write_set(tmp_path / "set", **{file: text}))
    assert message in str(error.value), description


@pytest.mark.parametrize("file", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_a_set_without_one_of_its_files_is_refused(file: str, tmp_path: Path) -> None:
    folder = write_set(tmp_path / "set")
    (folder / file).unlink()
    with pytest.raises(BadSet, match=f"{file}: No such file or directory; a set has corpus.jsonl"):
        read_set(folder)


def test_no_folder_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match="no such folder; give one with"):
        read_set(tmp_path / "none")


def test_every_named_ranking_ranks_and_is_compared_with_another(tmp_path: Path) -> None:
    found = read_set(write_set(tmp_path / "set"))
    compared = compare(found, RANKINGS)
    assert list(compared) == list(RANKINGS)
    # rank-bm25 gives nothing for a word that half of the paragraphs hold: الجسر alone doesn't find d3.
    assert compared["words"].figures["mrr@10"] == pytest.approx(1 / 3)
    assert compared["no-pairs"].against == "scores"
    assert compared["iqtibas"].difference.p == 1.0


def test_a_comparison_brings_in_what_it_is_made_with(tmp_path: Path) -> None:
    assert list(compare(read_set(write_set(tmp_path / "set")), ["no-pairs"])) == [
        "iqtibas",
        "scores",
        "no-pairs",
    ]


def test_misses_are_the_questions_ranked_worst(tmp_path: Path) -> None:
    found = read_set(write_set(tmp_path / "set"))
    worst = misses(found, evaluate(found).run, 5)
    assert [(miss.query_id, miss.rank) for miss in worst] == [("q3", None), ("q2", 2)]
    assert [each.source.path for each in worst[1].instead] == ["d2"]
    assert len(misses(found, evaluate(found).run, 1)) == 1


SIGNIFICANCE = [
    ("the same figures", [0.5] * 50, [0.5] * 50, (0.0, 0.0), (1.0, 1.0)),
    ("better at every question", [1.0] * 50, [0.5] * 50, (0.5, 0.5), (0.0, 0.001)),
    ("as often worse as better", [1.0, 0.0] * 25, [0.0, 1.0] * 25, (-0.3, 0.3), (0.5, 1.0)),
]


@pytest.mark.parametrize(("description", "these", "others", "interval", "p"), SIGNIFICANCE)
def test_a_difference_has_an_interval_and_a_probability(
    description: str,
    these: Iterable[float],
    others: Iterable[float],
    interval: tuple[float, float],
    p: tuple[float, float],
) -> None:
    difference = paired(list(these), list(others))
    assert interval[0] <= difference.low <= difference.mean <= difference.high <= interval[1], description
    assert p[0] <= difference.p <= p[1], description
    assert paired(list(these), list(others)) == difference


def public_set(name: str) -> EvaluationSet:
    if not (DATA / name).is_dir():
        pytest.skip(f"no {DATA / name}: the figures of this set can't be checked")
    return read_set(DATA / name)


FLOORS: list[tuple[str, dict[str, Any]]] = [
    ("arcd", {"mrr@10": 0.832, "recall@100": 0.99, "answer@1": 0.71, "answer@3": 0.86}),
    ("xquad_ar", {"mrr@10": 0.957, "recall@100": 0.99, "answer@1": 0.82, "answer@3": 0.86}),
]


@pytest.mark.parametrize(("name", "floors"), FLOORS)
def test_the_figures_of_public_sets_hold(name: str, floors: dict[str, float]) -> None:
    figures = evaluate(public_set(name)).figures
    assert not {key: figures[key] for key, floor in floors.items() if figures[key] < floor}
