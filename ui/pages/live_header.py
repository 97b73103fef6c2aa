"""The line at the top of the meeting screen: which meeting, and how time goes by."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.models.days import day_in_prose
from ui.theme import Type, theme
from ui.widgets.text import Label, ShortLabel
from workbench.bench import Bench
from workbench.meetings import MeetingDetails
from workbench.words import masked

SECOND = 1000
LONGEST = timedelta(hours=12)  # a meeting begun longer ago was left open


class LiveHeader(QWidget):
    """Title, facts, the clock, and buttons at the right."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clock = TalkClock(bench)
        self._title, self._facts = Label("", Type.TITLE), ShortLabel("", Type.NOTE, "text2")
        self._meeting: MeetingDetails | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 14, 7)
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._facts, 1)
        row.addWidget(self.clock)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row.addLayout(self._buttons)

    def show_meeting(self, meeting: MeetingDetails) -> None:
        """Say which meeting it is and who came."""
        self._meeting = meeting
        self._title.setText(meeting.row.title)
        self.fit()

    def add_right(self, widget: QWidget) -> None:
        """Put a button after the others."""
        self._buttons.addWidget(widget)

    def fit(self) -> None:
        """Say as much as there is room for."""
        if self._meeting is None:
            return
        row, people = self._meeting.row, self._meeting.attendance
        came = f"出席 {sum(person.present for person in people)}/{len(people)}"
        narrow = self.window().width() < theme().px(1200)
        whole = f"{day_in_prose(row.held_on)}·主持 {masked(row.chair)}·{came}"
        self._facts.setText(came if narrow else whole)
        needed = QFontMetricsF(theme().font(Type.NOTE)).horizontalAdvance(self._facts.text())
        self._facts.setMinimumWidth(round(needed) + 2)  # the keys inside buttons give way first
        self.clock.set_tight(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
        painter.end()


class TalkClock(QWidget):
    """本例 and 全程. Past the minutes planned the bar turns amber; nothing else happens."""

    told = Signal(str, float)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._began: datetime | None = None
        self._item: int | None = None
        self._since = bench.now()
        self._spent: dict[int, timedelta] = {}
        self._here, self._whole = Label("", Type.TITLE), Label("", Type.NOTE, "text2")
        self._bar, self._planned = _Bar(), Label("", Type.NOTE, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label("本例", Type.NOTE, "text2"))
        for widget in (self._here, self._bar, self._planned, self._whole):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND)
        self._timer.timeout.connect(self.tick)

    def begin(self, began: datetime | None) -> None:
        """A meeting has been entered."""
        self._began = began
        self._spent.clear()
        self._item = None

    def run(self, running: bool) -> None:
        """Go on, or stand still while nobody looks at the meeting."""
        if running == self._timer.isActive():
            return
        if running:
            self._since = self._bench.now()
            self._timer.start()
        else:
            self._keep()
            self._timer.stop()
        self.tick()

    def turn_to(self, item_id: int, minutes: int) -> None:
        """Another item is talked about; one that comes back goes on where it was left."""
        if item_id != self._item:
            self._keep()
            self._item = item_id
        self._bar.minutes = minutes
        self._planned.setText(f"{minutes}分")
        self.tick()

    def set_tight(self, tight: bool) -> None:
        """Leave the bar away where there is no room."""
        self._bar.setFixedWidth(theme().px(60 if tight else 90))

    @Slot()
    def tick(self) -> None:
        """Say how long it has been."""
        spent = self._spent.get(self._item or 0, timedelta()) + self._running()
        self._bar.show_spent(spent)
        self._here.setText(_minutes(spent))
        self._here.setAccessibleName(f"本例已用{_minutes(spent)}")
        self.told.emit(_minutes(spent), self._bar.share)
        whole = self._bench.now() - self._began if self._began else None
        told = f"全程 {_minutes(whole)}" if whole and whole < LONGEST else ""
        self._whole.setText(told)

    def _keep(self) -> None:
        if self._item is not None:
            spent = self._spent.get(self._item, timedelta())
            self._spent[self._item] = spent + self._running()
        self._since = self._bench.now()

    def _running(self) -> timedelta:
        return (
            max(self._bench.now() - self._since, timedelta())
            if self._timer.isActive()
            else timedelta()
        )


class _Bar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minutes = 0
        self.share = 0.0
        self.setFixedSize(theme().px(90), 12)

    def show_spent(self, spent: timedelta) -> None:
        self.share = spent / timedelta(minutes=self.minutes) if self.minutes else 0.0
        self.setAccessibleName("已超过计划时间" if self.share > 1 else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(90), 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        track = QRectF(0, 4, self.width(), 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(track, look.colour("line2"))
        track.setWidth(self.width() * min(self.share, 1.0))
        painter.fillRect(track, look.colour("warn" if self.share > 1 else "accent"))
        painter.end()


def _minutes(spent: timedelta) -> str:
    seconds = int(spent.total_seconds())
    return f"{seconds // 60:02d}:{seconds % 60:02d}"
