"""One key does one thing: what the page in view does with it comes before what others do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction


class Keys(QObject):
    """Shares the keys out among actions that can be done; Qt drops a key that two of them claim."""

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = list(actions)
        self._first: Sequence[QAction] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._share)
        for action in self._actions:
            action.enabledChanged.connect(self._soon.start)

    def prefer(self, first: Sequence[QAction]) -> None:
        """Let these have their keys, and the others what is left."""
        self._first = first
        self._share()

    @Slot()
    def _share(self) -> None:
        taken: set[str] = set()
        for action in dict.fromkeys([*self._first, *self._actions]):
            if not action.isEnabled():
                continue
            keys = {key.toString() for key in action.shortcuts()}
            given = not keys & taken
            taken |= keys
            context = Qt.ShortcutContext
            # The key stays in the menu; it only does nothing while somebody else has it.
            action.setShortcutContext(context.WindowShortcut if given else context.WidgetShortcut)
