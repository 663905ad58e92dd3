"""The commands, a module each; `bot.cli` gathers them.

What a command needs is imported when it runs, so that a question is answered in well under a second.
"""
