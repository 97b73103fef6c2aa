"""How often what is typed is kept, so that a power cut takes three seconds of it at most."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

KEEP_EVERY = 2000  # a busy computer is late, and keeping takes a moment itself


class KeepSoon(QTimer):
    """Runs out once after a touch. Going on typing does not put it off."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(KEEP_EVERY)

    @Slot()
    def touch(self) -> None:
        """Something was typed."""
        if not self.isActive():
            self.start()
