"""The timeline of a case with its range, the chosen mark in words, and the same as a list."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.timeline_view import MONTHS, TimelineView
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.lists import Face, RowsList
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import Ground
from workbench.records import RecordKey
from workbench.timelines import Mark, Timeline, in_order_of_days

HINT = "←→↑↓ 逐条看，+ 和 - 调整月数"


class CaseTimeline(QWidget):
    """Draws what happened; the list says the same to those who do not look."""

    changed = Signal()

    def __init__(self, as_table: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._set_up(as_table)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another one, or the same as it is now."""
        self._timeline = timeline
        self._draw()

    def zoom(self, step: int) -> None:
        """Show more months, or fewer."""
        place = MONTHS.index(self._shown_months()) + step
        self.months.show_value(MONTHS[min(max(place, 0), len(MONTHS) - 1)])
        self._draw()

    def turn_over(self) -> None:
        """Show the list in place of the picture, or the picture again."""
        self._stack.setCurrentIndex(1 - self._stack.currentIndex())
        self.take_caret()
        self.changed.emit()

    def record(self) -> RecordKey | None:
        """The record the chosen mark stands for, in the picture or in the list."""
        mark = self._chosen()
        return mark.record if mark else None

    def offer(self, *buttons: Button) -> None:
        """Steps about the chosen record; each is on show only while it can be taken."""
        for button in buttons:
            self._strip.addWidget(button)

    def take_caret(self) -> None:
        """The picture, or the list that stands for it."""
        self._stack.currentWidget().setFocus()

    def _shown_months(self) -> int:
        value = self.months.value()
        return value if isinstance(value, int) else 12

    def _set_up(self, as_table: QAction) -> None:
        self.months = Segmented("月数", [(each, str(each)) for each in MONTHS], tight=True)
        self.months.show_value(12)
        self.months.chosen.connect(self._draw)
        self.view = TimelineView()
        self.view.selected.connect(self._tell)
        self.view.zoom_wanted.connect(self.zoom)
        self._model: RowsModel[Mark] = RowsModel(_face, _spoken, self)
        self.table = RowsList("时间线列表", margin=4)
        self.table.setModel(self._model)
        self.table.selectionModel().currentChanged.connect(self._tell_row)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.table)
        self._told = ShortLabel(HINT, Type.BODY, "text2")
        strip = Ground("sunken", edge="top")
        self._strip = QHBoxLayout(strip)
        self._strip.setContentsMargins(12, 3, 12, 3)
        self._strip.setSpacing(8)
        self._strip.addWidget(self._told, 1)
        strip.setMinimumHeight(theme().px(38))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addStretch(1)
        top.addWidget(Label("月数", Type.NOTE, "text2"))
        top.addWidget(self.months)
        top.addWidget(Button.of(as_table, short="列表"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(strip)

    @Slot()
    def _draw(self) -> None:
        if self._timeline is None:
            return
        self.view.show_timeline(self._timeline, self._shown_months())
        seen = self._timeline.since(self.view.first_day())
        kept = self._row()
        self._model.show(in_order_of_days(seen))
        self._choose_row(kept.record if kept else None)
        if not self.view.mark():
            self._told.setText(HINT if seen else "这些月份里没有记录")

    @Slot(object)
    def _tell(self, mark: Mark | None) -> None:
        self._told.setText(f"{mark.track.label}　{mark.sentence}" if mark else HINT)
        self.changed.emit()

    @Slot()
    def _tell_row(self) -> None:
        if self._stack.currentIndex() == 1:
            self._tell(self._row())

    def _chosen(self) -> Mark | None:
        return self.view.mark() if self._stack.currentIndex() == 0 else self._row()

    def _row(self) -> Mark | None:
        row: Mark | None = self.table.currentIndex().data(ROW_ROLE)
        return row

    def _choose_row(self, record: RecordKey | None) -> None:
        rows = [mark.record for mark in self._model.rows()]
        if record is not None and record in rows:
            self.table.setCurrentIndex(self._model.index(rows.index(record), 0))


def _face(mark: Mark) -> Face:
    return Face(mark.sentence, right=mark.track.label, attention=mark.gap)


def _spoken(mark: Mark) -> str:
    return f"{mark.track.label}，{mark.sentence}"
