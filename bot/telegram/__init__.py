"""The Telegram bot, over python-telegram-bot.

    Telegram ─ polling, webhook ─▶ intake ─ inbox ─▶ order ─▶ handlers ─▶ sending ─ delivery ─▶ Telegram

Decided on purpose: an edited question is answered by editing the answer; channel posts, messages sent through
inline bots and messages of other bots are left alone; an anonymous administrator is answered as the group.
"""
