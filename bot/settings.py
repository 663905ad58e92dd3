"""What an owner can set, and the only reader of the environment.

Values come from the environment, then from a file `.env` in the current folder, then from here.
`.env.example` documents every one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.addresses import parted
from bot.texts import Language
from retrieval import SILENT_BELOW

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def _split(items: object) -> object:
    return items.replace(",", " ").split() if isinstance(items, str) else items


Numbers = Annotated[frozenset[int], NoDecode, BeforeValidator(_split)]
"""Numbers of users and chats; in the environment with commas between."""


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://\S+", text):
        raise ValueError("give an address that begins with https:// or http://")
    return text


Url = Annotated[str, AfterValidator(_url)]
"""Where a server answers."""


def _address(text: str) -> str:
    if not re.fullmatch(r"(\[[0-9a-fA-F:]+\]|[^:\s\[\]]+):\d{1,5}", text):
        raise ValueError("give HOST:PORT, as 127.0.0.1:8080")
    if (port := parted(text)[1]) > _LAST_PORT:
        raise ValueError(f"{port} is no port; they go from 0 to {_LAST_PORT}")
    return text


_LAST_PORT = 65535
Address = Annotated[str, AfterValidator(_address)]
"""Where the program listens, host:port; an IPv6 host stands in brackets."""


def _unguessable(key: SecretStr) -> SecretStr:
    # What can't stand in a header as it is, no client could send.
    if not re.fullmatch(r"[!-~]{16,}", key.get_secret_value()):
        raise ValueError("each key must have at least 16 characters, of letters, digits and marks in ASCII")
    return key


Keys = Annotated[
    tuple[Annotated[SecretStr, AfterValidator(_unguessable)], ...], NoDecode, BeforeValidator(_split)
]
"""Secrets that let programs in; in the environment with commas between."""


def _origin(text: str) -> str:
    if not re.fullmatch(r"\*|https?://[^/\s]+", text):
        raise ValueError("give origins as https://example.org, without a path, or * for all")
    return text


Origins = Annotated[tuple[Annotated[str, AfterValidator(_origin)], ...], NoDecode, BeforeValidator(_split)]
"""Where web pages come from, as browsers tell it; in the environment with commas between."""


class Settings(BaseSettings):
    """The settings by name; an option of the command line comes before them.

    source: folder of the documents; index: an index on disk that is asked instead
    data: folder of what the program keeps for itself: an index of each source, the bot's database
    language: of the interface; the documents keep theirs
    shape: join letters and reorder lines for a terminal that doesn't do so itself
    silent_below: confidence under which a question counts as not answered
    dense: rerank the best paragraphs by meaning, with the extra `dense`
    telegram_bot_token: as @BotFather gives it
    telegram_base_url: of the Bot API server; the token is appended to it
    webhook_url: where Telegram posts updates; without it they are polled
    webhook_listen: where the bot takes them, host:port
    webhook_certificate, webhook_key: files in PEM, unless a proxy in front speaks TLS
    webhook_self_signed: Telegram is to be given the certificate, since no authority signed it
    monitor: where /healthz and /metrics are shown, host:port; nowhere unless it is set
    messages_per_second: that the bot sends at most
    telegram_workers: processes that ask the documents for the Telegram bot; with 0 it does so itself
    log_level: the least severe of the bot's messages that is logged; log_format: for people, or JSON
    access: whom the Telegram bot answers: everybody, those listed, or also who came by invitation
    admins, users: numbers of those listed; among the users also groups of Telegram's
    groups: file of the groups of users that have documents to themselves
    user_rate, chat_rate: requests a minute of one user and in one chat; 0 for no limit
    upload_mb: megabytes of the largest document that an admin may send
    kept_days: for so long questions and opinions are kept
    http_listen: where the HTTP API is served, host:port
    api_keys: one of them comes with each request; without any, only this machine is listened to
    http_open: listen to other machines without keys
    http_rate: requests a minute of one key, or of one address without keys; 0 for no limit
    http_workers: processes that answer
    http_origins: origins of web pages whose scripts may ask; * for all
    """

    model_config = SettingsConfigDict(
        env_prefix="IQTIBAS_",
        env_file=".env",
        env_file_encoding="utf-8-sig",  # some editors put a mark at the start
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        populate_by_name=True,
        hide_input_in_errors=True,
    )

    source: Path = Path("seeds")
    index: Path | None = None
    data: Path = Field(default_factory=lambda: user_data_path("iqtibas", appauthor=False))
    language: Language = Language.ARABIC
    shape: bool = False
    dense: bool = False
    silent_below: float = Field(default=SILENT_BELOW, ge=0, le=1)
    webhook_url: Url | None = None
    webhook_listen: Address = "127.0.0.1:8080"
    webhook_certificate: Path | None = None
    webhook_key: Path | None = None
    webhook_self_signed: bool = False
    monitor: Address | None = None
    messages_per_second: float = Field(default=30, gt=0)
    telegram_workers: int = Field(default=1, ge=0, le=64)
    telegram_bot_token: SecretStr | None = Field(default=None, validation_alias="TELEGRAM_BOT_TOKEN")
    telegram_base_url: Url = Field(
        default="https://api.telegram.org/bot", validation_alias="TELEGRAM_BASE_URL"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    access: Literal["open", "list", "invitation"] = "open"
    admins: Numbers = frozenset()
    users: Numbers = frozenset()
    groups: Path | None = None
    user_rate: int = Field(default=20, ge=0)
    chat_rate: int = Field(default=60, ge=0)
    upload_mb: int = Field(default=20, ge=1, le=20)  # Telegram hands bots no larger ones
    kept_days: int = Field(default=90, ge=1)
    http_listen: Address = "127.0.0.1:8000"
    api_keys: Keys = ()
    http_open: bool = False
    http_rate: int = Field(default=600, ge=0)
    http_workers: int = Field(default=1, ge=1, le=64)
    http_origins: Origins = ()


class SettingsError(ValueError):
    """A setting has a value that isn't valid, or `.env` can't be read."""


def load_settings(**options: Any) -> Settings:
    """Read the settings; an option that isn't None comes before what the environment says.

    Raises SettingsError, with the name of each wrong variable and what is valid, never with its value.
    """
    try:
        return Settings(**{name: value for name, value in options.items() if value is not None})
    except ValidationError as error:
        raise SettingsError("; ".join(_reason(detail) for detail in error.errors())) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f".env can't be read as UTF-8 text: {error}") from None


def _reason(detail: ErrorDetails) -> str:
    return f"{_variable(str(detail['loc'][0]))}: {detail['msg'].removeprefix('Value error, ')}"


def _variable(name: str) -> str:
    """The environment's name for a field that is named, or already given, by its alias."""
    field = Settings.model_fields.get(name)
    if field is None:
        return name
    return str(field.validation_alias or f"IQTIBAS_{name.upper()}")
