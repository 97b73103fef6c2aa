"""How much somebody has to do, counted where it reaches the windows."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)  # part of the key pressed with it


class Counting(QObject):
    """Counts every key and press that reaches a window, and every text typed, while it lasts."""

    def __init__(self):
        super().__init__()
        self.keys = self.presses = self.texts = 0

    @property
    def actions(self):
        return self.keys + self.presses + self.texts

    def __enter__(self):
        QApplication.instance().installEventFilter(self)
        return self

    def __exit__(self, *_):
        QApplication.instance().removeEventFilter(self)

    def eventFilter(self, watched, event):
        kind = event.type()
        if kind is QEvent.Type.InputMethod:
            self.texts += 1
        elif kind is QEvent.Type.ShortcutOverride and watched is _holder():
            # Comes with every key, whether a command or a field takes it then.
            self.keys += event.key() not in HELD
        elif kind is QEvent.Type.MouseButtonPress and event.spontaneous():
            self.presses += not isinstance(watched, QWindow)
        return False


def _holder():
    return (
        QApplication.activePopupWidget()
        or QApplication.focusWidget()
        or QApplication.activeWindow()
    )
