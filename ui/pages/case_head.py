"""The head of the page of a case: the full name, the level, and the day that is looked at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.models.days import day_box
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import LevelChip, Tag
from ui.widgets.notices import Banner
from ui.widgets.text import Label, ShortLabel
from workbench.case_page import CaseView

NARROW, LOW = 1200, 560


class CaseHead(QWidget):
    """Says who it is. A band stands under it for as long as another day is looked at."""

    day_chosen = Signal()

    def __init__(self, back_to_now: QAction, leave: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.max
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._set_up(back_to_now, leave)

    def show_case(self, view: CaseView, today: date) -> None:
        """Show who it is and how they stand on the day."""
        whole = view.whole
        self._name.setText(whole.name)
        self._chip.show_level(whole.level)
        self._stability.show_text(f"病情{whole.stability}" if whole.stability else "")
        facts = "·".join((whole.number, *whole.facts))
        self._inline.setText(facts)
        self._below.setText(facts)
        if self.past_day() is None:
            self.show_present(today)

    def show_present(self, today: date) -> None:
        """Look at the present."""
        self._today = today
        self.day.show_day(today)
        self._show_band()

    def past_day(self) -> date | None:
        """The day that is looked at; None for the present."""
        day = self.day.day()
        return None if day is None or day >= self._today else day

    def refuse(self, words: str) -> None:
        """Say in the band why there is nothing to see."""
        self._chip.show_level(None)
        self._stability.show_text("")
        self.band.say(words)

    def clear(self) -> None:
        """Forget who it was."""
        for label in (self._name, self._inline, self._below):
            label.setText("")
        self._chip.show_level(None)
        self._stability.show_text("")
        self.band.say("")

    def offer(self, *buttons: Button) -> None:
        """What one does most from here, before the way back."""
        for button in buttons:
            self._line.insertWidget(self._line.count() - 1, button)

    def fit(self, width: int, height: int) -> None:
        """Give up the second line where the window is low."""
        low = height < theme().px(LOW) or height <= LOW
        self._below.setVisible(not low)
        self._inline.setVisible(low)
        self._stability.setHidden(width < theme().px(NARROW) or not self._stability.text())

    def _set_up(self, back_to_now: QAction, leave: QAction) -> None:
        self._name, self._chip, self._stability = Label("", Type.DISPLAY), LevelChip(), Tag()
        self._inline = ShortLabel("", Type.NOTE, "text2")
        self._below = ShortLabel("", Type.BODY, "text2")
        self.day = day_box("查看当时", lambda: self._today)
        self.day.day_changed.connect(self._choose_day)
        self.day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.band = Banner()
        self.band.add_way_out(Button.of(back_to_now))
        line = self._line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self._name, self._chip, self._stability):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._inline, 1)
        line.addStretch(0)
        line.addWidget(Label("查看当时", Type.NOTE, "text2"))
        line.addWidget(self.day)
        line.addWidget(Button.of(leave, Kind.GHOST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._below)
        column.addWidget(self.band)

    @Slot()
    def _choose_day(self) -> None:
        if self.past_day() is None:
            self.day.show_day(self._today)
        self._show_band()
        self.day_chosen.emit()

    def _show_band(self) -> None:
        past = self.past_day()
        told = f"{past.year}年{past.month}月{past.day}日" if past else ""
        self.band.say(f"正在查看{told}当时的情况，当天以后写下的都不算在内。" if past else "")
