"""What one request of a program may ask for, in HTTP and in MCP alike."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from retrieval import MAX_QUESTION

Question = Annotated[
    str,
    Field(
        description="A question or key words, in Arabic or with Latin names.",
        # Told only: the Retriever refuses it in words of its own.
        json_schema_extra={"minLength": 1, "maxLength": MAX_QUESTION},
    ),
]
Quotations = Annotated[int, Field(ge=1, le=20, description="At most so many quotations.")]
Skipped = Annotated[int, Field(ge=0, le=100, description="After so many better ones.")]
_Told = str | int | float | bool | None
Where = Annotated[
    dict[str, _Told | list[_Told]],
    Field(
        description="Only documents that tell this: names, each with one of = != ^= *= < <= > >= after "
        "it or none, and their values, or lists of which any will do: "
        '{"publisher": "…", "date>=": "2021-01-01"}. Names are title, publisher, author, date, url, path, '
        "and those of the documents' own metadata."
    ),
]
Passages = Annotated[int, Field(ge=1, le=100, description="At most so many passages.")]
