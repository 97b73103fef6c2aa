"""One field for everything: people, meetings and commands, found while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.command import ENTER
from ui.models.commands import MenuEntry
from ui.models.finder import Hit, grouped, hit_face, hit_spoken, to_begin_with
from ui.models.rows import ROW_ROLE, RowsModel
from ui.style import outline
from ui.theme import Type, theme
from ui.widgets.inputs import SearchBox
from ui.widgets.lists import FACE_ROLE, Face, RowsList
from ui.widgets.text import Label, ShortLabel
from workbench.finder import Findable, FoundPerson

WIDTH, HEIGHT, MARGIN = 520, 430, 12


class FinderDialog(QDialog):
    """The first line is meant as soon as it stands there; Enter opens, Esc goes back."""

    chosen = Signal(object)
    meeting_wanted = Signal(int)

    def __init__(
        self, findable: Findable | None, commands: Sequence[MenuEntry], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("查找")
        self.setAccessibleName("查找")
        self.setObjectName("finder_dialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._findable, self._commands, self._typed = findable, list(commands), ""
        self._set_up()
        self._place(parent.window())
        self._show_rows()

    def show_findable(self, findable: Findable) -> None:
        """Take over what was read meanwhile; what was chosen by arrow keys stays chosen."""
        self._findable = findable
        self._show_rows(kept=self.list.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
        if QKeySequence(event.keyCombination()) in ENTER:
            self._call_meeting()
        elif event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _call_meeting(self) -> None:
        """About the person who is chosen; of what is no person, nothing can be called."""
        hit: Hit | None = self.list.currentIndex().data(ROW_ROLE)
        if isinstance(hit, FoundPerson):
            self.accept()
            self.meeting_wanted.emit(hit.patient_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("sheet"))
        outline(painter, QRectF(self.rect()), theme().colour("edge"), 1, 0)
        painter.end()

    def _set_up(self) -> None:
        self._model: RowsModel[Hit] = RowsModel(hit_face, hit_spoken, self)
        self.search = SearchBox("查找内容", "找人、找会议、找命令，可输拼音首字母")
        self.search.searched.connect(self._search)
        self.search.went_down.connect(lambda: self._move(1))
        self.search.returnPressed.connect(self._open)
        self.list = RowsList("查找结果", margin=10)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._open)
        self._nothing = Label("", Type.BODY, "text2", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._either = QStackedWidget()
        self._either.addWidget(self.list)
        self._either.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._either, 1)
        column.addWidget(
            ShortLabel(
                "↑↓ 选择   Enter 打开   Ctrl+Enter 为此人临时会商   Esc 关闭", Type.KEY, "text3"
            )
        )
        self.search.setFocus()

    def _place(self, window: QWidget) -> None:
        """At the right under the menu row, and never larger than the window."""
        row = theme().px(36)
        width = min(theme().px(WIDTH), window.width() - 2 * MARGIN)
        height = min(theme().px(HEIGHT), window.height() - row - MARGIN)
        self.resize(width, height)
        self.setMinimumSize(min(width, 360), min(height, 200))
        self.move(window.mapToGlobal(window.rect().topRight()) - self.rect().topRight())
        self.move(self.x() - MARGIN, self.y() + row)

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._typed = typed
        self._show_rows()

    def _show_rows(self, kept: int = 0) -> None:
        self._model.show(self._rows())
        self._either.setCurrentIndex(0 if self._model.rowCount() else 1)
        self._nothing.setText(self._why_nothing())
        self._choose(max(kept, 0))

    def _rows(self) -> list[Hit | Face]:
        found = self._findable
        if not self._typed.strip():
            return to_begin_with(found.recents if found else (), self._commands)
        if found is None:
            return []
        return grouped(found.find(self._typed, [c.words for c in self._commands]), self._commands)

    def _why_nothing(self) -> str:
        if self._findable is None:
            return "正在读取名单…"
        what = "姓名、拼音首字母、个案编号、会议日期或菜单里的字"
        return f"没有找到“{self._typed.strip()}”。\n可以输入{what}。"

    def _move(self, by: int) -> None:
        last = self._model.rowCount() - 1
        wanted = min(max(self.list.currentIndex().row() + by, 0), last)
        self._choose(wanted, backwards=by < 0)

    def _choose(self, row: int, *, backwards: bool = False) -> None:
        """Headings are stepped over; above the first row there is nothing to choose."""
        rows = range(row, -1, -1) if backwards else range(row, self._model.rowCount())
        indexes = (self._model.index(number, 0) for number in rows)
        wanted = next((i for i in indexes if not i.data(FACE_ROLE).group), None)
        if wanted is not None:
            self.list.setCurrentIndex(wanted)
            self.search.setAccessibleDescription(str(wanted.data()))

    @Slot()
    def _open(self, _: QModelIndex | None = None) -> None:
        hit: Hit | None = self.list.currentIndex().data(ROW_ROLE)
        if hit is not None:
            self.accept()
            self.chosen.emit(hit)
