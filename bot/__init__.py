"""What people use: the Telegram bot, the console and the command line, over one composed reply.

question ─▶ Retriever ─▶ Answer ─ compose ─▶ Reply ─ render ─▶ Telegram HTML · terminal
                           └───────────────── render ─▶ JSON
"""
