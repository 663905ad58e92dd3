"""What every surface is asked: the questions, the documents, the command."""

from __future__ import annotations

import sys
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
IQTIBAS = str(Path(sys.executable).with_name("iqtibas"))
QUESTIONS = [
    ("one document", "كم استمر الاجتماع؟"),
    ("two documents", "ماذا قال البيان عن المحادثات الاستكشافية بين تركيا واليونان؟"),
    ("a designator", "منظومة إس ٤٠٠"),
    ("key words", "مكافحة الإرهاب في سوريا"),
    ("a name", "من هو أنتوني بلينكن؟"),
    ("a typo", "الصواريح الروسية"),
    ("quotation marks in the passage", "ماذا قال جاويش أوغلو عن الصفقة؟"),
    ("nothing to find", "من هو رئيس اليابان؟"),
]
