"""A new store: whose it is, its password, its recovery code, and proof that the code was kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.background import Job
from ui.dialogs.print_paper import PrintPaperDialog
from ui.messages import explain
from ui.models.papers import recovery_paper
from ui.printing import Printers
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Field, LineBox
from ui.widgets.notices import Banner
from ui.widgets.step_trail import StepTrail
from ui.widgets.text import Label
from ui.widgets.windows import Sheet
from workbench.accounts import NewStore, create_store, save_recovery_code

STEPS = ("单位", "口令", "恢复口令", "核对恢复口令")
CODE_FILE = "恢复口令.txt"


class FirstUsePanel(Sheet):
    """One question at a time. Password and recovery code cannot be skipped."""

    opened = Signal(object)
    demo_wanted = Signal()

    def __init__(self, folder: Path, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._pool = folder, pool
        self._made: NewStore | None = None
        self.printers = Printers()
        self.setAccessibleName("第一次使用")
        self.trail = StepTrail(STEPS)
        self.banner = Banner()
        self._steps = QStackedWidget()
        for step in (self._unit_step, self._password_step, self._code_step, self._check_step):
            self._steps.addWidget(step())
        right = QVBoxLayout()
        right.setContentsMargins(32, 30, 32, 20)
        right.setSpacing(10)
        right.addWidget(self._steps, 1)
        right.addWidget(self.banner)
        right.addLayout(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.trail)
        row.addLayout(right, 1)
        theme().changed.connect(self._fit)
        self._fit()
        self._turn_to(0)

    @property
    def holds_unread_code(self) -> bool:
        """Whether a recovery code is on the screen that nobody has proved to have kept."""
        return self._made is not None

    @Slot()
    def start(self) -> None:
        """Put the caret where typing begins."""
        self.unit.setFocus(Qt.FocusReason.OtherFocusReason)

    def remind(self) -> None:
        """Say why the window cannot close yet."""
        self.banner.say("恢复口令只显示这一次。请先抄下并核对，再关闭窗口。")

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(860))
        self.setMinimumHeight(theme().px(430))
        self.trail.setFixedWidth(theme().px(228))

    def _foot(self) -> QHBoxLayout:
        self.back = Button("上一页")
        self.forward = Button("下一页", Kind.PRIMARY, keys="Enter")
        self.busy = Label("", Type.NOTE, "text2")
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_on)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.busy, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        return foot

    def _unit_step(self) -> QWidget:
        self.unit = LineBox("单位名称", "例如 幸福镇个案管理小组")
        self.unit.returnPressed.connect(self._go_on)
        demo = Button("想先看看？用示例数据试一试", Kind.GHOST)
        demo.clicked.connect(self.demo_wanted)
        return _step(
            "这台电脑给哪个单位用",
            "单位名称会印在会议记录上。小组成员以后在“设置”里登记。",
            [Field("单位名称", self.unit), demo],
        )

    def _password_step(self) -> QWidget:
        self.password, self.repeated = _secret("口令"), _secret("再输一遍口令")
        self.password.returnPressed.connect(self.repeated.setFocus)
        self.repeated.returnPressed.connect(self._go_on)
        return _step(
            "设一个口令",
            "每次打开都要输入。可以用一句好记的话，长一些比复杂一些更安全。",
            [Field("口令", self.password), Field("再输一遍", self.repeated)],
        )

    def _code_step(self) -> QWidget:
        self.code = Label("", Type.TITLE)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.kept = QCheckBox("已经打印或抄在纸上，另外存放")
        self.kept.setAccessibleName(self.kept.text())
        self.kept.toggled.connect(self._refresh)
        print_it, copy, save = Button("打印…", Kind.PRIMARY), Button("复制"), Button("存成文件…")
        print_it.clicked.connect(self._print_code)
        copy.clicked.connect(self._copy_code)
        save.clicked.connect(self._save_code)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for button in (print_it, copy, save):
            line.addWidget(button)
        line.addStretch(1)
        self.binding = Label("", Type.NOTE, "text2", wrap=True)
        return _step(
            "抄下恢复口令",
            "忘记口令或换电脑时，只有它能打开数据。它只显示这一次，请抄下来与电脑分开存放。",
            [self.code, row, self.binding, self.kept],
        )

    def _check_step(self) -> QWidget:
        self.proof = LineBox("恢复口令的最后一段")
        self.proof.returnPressed.connect(self._go_on)
        return _step(
            "核对一遍",
            "请照您抄下的内容，输入恢复口令的最后一段。",
            [Field("恢复口令的最后一段", self.proof, "不分大小写")],
        )

    @Slot()
    def _go_on(self) -> None:
        self.banner.say("")
        match self._steps.currentIndex():
            case 0 if not self.unit.text().strip():
                self.banner.say("还没有写单位名称。请写上单位名称。")
            case 1:
                self._create()
            case 3:
                self._check()
            case step:
                self._turn_to(step + 1)

    @Slot()
    def _go_back(self) -> None:
        self.banner.say("")
        self._turn_to(self._steps.currentIndex() - 1)

    def _create(self) -> None:
        if self.password.text() != self.repeated.text():
            self.banner.say("两次输入的口令不一样。还没有建立任何数据。请再输一遍。")
            return
        self._wait("正在建立加密的数据文件…")
        work = partial(
            create_store, self._folder, unit=self.unit.text().strip(), password=self.password.text()
        )
        Job(self, work, self._show_code, self._refuse).start(self._pool)

    def _show_code(self, made: NewStore) -> None:
        self._made = made
        self.code.setText(in_two_lines(made.recovery_code))
        self.binding.setText(
            "数据同时绑定了这台电脑：只把文件拷走，没有恢复口令也打不开。"
            if made.bound_to_computer
            else "这台电脑没有系统钥匙库，数据只靠口令保护，请务必用长口令。"
        )
        self._wait("")
        self._turn_to(2)

    def _check(self) -> None:
        if self._made is None:
            return
        last = self._made.recovery_code.split("-")[-1]
        if self.proof.text().strip().replace(" ", "").upper() != last.upper():
            self.banner.say(
                "与恢复口令的最后一段不一样。请对照抄下的内容再输，或返回上一页再看一遍。"
            )
            return
        made, self._made = self._made, None
        for box in (self.password, self.repeated, self.proof):
            box.clear()
        self.code.setText("")
        self.opened.emit(made.bench)

    @Slot()
    def _copy_code(self) -> None:
        if self._made is not None:
            QGuiApplication.clipboard().setText(self._made.recovery_code)
        self.banner.say("恢复口令已复制。请粘贴到纸质登记或另外的介质上，不要留在这台电脑里。")

    @Slot()
    def _print_code(self) -> None:
        if self._made is None:
            return
        paper = recovery_paper(self._made.bench, self._made.recovery_code)
        dialog = PrintPaperDialog(paper, self.printers, self._pool, self)
        dialog.printed.connect(lambda _: self.kept.setChecked(True))
        dialog.save_wanted.connect(self._save_code)
        dialog.open()

    @Slot()
    def _save_code(self) -> None:
        target, _ = QFileDialog.getSaveFileName(self, "存成文件", CODE_FILE, "文本 (*.txt)")
        if target and self._made is not None:
            self._attempt(partial(save_recovery_code, Path(target), self._made.recovery_code))

    def _attempt(self, work: Callable[[], object]) -> None:
        Job(self, work, lambda _: self.kept.setChecked(True), self._refuse).start(self._pool)

    def _wait(self, words: str) -> None:
        self.busy.setText(words)
        self.back.setEnabled(not words)
        self.forward.setEnabled(not words)

    def _refuse(self, problem: Exception) -> None:
        self._wait("")
        self.banner.say(explain(problem).text, bad=True)

    def _turn_to(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.trail.show_step(step)
        self.back.setVisible(step in (1, 3))
        self._refresh()
        for box in ((self.unit,), (self.password,), (self.kept,), (self.proof,))[step]:
            box.setFocus()

    @Slot()
    def _refresh(self) -> None:
        step = self._steps.currentIndex()
        self.forward.setText(("下一页：口令", "下一页：恢复口令", "下一页：核对", "开始使用")[step])
        self.forward.setAccessibleName(self.forward.text())
        self.forward.setEnabled(step != 2 or self.kept.isChecked())


def in_two_lines(code: str) -> str:
    """A long code is easier to copy from two shorter lines."""
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    return "-".join(groups[:half]) + "-\n" + "-".join(groups[half:])


def _secret(name: str) -> LineBox:
    box = LineBox(name)
    box.setEchoMode(QLineEdit.EchoMode.Password)
    return box


def _step(title: str, explanation: str, parts: list[QWidget]) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    column.addWidget(Label(title, Type.TITLE))
    column.addWidget(Label(explanation, Type.BODY, "text2", wrap=True))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return step
