"""What the bot says: Arabic first, English second."""

from bot.texts.wording import Language, say

__all__ = ["Language", "say"]
