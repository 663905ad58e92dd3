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

_PEOPLE = """
create table languages (user integer primary key, language text not null);
create table guests (
    user integer primary key,
    admin integer not null,     -- who invited them
    at integer not null
);
create table invitations (
    digest blob primary key,    -- SHA-256 of the link's payload
    admin integer not null,
    expires integer not null
) without rowid;
create table questions (
    chat integer not null,
    message integer not null,   -- the one that asks
    user integer,               -- null for an anonymous administrator
    reply integer,              -- the bot's message that answers; null where none was accepted
    text text not null,
    folded text not null,       -- the same for questions of the same words
    answered integer not null,  -- 0 where the documents are silent
    at integer not null,
    primary key (chat, message)
) without rowid;
create index questions_by_date on questions (at);
create table feedback (
    chat integer not null,
    message integer not null,   -- the bot's message that was judged
    user integer not null,
    question text not null,
    good integer not null,
    at integer not null,
    primary key (chat, message, user)
) without rowid;
"""

_PLACES = """
create table permalinks (
    id text primary key,
    path text not null,
    start integer not null,
    digest blob not null        -- of the paragraph's text
) without rowid;
create table uploads (
    id integer primary key,
    admin integer not null,
    path text not null,
    at integer not null
);
"""

_FOLLOW_UPS = """
-- of a follow-up, as it was written; `text` is as it was understood
alter table questions add column written text;
create index questions_by_reply on questions (chat, reply);
"""

_TOPICS = """
-- of a group, in which it was asked; null outside of topics
alter table questions add column topic integer;
"""

STEPS = (
    _STATE,
    _INBOX,
    _CHATS,
    _PEOPLE,
    _PLACES,
    _FOLLOW_UPS,
    _TOPICS,
)
"""Step n, counted from 1, brings a database from version n - 1 to version n."""
