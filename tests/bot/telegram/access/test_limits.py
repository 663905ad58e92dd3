"""How fast one may ask."""

from __future__ import annotations

import pytest

from bot.telegram.access.limits import Limits, Pace
from bot.telegram.access.visitor import Visitor

FINE, FAST, STILL = Pace.FINE, Pace.TOO_FAST, Pace.STILL_TOO_FAST
LAYLA, SAMI = 7, 8

PACES = [
    ("as many as the minute holds, at once", [0] * 4, [FINE] * 4),
    ("one more is told to slow down", [0] * 5, [*[FINE] * 4, FAST]),
    ("of the next ones none is told again", [0] * 7, [*[FINE] * 4, FAST, STILL, STILL]),
    (
        "one that fits in between doesn't start a new burst",
        [0] * 5 + [15, 15],
        [*[FINE] * 4, FAST, FINE, STILL],
    ),
    (
        "after half a minute of peace there is a new one",
        [0] * 5 + [31] * 3,
        [*[FINE] * 4, FAST, FINE, FINE, FAST],
    ),
    ("a steady pace is never too fast", list(range(0, 600, 15)), [FINE] * 40),
]


@pytest.mark.parametrize(("description", "times", "paces"), PACES, ids=[row[0] for row in PACES])
def test_of_four_a_minute(description: str, times: list[float], paces: list[Pace]) -> None:
    clock = iter(times)
    limits = Limits(4, 0, clock=lambda: next(clock))
    assert [limits.pace(Visitor(LAYLA, LAYLA, private=True)) for _ in times] == paces, description


@pytest.mark.parametrize(
    ("description", "asked", "later", "passed_over"),
    [
        ("who hasn't asked yet", 0, 0, False),
        ("who has nothing left, but wasn't told so", 4, 0, False),
        ("who was told", 5, 0, True),
        ("who was told, before there is room for one more", 5, 14, True),
        ("who was told, once there is room for one more", 5, 15, False),
    ],
)
def test_messages_are_passed_over_of(description: str, asked: int, later: float, passed_over: bool) -> None:
    now = 0.0
    limits = Limits(4, 0, clock=lambda: now)
    for _ in range(asked):
        limits.pace(Visitor(LAYLA, LAYLA, private=True))
    now = later
    assert [limits.passes_over(LAYLA) for _ in range(9)] == [passed_over] * 9, description
    assert not limits.passes_over(SAMI)


def test_without_a_limit_nobody_is_passed_over() -> None:
    limits = Limits(0, 1, clock=lambda: 0)
    paces = [limits.pace(Visitor(LAYLA, LAYLA, private=True)) for _ in range(3)]
    assert (paces, limits.passes_over(LAYLA)) == ([FINE, FAST, STILL], False)


def test_one_users_pace_is_not_anothers() -> None:
    limits = Limits(1, 0, clock=lambda: 0)
    found = [limits.pace(Visitor(user, user, private=True)) for user in (LAYLA, LAYLA, SAMI)]
    assert found == [FINE, FAST, FINE]


def test_a_chat_has_a_pace_of_its_own_whoever_asks_in_it() -> None:
    limits = Limits(10, 2, clock=lambda: 0)
    found = [limits.pace(Visitor(user, -1, private=False)) for user in (LAYLA, SAMI, None, 9)]
    assert found == [FINE, FINE, FAST, STILL]


def test_without_a_limit_nothing_is_too_fast() -> None:
    limits = Limits(0, 0, clock=lambda: 0)
    assert {limits.pace(Visitor(LAYLA, LAYLA, private=True)) for _ in range(1000)} == {FINE}


def test_what_is_remembered_is_bounded() -> None:
    limits = Limits(1, 0, clock=lambda: 0)
    for user in range(20_000):
        limits.pace(Visitor(user, user, private=True))
    # The first ones are forgotten, the last ones aren't.
    assert limits.pace(Visitor(0, 0, private=True)) is FINE
    assert limits.pace(Visitor(19_999, 19_999, private=True)) is FAST
