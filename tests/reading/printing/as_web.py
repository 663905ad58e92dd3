"""A sample as a page saved from the web: the article among the furniture of three kinds of sites."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from tests.reading.printing.sample import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.reading.printing.sample import Block, Sample


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page, and the blocks of it that are no part of the article."""

    html: str
    furniture: tuple[str, ...]


_TAGS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.ITEM: "li", Kind.NOTE: "p"}
_LISTS = {Kind.ITEM: "ul", Kind.ROW: "table"}

_MENU = ("الرئيسية", "أخبار", "اقتصاد", "رياضة", "ثقافة وفنون", "فيديو", "من نحن", "اتصل بنا")
_RELATED = (
    "مجلس الوزراء يقر موازنة العام المقبل بعد جلسة طويلة",
    "أمطار غزيرة على الساحل وتحذيرات من السيول في الأودية",
    "المنتخب يتعادل مع ضيفه في المباراة الودية الأخيرة",
)
_MOST_READ = (
    "أسعار الذهب اليوم في الأسواق المحلية",
    "مواعيد القطارات الجديدة بين العاصمة والشمال",
    "نتائج الثانوية العامة: أسماء الأوائل في كل المحافظات",
)
_COOKIES = (
    "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك. بمتابعتك التصفح فإنك توافق على سياسة الخصوصية."
)
_NEWSLETTER = "اشترك في نشرتنا البريدية لتصلك أهم الأخبار كل صباح"
_RIGHTS = "جميع الحقوق محفوظة © 2024 صحيفة الضفاف"
_COMMENT = "خبر جميل، شكرا لكم على هذا الموضوع المفيد وننتظر المزيد."


def blog(sample: Sample) -> WebPage:
    """A weblog's theme: header, article, share buttons, related posts, comments, sidebar, footer."""
    share = ("شارك على فيسبوك", "شارك على تويتر", "واتساب", "نسخ الرابط")
    furniture = (*_MENU, *share, *_RELATED, *_MOST_READ, _COMMENT, _RIGHTS, "مقالات ذات صلة", "اترك تعليقاً")
    body = f"""
<header id="masthead" class="site-header"><nav class="main-navigation">{_links(_MENU)}</nav></header>
<div id="primary" class="content-area"><main><article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{escape(sample.title)}</h1>
<div class="entry-meta"><time class="entry-date" datetime="2019-10-15T08:00:00+00:00">15 أكتوبر 2019</time></div></header>
<div class="entry-content">{_article(sample.blocks[1:])}</div>
<div class="sharedaddy sd-sharing">{_links(share)}</div></article>
<section class="related-posts"><h3>مقالات ذات صلة</h3>{_links(_RELATED)}</section>
<div id="comments" class="comments-area"><h2>اترك تعليقاً</h2><ol class="comment-list"><li class="comment">
<p>{_COMMENT}</p></li></ol></div></main></div>
<aside id="secondary" class="widget-area"><h2>الأكثر قراءة</h2>{_links(_MOST_READ)}</aside>
<footer class="site-footer"><p>{_RIGHTS}</p></footer>"""
    return WebPage(_page(sample, body), furniture)


def portal(sample: Sample) -> WebPage:
    """A news site of our days: nothing but divs, a banner, teasers between the paragraphs."""
    teaser = f"اقرأ أيضا: {_RELATED[0]}"
    tags = ("الوسوم: مكتبات، ثقافة، العاصمة",)
    furniture = (*_MENU, *_RELATED[1:], *_MOST_READ, _COOKIES, _NEWSLETTER, _RIGHTS, teaser, *tags)
    first, *rest = sample.blocks[1:]
    body = f"""
<div class="cookie-banner"><p>{_COOKIES}</p><button>موافق</button></div>
<div class="header"><div class="menu">{_links(_MENU, "div")}</div></div>
<div class="wrapper"><div class="story"><div class="story-title"><h1>{escape(sample.title)}</h1></div>
<div class="story-info"><span class="date">15 أكتوبر 2019</span></div>
<div class="story-body">{_article([first])}<p>{teaser}</p>{_article(rest)}</div>
<div class="tags"><p>{tags[0]}</p></div></div>
<div class="sidebar"><div class="box"><h4>الأكثر قراءة</h4>{_links(_MOST_READ, "div")}</div>
<div class="box"><h4>مواضيع ذات صلة</h4>{_links(_RELATED[1:], "div")}</div>
<div class="newsletter"><p>{_NEWSLETTER}</p><form><input type="email"><button>اشترك الآن</button></form></div></div></div>
<div class="footer"><div>{_RIGHTS}</div></div>"""
    return WebPage(_page(sample, body), furniture)


def tables(sample: Sample) -> WebPage:
    """A site of twenty years ago: laid out by tables, lines broken by hand."""
    furniture = (*_MENU, *_MOST_READ, _RIGHTS, "أرسل لصديق", "نسخة للطباعة")
    body = f"""
<table width="100%"><tr><td colspan="3"><table><tr>{"".join(f"<td><a href='#'>{each}</a></td>" for each in _MENU)}
</tr></table></td></tr><tr><td width="20%">{_links(_MOST_READ, "div")}</td>
<td><font size="5"><b><h1>{escape(sample.title)}</h1></b></font>{_article(sample.blocks[1:])}
<a href="#">أرسل لصديق</a> | <a href="#">نسخة للطباعة</a></td><td width="20%">&nbsp;</td></tr>
<tr><td colspan="3"><center>{_RIGHTS}</center></td></tr></table>"""
    return WebPage(_page(sample, body), furniture)


