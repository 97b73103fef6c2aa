"""The table of a plan: rows by area under their column names, one of them open for writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QVBoxLayout, QWidget

from ui.models.plan_rows import PlanRow, row_face, row_spoken
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.plan_drawing import COLUMNS, VCENTRE, PlanDelegate, spans
from ui.pages.plan_editor import RowEditor
from ui.theme import Type, theme
from ui.widgets.lists import FACE_ROLE, Face, RowsList


class ColumnNames(QWidget):
    """The names above the columns, on the same lines as what stands under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.shown_width = 0

    def sizeHint(self) -> QSize:
        return QSize(80, round(QFontMetricsF(theme().font(Type.NOTE)).height()) + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setFont(look.font(Type.NOTE))
        painter.setPen(look.colour("text2"))
        for name, (left, width) in zip(COLUMNS, spans(self.shown_width), strict=True):
            painter.drawText(QRectF(left, 0, width, self.height()), VCENTRE, name)
        rule = QRectF(look.px(12), self.height() - 1, self.width() - look.px(12), 1)
        painter.fillRect(rule, look.colour("line2"))
        painter.end()


class PlanView(RowsList):
    """Rows of different heights. Arrow keys choose, Enter is told; headings are skipped."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("计划内容", parent=parent)
        self.drawn = PlanDelegate(self)
        self.setItemDelegate(self.drawn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.verticalScrollBar().rangeChanged.connect(self.moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.drawn.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed into the fields of a row stays there."""
        if self.drawn.editing:
            event.accept()
            return
        super().keyPressEvent(event)


class PlanTable(QWidget):
    """Shows rows and says which was chosen; one row at a time holds fields instead of words."""

    chosen = Signal()
    asked = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: RowsModel[PlanRow] = RowsModel(row_face, row_spoken, self)
        self._editor: RowEditor | None = None
        self._place = 0
        self._names, self.view = ColumnNames(), PlanView()
        self.view.setModel(self._model)
        self.view.selectionModel().currentChanged.connect(self.chosen)
        self.view.activated.connect(self._ask)
        self.view.doubleClicked.connect(self._ask)
        self.view.moved.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._names)
        column.addWidget(self.view, 1)
        theme().changed.connect(self._settle_later)

    def show_rows(self, rows: Sequence[PlanRow | Face], keep: str = "") -> None:
        """Replace everything; the same row stays chosen, or the one that took its place."""
        kept, number = keep or self._key(), self.view.currentIndex().row()
        self.close_editor()
        scrolled = self.view.verticalScrollBar().value()
        self._model.show(rows)
        places = [n for n, row in enumerate(rows) if not isinstance(row, Face)]
        found = [n for n in places if self._row_at(n).key == kept]
        near = [n for n in places if n >= number] or places[-1:]
        if places:
            self.view.setCurrentIndex(self._model.index((found or near)[0], 0))
        self.view.doItemsLayout()
        self.view.verticalScrollBar().setValue(scrolled)
        self.view.scrollTo(self.view.currentIndex())
        self.chosen.emit()

    def row(self) -> PlanRow | None:
        """The chosen row."""
        row: PlanRow | None = self.view.currentIndex().data(ROW_ROLE)
        return row

    def choose(self, key: str) -> bool:
        """Choose a row by its key, if it is there."""
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            row: PlanRow | None = index.data(ROW_ROLE)
            if row is not None and row.key == key:
                self.view.setCurrentIndex(index)
                return True
        return False

    def open_editor(self, editor: RowEditor) -> None:
        """Write in the chosen row."""
        index = self.view.currentIndex()
        row = self.row()
        if row is None:
            return
        self._editor, self._place = editor, index.row()
        self.view.drawn.editing = row.key
        self.view.drawn.editor_height = editor.sizeHint().height()
        self.view.setIndexWidget(index, editor)
        editor.grown.connect(self._remeasure)
        editor.follow_in_tab_order(self.view)
        self._remeasure()
        editor.take_caret()
        self._settle_later()

    def close_editor(self) -> None:
        """Show words again where fields stood."""
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        self.view.drawn.editing = ""
        held = editor.isAncestorOf(self.window().focusWidget() or self)
        editor.hide()
        self.view.setIndexWidget(self._model.index(self._place, 0), None)  # type: ignore[arg-type]
        if held:
            self.view.setFocus()
        self._remeasure()

    def editor(self) -> RowEditor | None:
        """The fields one writes in, if a row is open."""
        return self._editor

    def head_of(self, title: str) -> int | None:
        """How far down the middle of a section's heading stands now."""
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            face: Face = index.data(FACE_ROLE)
            if face.group and face.title == title:
                box = self.view.visualRect(index)
                return self.view.mapTo(self, box.center()).y() + theme().px(2)
        return None

    def show_badge(self, badge: str) -> None:
        """Draw the line of one remark stronger."""
        self.view.drawn.chosen_badge = badge
        self.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()
        if self._editor is not None:
            self._settle_later()

    def _key(self) -> str:
        row = self.row()
        return row.key if row else ""

    def _row_at(self, number: int) -> PlanRow:
        row: PlanRow = self._model.index(number, 0).data(ROW_ROLE)
        return row

    @Slot(QModelIndex)
    def _ask(self, _: QModelIndex) -> None:
        self.asked.emit()

    @Slot()
    def _follow(self) -> None:
        self._names.shown_width = self.view.viewport().width()
        self._names.update()
        self.moved.emit()

    @Slot()
    def _settle_later(self) -> None:
        """Once the fields have taken their new size themselves."""
        QTimer.singleShot(0, self, self._bring_into_sight)

    @Slot()
    def _bring_into_sight(self) -> None:
        self._remeasure()
        self.view.scrollTo(self.view.currentIndex())
        self.moved.emit()

    @Slot()
    def _remeasure(self) -> None:
        if self._editor is not None:
            self.view.drawn.editor_height = self._editor.sizeHint().height()
        self.view.doItemsLayout()
        self.moved.emit()
