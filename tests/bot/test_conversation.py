from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from bot.bidi import without_marks
from bot.conversation import Conversation
from bot.reply import Note, Quotation, Reply
from bot.texts import Language
from retrieval import Retriever
from tests.index.corpus import document

WORDS = "الحكومة أعلنت الميزانية الجديدة"
BEFORE = (
    "هطلت أمطار غزيرة على المدينة صباح أمس",
    "أغلق الميناء أبوابه بسبب الرياح",
    "افتتح المتحف جناحا للخط العربي",
    "ازدحمت الطرق المؤدية إلى الجسر القديم",
    "عاد الصيادون بمراكبهم قبل الفجر",
    "زرع المتطوعون أشجار الزيتون حول القرية",
)
AFTER = (
    "فاز الفريق الضيف في الدقيقة الأخيرة",
    "اختتمت الجامعة أسبوعها الثقافي",
    "ارتفعت أسعار القمح في الأسواق",
    "نشرت الصحيفة رواية على حلقات",
    "وصلت القافلة الطبية إلى الجبال",
    "تأجل عرض المسرحية إلى الخريف",
)


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    """Six documents, each with one paragraph about the budget between two others."""
    folder = tmp_path_factory.mktemp("documents")
    for number in range(6):
        Path(folder, f"{number}.txt").write_text(
            f"{BEFORE[number]}.\n\n"
            f"{WORDS} في الإقليم {number} بعد نقاش طويل بين أعضاء اللجنة {number * 7}.\n\n"
            f"{AFTER[number]}.\n",
            "utf-8",
        )
    return Retriever.from_folder(folder)


@pytest.fixture
def conversation(retriever: Retriever) -> Conversation:
    return Conversation(retriever, Language.ENGLISH)


def said(reply: Reply) -> str:
    return "\n".join(without_marks(block.text) for block in reply.blocks if isinstance(block, Note))


def quoted(reply: Reply) -> list[Quotation]:
    return [block for block in reply.blocks if isinstance(block, Quotation)]


def test_a_question_is_answered_and_paged_to_its_end(conversation: Conversation) -> None:
    ranks = [quotation.rank for quotation in quoted(conversation.reply(WORDS))]
    assert ranks == [1, 2, 3]
    while more := quoted(conversation.reply("/more")):
        ranks += [quotation.rank for quotation in more]
    assert ranks == list(range(1, 7))
    assert said(conversation.reply("/more")) == "There are no more quotations for this question."


def test_an_opened_quotation_stands_between_its_neighbours(conversation: Conversation) -> None:
    first, *_ = quoted(conversation.reply(WORDS))
    (opened,) = quoted(conversation.reply("/open 1"))
    before, middle, after = opened.text.split("\n\n")
    place = int(PurePath(first.path).stem)
    assert (before.rstrip("."), middle) == (BEFORE[place], first.text)
    assert after.rstrip(".") == AFTER[place]
    assert WORDS in opened.answer.of(opened.text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/open", "Write after the command the number of a quotation shown, such as /open 1."),
        ("/open x", "Write after the command the number of a quotation shown, such as /open 1."),
        ("/open -1", "Write after the command the number of a quotation shown, such as /open 1."),
        ("/open 4", "No quotation shown has the number 4. They go from 1 to 3."),
        ("/open 0", "No quotation shown has the number 0. They go from 1 to 3."),
        ("/open ٩", "No quotation shown has the number ٩. They go from 1 to 3."),
        ("/cite", "Write after the command the number of a quotation shown, such as /cite 1."),
        ("/cite 4", "No quotation shown has the number 4. They go from 1 to 3."),
        ("/language", "Write after the command /language ar for Arabic or /language en for English."),
        ("/language fr", "Write after the command /language ar for Arabic or /language en for English."),
        ("/sing\x1b", "There is no command /sing. /help lists the commands."),
        ("/", "There is no command /. /help lists the commands."),
        ("؟؟", "There is no word to search for in your message. Ask with at least one word."),
        ("\udcc7\udce1", "This line can't be read: it is not in UTF-8."),
    ],
)
def test_a_line_that_can_not_be_followed_is_explained(
    line: str, expected: str, conversation: Conversation
) -> None:
    conversation.reply(WORDS)
    assert said(conversation.reply(line)) == expected