def article_only(sample: Sample) -> WebPage:
    """The article alone, as reading modes of browsers save it."""
    return WebPage(_page(sample, f"<article>{_article(sample.blocks)}</article>"), ())


def magazine(sample: Sample) -> WebPage:
    """A magazine: pictures with captions of their own site, a box about the author, a carousel of teasers."""
    about = "ليلى حداد كاتبة وصحفية تهتم بشؤون المدن، صدر لها كتابان عن تاريخ الأسواق القديمة."
    share = ("فيسبوك", "إكس", "واتساب", "تيليجرام")
    furniture = (
        *_MENU,
        *_RELATED,
        *_MOST_READ,
        _NEWSLETTER,
        _RIGHTS,
        about,
        "المزيد من الكاتب",
        "نسخ الرابط",
    )
    half = len(sample.blocks) // 2
    body = f"""
<div class="topbar"><ul class="menu">{"".join(f'<li><a href="/{each}">{each}</a></li>' for each in _MENU)}</ul></div>
<div class="post-header"><h1>{escape(sample.title)}</h1><p class="byline">بقلم: ليلى حداد</p>
<p class="post-date">الاثنين 15 تشرين الأول 2019</p></div><div class="post-content"><div class="entry">
{_article(sample.blocks[1:half])}<div class="related-inline"><span>اقرأ أيضا</span>{_links(_RELATED)}</div>
{_article(sample.blocks[half:])}</div></div><div class="share"><span>شارك المقال</span>{_links(share, "div")}
<a href="#">نسخ الرابط</a></div><div class="author-box"><h4>عن الكاتب</h4><p>{about}</p><a href="#">المزيد من الكاتب</a></div>
<div class="newsletter-box"><h3>{_NEWSLETTER}</h3></div>
<div class="swiper"><h3>الأكثر قراءة</h3>{_links(_MOST_READ)}</div><footer><p>{_RIGHTS}</p></footer>"""
    return WebPage(_page(sample, body), furniture)


def agency(sample: Sample) -> WebPage:
    """An agency's site: the story in one element, its paragraphs parted by line breaks."""
    furniture = (*_MENU, *_RELATED, _RIGHTS, "طباعة", "تكبير الخط", "عدد المشاهدات: 1203")
    story = "<br><br>".join(escape(" ".join(block.cells)) for block in sample.blocks[1:])
    body = f"""
<div id="nav">{_links(_MENU, "div")}</div><div id="news"><h1>{escape(sample.title)}</h1>
<div class="tools"><a href="#">طباعة</a><a href="#">تكبير الخط</a></div><span>2019/10/15</span>
<div id="text">{story}</div><div class="views">عدد المشاهدات: 1203</div></div>
<div id="more"><h3>أخبار ذات صلة</h3>{_links(_RELATED)}</div><div id="bottom">{_RIGHTS}</div>"""
    return WebPage(_page(sample, body), furniture)


def described(sample: Sample) -> WebPage:
    """A page of a framework: sections with generated names, its facts in JSON-LD, a footer full of links."""
    furniture = (*_MENU, *_RELATED, *_MOST_READ, _COOKIES, _RIGHTS, "مشاركة", "حفظ")
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": sample.title,
        "datePublished": "2019-10-15T06:30:00Z",
        "author": {"@type": "Person", "name": "سالم العلي"},
        "publisher": {"@type": "Organization", "name": "صحيفة الضفاف"},
    }
    body = f"""<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>
<div id="__next"><header class="css-1x2"><nav>{_links(_MENU)}</nav></header><main><section class="css-8ab">
<h1 class="css-t1">{escape(sample.title)}</h1><button>مشاركة</button><button>حفظ</button>
<div class="css-9zk">{_article(sample.blocks[1:])}</div></section><section class="css-r4"><h2>المزيد من الأخبار</h2>
{"".join(f'<article><a href="#"><h3>{each}</h3></a></article>' for each in (*_RELATED, *_MOST_READ))}</section></main>
<div role="dialog"><p>{_COOKIES}</p></div><footer>{_links(_MENU)}<p>{_RIGHTS}</p></footer></div>"""
    return WebPage(_page(sample, body), furniture)


SITES: dict[str, Callable[[Sample], WebPage]] = {
    "blog": blog,
    "portal": portal,
    "tables": tables,
    "article only": article_only,
}
"""Those that were there before the reader of web pages was written."""
LATER_SITES: dict[str, Callable[[Sample], WebPage]] = {
    "magazine": magazine,
    "agency": agency,
    "described": described,
}
"""Those that were made after it."""


def _page(sample: Sample, body: str) -> str:
    return (
        f'<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8">'
        f"<title>{escape(sample.title)} - صحيفة الضفاف</title>"
        f'<meta property="og:site_name" content="صحيفة الضفاف"><style>p {{ margin: 0 }}</style>'
        f"<script>var page = 1;</script></head><body>{body}</body></html>"
    )


def _links(texts: Iterable[str], tag: str = "ul") -> str:
    item = "li" if tag == "ul" else "span"
    return (
        f"<{tag}>"
        + "".join(f'<{item}><a href="#">{escape(text)}</a></{item}>' for text in texts)
        + f"</{tag}>"
    )


def _article(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        inner = "".join(map(_block, group))
        parts.append(f"<{_LISTS[kind]}>{inner}</{_LISTS[kind]}>" if kind in _LISTS else inner)
    return "\n".join(parts)


def _block(block: Block) -> str:
    if block.kind is Kind.ROW:
        return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in block.cells) + "</tr>"
    tag = _TAGS.get(block.kind, "p")
    return f"<{tag}>{escape(block.text)}</{tag}>"
