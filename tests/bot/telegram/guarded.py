"""A bot that answers by invitation, with an admin, and with documents that only editors read."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bot.telegram.process import SEEDS, BotProcess
from tests.bot.telegram.server import Telegram, new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot.telegram.server import Json

ADMIN, EDITOR, LISTED = 500, 501, 502
ROOM, EDITORS_ROOM = -1_000_000_000_777, -1_000_000_000_888
QUESTION, ANSWER = "كم استمر الاجتماع؟", "استمر الاجتماع لمدة ساعة وعشر دقائق"
SECRET_QUESTION, SECRET = "أين تقع الخزنة السرية؟", "تقع الخزنة السرية في قبو المكتبة القديمة."
STRANGERS = "لا أجيب إلا من أذن له صاحب البوت."


@dataclass(frozen=True)
class Guarded:
    """The bot with its server.

    open: the folder that everybody reads who may ask
    """

    server: Telegram
    bot: BotProcess
    open: Path

    def told(self, user: int, *messages: Json | str, number: int | None = None) -> Json:
        """The last thing said to `user` in private, who writes these, once they got as many replies."""
        before = len(self.server.shown(user))
        for message in messages:
            body = {"text": message} if isinstance(message, str) else message
            self.server.send({"from": {"id": user}, **body})
        return self.server.wait_shown(user, before + (number or len(messages)))[-1]


@contextmanager
def guarded(folder: Path, access: str = "invitation", **env: str) -> Iterator[Guarded]:
    """The bot and its server, while the block runs."""
    documents = folder / "documents"
    shutil.copytree(SEEDS, documents / "open")
    (documents / "secret").mkdir()
    (documents / "secret" / "secret.txt").write_text(SECRET, "utf-8")
    groups = folder / "groups.toml"
    groups.write_text(f'[editors]\nmembers = [{EDITOR}, {EDITORS_ROOM}]\nsource = "{documents}"\n', "utf-8")
    settings = {
        "IQTIBAS_ACCESS": access,
        "IQTIBAS_ADMINS": str(ADMIN),
        "IQTIBAS_USERS": f"{EDITOR}, {LISTED}, {ROOM}, {EDITORS_ROOM}",
        "IQTIBAS_GROUPS": str(groups),
        **env,
    }
    with (
        Telegram() as server,
        BotProcess(
            server.base_url, folder, options=("--source", str(documents / "open")), env=settings
        ) as bot,
    ):
        # Telegram knows those who wrote to the bot once.
        bot.wait_logged("answering as")
        yield Guarded(server, bot, documents / "open")


def stranger() -> int:
    """Somebody whom nobody let in."""
    return new_id()
