"""Whom the owner lets in."""

from __future__ import annotations

import pytest

from bot.telegram.access.access import Access, Mode
from bot.telegram.access.visitor import Visitor

ADMIN, LISTED, GUEST, STRANGER = 1, 2, 3, 4
ROOM, OTHER_ROOM = -10, -20


def alone(user: int) -> Visitor:
    return Visitor(user, user, private=True)


VISITORS = [
    ("an admin", alone(ADMIN), {"open", "list", "invitation"}),
    ("somebody listed", alone(LISTED), {"open", "list", "invitation"}),
    ("a guest", alone(GUEST), {"open", "invitation"}),
    ("a stranger", alone(STRANGER), {"open"}),
    (
        "a stranger in a group that is listed",
        Visitor(STRANGER, ROOM, private=False),
        {"open", "list", "invitation"},
    ),
    (
        "an admin in a group that isn't: all would read the answer",
        Visitor(ADMIN, OTHER_ROOM, private=False),
        {"open"},
    ),
    (
        "an anonymous administrator of a listed group",
        Visitor(None, ROOM, private=False),
        {"open", "list", "invitation"},
    ),
    ("somebody listed, inline", Visitor(LISTED, None, private=False), {"open", "list", "invitation"}),
    ("a stranger, inline", Visitor(STRANGER, None, private=False), {"open"}),
]


@pytest.mark.parametrize(("description", "visitor", "modes"), VISITORS, ids=[row[0] for row in VISITORS])
def test_is_admitted(description: str, visitor: Visitor, modes: set[str]) -> None:
    found = {
        mode
        for mode in Mode
        if Access(mode, frozenset({ADMIN}), frozenset({LISTED, ROOM}), {GUEST}).admits(visitor)
    }
    assert found == modes, description


@pytest.mark.parametrize(
    ("description", "visitor", "may"),
    [
        ("an admin alone with the bot", alone(ADMIN), True),
        ("an admin in a group, where others read along", Visitor(ADMIN, ROOM, private=False), False),
        ("an anonymous administrator of a group", Visitor(None, ROOM, private=False), False),
        ("somebody listed", alone(LISTED), False),
    ],
)
def test_commands_of_admins_are_for(description: str, visitor: Visitor, *, may: bool) -> None:
    access = Access(Mode.OPEN, frozenset({ADMIN}), frozenset({LISTED, ROOM}), set())
    assert access.commands(visitor) is may, description
