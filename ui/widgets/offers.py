"""A short list under the caret while one types; the keyboard stays where one types."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ui.theme import theme

MOST_ROWS = 6
Key = Qt.Key
STEPS = {Key.Key_Down: 1, Key.Key_Up: -1}
PICKS = (Key.Key_Return, Key.Key_Enter, Key.Key_Tab)


@dataclass(frozen=True)
class Offer:
    """One thing to choose: how it reads in the list, and what is typed in its place."""

    label: str
    text: str


@dataclass(frozen=True)
class Source:
    """When something is offered, by what stands before the caret, and what for the signs typed."""

    trigger: re.Pattern[str]
    find: Callable[[str], Sequence[Offer]]


class OfferList(QListWidget):
    """The list itself. It never takes the keyboard, so an input method goes on undisturbed."""

    picked = Signal(str)

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._ground = window
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.picked.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.hide()

    def show_offers(self, offers: Sequence[Offer], spot: QPoint) -> None:
        """Show these below a spot of the window, or above it where there is no room."""
        self.clear()
        for offer in offers:
            item = QListWidgetItem(offer.label)
            item.setData(Qt.ItemDataRole.UserRole, offer.text)
            self.addItem(item)
        self.setCurrentRow(0)
        rows = min(len(offers), MOST_ROWS)
        width = max(theme().px(220), self.sizeHintForColumn(0) + theme().px(28))
        self.resize(min(width, theme().px(460)), self.sizeHintForRow(0) * rows + 4)
        ground = self._ground
        left = min(spot.x(), ground.width() - self.width() - 4)
        below = spot.y() + self.height() <= ground.height()
        top = spot.y() if below else spot.y() - self.height() - theme().px(28)
        self.move(max(left, 4), max(top, 4))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go up or down, from the end to the beginning."""
        self.setCurrentRow((self.currentRow() + by) % max(self.count(), 1))

    def pick(self) -> None:
        """Take what is marked."""
        item = self.currentItem()
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))


class Offering(QObject):
    """Watches a field: offers while one types, and types what was picked."""

    def __init__(
        self,
        field: QWidget,
        name: str,
        before: Callable[[], str],
        spot: Callable[[], QRect],
        replace: Callable[[int, str], None],
    ) -> None:
        super().__init__(field)
        self._field, self._name = field, name
        self._before, self._spot, self._replace = before, spot, replace
        self._sources: Sequence[Source] = ()
        self._list: OfferList | None = None
        self._composed, self._typed = "", 0
        field.installEventFilter(self)

    def offer(self, sources: Sequence[Source]) -> None:
        """What is offered from now on."""
        self._sources = sources

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that lead through the list belong to it while it is open."""
        if isinstance(event, QInputMethodEvent):
            self._composed = event.preeditString()
            QTimer.singleShot(0, self, self.refresh)
        elif event.type() == QEvent.Type.FocusOut:
            self.close()
        elif isinstance(event, QKeyEvent) and self._open() and not event.modifiers():
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._override(event)
            if event.type() == QEvent.Type.KeyPress:
                return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    @Slot()
    def refresh(self) -> None:
        """Offer what fits what stands before the caret, an input method's letters included."""
        text = self._before()
        for source in self._sources if self._field.hasFocus() else ():
            found = source.trigger.search(text)
            if found is None:
                continue
            signs = found[1] + self._composed.replace("'", "").replace(" ", "")
            offers = list(source.find(signs))
            if offers:
                self._typed = len(found[0])
                self._shown().show_offers(offers, self._below())
                return
        self.close()

    def close(self) -> None:
        """Offer nothing."""
        if self._list is not None:
            self._list.hide()

    def _shown(self) -> OfferList:
        if self._list is None:
            self._list = OfferList(self._name, self._field.window())
            self._list.picked.connect(self._take)
            self._field.destroyed.connect(self._list.deleteLater)
        return self._list

    def _open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _below(self) -> QPoint:
        return self._field.mapTo(self._field.window(), self._spot().bottomLeft() + QPoint(0, 4))

    def _override(self, event: QKeyEvent) -> bool:
        if event.key() in (*STEPS, *PICKS, Key.Key_Escape):
            event.accept()
            return True
        return False

    def _key(self, key: Qt.Key) -> bool:
        shown = self._shown()
        if key in STEPS:
            shown.step(STEPS[key])
        elif key in PICKS:
            shown.pick()
        elif key == Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    @Slot(str)
    def _take(self, text: str) -> None:
        self.close()
        self._replace(self._typed, text)
        self.close()
