"""Which URLs become links, and how tdlib writes them; IPv6 addresses and tonsite: are left out."""

from __future__ import annotations

import re

_APP = re.compile(r"(tg|ton):(?://)?", re.IGNORECASE)
_URL = re.compile(r"(?:([^:/?#@\[\]]*)://)?([^/?#]*)(.*)", re.DOTALL)
_PLACE = re.compile(r"(?:(.*)@)?([^:@]+)(?::0*([0-9]{1,5}))?", re.DOTALL)
_LETTERS = r"(?:[a-zA-Z0-9.\-_!$,~*'();&+=\u0080-\U0010ffff%s]|%%[0-9a-fA-F]{2})*"
_USER = re.compile(_LETTERS % ":")
_HOST = re.compile(_LETTERS % "")
_APP_HOST = re.compile(r"[a-zA-Z0-9_-]+")
_PORTS = range(1, 65536)


def checked_link(url: str) -> str:
    """The URL as Telegram keeps it, or an empty string if it can't be a link.

    >>> checked_link("Example.com:080?q=1 2")
    'http://example.com:80/?q=1%202'
    >>> checked_link("tg:resolve?domain=x"), checked_link("ftp://a.b"), checked_link("localhost")
    ('tg://resolve?domain=x', '', '')
    """
    app = _APP.match(url)
    found = _URL.fullmatch(url, app.end() if app else 0)
    place = _PLACE.fullmatch(found[2]) if found else None
    if not found or not place:
        return ""
    protocol, path = found[1], _path(found[3])
    if app is None:
        return _web_link("http" if protocol is None else protocol.lower(), place, path)
    return _app_link(app[1].lower(), place, path) if protocol is None else ""


def _web_link(protocol: str, place: re.Match[str], path: str) -> str:
    user, host, port = place[1] or "", place[2].lower(), place[3] or ""
    is_host = "." in host and host != "." and _HOST.fullmatch(host)
    if protocol not in ("http", "https") or not is_host or not _USER.fullmatch(user):
        return ""
    if port and int(port) not in _PORTS:
        return ""
    return f"{protocol}://{user and user + '@'}{host}{port and ':' + port}{path}"


def _app_link(app: str, place: re.Match[str], path: str) -> str:
    user, host, port = place.groups()
    if user or port or not _APP_HOST.fullmatch(host):
        return ""
    return f"{app}://{host.lower()}{path[1:] if path[1:2] == '?' else path}"


def _path(rest: str) -> str:
    """Path, query and fragment: never empty, spaces and control characters encoded."""
    rest = rest.rstrip(" \t\r\n\v\0")
    path = rest if rest.startswith("/") else "/" + rest
    return re.sub(r"[\0-\x20]", lambda found: f"%{ord(found[0]):02X}", path)
