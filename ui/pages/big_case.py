"""One item of the agenda on the big screen: who and which level, last tasks, the decision."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.models.projected import Projected, ProjectedRow
from ui.theme import Type, theme
from ui.widgets.big_rows import BigRows
from ui.widgets.big_screen import (
    BigBar,
    BigLabel,
    BigLevel,
    BigRule,
    BigScreenSize,
    Growing,
    Tinted,
)
from ui.widgets.windows import Ground

NOTHING = Projected()
HIGH_ENOUGH = 600  # below this the line at the foot gives way


class BigCase(Ground):
    """Shows what it is told and knows nothing else. What is being written stays in sight."""

    def __init__(self, way_back: str = "", parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent=parent)
        self._way_back = BigLabel(way_back, Type.BIG, "text3")
        self._size = BigScreenSize()
        self._tasks_shown: tuple[ProjectedRow, ...] = ()
        self._set_up()
        self.show_item(NOTHING)
        theme().changed.connect(self._fit)

    def show_item(self, item: Projected) -> None:
        """Show an item; the empty one leaves no word behind."""
        self._place.setText(item.place)
        self._tier.setText(item.tier)
        self._name.setText(item.name)
        self._show_levels(item)
        self._show_points(item)
        self._show_decisions(item)
        self._tasks_shown = item.tasks
        if item == NOTHING:
            self.show_time("", 0.0)
        self._settle()

    def show_time(self, words: str, used: float) -> None:
        """Say how long the item has been talked about, and how much of its time that is."""
        self._time.setText(words)
        self._bar.show_used(used)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More words make the body longer; its end stays in sight."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _show_levels(self, item: Projected) -> None:
        self._rating.setText("集体评估" if item.rated else "")
        self._before.show_level(item.before if item.rated else None)
        self._level.show_level(item.level)
        self._arrow.setText("→" if item.before is not None and item.rated else "")
        self._unrated.setText("未评" if item.rated and item.level is None else "")
        for words in (self._rating, self._arrow, self._unrated):
            words.setVisible(bool(words.text()))

    def _show_points(self, item: Projected) -> None:
        self._points.setText(item.points)
        for part in (self._points_head, self._points):
            part.setVisible(bool(item.points))
        self._rules[0].setVisible(bool(item.points) and bool(item.tasks))

    def _show_decisions(self, item: Projected) -> None:
        self._decisions.show_lines(item.decisions)
        self._none_yet.setVisible(not item.decisions and not item.writing)
        self._writing.setText(item.writing)
        for part in (self._ground, self._being_written):
            part.setVisible(bool(item.writing))

    def _show_tasks(self, at_most: int) -> None:
        """Those that fit; the others are counted."""
        more = len(self._tasks_shown) - at_most
        self._tasks.show_lines(self._tasks_shown[:at_most])
        self._more.setText(f"{'另有' if at_most else '共'}{more}项" if more else "")
        self._tasks_head.setVisible(bool(self._tasks_shown))
        self._rules[1].setVisible(bool(self._tasks_shown) or bool(self._points.text()))
        self._tasks.updateGeometry()

    def _set_up(self) -> None:
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        self._foot = BigLabel("本屏已遮名，请勿拍照", Type.BIG, "text3")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head_band())
        self._column.addLayout(self._who_band())
        self._rule = BigRule()
        self._column.addWidget(self._rule)
        self._column.addWidget(self._scroller(), 1)
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self._foot, 1)
        self._foot_row.addWidget(self._way_back)
        self._column.addLayout(self._foot_row)

    def _head_band(self) -> QWidget:
        band = Ground("window")
        self._place, self._tier = BigLabel("", Type.BIG_BOLD), BigLabel("", Type.BIG, "text2")
        self._bar, self._time = BigBar(), BigLabel("", Type.BIG_BOLD)
        self._head_row = QHBoxLayout(band)
        self._head_row.addWidget(self._place)
        self._head_row.addWidget(self._tier, 1)
        self._head_row.addWidget(self._bar)
        self._head_row.addWidget(self._time)
        return band

    def _who_band(self) -> QHBoxLayout:
        self._name = BigLabel("", Type.BIG_NAME, wrap=True)
        self._rating = BigLabel("", Type.BIG, "text2")
        self._before, self._level = BigLevel(), BigLevel()
        self._arrow = BigLabel("", Type.BIG_LEVEL, "text2")
        self._unrated = BigLabel("", Type.BIG, "text2")
        self._who_row = QHBoxLayout()
        self._who_row.addWidget(self._name, 1)
        for part in (self._rating, self._before, self._arrow, self._level, self._unrated):
            self._who_row.addWidget(part)
        return self._who_row

    def _scroller(self) -> QScrollArea:
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self._scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self._body.installEventFilter(self)
        self._fill_body()
        return self._scroll

    def _fill_body(self) -> None:
        self._more, self._tasks = BigLabel("", Type.BIG, "text2"), BigRows(marked=True)
        self._tasks_head = _head("上次任务", self._more)
        self._points_head = BigLabel("讨论要点", Type.BIG_BOLD)
        self._points = BigLabel("", Type.BIG, wrap=True)
        self._none_yet = BigLabel("还没有会议决定", Type.BIG, "text3")
        self._decisions, self._ground = BigRows(marked=False), Tinted()
        self._writing = BigLabel("", Type.BIG, wrap=True)
        QVBoxLayout(self._ground).addWidget(self._writing)
        self._being_written = BigLabel("正在记录", Type.BIG, "accent")
        self._rules = BigRule(), BigRule()
        last = (self._tasks_head, self._tasks)
        said = (self._rules[0], self._points_head, self._points)
        decided = (self._rules[1], _head("会议决定", self._being_written), self._none_yet)
        self._inside = (*last, *said, *decided, self._decisions)
        for part in (*last, *said, *decided, self._ground, self._decisions):
            self._lines.addWidget(part)
        self._lines.addStretch(1)

    @Slot()
    def _fit(self) -> None:
        size, high = self._size, self.height() >= HIGH_ENOUGH
        size.fit(self.width(), self.height())
        for label in self.findChildren(BigLabel):
            label.grow(size.factor)
        for part in self.findChildren(Growing):
            part.grow(size.factor)
        self._take_margins(size, high=high)
        for words in (self._foot, self._way_back):
            words.setVisible(high)
        self._soon.start()

    def _take_margins(self, size: BigScreenSize, *, high: bool) -> None:
        side, near = size.px(48), size.px(16)
        air = size.px(14 if high else 4)
        self._head_row.setContentsMargins(side, air, side, air)
        self._who_row.setContentsMargins(side, air, side, 0)
        self._lines.setContentsMargins(side - near, 0, side - near, 0)
        self._lines.setSpacing(size.px(8))
        self._ground.setContentsMargins(near - 9, 0, near - 9, 0)
        for part in self._inside:
            part.setContentsMargins(near, 0, near, 0)
        self._rule.setContentsMargins(side, 0, side, 0)
        self._foot_row.setContentsMargins(side, near, side, near)
        for row in (self._head_row, self._who_row):
            row.setSpacing(near)

    @Slot()
    def _settle(self) -> None:
        """As many tasks as leave room for the decision; else the end of what is written shows."""
        room = self._scroll.viewport().height()
        for at_most in range(len(self._tasks_shown), -1, -1):
            self._show_tasks(at_most)
            if self._lines.totalHeightForWidth(self._body.width()) <= room:
                break
        end = self._ground.geometry().bottom() + self._size.px(8)
        below = end - room if self._ground.isVisibleTo(self) else 0
        self._scroll.verticalScrollBar().setValue(max(0, below))


def _head(title: str, right: BigLabel) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(BigLabel(title, Type.BIG_BOLD), 1)
    row.addWidget(right)
    return head
