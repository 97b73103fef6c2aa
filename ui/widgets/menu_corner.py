"""The right end of the menu row: the field for finding, and the mark of invented data."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenuBar,
    QSizePolicy,
    QStyle,
    QStyleOptionMenuItem,
    QWidget,
)

from ui.icons import draw_icon
from ui.style import RADIUS, draw_field, draw_focus_ring, focus_is_seen
from ui.theme import Type, theme
from ui.widgets.chips import Tag

FIELD, ICON, GAP, SIDE = 330, 32, 10, 14
MARK, SHORT_MARK = "示例数据，人物均为虚构", "示例"
HINT = "找人、找会议、找命令，可输拼音首字母"


class FindField(QAbstractButton):
    """Looks like a field and opens one; without room it is an icon."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self.small = keys, False
        self.setAccessibleName("打开查找")
        self.setAccessibleDescription(f"{HINT}，{keys}")
        self.setToolTip(f"{HINT}  {keys}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        height = max(look.px(26), round(QFontMetricsF(look.font(Type.NOTE)).height()) + 6)
        return QSize(look.px(ICON if self.small else FIELD), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, box = QPainter(self), theme(), QRectF(self.rect())
        draw_field(painter, box, enabled=True, focused=False)
        side, middle = look.px(14), self.height() / 2
        left = (self.width() - side) / 2 if self.small else look.px(9)
        icon = QRectF(left, middle - side / 2, side, side)
        draw_icon(painter, icon, "search", look.colour("text2"))
        if not self.small:
            self._draw_words(painter, box.adjusted(left + side + look.px(7), 0, -look.px(9), 0))
        if focus_is_seen(self):
            draw_focus_ring(painter, box, RADIUS)
        painter.end()

    def _draw_words(self, painter: QPainter, room: QRectF) -> None:
        look, centred = theme(), Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour("text3"))
        painter.setFont(look.font(Type.KEY))
        painter.drawText(room, int(centred | Qt.AlignmentFlag.AlignRight), self._keys)
        room.adjust(0, 0, -QFontMetricsF(painter.font()).horizontalAdvance(self._keys) - 8, 0)
        painter.setFont(look.font(Type.NOTE))
        hint = QFontMetricsF(painter.font()).elidedText(
            HINT, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(centred), hint)


class MenuCorner(QWidget):
    """Takes what the menus leave: the field gives way to its icon, the mark to one word."""

    def __init__(self, bar: QMenuBar, keys: str) -> None:
        super().__init__(bar)
        self._bar, self._demo = bar, False
        self.field, self.mark = FindField(keys), Tag("", "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SIDE, 0)
        row.setSpacing(GAP)
        for part in (self.mark, self.field):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.setCornerWidget(self, Qt.Corner.TopRightCorner)
        bar.installEventFilter(self)
        theme().changed.connect(self.fit)

    def show_state(self, *, demo: bool, finding: bool) -> None:
        """Whether the data is invented, and whether there is anything to find."""
        self._demo = demo
        self.field.setVisible(finding)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width or font of the row leaves another room for the corner."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self.fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(self._width(), _menus_size(self._bar).height())

    def minimumSizeHint(self) -> QSize:
        """The row gives a corner no more than this."""
        return self.sizeHint()

    @Slot()
    def fit(self) -> None:
        """Choose the largest form that leaves every menu in sight."""
        room = self._bar.width() - _menus_size(self._bar).width()
        for small, mark in ((False, MARK), (True, MARK), (True, SHORT_MARK)):
            self.field.small = small
            self.mark.show_text(mark if self._demo else "", "warn")
            self.mark.setAccessibleName(MARK if self._demo else "")
            if self._width() <= room:
                break
        self.field.updateGeometry()
        self.hide()  # the row lays its corner out anew when it is shown
        self.show()

    def _width(self) -> int:
        shown = [part for part in (self.mark, self.field) if not part.isHidden()]
        widths = [part.sizeHint().width() for part in shown]
        return sum(widths) + GAP * max(len(widths) - 1, 0) + SIDE


def _menus_size(bar: QMenuBar) -> QSize:
    """What the row needs to show all its menus."""
    style, width, height = bar.style(), 0, 0
    for action in bar.actions():
        option = QStyleOptionMenuItem()
        bar.initStyleOption(option, action)
        words = bar.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, action.text())
        size = style.sizeFromContents(QStyle.ContentsType.CT_MenuBarItem, option, words, bar)
        width += size.width() + style.pixelMetric(QStyle.PixelMetric.PM_MenuBarItemSpacing)
        height = max(height, size.height())
    return QSize(width, height)
