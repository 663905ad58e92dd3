"""Archives that mean harm, made when the tests run."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_CENTRAL, _LOCAL = b"PK\1\2", b"PK\3\4"
_GREATEST = 0xFFFFFFFE
"""The greatest size that the usual form of an archive can tell."""


def zeros(megabytes: int, member: str = "word/document.xml", claimed: int = _GREATEST) -> bytes:
    """An archive of zeros, packed a thousand times smaller.

    claimed: how many bytes it says it holds, if it lies
    """
    packer = zlib.compressobj(9, wbits=-15)
    piece = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * megabytes + packer.flush()
    size = min(megabytes << 20, claimed)
    crc = zlib.crc32(bytes(size)) if size < 1 << 20 else 0
    return _archive([(member, packed, crc, size)])


def nested(depth: int, megabytes: int) -> bytes:
    """An archive in an archive, and so on, zeros in the innermost."""
    data = zeros(megabytes)
    for _ in range(depth):
        data = _stored("word/document.xml", data)
    return data


def overlapping(files: int) -> bytes:
    """Many files that are one and the same stretch of the archive."""
    packer = zlib.compressobj(9, wbits=-15)
    piece = bytes(1 << 20)
    packed = packer.compress(piece) + packer.flush()
    one = (packed, zlib.crc32(piece), len(piece))
    return _archive([(f"word/{number:04}.xml", *one) for number in range(files)], overlap=True)


def crowded(files: int) -> bytes:
    """Very many empty files."""
    return _archive([(f"{number:06}", b"", 0, 0) for number in range(files)])


def claiming_files(files: int) -> bytes:
    """An archive without files that says it has many."""
    return b"PK\5\6" + struct.pack("<4H2IH", 0, 0, files, files, 0, 0, 0)


def locked() -> bytes:
    """An archive that says it needs a password."""
    data = bytearray(_stored("word/document.xml", b"<a/>"))
    data[data.index(_LOCAL) + 6] |= 1
    data[data.index(_CENTRAL) + 8] |= 1
    return bytes(data)


def unusually_packed() -> bytes:
    """An archive packed as hardly any is."""
    return _stored("word/document.xml", b"<a/>" * 1000, zipfile.ZIP_LZMA)


def _stored(member: str, data: bytes, method: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(member, data)
    return buffer.getvalue()


def _archive(files: list[tuple[str, bytes, int, int]], *, overlap: bool = False) -> bytes:
    """An archive of files given as name, packed bytes, checksum and true size, written by hand."""
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, packed, crc, size in files:
        sizes = struct.pack("<3I", crc, len(packed), size)
        header = struct.pack("<5H", 20, 0, zipfile.ZIP_DEFLATED, 0, 0) + sizes
        place = struct.pack("<5H2I", len(name), 0, 0, 0, 0, 0, 0 if overlap else at)
        directory.append(_CENTRAL + struct.pack("<H", 20) + header + place + name.encode())
        if not (overlap and body):
            body.append(_LOCAL + header + struct.pack("<2H", len(name), 0) + name.encode() + packed)
            at += len(body[-1])
    central = b"".join(directory)
    count = min(len(files), 0xFFFF)
    end = struct.pack("<4H2IH", 0, 0, count, count, len(central), at, 0)
    return b"".join(body) + central + b"PK\5\6" + end
