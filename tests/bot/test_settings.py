from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings
from bot.texts import Language

EXAMPLE = Path(__file__).parents[2] / ".env.example"
TOKEN = "123456:planted-secret"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(("IQTIBAS_", "TELEGRAM_")):
            monkeypatch.delenv(name)


def variable(name: str) -> str:
    alias = Settings.model_fields[name].validation_alias
    return str(alias) if alias else f"IQTIBAS_{name.upper()}"


def test_the_example_documents_every_setting_and_no_other() -> None:
    documented = re.findall(r"^#([A-Z_]+)=", EXAMPLE.read_text("utf-8"), re.MULTILINE)
    assert sorted(documented) == sorted(map(variable, Settings.model_fields))


def test_the_example_shows_the_values_that_hold_without_it() -> None:
    text = re.sub(r"^#(?=[A-Z_]+=)", "", EXAMPLE.read_text("utf-8"), flags=re.MULTILINE)
    Path(".env").write_text(text, "utf-8")
    assert load_settings() == Settings.model_construct()


def test_an_option_comes_before_the_environment_and_that_before_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("IQTIBAS_SOURCE=file\nIQTIBAS_LANGUAGE=en\nIQTIBAS_SHAPE=true\n", "utf-8")
    monkeypatch.setenv("IQTIBAS_SOURCE", "environment")
    monkeypatch.setenv("IQTIBAS_LANGUAGE", "ar")
    settings = load_settings(source="option", language=None)
    assert (settings.source, settings.language, settings.shape) == (Path("option"), Language.ARABIC, True)


def test_a_byte_order_mark_costs_no_setting() -> None:
    Path(".env").write_text("IQTIBAS_LANGUAGE=en\n", "utf-8-sig")
    assert load_settings().language is Language.ENGLISH


def test_the_token_is_read_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    settings = load_settings(telegram_base_url="http://127.0.0.1:1")
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert TOKEN not in repr(settings) + str(settings) + settings.model_dump_json()
    assert settings.telegram_base_url == "http://127.0.0.1:1"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("IQTIBAS_LANGUAGE", "fr", "IQTIBAS_LANGUAGE: Input should be 'ar' or 'en'"),
        ("IQTIBAS_SHAPE", "perhaps", "IQTIBAS_SHAPE: Input should be a valid boolean"),
        ("TELEGRAM_BASE_URL", "ftp://x", "TELEGRAM_BASE_URL: give an address that begins with https://"),
        (
            "IQTIBAS_API_KEYS",
            f"{TOKEN},short",
            "IQTIBAS_API_KEYS: each key must have at least 16",
        ),
        ("IQTIBAS_HTTP_ORIGINS", "https://a.org ftp://b.org", "IQTIBAS_HTTP_ORIGINS: give origins as https"),
        ("IQTIBAS_WEBHOOK_URL", "example.org", "IQTIBAS_WEBHOOK_URL: give an address that begins with"),
        ("IQTIBAS_WEBHOOK_LISTEN", "localhost", "IQTIBAS_WEBHOOK_LISTEN: give HOST:PORT"),
        ("IQTIBAS_MONITOR", "127.0.0.1:70000", "IQTIBAS_MONITOR: 70000 is no port"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_valid(
    name: str, value: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert expected in str(caught.value)
    assert TOKEN not in str(caught.value)


def test_api_keys_are_read_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IQTIBAS_API_KEYS", f"{TOKEN}, another-of-the-owners")
    settings = load_settings()
    assert [key.get_secret_value() for key in settings.api_keys] == [TOKEN, "another-of-the-owners"]
    assert TOKEN not in repr(settings) + str(settings) + settings.model_dump_json()


def test_a_wrong_option_is_named_as_the_environment_would_name_it() -> None:
    with pytest.raises(SettingsError, match=r"^TELEGRAM_BASE_URL: "):
        load_settings(telegram_base_url="ftp://x")


def test_a_file_of_settings_that_is_not_text_is_named() -> None:
    Path(".env").write_bytes(b"IQTIBAS_SOURCE=\xc7\xe1\n")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()


def test_an_empty_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "")
    assert load_settings().telegram_bot_token is None
