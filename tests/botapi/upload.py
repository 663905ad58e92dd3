"""A file in a request."""

from __future__ import annotations


class Upload(str):
    """The file of a multipart request: its name, which is what a record of the call shows, and its bytes."""

    __slots__ = ("content",)
    content: bytes


def uploaded(name: str, content: bytes) -> Upload:
    """A file as it comes in a request."""
    upload = Upload(name)
    upload.content = content
    return upload
