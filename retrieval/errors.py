"""Everything that `retrieval` raises on purpose.

    IqtibasError                 whatever a caller may want to catch in one clause
    ├── QuestionError            the question can't be asked as it stands
    │   ├── EmptyQuestion        nothing but white space, marks or punctuation
    │   ├── QuestionTooLong      longer than `MAX_QUESTION` characters
    │   └── WhereInvalid         a condition on the documents asked can't be understood
    ├── FolderError              a folder can't serve as a collection
    │   ├── FolderMissing        no such folder, or a file stands in its place
    │   └── FolderEmpty          nothing in it could be read as a document
    ├── FileError                one file can't be read; the others still are
    │   ├── FileUnreadable       the system refuses to hand out its bytes
    │   ├── FileUndecodable      its bytes are not text in the encoding expected
    │   ├── FileDamaged          it isn't what its name says, or is broken
    │   ├── FileTooCostly        reading it takes more time or memory than a file may take
    │   ├── FileWithoutText      it holds no text at all
    │   └── ItemUnreadable       what a program handed over is no document, or tells what can't be kept
    ├── StorageError             an index on disk can't serve, or not for this
    │   ├── IndexMissing         no index in that folder
    │   ├── IndexLocked          another process is writing to it
    │   ├── IndexForeign         its words were analysed in another way
    │   ├── IndexTooOld          an earlier version of this program made it
    │   ├── IndexTooNew          a later version of this program made it
    │   ├── IndexDamaged         what stands in it contradicts itself, or can't be read
    │   └── IndexUnwritable      the system refuses to write: a full disk, a lack of rights
    ├── GlossaryInvalid          lines of a glossary can't be understood
    ├── ExtraMissing             what an extra brings is needed, and isn't installed
    └── evaluation.BadSet        a folder can't serve as an evaluation set

Each message says what failed and what is valid. `FileError`s are collected while a folder is read
(`Retriever.failures`), never raised from the middle of it.

>>> raise QuestionTooLong(5000, 4096)
Traceback (most recent call last):
    ...
retrieval.errors.QuestionTooLong: the question has 5000 characters; at most 4096 are searched
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class IqtibasError(Exception):
    """The root of the tree above."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are pickled as their message, which isn't what those below are made of.
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[IqtibasError], args: tuple[Any, ...], attributes: dict[str, Any]) -> IqtibasError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(attributes)
    return error


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


class WhereInvalid(QuestionError):
    """A condition of `where` has an unknown operator, or a value that can't be compared.

    Attributes: `key`, as it was given; `reason`, in words.
    """

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f'where "{key}": {reason}')
        self.key = key
        self.reason = reason


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


class FileDamaged(FileError):
    """The file isn't what its name says, or is broken beyond reading."""


class FileTooCostly(FileError):
    """Reading the file takes more time, memory or room than one file may: a bomb, or simply too large."""


class FileWithoutText(FileError):
    """The file holds no text."""


class ItemUnreadable(FileError):
    """An item that a program handed over is no document, or tells of it what can't be kept.

    `path` is the item's, or where it tells none its number: `item 3`.
    """


class StorageError(IqtibasError):
    """An index on disk can't serve, or can't do what was asked of it.

    Attribute: `path`, the index's folder.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class IndexMissing(StorageError):
    """The folder holds no index."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"no index here; make one: iqtibas index DIR --index {path}")


class IndexLocked(StorageError):
    """Another process is writing to the index; questions are answered meanwhile."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "another process is writing to this index; try again when it has finished")


class IndexForeign(StorageError):
    """The index was made by another analysis of words, so its terms aren't this program's.

    Attributes: `found` and `expected`, the fingerprints of the two analyses.
    """

    def __init__(self, path: str, found: str, expected: str) -> None:
        super().__init__(
            path,
            f"its words were analysed in another way ({found}, here {expected}); "
            f"make it anew: iqtibas index DIR --index {path} --anew",
        )
        self.found = found
        self.expected = expected


class IndexTooOld(StorageError):
    """The index has the format of an earlier version of this program."""

    def __init__(self, path: str, found: int, expected: int) -> None:
        super().__init__(
            path,
            f"it has the older format {found}, this program reads {expected}; "
            f"make it anew: iqtibas index DIR --index {path} --anew",
        )


class IndexTooNew(StorageError):
    """The index has the format of a later version of this program."""

    def __init__(self, path: str, found: int, expected: int) -> None:
        super().__init__(
            path, f"it has the newer format {found}, this program reads {expected}; install a newer iqtibas"
        )


class IndexDamaged(StorageError):
    """What stands in the index contradicts itself, or can't be read.

    Attribute: `reason`, in words.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            path,
            f"the index is damaged ({reason}); look closer: iqtibas verify --index {path}; "
            f"make it anew: iqtibas index DIR --index {path} --anew",
        )
        self.reason = reason


class IndexUnwritable(StorageError):
    """The system refuses to write; what was committed before is still served.

    Attribute: `reason`, in the system's words.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            path,
            f"the system refuses to write ({reason}); the last commit still serves; "
            "free some space, see to the rights, and run the command again",
        )
        self.reason = reason


class GlossaryInvalid(IqtibasError):
    """Lines of a glossary that can't be understood.

    Attributes: `path`; `problems`, one message for each line, with its number.
    """

    def __init__(self, path: str, problems: Sequence[str]) -> None:
        super().__init__("\n".join(f"{path}:{problem}" for problem in problems))
        self.path = path
        self.problems = tuple(problems)


class ExtraMissing(IqtibasError):
    """What an extra of Iqtibas brings is needed, and isn't installed.

    Attribute: `extra`, its name.
    """

    def __init__(self, extra: str, module: str) -> None:
        super().__init__(f"no module {module}; install what --{extra} needs: pip install 'iqtibas[{extra}]'")
        self.extra = extra
