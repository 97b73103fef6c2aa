"""The manual as a paper: the chapters of F1, with the keys as they are in the menus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ui.models.commands import MenuEntry
from ui.models.papers import Paper
from workbench.bench import Bench
from workbench.manual import KeyRow, preview_manual, save_manual
from workbench.printing import ToPrint


def manual_paper(bench: Bench, entries: Sequence[MenuEntry]) -> Paper:
    """The manual to look at, print and save."""
    keys = tuple(
        KeyRow(entry.words.rstrip("…"), "·".join(entry.menus), entry.keys)
        for entry in entries
        if entry.keys
    )
    return Paper(
        "操作手册",
        signed=False,
        look=partial(preview_manual, bench, keys),
        pages=lambda: ToPrint(preview_manual(bench, keys).pdf, 0),
        name=lambda: "操作手册",
        save=partial(save_manual, bench, keys),
        record=None,
    )
