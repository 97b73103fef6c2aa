"""A sheet of paper on the screen, wider or narrower as one wishes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme

MARGIN = 16


class PageView(QWidget):
    """Shows one picture, or white paper of the right shape until the picture is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._paper = QSize(1, 1)

    def show_paper(self, size: QSize, name: str) -> None:
        """Take this size; the picture follows."""
        self._picture, self._paper = None, size
        self.setAccessibleName(name)
        self.setFixedHeight(size.height() + 2 * MARGIN)
        self.setMinimumWidth(size.width() + 2 * MARGIN)
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show the page."""
        self._picture = picture
        self.update()

    def has_picture(self) -> bool:
        """Whether the page is to be seen."""
        return self._picture is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = max(MARGIN, (self.width() - self._paper.width()) // 2)
        paper = QRectF(left, MARGIN, self._paper.width(), self._paper.height())
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), theme().colour("line2"))
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, self._picture)
        painter.end()


class FittedPage(QWidget):
    """Shows one whole page in whatever room there is, and asks for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._fitted: QImage | None = None

    def show_picture(self, picture: QImage | None, name: str) -> None:
        """Show the page, or an empty place."""
        self._picture, self._fitted = picture, None
        self.setAccessibleName(name)
        self.update()

    def has_picture(self) -> bool:
        """Whether the page is to be seen."""
        return self._picture is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        fitted = self._fit(self._picture)
        dense = self.devicePixelRatioF()
        wide, tall = fitted.width() / dense, fitted.height() / dense
        paper = QRectF(round((self.width() - wide) / 2), MARGIN / 2, wide, tall)
        painter = QPainter(self)
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), theme().colour("line2"))
        painter.drawImage(paper, fitted)
        painter.end()

    def _fit(self, picture: QImage) -> QImage:
        """The picture made smaller once, and finely: a painter would drop thin lines."""
        dense = self.devicePixelRatioF()
        room = QSize(
            max(1, round((self.width() - MARGIN) * dense)),
            max(1, round((self.height() - MARGIN) * dense)),
        )
        size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self._fitted is None or self._fitted.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._fitted = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._fitted
