"""Curves over the unit square, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SIDE, _MARGIN = 400, 60
_COLOURS = ("#1b6ca8", "#c0392b", "#2e7d32")


def draw(
    across: str, up: str, curves: Mapping[str, Sequence[tuple[float, float]]], *, diagonal: bool = False
) -> str:
    """An SVG drawing of curves, each with its name; all coordinates between 0 and 1.

    across, up: what the axes tell; diagonal: whether to draw where both are equal
    """
    size = _SIDE + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">',
        "<style>text { font: 13px sans-serif }</style>",
        f'<rect width="{size}" height="{size}" fill="white"/>',
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>',
        *(_tick(step / 5) for step in range(6)),
        f'<text x="{size / 2}" y="{size - 15}" text-anchor="middle">{across}</text>',
        f'<text transform="translate(18 {size / 2}) rotate(-90)" text-anchor="middle">{up}</text>',
    ]
    if diagonal:
        parts.append(_line([(0.0, 0.0), (1.0, 1.0)], "#bbb"))
    for place, (name, points) in enumerate(curves.items()):
        colour = _COLOURS[place % len(_COLOURS)]
        parts.append(_line(points, colour))
        parts.append(
            f'<text x="{_MARGIN + 12}" y="{_MARGIN + 22 + 18 * place}" fill="{colour}">{name}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _tick(value: float) -> str:
    x, y = _place(value, value)
    return (
        f'<text x="{x:.0f}" y="{_MARGIN + _SIDE + 18}" text-anchor="middle">{value:.1f}</text>'
        f'<text x="{_MARGIN - 8}" y="{y + 4:.0f}" text-anchor="end">{value:.1f}</text>'
    )


def _line(points: Sequence[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_place(*point) for point in points))
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'


def _place(across: float, up: float) -> tuple[float, float]:
    return _MARGIN + across * _SIDE, _MARGIN + (1 - up) * _SIDE
