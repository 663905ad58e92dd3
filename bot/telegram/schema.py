"""The tables of the bot's database, in the steps that they grew by.

A step that was released is never changed: what is to be different comes as a new step at the end, and a
database takes the steps that it hasn't had yet when it is opened (`bot.telegram.database`).
"""

from __future__ import annotations

_STATE = """
create table state (name text primary key, value) without rowid;
"""

_INBOX = """
create table inbox (
    update_id integer primary key,
    chat integer,               -- whose updates are handled in order; null where it can't be told
    state text not null,        -- waiting, done, failed, refused
    begun integer not null,     -- how often handling began after a start that found it waiting
    at real not null,           -- seconds since 1970 when it came, or when it was done
    body text,                  -- the update as JSON; null once it is done
    reason text                 -- why it failed
);
create index inbox_by_state on inbox (state, update_id);
create table sent (
    update_id integer not null, number integer not null, result text not null,
    primary key (update_id, number)
) without rowid;
"""

_CHATS = """
create table chats (
    chat integer primary key,
    inactive text,              -- why nothing can be sent there, in Telegram's words
    successor integer           -- the supergroup that it became
);
"""

STEPS = (
    _STATE,
    _INBOX,
    _CHATS,
)
"""Step n, counted from 1, brings a database from version n - 1 to version n."""
