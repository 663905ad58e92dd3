"""Days named in Arabic text."""

from __future__ import annotations

import pytest

from retrieval.arabic.dates import find_dates

CASES = [
    ("Gregorian name", "في 3 فبراير 2021 وصل", ["2021-02-03"]),
    ("Levantine name of two words", "١٥ كانون الثاني ٢٠٢٠", ["2020-01-15"]),
    (
        "Levantine name with madda or without",
        "1 آذار 2020، 2 اذار 2020، 3 أيار 2020",
        ["2020-03-01", "2020-03-02", "2020-05-03"],
    ),
    ("Algerian and Tunisian names", "5 جويلية 1962 و14 جانفي 2011", ["1962-07-05", "2011-01-14"]),
    ("Moroccan names", "20 غشت 1953 و7 دجنبر 2020", ["1953-08-20", "2020-12-07"]),
    (
        "spelling with hamza or without",
        "6 أكتوبر 1973، 6 اكتوبر 1973، 1 إبريل 2020",
        ["1973-10-06", "1973-10-06", "2020-04-01"],
    ),
    ("both names", "17 أبريل/ نيسان 2022 و17 نيسان (أبريل) 2022", ["2022-04-17", "2022-04-17"]),
    ("names at odds", "17 أبريل/شباط 2022", []),
    ("particle", "الثالث... 3 من شهر فبراير عام", []),
    ("month first", "يناير 03, 2015", ["2015-01-03"]),
    ("numbers", "03/02/2021 و3-2-2021 و3.2.2021", ["2021-02-03"] * 3),
    ("year first", "2021/2/3 و2021-02-03", ["2021-02-03"] * 2),
    ("mixed digits", "٣/2/۲۰۲۱", ["2021-02-03"]),
    ("American order", "12/25/2021", []),
    ("marks at odds", "3/2-2021", []),
    ("longer number", "113/02/2021، 03/02/20215، 1.3.2.2021", []),
    ("Hijri year in numbers", "21/06/1442 و1442/06/21 و21/06/2021 هـ", []),
    ("leap day", "29/02/2024 و29/02/2023", ["2024-02-29"]),
    ("era behind the year", "3 فبراير 2021م", ["2021-02-03"]),
    ("fraction and ratio", "3/2 و2021", []),
]


@pytest.mark.parametrize(("description", "text", "days"), CASES, ids=[case[0] for case in CASES])
def test_days_named_in_full_are_found_in_order(description: str, text: str, days: list[str]) -> None:
    assert [str(found.date) for found in find_dates(text)] == days, description


def test_a_date_has_its_place_in_the_text() -> None:
    text = "وصل في ٣ شباط ٢٠٢١ إلى العاصمة"
    assert [found.span.of(text) for found in find_dates(text)] == ["٣ شباط ٢٠٢١"]
