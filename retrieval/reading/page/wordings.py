"""What web pages say around an article: the vocabulary of Arabic content management systems.

Whole lines, or the words of which whole lines consist; never the beginning of a line, since a sentence may
begin alike («شارك في الاجتماع …»). Lines are compared folded, and 0 stands for any number, so that one
spelling serves for all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile("[،\n]")


def words(line: str) -> list[str]:
    """The folded words of a line, marks left out and each number as `0`.

    >>> words("• التعليقات (٢)")
    ['التعليقات', '0']
    """
    found: list[str] = []
    for word in _WORD.findall(" ".join(map(fold, line.split()))):
        if not word[0].isdigit():
            found.append(word)
        elif found[-1:] != ["0"]:
            found.append("0")
    return found


def _phrases(listed: str) -> frozenset[str]:
    """Phrases, listed with commas and line breaks, as they are compared."""
    return frozenset(phrase for each in _SEPARATORS.split(listed) if (phrase := " ".join(words(each))))


def _pairs(openings: str, endings: str) -> Iterable[str]:
    """Each opening with each ending: «أخبار», «مقالات» and «ذات صلة»."""
    return {f"{opening} {ending}" for opening in _phrases(openings) for ending in _phrases(endings)}


POINTERS = _phrases("""
    قد يهمك، قد يهمك أيضا، قد يعجبك، قد يعجبك أيضا، ربما يعجبك أيضا، ربما يهمك، ربما يهمك أيضا
    نرشح لك، نرشح لكم، اخترنا لك، اخترنا لكم، ننصحك بقراءة، يمكنك أيضا قراءة
    للمزيد، لمزيد من التفاصيل، related posts، related articles، read also، read more
""").union(
    _pairs(
        "أخبار، الأخبار، مقالات، المقالات، مواضيع، المواضيع، موضوعات، مواد، محتوى، روابط، تقارير، قصص",
        "ذات صلة، ذات الصلة، ذو صلة، متعلقة، مشابهة، مرتبطة، مقترحة",
    ),
    _pairs("اقرأ، اقرئي، اقرؤوا، اقرأ/ي، شاهد، طالع، تابع، انظر", "أيضا، كذلك"),
)
"""What points to other articles: on a line of its own, or before a colon and a headline."""

TAGS = _phrases("كلمات مفتاحية، الكلمات المفتاحية، كلمات دلالية، الكلمات الدلالية، الوسوم، وسوم، tags")

LISTS = _phrases("""
    الأخبار الأكثر قراءة، المقالات الأكثر قراءة، المقالات الأخيرة، مقالات حديثة، التاغات، هاشتاغات
    latest news، most read، most popular، leave a comment، leave a reply
    التعليقات 0، تعليقات 0، 0 تعليق، 0 تعليقات، لا توجد تعليقات، لا يوجد تعليقات، لا توجد تعليقات بعد
    اترك تعليقا، اترك تعليقك، أضف تعليق، أضف تعليقا، أضف تعليقك، أضف تعليقا جديدا، اكتب تعليقا، اكتب تعليقك
    اترك ردا، اترك رد، اترك تعليقا إلغاء الرد، اترك رد إلغاء الرد، شاركنا برأيك، شاركنا رأيك
""").union(
    POINTERS,
    TAGS,
    _pairs("أحدث، آخر، أهم، أبرز", "الأخبار، المقالات، المستجدات، المواضيع، الموضوعات، المنشورات، العناوين"),
    _pairs("الأكثر", "قراءة، مشاهدة، تداولا، شيوعا، تعليقا، رواجا، تفاعلا، زيارة، شعبية"),
    _pairs("المزيد من، مزيد من", "الأخبار، المقالات، المواضيع، التقارير، القصص"),
    _pairs("المقال، المقالة، الخبر، الموضوع، المنشور", "السابق، السابقة، التالي، التالية"),
)
"""What stands above a list of other things: headlines, tags, comments."""

BUTTONS = _phrases("""
    زر الذهاب إلى الأعلى، الذهاب إلى الأعلى، العودة إلى الأعلى، العودة للأعلى
    اذهب إلى المحتوى، تخطي إلى المحتوى، التجاوز إلى المحتوى، انتقل إلى المحتوى
    تم نسخ الرابط، تم نسخ رابط المقال، تم نسخ الرابط إلى الحافظة، تم نسخ رابط المقال إلى الحافظة
    تم نسخ الرابط بنجاح، إرسال لصديق، أرسل لصديق، أرسل إلى صديق، نسخة للطباعة
    إعجاب تحميل، جاري التحميل، جار التحميل
    شاركها مع أصدقائك، شارك مع أصدقائك، استمع إلى المقال، استمع للمقال، استمع إلى الخبر
    تكبير الخط، تصغير الخط، أضف إلى المفضلة، إلغاء الرد، انضم إلى قناتنا، اشترك الآن
    اشترك في النشرة البريدية، اشترك في النشرة الإخبارية، اشترك في نشرتنا البريدية، اشترك في نشرتنا الإخبارية
    لن يتم نشر عنوان بريدك الإلكتروني، الحقول الإلزامية مشار إليها بـ
    لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ
    skip to content، back to top، show more، load more، copy link، share this
