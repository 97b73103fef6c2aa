"""How plain Qt controls are drawn: flat, in the theme's colours, with a focus one can see."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QWidget,
)

from ui.icons import draw_icon, icon
from ui.theme import Type, theme

RADIUS = 6.0
Option = Any  # Qt's stubs leave out the fields of style options, and disagree on widgets
Primitive = QStyle.PrimitiveElement
Control = QStyle.ControlElement
Complex = QStyle.ComplexControl
State = QStyle.StateFlag
Metric = QStyle.PixelMetric
Sub = QStyle.SubControl

ARROWS = {
    QStyle.StandardPixmap.SP_ArrowLeft: "back",
    QStyle.StandardPixmap.SP_ArrowRight: "next",
}


def outline(painter: QPainter, box: QRectF, colour: QColor, width: float, radius: float) -> None:
    """A rounded line that stays inside its box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_field(painter: QPainter, box: QRectF, *, enabled: bool, focused: bool) -> None:
    """The ground and outline of anything one types into or picks from."""
    painter.save()
    painter.setBrush(theme().colour("sheet" if enabled else "sunken"))
    if focused:
        outline(painter, box, theme().colour("accent"), 2, RADIUS)
    else:
        outline(painter, box, theme().colour("edge" if enabled else "line2"), 1, RADIUS)
    painter.restore()


def draw_focus_ring(painter: QPainter, box: QRectF, radius: float) -> None:
    """The ring around a control that holds the keyboard."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline(painter, box, theme().colour("accent"), 2, radius)
    painter.restore()


def focus_is_seen(widget: QWidget) -> bool:
    """Whether a button should show that it has the keyboard: only to those who use one."""
    by_keyboard = Qt.WidgetAttribute.WA_KeyboardFocusChange
    return widget.hasFocus() and widget.window().testAttribute(by_keyboard)


def draw_triangle(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """The attention mark, painted so that no font can lose it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    painter.restore()


