"""Files in the encodings that Arabic archives hold come out exactly as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import FileUndecodable
from retrieval.reading.text.encodings import decode
from retrieval.reading.text.mojibake import mojibake

SENTENCE = "وصل الوفد إلى المدينة مساء الجمعة، وغادرها صباح الأحد."

TEXTS = [
    ("a sentence", SENTENCE),
    ("a word", "خبر عاجل"),
    ("a headline", "البيت الأبيض: إدارة بايدن ترغب بإقامة علاقات بناءة مع تركيا"),
    ("verses", "على قدر أهل العزم تأتي العزائم\nوتأتي على قدر الكرام المكارم"),
    ("Latin words and digits", "منظومة S-400 الروسية، 3/2/2021، NATO\t50%"),
    ("a list of names", "محمد\nأحمد\nسارة\nطارق\nظافر\nعبد الغفور\nفؤاد\nقيس"),
    ("rare letters", "ضغط ظبي ذئب صغير غضّ، وآثار ثأر قؤول"),
    ("a paragraph", " ".join([SENTENCE] * 40)),
    ("questions", "متى؟ أين؟ كيف؟ لماذا؟"),
]
IN_WINDOWS_AND_UNICODE = [
    ("Persian letters and quotation marks", "«گفت پدر» – “چه” … 20 €"),
    ("a no-break space", "سنة\xa02021\xa0م في المدينة"),
    ("vowel marks", "وَصَلَ الوَفْدُ إِلى المَدِينَةِ"),
    ("a tatweel", "الســـلام عليكم ورحمة الله"),
]
IN_UNICODE = [
    ("Arabic digits", "سنة ١٤٤٢ هـ، ٣ شباط ٢٠٢١"),
    ("an emoji", "خبر سار 😀 وصل الوفد"),
    ("English alone", "Nothing here is Arabic."),
    ("joiners", "می\u200cخواهم أن أصل إلى المدينة"),
]
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
MATRIX = [
    (encoding, description, text)
    for encodings, texts in (
        ((*UNICODE, "windows-1256", "iso8859-6"), TEXTS),
        ((*UNICODE, "windows-1256"), IN_WINDOWS_AND_UNICODE),
        (UNICODE, IN_UNICODE),
    )
    for encoding in encodings
    for description, text in texts
]


@pytest.mark.parametrize(
    ("encoding", "description", "text"), MATRIX, ids=[f"{row[0]} {row[1]}" for row in MATRIX]
)
def test_a_text_comes_out_as_it_was_written(encoding: str, description: str, text: str) -> None:
    assert decode(text.encode(encoding), "1.txt") == text, description


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "windows-1256"])
def test_line_ends_of_every_system_become_one(encoding: str, end: str) -> None:
    mixed = f"{SENTENCE}{end}{end}{SENTENCE}\r\n{SENTENCE}"
    assert decode(mixed.encode(encoding), "1.txt") == f"{SENTENCE}\n\n{SENTENCE}\n{SENTENCE}"


@pytest.mark.parametrize(
    ("description", "data", "reason"),
    [
        ("bytes of all kinds", bytes(range(256)) * 4, "valid are UTF-8"),
        ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x05\x00" * 9, "valid are UTF-8"),
        ("a wrong mark", b"\xef\xbb\xbf\xc3\xc3\xc3", "marked as utf-8"),
        ("a NUL character", b"text\x00" + SENTENCE.encode() * 3, "NUL"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(description: str, data: bytes, reason: str) -> None:
    with pytest.raises(FileUndecodable, match=reason) as refusal:
        decode(data, "1.txt")
    assert refusal.value.path == "1.txt", description


def test_an_encoding_that_a_file_names_wrongly_is_not_believed() -> None:
    for declared in ("iso8859-6", "utf-8", "ascii", "no-such-encoding"):
        assert decode(SENTENCE.encode("windows-1256"), "1.html", declared) == SENTENCE
        assert decode(SENTENCE.encode(), "1.html", declared) == SENTENCE


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "1.txt")
    except FileUndecodable:
        return
    assert "\0" not in text
    assert "\r" not in text


@pytest.mark.parametrize(
    ("real", "taken"),
    [
        ("utf-8", "windows-1256"),
        ("utf-8", "iso8859-1"),
        ("windows-1256", "windows-1252"),
        ("windows-1256", "iso8859-1"),
        ("iso8859-6", "iso8859-1"),
    ],
)
def test_text_that_was_decoded_wrongly_is_recognised(real: str, taken: str) -> None:
    for description, text in TEXTS:
        garbled = text.encode(real).decode(taken, "replace")
        if sum(character > "\x7f" for character in garbled) >= 6:
            found = mojibake(garbled) or ""
            assert found.lower().startswith(real), (description, garbled)


@pytest.mark.parametrize(
    ("description", "text"),
    [
        *((description, text) for description, text in TEXTS + IN_WINDOWS_AND_UNICODE + IN_UNICODE),
        ("French", "L'été dernier, à Évian, le président a reçu les délégués européens; où étaient-ils?"),
        ("Turkish", "Türkiye Cumhuriyeti Cumhurbaşkanlığı Sözcüsü İbrahim Kalın açıkladı"),
        ("Russian", "Президент принял делегацию в Москве"),
        ("one quotation mark among Latin", "It’s “fine” – naïve café…"),
    ],
)
def test_text_that_reads_as_it_should_is_not_suspected(description: str, text: str) -> None:
    assert mojibake(text) is None, description
