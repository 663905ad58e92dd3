"""Questions that lean on the one before, and questions that don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import follow_up

CALL = "كم استمرت المكالمة بين سوليفان وقالن؟"
SAID = "ماذا قال كالين عن التنظيمات الإرهابية؟"


@pytest.mark.parametrize(
    ("description", "former", "question", "understood"),
    [
        ("when was that", CALL, "ومتى كان ذلك؟", "متى كان ذلك: المكالمة بين سوليفان وقالن؟"),
        ("the asking word alone", CALL, "ولماذا؟", "لماذا: المكالمة بين سوليفان وقالن؟"),
        ("the asking word alone, without a conjunction", CALL, "لماذا؟", "لماذا: المكالمة بين سوليفان وقالن؟"),
        ("the asking word and a verb that only links", CALL, "متى كانت؟", "متى كانت: المكالمة بين سوليفان وقالن؟"),
        ("a pronoun without a conjunction", CALL, "من شارك فيها؟", "من شارك فيها: سوليفان وقالن؟"),
        ("only the names, beside a matter of its own", SAID, "وماذا قال عن سوريا؟", "ماذا قال عن سوريا: كالين؟"),
        ("another name in the place of the one", SAID, "وماذا عن سوليفان؟", "ماذا قال سوليفان عن التنظيمات الإرهابية؟"),
        ("another name, of two words, in the place of two", "ماذا قال جيك سوليفان عن داعش؟", "وماذا عن أنتوني بلينكن؟", "ماذا قال أنتوني بلينكن عن داعش؟"),
        ("one of two names that are joined", "كم استمر اجتماع بايدن وأردوغان؟", "وماذا عن بوتين؟", "كم استمر اجتماع بوتين وأردوغان؟"),
        ("a name and nothing else", SAID, "وسوليفان؟", "ماذا قال سوليفان عن التنظيمات الإرهابية؟"),
        ("an Arabic name", "متى ولد الإمام مالك؟", "والشافعي؟", "متى ولد الشافعي؟"),
        ("a name in the place of one of three words", "متى توفي أحمد بن حنبل؟", "والإمام أبو حنيفة؟", "متى توفي الإمام أبو حنيفة؟"),
        ("a name where the former question has but one word", "من هو القاضي؟", "والوزير؟", "من هو الوزير؟"),
        ("the end of a phrase", "من هو رئيس وزراء تركيا؟", "وإيطاليا؟", "من هو رئيس وزراء إيطاليا؟"),
        ("what is asked of the same", "متى ولد الإمام مالك؟", "متى توفي؟", "متى توفي: الإمام مالك؟"),
        ("a pronoun at the end of a noun", "أين تقع حماة؟", "كم عدد سكانها؟", "كم عدد سكانها: حماة؟"),
        ("who is he", "من هو المتحدث باسم الرئاسة؟", "من هو؟", "من هو: المتحدث باسم الرئاسة؟"),
        ("a follow-up of a follow-up", "متى كان ذلك: المكالمة بين سوليفان وقالن؟", "وأين؟", "أين: المكالمة بين سوليفان وقالن؟"),
    ],
)  # fmt: skip
def test_a_short_question_takes_the_former_one_along(
    description: str, former: str, question: str, understood: str
) -> None:
    found = follow_up(question, former)
    assert found, description
    assert (found.asked, found.understood) == (question, understood), description


@pytest.mark.parametrize(
    ("description", "former", "question"),
    [
        ("no former question", "", "ومتى كان ذلك؟"),
        ("a former question of nothing", "؟؟", "ومتى كان ذلك؟"),
        ("a question of its own", CALL, "من هو رئيس الوزراء؟"),
        ("one with a conjunction and enough to ask about", CALL, "وكم بلغ حجم التبادل التجاري بين البلدين؟"),
        ("one with a name", CALL, "ومن هو أردوغان؟"),
        ("where, in a dialect, begins with و", CALL, "وين اجتمعوا؟"),
        ("what points to the word behind it", CALL, "ماذا جرى هذا العام؟"),
        ("no question", CALL, "شكرا"),
        ("a name whose و is its own", CALL, "واشنطن؟"),
        ("a word whose و is its own", CALL, "وثيقة السفر؟"),
        ("a noun that asks, not one asked about", CALL, "والسبب؟"),
        ("a word that joins", CALL, "وفي دمشق؟"),
        ("a subject behind what is asked", CALL, "متى ولد الشافعي؟"),
        ("a subject that is everybody's", CALL, "كم السعر؟"),
        ("a pronoun of somebody in the question", CALL, "متى زار الوزير مدينته؟"),
        ("what ends with ة, no pronoun", CALL, "متى أسلم حمزة؟"),
        ("an endless former question", "ماذا " * 200, "ومتى كان ذلك؟"),
        ("nothing", CALL, "؟"),
    ],
)
def test_a_question_that_stands_by_itself_is_left_alone(description: str, former: str, question: str) -> None:
    assert follow_up(question, former) is None, description


def test_a_reply_to_quotations_leans_on_them_unless_it_says_enough() -> None:
    assert follow_up("اسم المكان؟", CALL) is None
    assert follow_up("اسم المكان؟", CALL, replied=True)
    assert follow_up("شكرا", CALL, replied=True) is None
    assert follow_up("كم دبلوماسيا أراد الرئيس أن يطرد؟", CALL, replied=True) is None


@given(st.text(), st.text())
def test_any_two_texts_can_be_held_together(question: str, former: str) -> None:
    found = follow_up(question, former)
    assert found is None or found.asked == question
