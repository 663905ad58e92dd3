"""Ask a folder of Arabic documents a question: python examples/ask.py FOLDER "QUESTION"."""

from __future__ import annotations

import sys

from retrieval import Retriever, attribution


def main(folder: str, question: str) -> None:
    """Print the sentences that answer, each with its source and its place."""
    with Retriever.from_folder(folder) as retriever:
        for quote in retriever.ask(question).quotes:
            paragraph = quote.paragraph
            print(quote.answer.of(paragraph.text))
            place = f"{paragraph.source.path}:{paragraph.start}-{paragraph.end}"
            print(f"    {attribution(paragraph.source, paragraph.marks)} ({place})")


if __name__ == "__main__":
    main(*sys.argv[1:])