@pytest.mark.parametrize("after", [[], ["نص آخر تماما."]], ids=["gone", "changed"])
def test_a_quotation_whose_document_is_another_by_now_is_not_opened(after: list[str], tmp_path: Path) -> None:
    with Retriever.open(tmp_path / "index", create=True) as retriever:
        retriever.add([document("one.txt", "وصل الوفد إلى المدينة.")])
        conversation = Conversation(retriever, Language.ENGLISH)
        conversation.reply("الوفد والمدينة")
        retriever.remove(["one.txt"])
        retriever.add([document("one.txt", text) for text in after])
        assert said(conversation.reply("/open 1")).startswith("This document has changed or gone")


@pytest.mark.parametrize("line", ["/more", "/open 1", "/cite 1", "/why 1"])
def test_commands_about_an_answer_need_one(line: str, conversation: Conversation) -> None:
    assert said(conversation.reply(line)) == "Nothing has been asked yet. Write your question first."


@pytest.mark.parametrize("line", ["/open 1", "/cite 1"])
def test_after_an_answer_without_quotations_none_can_be_chosen(line: str, conversation: Conversation) -> None:
    conversation.reply("متى تأسست مدرسة الفلك؟")
    expected = "Your last question was answered by no quotation. Ask another one."
    assert said(conversation.reply(line)) == expected


def test_an_over_long_question_leaves_the_last_answer_open(conversation: Conversation) -> None:
    conversation.reply(WORDS)
    assert "4,096 are allowed" in said(conversation.reply("ا" * 5000))
    assert len(quoted(conversation.reply("/open 3"))) == 1


def test_help_describes_every_command(conversation: Conversation) -> None:
    text = said(conversation.reply("/help"))
    assert [line.split()[0] for line in text.splitlines() if line.startswith("/")] == [
        *("/help", "/sources", "/more", "/open", "/cite", "/why", "/alone", "/language", "/quit"),
    ]


def test_a_quotation_is_cited_by_its_source_ready_to_paste(conversation: Conversation) -> None:
    conversation.reply(WORDS)
    assert said(conversation.reply("/cite 2")).endswith(".txt")


def test_the_reasons_for_a_quotation_and_for_silence_are_told(conversation: Conversation) -> None:
    conversation.reply(WORDS)
    assert "Found as you wrote it: الحكومة, أعلنت, الميزانية, الجديدة" in said(conversation.reply("/why 1"))
    conversation.reply("من اخترع الهاتف؟")
    assert said(conversation.reply("/why")).startswith("Why is there no answer?")


def test_a_follow_up_takes_the_former_question_along_visibly(conversation: Conversation) -> None:
    conversation.reply(WORDS)
    reply = conversation.reply("ومتى كان ذلك؟")
    assert said(reply).startswith(
        f"Understood as: متى كان ذلك: {WORDS}؟\nIf that is not what you meant, /alone"
    )
    assert len(quoted(reply)) == 3


def test_a_follow_up_can_be_asked_as_it_was_written(conversation: Conversation) -> None:
    conversation.reply(WORDS)
    conversation.reply("ومتى كان ذلك؟")
    assert not quoted(conversation.reply("/alone"))
    conversation.reply(WORDS)
    assert said(conversation.reply("/alone")).endswith("nothing was added.")


def test_nothing_is_carried_from_one_conversation_to_another(retriever: Retriever) -> None:
    Conversation(retriever, Language.ENGLISH).reply(WORDS)
    assert "Understood" not in said(Conversation(retriever, Language.ENGLISH).reply("ومتى كان ذلك؟"))


def test_the_sources_are_listed(conversation: Conversation) -> None:
    heading, *lines = said(conversation.reply("/sources")).splitlines()
    assert heading.startswith("I search 6 documents")
    assert [line.rpartition("/")[2] for line in lines] == [f"{number}.txt" for number in range(6)]


def test_the_language_changes_with_the_next_words(conversation: Conversation) -> None:
    assert said(conversation.reply("/language ar")) == "أخاطبك من الآن بالعربية."
    assert said(conversation.reply("/sing")) == "لا أعرف الأمر /sing. اكتب /help لترى الأوامر."
