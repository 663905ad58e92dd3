"""The five documents that the project starts from: what is kept, what is dropped, what they say they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval.reading.document import read
from retrieval.reading.folder import read_folder

if TYPE_CHECKING:
    from retrieval.model import Document

SEEDS = Path(__file__).parents[2] / "seeds"

SOURCES = [
    ("000_a35260540b61ab77", "البيت الأبيض: إدارة بايدن ترغب بإقامة علاقات بناءة مع تركيا", None, None),
    (
        "001_8ab90e2d4c4efa4d",
        "للمرة الأولى منذ تنصيب بايدن.. مباحثات تركية أمريكية حول قضايا المنطقة",
        "الخليج الجديد",
        "2021-02-03",
    ),
    ("002_f601d6b62022e0f0", "إدارة بايدن تجدد مطالبتها لتركيا بالتخلي عن منظومة “أس 400”", None, None),
    ("003_aed99fda198d21e9", "أنقرة وواشنطن تستأنفان مشاورتهما حول مكافحة الإرهاب", "الأناضول", "2024-03-09"),
    ("004_0501e0bcc7072b3e", None, None, None),
]

DROPPED = {
    "000_a35260540b61ab77": """
        تركيا الان
        البيت الأبيض: إدارة بايدن ترغب بإقامة علاقات بناءة مع تركيا
        أحدث الأخبار
        أنقرة: على المجتمع الدولي التحرك بحزم ضد عدوان إسرائيل بالمنطقة
        قالت وزارة الدفاع التركية، الخميس، إنه يجب على المجتمع الدولي اتخاذ خطوات حازمة ضد ممارسات…
        04/12/2025
        270.6 مليار دولار.. صادرات تركيا السنوية تسجل رقما قياسيا
        أعلن وزير التجارة التركي عمر بولاط تسجيل صادرات البلاد من السلع في آخر 12 شهرًا…
        04/12/2025
        مسؤول تركي يحذر: أزمة المياه تهدد بحروب وهجرات كبرى وأزمات عالمية
        حذّر نائب وزير الزراعة والغابات التركي، أبو بكر غيزلي غيدر، الاثنين، من احتمال اندلاع أزمات…
        02/12/2025
        رقصة الماء والغاز في قلب تركيا.. فوارة باردة تخطف الأنظار
        تتحول منطقة "أولو كيشلا" في ولاية أقسراي، وسط تركيا إلى محطة لافتة لعشّاق الطبيعة وهواة…
        01/12/2025
        الاقتصاد التركي ينمو 3.7 بالمئة في الربع الثالث
        حقق الاقتصاد التركي نموًا بنسبة 3.7 بالمئة على أساس سنوي خلال الربع الثالث من العام…
        01/12/2025
        إعلام عالمي يسلط الضوء على نجاح المسيرة “قزل ألما” في إصابة هدف جوي
        سلطت وسائل إعلام عالمية على نجاح المسيرة "بيرقدار قزل ألما" التركية في إصابة هدف جوي.…
        01/12/2025
    """,
    "001_8ab90e2d4c4efa4d": """
        للمرة الأولى منذ تنصيب بايدن.. مباحثات تركية أمريكية حول قضايا المنطقة
        الأربعاء 3 فبراير 2021 07:50 ص
        المصدر | الخليج الجديد
        كلمات مفتاحية
        العلاقاات التركية الأمريكية إبراهيم قالن علاقات ثنائية مستشار الأمن القومي الأمريكي
        هل يستطيع جو بايدن تمهيد طريق جديد للعلاقات الأمريكية التركية؟
        على أساس رابح - رابح.. أردوغان يبدي رغبة في تحسين العلاقات مع أمريكا
        إس-400 ليست سبب الجفاء.. أمريكا على وشك فقدان نفوذها تماما على تركيا
    """,
    "002_f601d6b62022e0f0": """
        الأخبارسياسة
        إدارة بايدن تجدد مطالبتها لتركيا بالتخلي عن منظومة “أس 400”
        اظهر المزيد
        مقالات ذات صلة
        زر الذهاب إلى الأعلى
    """,
    "003_aed99fda198d21e9": """
        أنقرة وواشنطن تستأنفان مشاورتهما حول مكافحة الإرهاب
        profile
        • clock 9 مارس 2024, 9:06:28 م
        • تم نسخ رابط المقال إلى الحافظة
        Slide 01
        الأناضول
        المصادر
        الأناضول
        التعليقات (0)
    """,
    "004_0501e0bcc7072b3e": "",
}

BEGINNINGS = {
    "000_a35260540b61ab77": """
        البيت الأبيض: مستشار الأمن
        قال البيت الأبيض الأمريكي، الثلاثاء
        وذكر البيت الأبيض في بيان
        وأضاف البيان أن “سوليفان
        بدوره، ذكر بيان صادر
        وأشار البيان إلى أن الجانبان
        ولفت إلى أن كالن وسوليفان
        وأكد الجانبان على “ضرورة
        وتطرق الجانبان إلى الأوضاع
        وشدّد كالن على
        كما أعرب عن “ترحيب تركيا
        وجرى خلال المكالمة
    """,
    "001_8ab90e2d4c4efa4d": """
        أجرى أكبر مستشارين
        وتباحث مستشار "أردوغان"
        وقال بيان صادر
        وأعرب "قالن" و"سوليفان" عن
        كما تناول الجانبان
        واتفق "قالن" و"سوليفان"
        وأكد الجانبان "ضرورة
        كما اتفق الجانبان بشأن
        وشدد "قالن"
        كما تطرق الجانبان
        من ناحية أخرى
        وأعرب "قالن"، عن
        وجرى التأكيد
        وتقول واشنطن
        وترفض تركيا
        وتقول أنقرة
    """,
    "002_f601d6b62022e0f0": """
        طالبت إدارة الرئيس
        وقال وزير الخارجية
        وأضاف “بلينكن”
        وأوضح أن اختلاف
        والأسبوع الماضي
        وردًا على دعوة
        من جهة أخرى
        وقالت الوزارة
        وأشارت الوزارة
        وأضافت أن
        وخلال الأعوام الماضية
        والجمعة الماضية
        وقال البيت الأبيض في بيان
    """,
    "003_aed99fda198d21e9": """
        أعلن بيان تركي أمريكي
        وجاء البيان عقب
        وحسب البيان
        وأكد على أهمية
        وأعلنت تركيا والولايات
        وتؤكدان على أهمية
        البيان، أشار
        وفي اليوم التالي
        الوزيران، أكدا
        وبحث الجانبان
        وفيما يخص الحرب
        وتطرق البيان
        لقاء فيدان وبلينكن
        كما أكد الجانبان
        وعلى صعيد آخر
        وأجمعا على تعاون
        بدوره، جدد بلينكن
        وأكد عزم البلدين
        كما ناقش الجانبان
        أما على صعيد سوريا
        البيان المشترك، شدد
        مباحثات الوزيرين
        ورحب بلينكن
        العلاقات الأذربيجانية
        كما بحث فيدان
        وأضاف البيان
        وتابع: "تركيا
        ورحب الجانبان
        وأشارا إلى
        وذكر البيان
        وفي هذا الإطار
        كما رحب فيدان
        وفي سياق آخر
        ومن المستهدف
        وأردف البيان
        البيان، اختتم
        و أعربا عن
    """,
    "004_0501e0bcc7072b3e": """
        توترت العلاقات
        وقال مسؤول أمريكي للصحفيين
        وأفادت وسائل
        وأجرى القادة
        استمر الاجتماع
        وأصدر البيت الأبيض
        وأعرب بايدن
        وناقش القادة
        وشاركت تركيا
        وأشارت قراءات
        و شدد على
        وقال مسؤول تركي
        العلاقات المتوترة
        ويواجه المحاكمة
        وأعلن أردوغان
        وقال مسؤول أمريكي لم يذكر
    """,
}


@pytest.mark.parametrize(("name", "title", "publisher", "date"), SOURCES)
def test_a_seed_names_its_source(
    name: str, title: str | None, publisher: str | None, date: str | None
) -> None:
    source = _seed(name).source
    assert (source.title, source.publisher, date) == (
        title,
        publisher,
        str(source.date) if source.date else None,
    )


@pytest.mark.parametrize("name", DROPPED)
def test_what_is_not_quoted_of_a_seed_is_its_furniture_and_nothing_else(name: str) -> None:
    document = _seed(name)
    assert _lines_outside(document) == _listed(DROPPED[name])


@pytest.mark.parametrize("name", BEGINNINGS)
def test_every_paragraph_of_a_seed_is_quotable_by_itself(name: str) -> None:
    document = _seed(name)
    beginnings = _listed(BEGINNINGS[name])
    quotable = [span.of(document.text) for span in document.paragraphs]
    assert len(quotable) == len(beginnings)
    assert all(words.startswith(beginning) for words, beginning in zip(quotable, beginnings, strict=True))


def test_a_heading_of_a_seed_stands_with_the_paragraph_below_it() -> None:
    document = _seed("004_0501e0bcc7072b3e")
    assert document.paragraphs[12].of(document.text).startswith("العلاقات المتوترة\nويأتي اجتماع اليوم الأحد")


def test_the_folder_of_seeds_holds_five_documents_in_order() -> None:
    folder = read_folder(SEEDS)
    assert [document.source.path for document in folder.documents] == [
        (SEEDS / f"{name}.txt").as_posix() for name, *_ in SOURCES
    ]
    assert folder.failures == ()


def _seed(name: str) -> Document:
    return read(SEEDS / f"{name}.txt")


def _listed(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines() if line.strip()]


def _lines_outside(document: Document) -> list[str]:
    """The lines that no paragraph covers; a line that one covers in part would be listed, too."""
    covered = {place for span in document.paragraphs for place in range(span.start, span.end)}
    outside, at = [], 0
    for raw in document.text.splitlines(keepends=True):
        line = raw.strip()
        start = at + raw.find(line)
        if line and not covered.issuperset(range(start, start + len(line))):
            outside.append(line)
        at += len(raw)
    return outside
