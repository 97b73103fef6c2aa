"""Buttons with their shortcut written inside."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.style import RADIUS, draw_focus_ring, focus_is_seen, outline
from ui.theme import Type, theme

RING = 3  # how far the face draws back to make room for the focus ring
GAP = 10
SPOKEN_KEYS = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_text(keys: QKeySequence) -> str:
    """A shortcut as it is printed on the keyboard."""
    parts = keys.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return "+".join(SPOKEN_KEYS.get(part, part) for part in parts)


def with_keys(text: str, keys: QKeySequence) -> str:
    """Words for a menu entry; what follows the tab is shown in place of Qt's own key names."""
    return text if keys.isEmpty() else f"{text}\t{key_text(keys)}"


class Kind(Enum):
    """How loud a button is. One primary on a screen."""

    PRIMARY = "primary"
    NORMAL = "normal"
    GHOST = "ghost"


class Button(QPushButton):
    """A real push button, drawn flat, with its key behind the words."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.NORMAL,
        *,
        keys: str = "",
        icon_name: str = "",
        short: str = "",
        low: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._low = low  # no taller than the line of words it stands in
        self._kind, self._keys, self._icon_name, self._short = kind, keys, icon_name, short
        self._action: QAction | None = None
        self.setAccessibleName(text.rstrip("…"))
        self.setAccessibleDescription(keys)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self._remeasure)

    @classmethod
    def of(
        cls, action: QAction, kind: Kind = Kind.NORMAL, *, icon_name: str = "", short: str = ""
    ) -> Button:
        """A button that does what a menu entry does, and is enabled when it is."""
        keys = key_text(action.shortcut())
        button = cls(action.iconText(), kind, keys=keys, icon_name=icon_name, short=short)
        button._action = action
        button.setObjectName(action.objectName())
        button.clicked.connect(action.trigger)
        action.changed.connect(button._follow)
        button._follow()
        return button

    def set_kind(self, kind: Kind) -> None:
        """Make it louder or quieter."""
        self._kind = kind
        self._remeasure()

    def sizeHint(self) -> QSize:
        keys = QFontMetricsF(theme().font(Type.KEY)).horizontalAdvance(self._keys)
        return self._size(self.text(), GAP + keys if self._keys else 0)

    def minimumSizeHint(self) -> QSize:
        """Without its key and in its short words, where there is no room for more."""
        return self._size(self._short or self.text(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect())
        if focus_is_seen(self):
            draw_focus_ring(painter, face, RADIUS + 2)
            face = face.adjusted(RING, RING, -RING, -RING)
        if self._kind is not Kind.GHOST:
            self._draw_ground(painter, face)
        self._draw_words(painter, QRectF(self.rect()))
        painter.end()

    def _side(self) -> int:
        return 4 if self._kind is Kind.GHOST else 13

    def _words_font(self) -> QFont:
        return theme().font(Type.HEAD if self._kind is Kind.PRIMARY else Type.BODY)

    def _size(self, words: str, extra: float) -> QSize:
        metrics = QFontMetricsF(self._words_font())
        width = metrics.horizontalAdvance(words) + extra + 2 * theme().px(self._side())
        if self._icon_name:
            width += theme().px(22)
        least, around = (24, 2) if self._low else (32, 8)
        return QSize(round(width), max(theme().px(least), round(metrics.height()) + around))

    def _draw_ground(self, painter: QPainter, face: QRectF) -> None:
        look = theme()
        if not self.isEnabled():
            painter.setBrush(look.colour("sunken"))
            outline(painter, face, look.colour("line2"), 1, RADIUS)
        elif self._kind is Kind.PRIMARY:
            ground = look.colour("accent")
            pressed = self.isDown() or self.underMouse()
            painter.setBrush(ground.darker(108) if pressed else ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(face, RADIUS, RADIUS)
        else:
            ground_name = "tint" if self.isDown() else "hover" if self.underMouse() else "sheet"
            painter.setBrush(look.colour(ground_name))
            outline(painter, face, look.colour("line2"), 1, RADIUS)

    def _inks(self) -> tuple[QColor, QColor]:
        look = theme()
        if not self.isEnabled():
            return look.colour("text3"), look.colour("text3")
        if self._kind is Kind.PRIMARY:
            return look.colour("onaccent"), look.colour("onaccent")
        words = "accent" if self._kind is Kind.GHOST else "text"
        return look.colour(words), look.colour("text3")

    def _draw_words(self, painter: QPainter, face: QRectF) -> None:
        ink, quiet = self._inks()
        with_keys = self.width() >= self.sizeHint().width()
        in_full = self.width() >= self._size(self.text(), 0).width()
        words = self.text() if in_full else self._short or self.text()
        total = self.sizeHint() if with_keys else self._size(words, 0)
        x = face.x() + (face.width() - total.width()) / 2 + theme().px(self._side())
        if self._icon_name:
            side = theme().px(16)
            spot = QRectF(x, face.center().y() - side / 2, side, side)
            draw_icon(painter, spot, self._icon_name, ink)
            x += theme().px(22)
        self._write(painter, x, words, self._words_font(), ink)
        if with_keys:
            x += QFontMetricsF(self._words_font()).horizontalAdvance(words) + GAP
            self._write(painter, x, self._keys, theme().font(Type.KEY), quiet)

    def _write(self, painter: QPainter, x: float, words: str, font: QFont, ink: QColor) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        room = QRectF(x, 0, self.width(), self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    @Slot()
    def _follow(self) -> None:
        if self._action is not None:
            self.setEnabled(self._action.isEnabled())
            self.setText(self._action.iconText())
            self.setAccessibleName(self._action.iconText().rstrip("…"))

    @Slot()
    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()
