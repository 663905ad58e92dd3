"""How entities may overlap: what Telegram merges, cuts and drops before it stores them.

Quotations don't overlap each other. Code, links and emoji (the solid ones) neither; they may stand inside
a quotation. Styles (bold, italic, …) may overlap anything, but code drops them, and they are cut where a
solid entity or another style begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.botapi.entity import Entity, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

_STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTATIONS = ("blockquote", "expandable_blockquote")


def nested(entities: Iterable[Entity]) -> list[Entity]:
    """Entities -> those that Telegram keeps, in order.

    >>> [(e.type, e.offset, e.end) for e in nested([Entity("bold", 0, 9), Entity("code", 3, 2)])]
    [('bold', 0, 3), ('code', 3, 5), ('bold', 5, 9)]
    """
    ordered = in_order([entity for entity in entities if entity.length > 0])
    quotations = _disjoint(entity for entity in ordered if entity.type in _QUOTATIONS)
    solid = _disjoint(entity for entity in ordered if entity.type not in _QUOTATIONS + _STYLES)
    solid = [entity for entity in solid if not any(_crosses(entity, quote) for quote in quotations)]
    fixed = quotations + solid
    styles = [entity for style in _STYLES for entity in _merged(e for e in ordered if e.type == style)]
    return in_order(fixed + _cut(styles, fixed))


def _disjoint(ordered: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in ordered:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _crosses(entity: Entity, quotation: Entity) -> bool:
    apart = entity.end <= quotation.offset or quotation.end <= entity.offset
    inside = quotation.offset <= entity.offset and entity.end <= quotation.end
    return not (apart or inside)


def _merged(same_style: Iterable[Entity]) -> list[Entity]:
    merged: list[Entity] = []
    for entity in same_style:
        if merged and entity.offset <= merged[-1].end:
            merged[-1] = merged[-1].between(merged[-1].offset, max(merged[-1].end, entity.end))
        else:
            merged.append(entity)
    return merged


def _cut(styles: list[Entity], fixed: list[Entity]) -> list[Entity]:
    cuts = {entity.offset for entity in styles}
    cuts.update(offset for entity in fixed for offset in (entity.offset, entity.end))
    code = [entity for entity in fixed if entity.type in ("code", "pre")]
    pieces = []
    for style in styles:
        inner = sorted(cut for cut in cuts if style.offset < cut < style.end)
        for offset, end in zip([style.offset, *inner], [*inner, style.end], strict=True):
            if not any(block.offset <= offset and end <= block.end for block in code):
                pieces.append(style.between(offset, end))
    return pieces
