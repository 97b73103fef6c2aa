"""Copying what must not lie around: the clipboard is emptied again after half a minute."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

KEPT_FOR = 30 * 1000


def copy_for_a_while(words: str, kept_for: int = KEPT_FOR) -> None:
    """Put words on the clipboard and take them away later, unless something else lies there."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(words)

    def clear() -> None:
        if clipboard.text() == words:
            clipboard.clear()

    QTimer.singleShot(kept_for, clipboard, clear)
