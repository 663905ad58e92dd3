r"""What goes between the sandbox and its children: the values of `model` and `extracted`, as JSON.

Only the classes named here are ever built, whatever the bytes say.

>>> unpacked(packed((Span(0, 4), None)))
(Span(start=0, end=4), None)
"""

from __future__ import annotations

import json
import struct
from dataclasses import fields, is_dataclass
from datetime import date
from typing import IO, TYPE_CHECKING, Any

from retrieval.errors import FileError
from retrieval.model import Document, Mark, Source, Span
from retrieval.reading.document import Contents, Reading
from retrieval.reading.extracted import Dropped

if TYPE_CHECKING:
    from collections.abc import Callable

_CLASS = "_"
"""The key that tells a class; no field has such a name."""
_ERRORS: tuple[type, ...] = (FileError, *FileError.__subclasses__())
_VALUES: tuple[type, ...] = (Contents, Reading, Document, Source, Span, Mark, Dropped)
_CLASSES: dict[str, Callable[..., Any]] = {each.__name__: each for each in (*_VALUES, *_ERRORS)}
_LENGTH = struct.Struct("!Q")


def send(stream: IO[bytes], value: Any) -> None:
    """Write a value, its length before it. Raises OSError where nobody reads any more."""
    data = packed(value)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], limit: int) -> Any:
    """The next value that was sent.

    limit: bytes of the longest that is read
    Raises EOFError where the sender is gone, ValueError for a longer value or something that isn't one.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > limit:
        raise ValueError(f"it has {length:,} bytes, at most {limit:,} are taken")
    return unpacked(_exactly(stream, length))


def packed(value: Any) -> bytes:
    """A value as bytes: tuples, dates, FileErrors and the dataclasses above, of plain values."""
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def unpacked(data: bytes) -> Any:
    """The value that was packed. Raises ValueError where the bytes are nothing of the kind."""
    try:
        return _tupled(json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_built))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"it is not a value: {error}") from error


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _plain(value: Any) -> dict[str, Any]:
    if isinstance(value, date):
        return {_CLASS: "date", "day": value.isoformat()}
    if isinstance(value, FileError):
        return {_CLASS: type(value).__name__, "path": value.path, "reason": value.reason}
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is not sent between processes")
    return {_CLASS: type(value).__name__} | {each.name: getattr(value, each.name) for each in fields(value)}


def _built(plain: dict[str, Any]) -> Any:
    name = plain.pop(_CLASS)
    if name == "date":
        return date.fromisoformat(plain["day"])
    return _CLASSES[name](**{key: _tupled(value) for key, value in plain.items()})


def _tupled(value: Any) -> Any:
    return tuple(map(_tupled, value)) if isinstance(value, list) else value
