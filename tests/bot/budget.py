"""A document, and a question that it answers."""

from __future__ import annotations

QUESTION = "الحكومة أعلنت الميزانية الجديدة"
DOCUMENT = f"{QUESTION} بعد نقاش طويل في اللجنة.\n"
