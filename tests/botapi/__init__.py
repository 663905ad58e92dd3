"""A Bot API server for tests: real HTTP on loopback that answers as Telegram does.

As a process of its own:

    python -m tests.botapi --port 8081

or inside a test:

    async with BotApiServer() as server:
        bot = Bot(TOKEN, base_url=server.base_url)
        server.inject({"message": {"text": "سؤال", "from": {"id": 7, "first_name": "ليلى"}}}, token=TOKEN)

What it does is modelled on the published sources of tdlib and telegram-bot-api: errors and their order,
the update queue, HTML parsing, cleaning and nesting of entities. Knowingly different:

- Parameters that the Bot API doesn't have, or of a wrong type, are refused instead of ignored.
- parse_mode is HTML or nothing. Entities that Telegram finds by itself (URLs, mentions, hashtags) aren't
  added to what the bot sends; bot commands are added to what users send. `tg://user` links stay links.
- Two quick getUpdates with the same offset aren't slowed down.
- A callback query can be answered once, and until the server stops.
"""

from tests.botapi.server import BotApiServer

__all__ = ["BotApiServer"]
