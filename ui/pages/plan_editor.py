"""The fields that open in a row of a plan. They hold what is typed and save nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.plan_samples import PlanSamplesDialog, Wording
from ui.style import outline
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Choice, Field, GrowingBox, LineBox
from ui.widgets.text import Label
from workbench.plan_samples import PlanSample

Box = LineBox | GrowingBox | Choice
RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowEditor(QWidget):
    """Fields by name, a word about what is wrong, and the two ways out."""

    saved = Signal()
    cancelled = Signal()
    touched = Signal()
    left = Signal()
    grown = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAutoFillBackground(False)
        # A list would have its labels drawn in the colour of its own text.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.boxes: dict[str, Box] = {}
        self._before: dict[str, str] = {}
        self._foot: list[QWidget] = []
        self._note = Label("", Type.NOTE, "warn", wrap=True)
        self._note.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme().px(24), 8, theme().px(18), 10)
        self._column.setSpacing(8)

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: _read(box) for name, box in self.boxes.items()}

    def changed(self) -> bool:
        """Whether anything differs from what stood there at first."""
        return self.values() != self._before

    def fill(self, values: Mapping[str, str]) -> None:
        """Write into the fields what was typed earlier, without saying so."""
        for name, box in self.boxes.items():
            if name in values:
                box.blockSignals(True)
                _write(box, values[name])
                box.blockSignals(False)

    def refuse(self, words: str) -> None:
        """Say in place what is wrong; the caret stays where it is."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self.grown.emit()

    def take_caret(self) -> None:
        """Begin at the first field."""
        first = next(iter(self.boxes.values()))
        first.setFocus()

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Be reached by Tab from a widget, field by field, and lead on to what came after it."""
        for stop in (*self.boxes.values(), *self._foot):
            QWidget.setTabOrder(before, stop)
            before = stop

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else theme().px(640)
        least = self._column.minimumSize().height()
        return QSize(width, max(self._column.heightForWidth(width), least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves from every field; Shift+Enter begins a line where there are several."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() or event.modifiers() == Qt.KeyboardModifier.KeypadModifier
            if event.key() in RETURNS and plain:
                self.saved.emit()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys no field wanted do not move the rows behind."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBrush(theme().colour("sheet"))
        box = self.rect().adjusted(theme().px(12), 1, -6, -2)
        outline(painter, box.toRectF(), theme().colour("accent"), 1, 8)
        painter.end()

    def _add_row(self, *boxes: tuple[str, str, Box, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, box, share in boxes:
            self.boxes[name] = box
            box.installEventFilter(self)
            row.addWidget(Field(label, box), share, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        return row

    def _add_foot(self, *more: QWidget) -> None:
        save = Button("保存", Kind.NORMAL, keys="Enter")
        cancel = Button("不改了", Kind.GHOST, keys="Esc")
        save.clicked.connect(self.saved)
        cancel.clicked.connect(self.cancelled)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._foot = [*more, cancel, save]
        for widget in more:
            foot.addWidget(widget)
        foot.addWidget(self._note, 1)
        foot.addStretch(0)
        foot.addWidget(cancel)
        foot.addWidget(save)
        self._column.addLayout(foot)

    def _begin(self, values: Mapping[str, str]) -> None:
        """Fill in what is on file and listen from then on."""
        self.fill(values)
        self._before = self.values()
        for box in self.boxes.values():
            match box:
                case Choice():
                    box.activated.connect(self.touched)
                case _:
                    box.textChanged.connect(self.touched)
            if isinstance(box, GrowingBox):
                box.document().documentLayout().documentSizeChanged.connect(self._grow)

    @Slot()
    def _grow(self) -> None:
        self.grown.emit()


class LineEditor(RowEditor):
    """One line of the plan."""

    def __init__(
        self,
        name: str,
        values: Mapping[str, str],
        members: Sequence[tuple[object, str]],
        criteria: Sequence[tuple[object, str]],
        samples: Sequence[PlanSample],
        *,
        carried: bool,
    ) -> None:
        super().__init__(name)
        self._samples = samples
        self._add_row(
            ("problem", "问题", LineBox("问题", "现在是什么情况"), 3),
            ("goal", "目标", LineBox("目标", "希望达到什么"), 3),
            ("measure", "措施", GrowingBox("措施", "做什么，怎么做"), 5),
        )
        self._add_row(
            ("who", "责任人", Choice("责任人", members), 3),
            ("due", "期限", LineBox("期限", "1125、11-25 或 持续"), 3),
            ("often", "频次", LineBox("频次", "每周一次"), 2),
            ("partner", "协同", LineBox("协同", "协同单位"), 2),
            ("criteria", "对应入组标准", Choice("对应入组标准", criteria), 3),
        )
        help_ = Button("参考用语", Kind.GHOST, keys="F7")
        help_.clicked.connect(self.offer_samples)
        if carried:
            self._add_row(("why", "修改理由", LineBox("修改理由", "印在修改对照表上，可以不写"), 1))
        self._add_foot(help_)
        self._begin(values)

    @Slot()
    def offer_samples(self) -> None:
        """Offer wordings for this area."""
        if self._samples:
            dialog = PlanSamplesDialog(self._samples, self.window())
            dialog.picked.connect(self._take)
            dialog.open()

    @Slot(object)
    def _take(self, wording: Wording) -> None:
        """Take over a wording; what somebody wrote is added to, never replaced."""
        sample = wording.sample
        for name, words in (("problem", sample.problem), ("goal", sample.goal)):
            if not _read(self.boxes[name]).strip():
                _write(self.boxes[name], words)
        written = _read(self.boxes["measure"]).strip()
        _write(self.boxes["measure"], "；".join(filter(None, (written, wording.measure))))
        self.boxes["measure"].setFocus()


class WordsEditor(RowEditor):
    """One thing said about the plan as a whole, or why no line answers a criterion."""

    def __init__(self, label: str, words: str, hint: str) -> None:
        super().__init__(f"修改{label}")
        self._add_row(("words", label, GrowingBox(label, hint), 1))
        self._add_foot()
        self._begin({"words": words})


class ProgressEditor(RowEditor):
    """How far a line of a confirmed plan has come."""

    def __init__(
        self, measure: str, states: Sequence[tuple[object, str]], state: str, result: str
    ) -> None:
        super().__init__("进展")
        self._column.addWidget(Label(measure, Type.BODY, wrap=True))
        self._add_row(
            ("state", "状态", Choice("状态", states), 1),
            ("result", "完成情况", LineBox("完成情况", "做到了什么，有什么依据"), 4),
        )
        self._add_foot()
        self._begin({"state": state, "result": result})


def _read(box: Box) -> str:
    match box:
        case QLineEdit():
            return box.text()
        case QPlainTextEdit():
            return box.toPlainText()
        case Choice():
            return str(box.value() or "")
    return ""


def _write(box: Box, words: str) -> None:
    match box:
        case QLineEdit():
            box.setText(words)
        case QPlainTextEdit():
            box.setPlainText(words)
        case Choice():
            box.show_value(words)
