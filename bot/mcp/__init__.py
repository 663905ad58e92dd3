"""The MCP server, over the official SDK: assistants quote from the owner's documents.

assistant ─ stdio ─▶ tools ─▶ Retriever ─▶ bot.render (structured) + readable (text) ─▶ assistant
"""
