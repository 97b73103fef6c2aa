"""The members' own ratings: how many are in, and once they are told, how far they lie apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.live_parts import emptied
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import LevelChip
from ui.widgets.text import Label
from workbench.live import OpinionRow
from workbench.rules.assessments import APART

SINGLY = 5  # above this many ratings stand beside each other by level


class VotesRow(QWidget):
    """Holds the ratings. Until they are published it says no more than how many are in."""

    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[OpinionRow, ...] = ()
        self._ratings: dict[int, int] = {}
        self._published = False
        self.enter = Button("各方评级…", Kind.GHOST, keys="F4", low=True)
        self._told = QHBoxLayout()
        self._told.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(self._told)
        row.addWidget(self.enter)

    def show_members(self, members: tuple[OpinionRow, ...]) -> None:
        """Whose ratings are asked for: those at the table, and whoever gave one before."""
        self._members = members
        self._draw()

    def show_ratings(self, ratings: Mapping[int, int], *, published: bool) -> None:
        """Fill in what is known, without announcing it."""
        self._ratings, self._published = dict(ratings), published
        self._draw()

    def take(self, ratings: Mapping[int, int], *, published: bool) -> None:
        """Take over what was entered, and say so."""
        self.show_ratings(ratings, published=published)
        self.touched.emit()

    def members(self) -> tuple[OpinionRow, ...]:
        """Who is asked."""
        return tuple(m for m in self._members if m.present or m.member_id in self._ratings)

    def ratings(self) -> dict[int, int]:
        """Each member's own rating, by key."""
        return dict(self._ratings)

    def published(self) -> bool:
        """Whether the table has been told."""
        return self._published

    def told(self) -> bool:
        """Whether the ratings are on show: they were published, or everybody's is in."""
        asked = self.members()
        all_in = bool(asked) and all(m.member_id in self._ratings for m in asked)
        return self._published or all_in

    def _draw(self) -> None:
        emptied(self._told)
        if not self._ratings:
            return
        if not self.told():
            told = f"各方评级 已填{len(self._ratings)}/{len(self.members())}，尚未公布"
            self._told.addWidget(Label(told, Type.NOTE, "text2"))
            return
        self._told.addWidget(Label(self._spread(), Type.NOTE, self._colour()))
        for words, level in self._chips():
            self._told.addWidget(Label(words, Type.NOTE, "text2"))
            chip = LevelChip(self)
            chip.show_level(level)
            self._told.addWidget(chip)

    def _chips(self) -> list[tuple[str, int]]:
        if len(self._ratings) > SINGLY:
            counts = Counter(self._ratings.values())
            return [(f"{counts[level]}人", level) for level in sorted(counts)]
        by_key = {m.member_id: m.role.short for m in self._members}
        return [(by_key.get(key, ""), level) for key, level in self._ratings.items()]

    def _apart(self) -> int:
        return max(self._ratings.values()) - min(self._ratings.values())

    def _spread(self) -> str:
        if len(self._ratings) == 1:
            return "各方评级"
        return f"各方评级 相差{self._apart()}级" if self._apart() else "各方评级 一致"

    def _colour(self) -> str:
        return "warn" if self._apart() >= APART else "text2"