""").union(
    _pairs("اظهر، إظهار، عرض، شاهد، تحميل، اقرأ، قراءة", "المزيد"),
    _pairs("0 دقيقة، 0 دقائق، أقل من دقيقة", "قراءة، للقراءة"),
    _pairs("وقت القراءة، مدة القراءة", "0 دقيقة، 0 دقائق"),
)
"""What a page offers to do, or tells of itself: no sentence of an article reads so."""

COUNTERS = frozenset(
    _pairs("0", "مشاركة، مشاركات، مشاهدة، مشاهدات، قراءة، قراءات، زيارة، زيارات، إعجاب، views، shares")
).union(_pairs("مشاركة، مشاركات، المشاركات، المشاهدات، عدد المشاهدات، عدد القراءات، الزيارات، إعجاب", "0"))

NETWORKS = _phrases("""
    فيسبوك، الفيسبوك، فيس، بوك، تويتر، إكس، منصة، واتساب، الواتساب، واتس، آب، تليجرام
    تيليجرام، تلغرام، تيليغرام، لينكدإن، لينكد، إن، بينتيريست، انستغرام، انستجرام، يوتيوب، تيك، توك
    سناب، شات، سنابشات، ماسنجر، مسنجر، ريديت، تمبلر، بوكيت، سكايب، فايبر
    جوجل، غوغل، نيوز، بلس، البريد، الإلكتروني، بريد، رسالة
    facebook، twitter، x، whatsapp، telegram، linkedin، pinterest، instagram، youtube، tiktok، messenger
    reddit، tumblr، viber، google، news، email، rss
""")
"""The words of which names of social networks consist."""

CALLS = _phrases("""
    شارك، شاركه، شاركها، شاركوا، شاركوها، مشاركة، المشاركة، للمشاركة، انشر، غرد، أرسل، إرسال، انقر، اضغط
    تابع، تابعنا، تابعوا، تابعونا، اشترك، اشتركوا، انضم، انضموا، طباعة، اطبع، حفظ، احفظ، نسخ، انسخ
    share، follow، print، copy
""")
CALL_AIMS = NETWORKS | _phrases("""
    المقال، المقالة، الخبر، الموضوع، المنشور، صفحتنا، قناتنا، حسابنا، حساباتنا، موقعنا، تطبيقنا
""")
CALL_WORDS = CALLS.union(
    CALL_AIMS,
    _phrases("على، عبر، في، من، إلى، مع، هذا، هذه، الصفحة، الرابط، رابط، تطبيق، فتح، نافذة، جديدة"),
    _phrases("link، this، on، us، via"),
)
"""A call to share or follow begins with one of the calls, names an aim, and consists of nothing but these."""

LOOSE = CALLS | _phrases("""
    المزيد، عرض الكل، إلى الأعلى، حجم الخط، دقيقة واحدة، ذات صلة، مقترحات، بحث، البحث، القائمة، قائمة، إغلاق
    تعليق، تعليقات، التعليقات، شاركنا، تسجيل الدخول، دخول، إعلان، إعلانات، السابق، التالي
    نسخ الرابط، انسخ الرابط، طباعة الصفحة، profile، clock، calendar، user، author، admin، slide، slide 0
    comment، comments، views، search، menu، close، login، image، photo، video، advertisement
""")
"""What a page says as furniture, and an article may say as well: a step, an item, a verse."""

SECTIONS = _phrases("""
    الرئيسية، الأخبار، أخبار، سياسة، السياسة، اقتصاد، الاقتصاد، رياضة، الرياضة، ثقافة، الثقافة، فنون، فن
    مجتمع، صحة، تكنولوجيا، تقنية، علوم، منوعات، مقالات، رأي، آراء، تقارير، تحليلات، حوارات، تحقيقات، عاجل
    دولي، دولية، محلي، محلية، محليات، عربي، عربية، العالم، عالم، عالمية، حوادث، سياحة، تعليم، أعمال، مال
    ملفات، مدونات، فيديو، صور، home
""")
_SECTIONS_IN_A_ROW = re.compile("(?:" + "|".join(sorted(SECTIONS, key=len, reverse=True)) + ")+")
_HOME = words("الرئيسية")

SOURCE_LABELS = _phrases("المصدر، المصادر، مصدر الخبر، source")

AUTHOR_LABELS = _phrases("بقلم، بقلم الكاتب، بقلم الكاتبة، كتبه، كتبته، تأليف، إعداد")

AGES = frozenset(
    _pairs("منذ، قبل", "0 ثانية، 0 دقيقة، 0 دقائق، 0 ساعة، 0 ساعات، 0 يوم، 0 يوما، 0 أيام")
).union(
    _pairs("منذ، قبل", "0 أسبوع، 0 أسابيع، 0 شهر، 0 أشهر، 0 سنة، 0 سنوات، دقيقة، دقيقتين، ساعة، ساعتين"),
    _pairs("منذ، قبل", "يوم، يومين، أسبوع، أسبوعين، شهر، شهرين، سنة، سنتين"),
)
"""How long ago a thing appeared, in place of its date."""

DATE_WORDS = _phrases("""
    السبت، الأحد، الاثنين، الثلاثاء، الأربعاء، الخميس، الجمعة، يوم، اليوم، الساعة، ص، م، صباحا، ظهرا، مساء
    فجرا، تاريخ، التاريخ، بتاريخ، نشر، نشرت، النشر، تم، آخر، تحديث، التحديث، حدث، الموافق، في، و، 0
    بتوقيت، بالتوقيت، المحلي، غرينتش، جرينتش، مكة، المكرمة، القاهرة، القدس، هـ، gmt، utc، am، pm
    محرم، صفر، ربيع، الأول، الآخر، الثاني، جمادى، الأولى، الآخرة، الثانية، رجب، شعبان، رمضان، شوال، ذو، ذي
    القعدة، الحجة، clock، calendar، published، updated، posted، date، time، on
""")
"""What may stand beside the date on a line that gives nothing but the date."""


def is_breadcrumb(spoken: list[str]) -> bool:
    """Whether the words of a line are names of sections, run together or not: «الأخبارسياسة»."""
    if spoken[:1] == _HOME:
        return len(spoken) <= 6  # home, section, topic
    return bool(_SECTIONS_IN_A_ROW.fullmatch("".join(spoken)))
