"""Everything that `retrieval` raises on purpose.

    IqtibasError                 whatever a caller may want to catch in one clause
    ├── QuestionError            the question can't be asked as it stands
    │   ├── EmptyQuestion        nothing but white space, marks or punctuation
    │   └── QuestionTooLong      longer than `MAX_QUESTION` characters
    ├── FolderError              a folder can't serve as a collection
    │   ├── FolderMissing        no such folder, or a file stands in its place
    │   └── FolderEmpty          nothing in it could be read as a document
    └── FileError                one file can't be read; the others still are
        ├── FileUnreadable       the system refuses to hand out its bytes
        ├── FileUndecodable      its bytes are not text in the encoding expected
        └── FileWithoutText      it holds no text at all

Each message says what failed and what is valid. `FileError`s are collected while a folder is read
(`Retriever.failures`), never raised from the middle of it.

>>> raise QuestionTooLong(5000, 4096)
Traceback (most recent call last):
    ...
retrieval.errors.QuestionTooLong: the question has 5000 characters; at most 4096 are searched
"""

from __future__ import annotations


class IqtibasError(Exception):
    """The root of the tree above."""


class QuestionError(IqtibasError):
    """The question can't be asked as it stands."""


class EmptyQuestion(QuestionError):
    """A question without a single letter or digit."""

    def __init__(self) -> None:
        super().__init__("the question is empty; ask with at least one word")


class QuestionTooLong(QuestionError):
    """A question of more than the searchable number of characters."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"the question has {length} characters; at most {limit} are searched")
        self.length = length
        self.limit = limit


class FolderError(IqtibasError):
    """A folder can't serve as a collection of documents."""


class FolderMissing(FolderError):
    """The path names no folder."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: no such folder; give a folder that holds documents")
        self.path = path


class FolderEmpty(FolderError):
    """The folder holds no readable document."""

    def __init__(self, path: str, valid: str) -> None:
        super().__init__(f"{path}: no readable document in this folder; valid are {valid}")
        self.path = path


class FileError(IqtibasError):
    """One file can't be read.

    Attributes: `path`, as reported to the user; `reason`, in words.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class FileUnreadable(FileError):
    """The system refuses to hand out the file's bytes (permissions, a broken disk or link)."""


class FileUndecodable(FileError):
    """The file's bytes are not text in the encoding expected."""


class FileWithoutText(FileError):
    """The file holds no text."""
