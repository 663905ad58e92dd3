"""A zip archive in memory, checked before anything in it is unpacked. Nothing is ever written to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from retrieval.errors import FileDamaged, FileTooCostly, FileUnreadable

FILES = 10_000
"""Files in an archive at most; a book has some hundred."""
UNPACKED = 128 << 20
"""Bytes of all its files together at most."""
RATIO = 200
"""How much smaller a file may have become by packing; XML becomes ten or twenty times smaller."""
_ROOM = 1 << 20
"""Bytes of a file that may become smaller without bound."""

_END = struct.Struct("<4s4H2IH")
_END_SIGNATURE = b"PK\5\6"
_LONGEST_COMMENT = 1 << 16
_LARGEST_ENTRY = 256
"""Bytes that the list spends on a file, on the average at most."""
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_ENCRYPTED = 1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Archive:
    """The files of an archive, by their names.

    data: the archive
    name: it itself, as an error names it
    Raises FileDamaged where it is none, FileTooCostly for a bomb, FileUnreadable where it is locked.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, struct.error, UnicodeDecodeError) as error:
            raise FileDamaged(name, f"it is no whole zip archive ({error}); save it anew") from error
        self._check_files(data)

    def names(self) -> list[str]:
        """The names of its files."""
        return self._zip.namelist()

    def read(self, member: str) -> bytes | None:
        """What is in a file; None where there is none of this name. Raises FileDamaged."""
        try:
            info = self._zip.getinfo(member)
        except KeyError:
            return None
        try:
            with self._zip.open(info) as file:
                return file.read(info.file_size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error) as error:
            raise FileDamaged(self._name, f"{member} in it is damaged ({error}); save it anew") from error

    def _check_directory(self, data: bytes) -> None:
        """Look at how much the archive says it holds, before the list of its files is read."""
        at = data.rfind(_END_SIGNATURE, -_LONGEST_COMMENT - _END.size)
        if at < 0 or len(data) < at + _END.size:
            raise FileDamaged(self._name, "it is no whole zip archive; save it anew")
        _, _, _, _, count, size, _, _ = _END.unpack_from(data, at)
        # What needs the 64-bit form says the greatest numbers here, and is refused with the others.
        if count > FILES or size > FILES * _LARGEST_ENTRY:
            raise FileTooCostly(self._name, f"it holds more than {FILES:,} files")

    def _check_files(self, data: bytes) -> None:
        """Look at what each file says of itself, before one is unpacked."""
        infos = sorted(self._zip.infolist(), key=lambda info: info.header_offset)
        if len(infos) > FILES:
            raise FileTooCostly(self._name, f"it holds more than {FILES:,} files")
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise FileUnreadable(self._name, "it is locked with a password; save it without one")
        if any(info.compress_type not in _METHODS for info in infos):
            raise FileDamaged(self._name, "it is packed in an unusual way; save it anew")
        if sum(info.file_size for info in infos) > UNPACKED:
            raise FileTooCostly(self._name, f"unpacked it takes more than {UNPACKED >> 20} MB")
        if any(info.file_size > max(_ROOM, RATIO * info.compress_size) for info in infos):
            raise FileTooCostly(self._name, f"a file in it grows more than {RATIO} times when unpacked")
        ends = [_end(data, info) for info in infos]
        if any(end > info.header_offset for end, info in zip(ends, infos[1:], strict=False)):
            raise FileTooCostly(self._name, "files in it overlap")


def _end(data: bytes, info: zipfile.ZipInfo) -> int:
    """Where a packed file ends, by its own header and not by the list."""
    at = info.header_offset
    if not 0 <= at <= len(data) - _LOCAL_HEADER.size:
        return at + info.compress_size
    *_, name, extra = _LOCAL_HEADER.unpack_from(data, at)
    return at + _LOCAL_HEADER.size + int(name) + int(extra) + info.compress_size
