"""The figures of `benchmarks.speed` as curves over the size of the collection."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import matplotlib.pyplot as plt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PANELS = (
    ("build s", "seconds to build"),
    ("index / text", "size of all files over the text's"),
    ("open ms", "milliseconds to open"),
    ("resident MB", "megabytes in memory, serving"),
    ("p50 ms", "milliseconds of a question, median and 99th percentile (dotted)"),
    ("added and visible ms", "milliseconds until an added document is found"),
)
"""Column -> its title."""
_WITH_TAIL = {"p50 ms": "p99 ms"}


def draw(rows: Sequence[Mapping[str, Any]], target: Path) -> None:
    """Draw rows, each with `ranking`, `paragraphs` and columns of figures, into a file (SVG or PNG)."""
    mpl.rcParams["svg.hashsalt"] = "iqtibas"  # the same figures make the same file
    by_ranking = defaultdict(list)
    for row in rows:
        by_ranking[row["ranking"]].append(row)
    figure, axes = plt.subplots(3, 2, figsize=(10, 11), layout="constrained")
    for panel, (column, title) in zip(axes.flat, PANELS, strict=True):
        panel.set(title=title, xscale="log", yscale="linear" if column == "index / text" else "log")
        panel.title.set_fontsize(9)
        for place, (ranking, held) in enumerate(by_ranking.items()):
            for name, style in ((column, "o-"), (_WITH_TAIL.get(column), ".:")):
                points = [(row["paragraphs"], row[name]) for row in held if name in row]
                if points:
                    label = ranking if name == column else None
                    panel.plot(*zip(*points, strict=True), style, color=f"C{place}", label=label)
        panel.grid(visible=True, which="major", alpha=0.3)
        panel.set_xlabel("paragraphs", fontsize=8)
    axes[0, 0].legend(fontsize=8)
    figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None)
    plt.close(figure)
