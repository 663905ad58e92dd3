"""Words that say nothing of what a text is about, as they are spelled after `bare`.

Bare and not folded, so that a hamza keeps words apart: إن is one of them, أن too, أنّ (he moaned) is rare.
Curated: function words of Modern Standard Arabic with their usual و and ف, and those of the dialects in
which people ask.
"""

from __future__ import annotations

_PREPOSITIONS = """
من إلى الى عن على في ب ل ك مع منذ مذ حتى حتي خلال بين عند لدى لدي نحو دون بدون ضد حول عبر قبل بعد
فوق تحت أمام وراء خلف أثناء اثناء لأجل لاجل بسبب رغم حسب وفق وفقا طبقا بشأن بخصوص سوى سوي غير مثل
مثلا عدا حاشا خلا
"""
_PRONOUNS = """
أنا انا نحن أنت انت أنتم انتم أنتما انتما أنتن هو هي هم هن هما إياه إياها هذا هذه هذان هذين هاتان
هاتين هؤلاء ذلك ذاك تلك أولئك اولئك هنا هناك هنالك هكذا كذلك كذا الذي التي اللذان اللذين اللتان
اللتين الذين اللاتي اللواتي اللائي ذو ذي ذا ذات منه منها منهم منهما منهن عنه عنها عنهم فيه فيها فيهم
فيهما عليه عليها عليهم عليهما إليه إليها إليهم اليه اليها اليهم له لها لهم لهما لهن لي لك لكم لنا به
بها بهم بهما بنا معه معها معهم لديه لديها لديهم بينهم بينهما عنده عندها مما ممن عما عمن فيما بما لما
كما ريثما حيثما كلما بينما عندما حينما طالما
"""
_PARTICLES = """
و ف أو او أم ام ثم بل لكن لكنه لكنها ولكن لا ما لم لن ليس ليست ليسوا لست إن ان أن إنه انه إنها انها
أنه أنها أنهم إنهم كأن لأن لان لأنه لأنها لعل ليت قد لقد سوف س إذا اذا إذ اذ إذن اذن لو لولا لوما كي
لكي إلا الا أما اما إما يا أيها أيتها نعم كلا بلى أجل إنما انما أيضا ايضا فقط جدا تقريبا حيث حين
إذما ألا هلا
"""
_VERBS = """
كان كانت كانوا كنت كنا كن يكون تكون يكونون نكون أكون كون كائن تم يتم أصبح اصبح أصبحت اصبحت صار صارت
ظل ظلت بات باتت مازال مازالت زال لازال يزال تزال كانا كانتا
"""
_QUANTITIES = """
كل كلها كله كلهم كلا كلتا بعض بعضها بعضهم جميع كافة عدة عديد أي اي أية اية أحد احد إحدى احدى آخر اخر
أخرى اخرى آخرين أكثر اكثر أقل اقل نفس نفسه نفسها ذاته ذاتها
"""
_QUESTIONS = """
من ما ماذا متى متي أين اين كيف لماذا لم لمه هل أ كم أي اي أية اية أيان أنى بم بماذا مم ممن عم عمن
عماذا علام إلام فيم حتام مين شو ايش إيش ليش ليه وين فين امتى إمتى ازاي إزاي شنو شكون وش كام قديش
اديش علاش كيفاش فوقاش هوا هيا اذكر أذكر عدد حدد عرف اشرح وضح هات
"""
QUESTION_WORDS = frozenset(_QUESTIONS.split()) - {"عدد", "عرف", "هات"}
"""What a question is asked with, in the standard language and in dialects."""

_CONJUNCTIONS = ("", "و", "ف")
_WORDS = f"{_PREPOSITIONS} {_PRONOUNS} {_PARTICLES} {_VERBS} {_QUANTITIES}".split()
STOP_WORDS = frozenset(
    conjunction + word
    for word in [*_WORDS, *QUESTION_WORDS]
    for conjunction in _CONJUNCTIONS
    if len(word) > 1 or not conjunction
)


def is_stop_word(bare: str) -> bool:
    """Whether a word, spelled as `bare` gives it, only holds a sentence together.

    >>> is_stop_word("ولماذا"), is_stop_word("ماء")
    (True, False)
    """
    return bare in STOP_WORDS
