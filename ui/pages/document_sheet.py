"""One paper beside the list: what it is, how it looks, who has signed, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.documents import (
    STATE_GROUNDS,
    document_facts,
    document_title,
    slot_face,
    slot_spoken,
    state_text,
)
from ui.models.papers import Paper
from ui.models.rows import RowsModel
from ui.pages.paper_pane import PaperPane
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Tag
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.text import ShortLabel
from workbench.bench import Bench
from workbench.paperwork.documents import DocumentRow
from workbench.signatures import SlotRow, read_sheet

STEPS = ("preview_document", "print_document", "seal_document", "open_sheet")


class DocumentSheet(QWidget):
    """Reads only; what can be done is the page's business."""

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._offered: tuple[str, ...] = ()
        self._narrow = False
        self._row: DocumentRow | None = None
        self._set_up(pool)

    def show_document(
        self,
        row: DocumentRow | None,
        paper: Paper | None,
        command: Callable[[str], QAction],
        primary: str,
    ) -> None:
        """Show another paper, or the same one as it is now; `primary` is what comes next."""
        self._row = row
        self._title.setText(document_title(row) if row else "没有符合条件的文书")
        self._state.setVisible(row is not None)
        if row is not None:
            self._state.show_text(state_text(row), STATE_GROUNDS.get(row.standing.state, "plain"))
        self._facts.setText(document_facts(row) if row else "")
        self._pane.show_paper(paper)
        self._show_places(row)
        self._show_steps(row, command, primary)

    def next_step(self) -> str:
        """The words of the button for what comes next."""
        item = self._steps.itemAt(self._steps.count() - 1)
        button = item.widget() if item is not None else None
        return button.text() if isinstance(button, Button) else ""

    def forget(self) -> None:
        """Stop drawing when nobody looks."""
        self._pane.forget()

    def fit(self, *, narrow: bool) -> None:
        """Where there is little room, who has signed stands in for how the paper looks."""
        self._narrow = narrow
        self._places.setMaximumWidth(theme().px(300) if not narrow else 16777215)
        self._share_room()

    def _set_up(self, pool: QThreadPool) -> None:
        self._title, self._state = ShortLabel("", Type.NAME), Tag()
        self._facts = ShortLabel("", Type.BODY, "text2")
        self._pane = PaperPane(pool)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._state)
        top.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self._pane, 1)
        middle.addWidget(self._places_part())
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 14)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addLayout(middle, 1)
        column.addLayout(self._steps)

    def _places_part(self) -> QWidget:
        self._places = QWidget()
        self._places_head = SectionHead("签字情况", ruled=True)
        self._model: RowsModel[SlotRow] = RowsModel(slot_face, slot_spoken, self)
        self.places = RowsList("签字情况", margin=0)
        self.places.setModel(self._model)
        self.places.setSelectionMode(RowsList.SelectionMode.NoSelection)
        column = QVBoxLayout(self._places)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._places_head)
        column.addWidget(self.places, 1)
        return self._places

    def _show_places(self, row: DocumentRow | None) -> None:
        sheet = row.standing.sheet if row else 0
        slots = read_sheet(self._bench, sheet) if sheet else []
        self._model.show(slots)
        if row is not None and slots:
            standing = row.standing
            self._places_head.set_hint(f"已落实{standing.settled}/{standing.places}")
        self._share_room()

    def _share_room(self) -> None:
        signing = bool(self._model.rows())
        self._places.setVisible(signing)
        self._pane.setVisible(not (self._narrow and signing))

    def _show_steps(
        self, row: DocumentRow | None, command: Callable[[str], QAction], primary: str
    ) -> None:
        wanted = [name for name in STEPS if name != primary and _makes_sense(name, row)]
        offered = (*wanted, primary) if primary else ()
        if offered == self._offered:
            return  # the same buttons: leave them, one of them may hold the keyboard
        self._offered = offered
        while self._steps.count():
            left = self._steps.takeAt(0).widget()
            if left is not None:
                left.hide()
                left.deleteLater()
        self._steps.addStretch(1)
        for name in offered:
            kind = Kind.PRIMARY if name == primary else Kind.NORMAL
            self._steps.addWidget(Button.of(command(name), kind))


def _makes_sense(name: str, row: DocumentRow | None) -> bool:
    if row is None:
        return False
    if name == "seal_document":
        return row.signed and not row.at_close and not row.sealed
    return name != "open_sheet" or row.sealed
