"""The glossary on disk: read again when the owner has edited it, kept as it was when the edit can't be read.

>>> GlossaryFile("no/such/glossary.tsv").current().entries
()
"""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from retrieval.arabic.glossary import Glossary
from retrieval.errors import GlossaryInvalid

if TYPE_CHECKING:
    from os import PathLike

_log = logging.getLogger(__name__)


class GlossaryFile:
    """A glossary that follows its file.

    Attributes: `path`; `problem`, why the file as it stands is not in use, None where it is.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.problem: GlossaryInvalid | None = None
        self._glossary = Glossary()
        self._seen: tuple[int, int] | None = None
        self._reading = Lock()

    def current(self) -> Glossary:
        """The glossary of the last version of the file that could be read; empty where there is no file.

        Costs a look at the file's time and size while it stays the same. Never raises: a version that can't
        be used is told in `problem` and logged once.
        """
        with self._reading:
            stamp = self._stamp()
            if stamp != self._seen:
                self._seen = stamp
                self._read()
            return self._glossary

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _read(self) -> None:
        try:
            self._glossary = Glossary.parse(self.path.read_text(encoding="utf-8"), str(self.path))
            self.problem = None
        except FileNotFoundError:
            self._glossary = Glossary()
            self.problem = None
        except GlossaryInvalid as problem:
            self._keep(problem)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self._keep(self._unreadable(f"{line}: not text in UTF-8; save the file as UTF-8"))
        except OSError as error:
            self._keep(
                self._unreadable(f"1: can't be read ({error.strerror}); valid is a readable text file")
            )

    def _unreadable(self, problem: str) -> GlossaryInvalid:
        return GlossaryInvalid(str(self.path), [problem])

    def _keep(self, problem: GlossaryInvalid) -> None:
        self.problem = problem
        _log.warning("the glossary stays as it was, %d entries:\n%s", len(self._glossary.entries), problem)


def glossary_of(folder: str | PathLike[str]) -> Path:
    """Where the glossary of a folder or an index lies, if there is one: seeds -> seeds.glossary.tsv."""
    path = Path(folder)
    return path.with_name(f"{path.resolve().name}.glossary.tsv")
