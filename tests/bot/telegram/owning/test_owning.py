"""What owners do in Telegram."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram.guarded import ADMIN, LISTED, QUESTION, Guarded, guarded
from tests.bot.telegram.server import labels, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCUMENT = "افتتاح المكتبة\n\nافتتحت بلدية رام الله مكتبة عامة جديدة في حي الطيرة صباح الأربعاء."
LIBRARY = "أين افتتحت المكتبة العامة الجديدة؟"
UNDO = "تراجع عن الإضافة"
PILGRIMS, ARRIVAL = "أين وصلت قافلة الحجاج؟", "وصلت قافلة الحجاج إلى ميناء العقبة على متن ثلاث سفن."
NOT_FOUND = "لم أجد في المستندات"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """One bot for all: each test has files and words of its own."""
    with guarded(tmp_path_factory.mktemp("owning"), IQTIBAS_UPLOAD_MB="1") as running:
        yield running


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Guarded]:
    """A bot that nobody has asked anything."""
    with guarded(tmp_path) as running:
        yield running


def sent(here: Guarded, name: str, content: bytes, user: int = ADMIN) -> str:
    """What the bot says to a document of `user`'s."""
    return text_of(here.told(user, {"document": here.server.upload(name, content)}))


def uploads(here: Guarded) -> dict[str, str]:
    """The documents that were put in, by name."""
    return {path.name: path.read_text("utf-8") for path in (here.open / "uploads").glob("*")}


def test_a_document_that_an_admin_sends_is_read_reported_asked_and_taken_back(here: Guarded) -> None:
    assert text_of(here.told(LISTED, LIBRARY)).startswith(NOT_FOUND)
    report = here.told(ADMIN, {"document": here.server.upload("المكتبة.txt", DOCUMENT.encode())})
    assert text_of(report).startswith("أضفت المكتبة.txt: قرأت فيه ")
    assert "افتتاح المكتبة" in text_of(report)
    assert labels(report) == [[UNDO]]
    assert "حي الطيرة" in text_of(here.told(LISTED, LIBRARY))
    assert uploads(here)["المكتبة.txt"] == DOCUMENT

    shown = len(here.server.shown(ADMIN))
    here.server.press(report, ADMIN, UNDO)
    assert text_of(here.server.wait_shown(ADMIN, shown + 1)[-1]) == "تراجعت عن إضافة المكتبة.txt وحذفته."
    assert text_of(here.told(LISTED, LIBRARY)).startswith(NOT_FOUND)
    assert "المكتبة.txt" not in uploads(here)


def test_what_cant_be_a_document_is_refused_with_what_can(here: Guarded) -> None:
    rows = [
        ("a format that isn't read", "program.exe", b"MZ", "لا أقرأ هذا النوع من الملفات. أقرأ: .csv"),
        ("no name", "", b"x", "لا أقرأ هذا النوع من الملفات."),
        ("larger than the owner allows", "large.txt", b"x " * (1 << 19) + b"x", "الحد الأقصى 1 ميغابايت."),
        ("no text in it", "empty.txt", b" \n", "ليس في هذا الملف نص أقرؤه"),
        ("a damaged file", "broken.pdf", b"%PDF-1.7 and nothing else", "لم أستطع قراءة هذا الملف"),
    ]
    before = uploads(here)
    said = {description: sent(here, name, content) for description, name, content, _ in rows}
    assert {
        description: expected for description, *_, expected in rows if expected not in said[description]
    } == {}
    assert uploads(here) == before


def test_a_document_stays_in_its_folder_and_replaces_no_other(here: Guarded) -> None:
    first, second = "نص أول عن الزراعة في الأغوار.", "نص ثان عن الصيد في بحر غزة."
    for name, text in (
        ("../../../x.txt", first),
        ("x.txt", second),
        ("x.txt", first),
        (".hidden.txt", first),
    ):
        assert sent(here, name, text.encode()).startswith("أضفت")
    stored = {"x.txt": first, "x (2).txt": second, "hidden.txt": first}
    assert stored.items() <= uploads(here).items()


def test_a_document_of_somebody_else_is_not_taken(here: Guarded) -> None:
    assert sent(here, "another.txt", b"x", LISTED) == "أجيب عن الأسئلة المكتوبة فقط. اكتب سؤالك نصًا."
    assert "another.txt" not in uploads(here)


def test_reindex_reads_what_was_put_into_the_folder_and_names_what_it_cant_read(here: Guarded) -> None:
    (here.open / "pilgrims.txt").write_text(ARRIVAL, "utf-8")
    documents = len([*here.open.rglob("*.txt")])
    (here.open / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    told = text_of(here.told(ADMIN, "/reindex"))
    assert told.startswith(f"أعدت القراءة. أبحث الآن في {documents} مستندات")
    assert "broken.pdf" in told
    assert "ميناء العقبة" in text_of(here.told(LISTED, PILGRIMS))


def test_stats_tell_how_much_is_asked_and_what_goes_unanswered_without_who_asked(fresh: Guarded) -> None:
    silent, formula = "ما طول نهر الأمازون؟", "=cmd() أين الأمازون؟"
    answer = fresh.told(LISTED, QUESTION)
    fresh.told(LISTED, silent, "ما طول   نهر الأمازون؟", formula)  # later, or in the same second
    query = fresh.server.press(answer, LISTED, "👍")
    fresh.server.wait_call("answerCallbackQuery", callback_query_id=query)
    stats = fresh.told(ADMIN, "/stats")
    assert text_of(stats) == (
        "طُرحت 4 أسئلة في آخر 90 يومًا.\n\n"
        "سكتت المستندات عن 3 أسئلة منها (75٪).\n\n"
        "الآراء في الأجوبة: 1 👍 و0 👎\n\n"
        f"أكثر ما سُئل:\n• {silent} (مرتين)\n• {formula} (مرة واحدة)\n• {QUESTION} (مرة واحدة)\n\n"
        f"ما سكتت عنه المستندات:\n• {silent} (مرتين)\n• {formula} (مرة واحدة)"
    )
    assert str(LISTED) not in str(stats["result"]["text"])
    fresh.server.press(stats, ADMIN, "تنزيل ما لم يُجب عنه كاملًا")
    file = fresh.server.wait_call("sendDocument", chat_id=ADMIN)
    name, content = fresh.server.file(file)
    assert name == "unanswered.csv"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row[:2] for row in rows] == [
        ["question", "times"],
        [silent, "2"],
        [f"'{formula}", "1"],
    ]


def test_an_admin_who_is_one_no_more_presses_in_vain(here: Guarded, tmp_path: Path) -> None:
    report = here.told(ADMIN, {"document": here.server.upload("mine.txt", ARRIVAL.encode())})
    with guarded(tmp_path, IQTIBAS_ADMINS="1", IQTIBAS_USERS=str(ADMIN)) as after:
        after.told(ADMIN, "/ask")
        message = {**report["result"], "message_id": 10_000_000}
        query = after.server.press({"result": message}, ADMIN, UNDO)
        refusal = after.server.wait_call("answerCallbackQuery", callback_query_id=query)
        assert refusal["parameters"]["text"].startswith("لم يعد هذا الزر صالحًا")
