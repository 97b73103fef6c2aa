"""A list of rows as Qt wants it. A page says how each row looks and how it is read aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.lists import FACE_ROLE, Face

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole + 2


class RowsModel(QAbstractListModel, Generic[Row]):
    """Read-only rows, with headings between them. Changing them is the business of a use case."""

    def __init__(
        self,
        face: Callable[[Row], Face],
        spoken: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._face, self._spoken = face, spoken
        self._lines: list[Row | Face] = []

    def show(self, lines: Sequence[Row | Face]) -> None:
        """Replace everything. A bare face is a heading."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rows(self) -> list[Row]:
        """The rows without the headings."""
        return [line for line in self._lines if not isinstance(line, Face)]

    def index_of(self, row: Row) -> QModelIndex:
        """Where a row stands; nowhere if it is not there."""
        return self.index(self._lines.index(row), 0) if row in self._lines else QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._lines[index.row()], Face):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.title if isinstance(line, Face) else self._spoken(line)
            case Qt.ItemDataRole.ToolTipRole:
                if not isinstance(line, Face) and self._face(line).tags:
                    return self._spoken(line)  # there may be more tags than room
            case _ if role == FACE_ROLE:
                return line if isinstance(line, Face) else self._face(line)
            case _ if role == ROW_ROLE:
                return None if isinstance(line, Face) else line
        return None


class GrowingRows(RowsModel[Row]):
    """Rows of a long list, read some at a time as one scrolls down."""

    def show_first(self, rows: Sequence[Row], more: Callable[[Row], Sequence[Row]]) -> None:
        """Begin with these; `more` brings those after a row, and none when there are no more."""
        self._more, self._ended = more, not rows
        self.show(rows)

    def canFetchMore(self, parent: Index = NO_PARENT) -> bool:
        return not parent.isValid() and bool(self._lines) and not self._ended

    def fetchMore(self, parent: Index = NO_PARENT) -> None:
        more = self._more(self.rows()[-1])
        self._ended = not more
        if more:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._lines += more
            self.endInsertRows()