class BenchStyle(QProxyStyle):
    """Fusion with its bevels taken off."""

    _METRICS: ClassVar[dict[Metric, int]] = {
        Metric.PM_ScrollBarExtent: 10,
        Metric.PM_ScrollBarSliderMin: 32,
        Metric.PM_SplitterWidth: 1,
        Metric.PM_IndicatorWidth: 18,
        Metric.PM_IndicatorHeight: 18,
        Metric.PM_ExclusiveIndicatorWidth: 18,
        Metric.PM_ExclusiveIndicatorHeight: 18,
        Metric.PM_CheckBoxLabelSpacing: 8,
        Metric.PM_MenuBarPanelWidth: 0,
        Metric.PM_MenuBarVMargin: 0,
        Metric.PM_MenuBarHMargin: 0,
        Metric.PM_MenuBarItemSpacing: 2,
        Metric.PM_ButtonShiftHorizontal: 0,
        Metric.PM_ButtonShiftVertical: 0,
    }
    _HINTS: ClassVar[dict[QStyle.StyleHint, int]] = {
        QStyle.StyleHint.SH_EtchDisabledText: 0,
        QStyle.StyleHint.SH_UnderlineShortcut: 1,
        QStyle.StyleHint.SH_ComboBox_Popup: 0,
        QStyle.StyleHint.SH_ScrollBar_ContextMenu: 0,
        QStyle.StyleHint.SH_FocusFrame_AboveWidget: 0,
        QStyle.StyleHint.SH_DialogButtonLayout: 0,
    }

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: Metric, option: Option = None, widget: QWidget | None = None
    ) -> int:
        if metric in self._METRICS:
            return self._METRICS[metric]
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: Option = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint in self._HINTS:
            return self._HINTS[hint]
        return super().styleHint(hint, option, widget, returned)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: Option,
        size: QSize,
        widget: Option = None,
    ) -> QSize:
        wanted = super().sizeFromContents(kind, option, size, widget)
        line = option.fontMetrics.height()
        if kind == QStyle.ContentsType.CT_MenuBarItem:
            return QSize(size.width() + 22, max(line + 14, theme().px(36)))
        if kind == QStyle.ContentsType.CT_MenuItem and option.text:
            return QSize(wanted.width() + 24, max(wanted.height(), line + 12))
        if kind == QStyle.ContentsType.CT_ItemViewItem:
            return QSize(wanted.width(), max(wanted.height(), line + 10))
        if kind in (QStyle.ContentsType.CT_LineEdit, QStyle.ContentsType.CT_ComboBox):
            return QSize(wanted.width() + 8, max(line + 12, theme().px(32)))
        if kind == QStyle.ContentsType.CT_SpinBox:
            return QSize(wanted.width() + 20, max(line + 12, theme().px(32)))
        return wanted

    def standardIcon(
        self,
        which: QStyle.StandardPixmap,
        option: Option = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        name = ARROWS.get(which)
        if name is not None:
            return icon(name, theme().colour("text2"))
        return super().standardIcon(which, option, widget)

    def drawPrimitive(
        self,
        element: Primitive,
        option: Option,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        box, state = QRectF(option.rect), option.state
        if element in (Primitive.PE_PanelLineEdit, Primitive.PE_Frame, Primitive.PE_FrameLineEdit):
            if _has_frame(element, option, widget):
                draw_field(painter, box, enabled=_on(state), focused=_focused(state, widget))
        elif element == Primitive.PE_FrameFocusRect:
            draw_focus_ring(painter, box, 4)
        elif element == Primitive.PE_PanelButtonCommand:
            _draw_button(painter, box, state)
        elif element == Primitive.PE_IndicatorCheckBox:
            _draw_check(painter, box, state)
        elif element == Primitive.PE_IndicatorRadioButton:
            _draw_radio(painter, box, state)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: Control,
        option: Option,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == Control.CE_MenuBarEmptyArea:
            painter.fillRect(option.rect, theme().colour("window"))
        elif element == Control.CE_MenuBarItem:
            _draw_menu_title(self, painter, option)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: Complex,
        option: Option,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        box = QRectF(option.rect)
        if control == Complex.CC_ComboBox:
            focused = _focused(option.state, widget)
            draw_field(painter, box, enabled=_on(option.state), focused=focused)
            side = theme().px(14)
            arrow = QRectF(box.right() - side - 8, box.center().y() - side / 2, side, side)
            draw_icon(painter, arrow, "down", theme().colour("text2"))
        elif control == Complex.CC_SpinBox:
            focused = _focused(option.state, widget)
            draw_field(painter, box, enabled=_on(option.state), focused=focused)
            self._draw_steps(option, painter, widget)
        elif control == Complex.CC_ScrollBar:
            slider = self.subControlRect(control, option, Sub.SC_ScrollBarSlider, widget)
            _draw_scroll_bar(painter, option, QRectF(slider))
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _draw_steps(self, option: Option, painter: QPainter, widget: QWidget | None) -> None:
        for name, sub in (("up", Sub.SC_SpinBoxUp), ("down", Sub.SC_SpinBoxDown)):
            place = QRectF(self.subControlRect(Complex.CC_SpinBox, option, sub, widget))
            side = min(place.width(), place.height(), 12.0)
            arrow = QRectF(0, 0, side, side)
            arrow.moveCenter(place.center())
            draw_icon(painter, arrow, name, theme().colour("text2"))

    def subControlRect(
        self,
        control: Complex,
        option: Option,
        sub: Sub,
        widget: Option = None,
    ) -> QRect:
        if control == Complex.CC_ScrollBar:
            return _scroll_part(option, sub, self.pixelMetric(Metric.PM_ScrollBarSliderMin))
        place = super().subControlRect(control, option, sub, widget)
        if sub in (Sub.SC_ComboBoxEditField, Sub.SC_SpinBoxEditField):
            return place.adjusted(5, 0, 0, 0)
        return place


def _on(state: State) -> bool:
    return bool(state & State.State_Enabled)


def _focused(state: State, widget: QWidget | None) -> bool:
    holder = widget.focusWidget() if widget is not None else None
    inside = holder is not None and holder.hasFocus()
    return bool(state & State.State_HasFocus) or inside


def _has_frame(element: Primitive, option: Option, widget: QWidget | None) -> bool:
    if element == Primitive.PE_Frame:
        return widget is not None and bool(widget.property("field"))
    return getattr(option, "lineWidth", 1) > 0


def _draw_button(painter: QPainter, box: QRectF, state: State) -> None:
    painter.save()
    pressed = bool(state & (State.State_Sunken | State.State_On))
    hovered = bool(state & State.State_MouseOver)
    ground = "tint" if pressed else "hover" if hovered else "sheet"
    painter.setBrush(theme().colour(ground if _on(state) else "sunken"))
    outline(painter, box, theme().colour("edge" if _on(state) else "line2"), 1, RADIUS)
    painter.restore()


def _draw_check(painter: QPainter, box: QRectF, state: State) -> None:
    painter.save()
    ticked = bool(state & State.State_On)
    painter.setBrush(theme().colour("accent" if ticked else "sheet"))
    outline(painter, box, theme().colour("accent" if ticked else "edge"), 1.5, 4)
    if ticked:
        draw_icon(painter, box.adjusted(2, 2, -2, -2), "check", theme().colour("onaccent"))
    painter.restore()


def _draw_radio(painter: QPainter, box: QRectF, state: State) -> None:
    painter.save()
    chosen = bool(state & State.State_On)
    painter.setBrush(theme().colour("sheet"))
    outline(painter, box, theme().colour("accent" if chosen else "edge"), 1.5, box.width() / 2)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(box.adjusted(5, 5, -5, -5))
    painter.restore()


def _draw_menu_title(style: QStyle, painter: QPainter, option: Option) -> None:
    painter.save()
    painter.fillRect(option.rect, theme().colour("window"))
    if option.state & State.State_Selected and _on(option.state):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("tint2" if option.state & State.State_Sunken else "hover"))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 4, -2, -4), RADIUS, RADIUS)
    painter.setFont(theme().font(Type.BODY))
    painter.setPen(theme().colour("text" if _on(option.state) else "text3"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(option.rect, int(flags), option.text)
    painter.restore()


def _scroll_part(option: Option, sub: Sub, shortest: int) -> QRect:
    """Where the parts of a scroll bar lie: the groove is everything, arrows are nothing."""
    upright = option.orientation == Qt.Orientation.Vertical
    box = option.rect
    length = box.height() if upright else box.width()
    span = option.maximum - option.minimum
    thumb = length
    if span > 0:
        thumb = max(shortest, length * option.pageStep // (span + option.pageStep))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown
    )
    pieces = {
        Sub.SC_ScrollBarSlider: (start, thumb),
        Sub.SC_ScrollBarSubPage: (0, start),
        Sub.SC_ScrollBarAddPage: (start + thumb, length - start - thumb),
        Sub.SC_ScrollBarGroove: (0, length),
    }
    begin, size = pieces.get(sub, (0, 0))
    if size <= 0:
        return QRect()
    if upright:
        return QRect(box.x(), box.y() + begin, box.width(), size)
    return QRect(box.x() + begin, box.y(), size, box.height())


def _draw_scroll_bar(painter: QPainter, option: Option, slider: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    held = bool(option.state & (State.State_Sunken | State.State_MouseOver))
    painter.setBrush(theme().colour("edge" if held else "line2"))
    if option.maximum > option.minimum:
        painter.drawRoundedRect(slider.adjusted(3, 2, -2, -2), 2.5, 2.5)
    painter.restore()
