"""API keys: which programs may ask."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import SecretStr


class Keys:
    """The keys that are valid; only their hashes are kept.

    >>> from pydantic import SecretStr
    >>> keys = Keys([SecretStr("a key of the owner's")])
    >>> bool(keys.holder("Bearer a key of the owner's")), keys.holder("Bearer another"), keys.holder("")
    (True, None, None)
    """

    def __init__(self, keys: Iterable[SecretStr]) -> None:
        self._digests = [_digest(key.get_secret_value()) for key in keys]

    def __bool__(self) -> bool:
        return bool(self._digests)

    def holder(self, authorization: str) -> bytes | None:
        """Whom a request's Authorization is of: the hash of its key, None where there is no valid one.

        Takes the same time for every key, valid or not.
        """
        scheme, _, key = authorization.partition(" ")
        given = _digest(key.strip())
        known = [digest for digest in self._digests if hmac.compare_digest(digest, given)]
        return known[0] if known and scheme.lower() == "bearer" else None


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
