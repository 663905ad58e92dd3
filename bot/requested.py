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
Passages = Annotated[int, Field(ge=1, le=100, description="At most so many passages.")]
