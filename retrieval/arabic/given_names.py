"""Given names that are Arabic words as well, which a lexicon can't tell from them: محمد, سعيد, كريم.

>>> is_name("سليمان"), is_name("بلينكن"), is_name("رغبه")
(True, True, False)
"""

from __future__ import annotations

from retrieval.arabic.folding import folded_words
from retrieval.arabic.lexicon import is_arabic
from retrieval.arabic.stopwords import is_stop_word

_GIVEN = folded_words("""
    محمد أحمد محمود حامد حميد حمد مصطفى علي عمر عثمان حسن حسين خالد سعيد سعد سعود مسعود صالح صلاح
    سالم سليم سليمان سلمان كريم كمال جمال جميل ياسر ناصر نصر نادر ماهر طاهر عامر عادل عاطف عارف رائد
    فارس فهد فيصل فؤاد فريد فاروق رشيد راشد رشاد رامي سامي هادي مهدي هاني وليد زياد زيد يزيد يزن نبيل
    بشير بشار أمين أيمن أنور أشرف أكرم أسعد أسامة إيهاب باسم بسام بلال تامر ثامر جابر جعفر حاتم حازم
    حافظ حبيب حكيم خليل خليفة داود رضا زاهر زكي سمير شريف شاكر صادق صبري ضياء طارق طلال عباس عبد
    عدنان عزيز عصام عماد غازي غسان فوزي قاسم قيس لطفي ماجد مازن مالك مجدي محسن مختار مراد مروان معاذ
    منصور منير موسى مولود نزار نعيم نور هاشم هشام هيثم وائل وسام يحيى يوسف فاطمة عائشة خديجة زينب
    مريم سعاد سميرة ليلى أمل آمال أمينة جميلة سلمى سلوى نادية نجلاء هدى هند وفاء ياسمين رانيا ريم
    دينا رشا شيماء إيمان خلود نوال
""")


def is_name(folded: str) -> bool:
    """Whether a folded word may name a person: a given name, or no Arabic word."""
    if folded in _GIVEN:
        return True
    return folded.isalpha() and not is_arabic(folded) and not is_stop_word(folded)
