"""A bot that Telegram posts to, seen from outside; and what it shows of its health."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest

from bot.telegram.webhook import SECRET_HEADER, secret
from tests.bot.telegram.process import BotProcess
from tests.bot.telegram.server import TOKEN, Telegram, new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "/hooks/iqtibas"
UPDATE = {
    "update_id": 7,
    "message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "/ask"},
}


def free_ports() -> tuple[int, int]:
    """Two that nobody listens at, held at the same time, since one might be given twice."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]


class Listening:
    """A bot with a webhook and a monitor, and a client for both."""

    def __init__(self, server: Telegram, folder: Path, scheme: str = "http", **settings: str) -> None:
        self.server = server
        self.hook, self.monitor = free_ports()
        env = {
            "IQTIBAS_WEBHOOK_URL": f"{scheme}://127.0.0.1:{self.hook}{PATH}",
            "IQTIBAS_WEBHOOK_LISTEN": f"127.0.0.1:{self.hook}",
            "IQTIBAS_MONITOR": f"127.0.0.1:{self.monitor}",
            **settings,
        }
        self.bot = BotProcess(server.base_url, folder, env=env)

    def request(
        self, port: int, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        answered = response.status, response.read()
        connection.close()
        return answered

    def post(self, path: str, body: bytes, given: str | None) -> int:
        """The status of the answer to what is posted with a secret."""
        headers = {} if given is None else {SECRET_HEADER: given}
        return self.request(self.hook, "POST", path, body, **headers)[0]


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listening]:
    with Telegram() as server:
        running = Listening(server, tmp_path_factory.mktemp("webhook"))
        with running.bot:
            running.bot.wait_logged("updates are taken at")
            yield running


def test_what_telegram_posts_is_answered(listening: Listening) -> None:
    user = new_id()
    listening.server.send({"from": {"id": user}, "text": "/ask"})
    assert listening.server.wait_shown(user)
    (told,) = listening.server.calls("setWebhook")
    assert told["parameters"]["secret_token"] == secret(TOKEN)
    assert "message" in told["parameters"]["allowed_updates"]


@pytest.mark.parametrize(
    ("description", "given", "path", "body", "status"),
    [
        ("no secret", None, PATH, json.dumps(UPDATE).encode(), 403),
        ("an empty secret", "", PATH, json.dumps(UPDATE).encode(), 403),
        ("another secret", "x" * 64, PATH, json.dumps(UPDATE).encode(), 403),
        ("half of the secret", secret(TOKEN)[:32], PATH, json.dumps(UPDATE).encode(), 403),
        ("the token in place of the secret", TOKEN, PATH, json.dumps(UPDATE).encode(), 403),
        ("letters that no header should have", "\xff\xfe", PATH, json.dumps(UPDATE).encode(), 403),
        ("no secret, and nothing that can be parsed", None, PATH, b"{", 403),
        ("no secret, and a path that there isn't", None, "/", b"", 403),
        ("the secret, and a path that there isn't", secret(TOKEN), "/", b"", 404),
        ("the secret, and nothing that can be parsed", secret(TOKEN), PATH, b"{", 400),
        ("the secret, and bytes that are no text", secret(TOKEN), PATH, b"\xff", 400),
        ("the secret, and no update", secret(TOKEN), PATH, b"[]", 400),
        ("the secret, and more than an update can have", secret(TOKEN), PATH, b" " * (2 << 20), 413),
    ],
)
def test_who_doesnt_know_the_secret_gets_403_before_anything_is_read(  # noqa: PLR0913, PLR0917
    listening: Listening, description: str, given: str | None, path: str, body: bytes, status: int
) -> None:
    assert listening.post(path, body, given) == status, description
    assert not [call for call in listening.server.calls("sendMessage") if call["parameters"]["chat_id"] == 5]


def test_an_update_posted_twice_is_answered_once(listening: Listening) -> None:
    user = new_id()
    listening.server.send({"from": {"id": user}, "text": "/ask"})
    listening.server.wait_shown(user)
    message = {"message_id": 1, "date": 1, "chat": {"id": user, "type": "private"}, "text": "/ask"}
    again = {"update_id": 100_000_001, "message": message}
    assert listening.post(PATH, json.dumps(again).encode(), secret(TOKEN)) == 200
    listening.server.send({"from": {"id": user}, "text": "/help"})
    assert len(listening.server.wait_shown(user, 2)) == 2


def test_health_tells_the_age_of_the_index_and_the_depth_of_the_inbox(listening: Listening) -> None:
    status, body = listening.request(listening.monitor, "GET", "/healthz")
    assert status == 200
    told = json.loads(body)
    assert told["status"] == "ok"
    assert told["index_age_seconds"] >= 0
    assert told["inbox_depth"] == 0


def test_metrics_are_prometheus_text(listening: Listening) -> None:
    user = new_id()
    listening.server.send({"from": {"id": user}, "text": "/ask"})
    listening.server.wait_shown(user)
    status, body = listening.request(listening.monitor, "GET", "/metrics")
    assert status == 200
    for line in (
        'iqtibas_calls_total{end="accepted",method="sendMessage"}',
        "iqtibas_update_seconds_bucket",
        "iqtibas_inbox_depth",
        "iqtibas_index_age_seconds",
        "process_resident_memory_bytes",
    ):
        assert line in body.decode(), line


def test_the_monitor_and_the_webhook_know_nothing_of_each_others_paths(listening: Listening) -> None:
    assert listening.request(listening.monitor, "POST", PATH)[0] == 404
    assert listening.request(listening.hook, "GET", "/metrics")[0] == 403


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_self_signed_certificate_is_given_to_telegram(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [shutil.which("openssl") or "", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    settings = {
        "IQTIBAS_WEBHOOK_CERTIFICATE": str(certificate),
        "IQTIBAS_WEBHOOK_KEY": str(key),
        "IQTIBAS_WEBHOOK_SELF_SIGNED": "true",
    }
    user = new_id()
    with Telegram() as server, Listening(server, tmp_path, "https", **settings).bot as bot:
        bot.wait_logged("updates are taken at")
        server.send({"from": {"id": user}, "text": "/ask"})
        assert server.wait_shown(user)
        assert bot.stop() == 0


def test_an_address_that_is_taken_ends_it_with_exit_code_1(tmp_path: Path) -> None:
    with Telegram() as server, socket.create_server(("127.0.0.1", 0)) as taken:
        env = {"IQTIBAS_MONITOR": f"127.0.0.1:{taken.getsockname()[1]}"}
        with BotProcess(server.base_url, tmp_path, env=env) as bot:
            assert bot.wait() == 1
            assert f"{env['IQTIBAS_MONITOR']}: Address already in use; give another HOST:PORT" in bot.log
            assert "Traceback" not in bot.log


def test_a_certificate_that_cant_be_used_ends_it_with_exit_code_1(tmp_path: Path) -> None:
    settings = {"IQTIBAS_WEBHOOK_CERTIFICATE": str(tmp_path / "absent.pem")}
    with Telegram() as server, Listening(server, tmp_path, "https", **settings).bot as bot:
        assert bot.wait() == 1
        assert "IQTIBAS_WEBHOOK_KEY can't be used (No such file or directory); give a certificate" in bot.log
        assert "Traceback" not in bot.log
