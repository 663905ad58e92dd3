"""The HTTP API, over FastAPI and uvicorn.

request ─▶ guard (host, pace, key) ─▶ route ─▶ desk (threads) ─▶ Retriever ─▶ bot.render ─▶ JSON
                    └──────────────────┴────────┴──▶ problem (RFC 9457)
"""
