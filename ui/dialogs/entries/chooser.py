"""What does one want to write down? A search, a list, and digits for the commonest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.dialogs.entries.frame import SCREEN, subjects_of
from ui.dialogs.entries.kind import EntryKind
from ui.dialogs.entries.kinds import KINDS
from ui.models.person import Person
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import SearchBox
from ui.widgets.lists import Face, RowsList
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.drafts import list_drafts

DIGITS = 9
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChooseEntryDialog(FormDialog):
    """The search keeps the keyboard; arrows walk through what it found, Enter takes it."""

    chosen = Signal(object)

    def __init__(self, bench: Bench, person: Person, parent: QWidget) -> None:
        super().__init__("记一条", person.called, parent)
        self.setObjectName("choose_entry_dialog")
        self._half_typed = list_drafts(bench, SCREEN, subjects_of(person))
        self._model: RowsModel[EntryKind] = RowsModel(self._face, self._spoken, self)
        self.search = SearchBox("记什么", "输入名称或拼音首字母，如 服药、zy")
        self.list = RowsList("可以记的内容", margin=10)
        self.list.setModel(self._model)
        self._nothing = Label("没有找到，换个词试试。", colour="text2")
        self._set_up(parent)
        self._search("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows typed in the search belong to the list, and digits choose."""
        if watched is self.search and isinstance(event, QKeyEvent) and _pressed(event):
            if event.key() in MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.text() in tuple("123456789") and not self.search.text():
                self._take(KINDS[int(event.text()) - 1])
                return True
        return super().eventFilter(watched, event)

    def _set_up(self, parent: QWidget) -> None:
        self.search.searched.connect(self._search)
        self.search.installEventFilter(self)
        self.list.activated.connect(self._take_row)
        self.list.clicked.connect(self._take_row)
        self.list.setMinimumHeight(theme().px(150))
        self.fields.setSpacing(8)
        self.fields.addWidget(self.search)
        self.fields.addWidget(self._nothing)
        self.fields.addWidget(self.list, 1)
        take = Button("打开", Kind.PRIMARY, keys="Enter")
        cancel = Button("取消", keys="Esc")
        take.clicked.connect(self._take_current)
        cancel.clicked.connect(self.reject)
        self.add_verbs(take, cancel)
        room = parent.height() - theme().px(40)
        self.resize(theme().px(460), min(theme().px(560), room))

    @Slot(str)
    def _search(self, words: str) -> None:
        found = [kind for kind in KINDS if _is_meant(kind, words)]
        self._model.show(found)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._nothing.setVisible(not found)

    @Slot(QModelIndex)
    def _take_row(self, index: QModelIndex) -> None:
        kind: EntryKind | None = index.data(ROW_ROLE)
        if kind is not None:
            self._take(kind)

    @Slot()
    def _take_current(self) -> None:
        self._take_row(self.list.currentIndex())

    def _face(self, kind: EntryKind) -> Face:
        number = KINDS.index(kind) + 1
        lead = str(number) if number <= DIGITS else " "
        left = "没填完" if kind.name in self._half_typed else ""
        return Face(kind.title, kind.what, lead=lead, right=left, attention=bool(left))

    def _spoken(self, kind: EntryKind) -> str:
        face = self._face(kind)
        return "，".join(filter(None, (face.title, face.note, face.right)))

    def _take(self, kind: EntryKind) -> None:
        self.accept()
        self.chosen.emit(kind)


def _is_meant(kind: EntryKind, words: str) -> bool:
    sign = words.strip().replace("'", "").replace(" ", "").casefold()
    in_words = sign in kind.title or sign in kind.what
    return in_words or any(part.startswith(sign) for part in kind.sought.split())


def _pressed(event: QKeyEvent) -> bool:
    keypad = Qt.KeyboardModifier.KeypadModifier
    return event.type() == QEvent.Type.KeyPress and not event.modifiers() & ~keypad
