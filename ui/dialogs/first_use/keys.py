"""The password, the recovery code, and proof that the code was kept. None can be skipped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from ui.background import Job
from ui.dialogs.first_use.step import Opened, Step
from ui.dialogs.print_paper import PrintPaperDialog
from ui.models.papers import recovery_paper
from ui.models.recovery_codes import groups_to_ask, in_two_lines, is_group
from ui.printing import Printers
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.clipboard import copy_for_a_while
from ui.widgets.inputs import Field, LineBox, secret_box
from ui.widgets.text import Label
from workbench.accounts import NewStore, create_store, save_recovery_code
from workbench.errors import Refused

CODE_FILE = "恢复口令.txt"


class AnswerDiffers(Refused):
    """What was typed a second time is not what it should repeat."""


class PasswordStep(Step):
    """Makes the encrypted store; before that nothing is written anywhere."""

    demo_wanted = Signal()
    can_skip = False

    def __init__(self, folder: Path, pool: QThreadPool, opened: Opened) -> None:
        super().__init__(
            "口令",
            "先设一个口令",
            "每次打开都要输入。可以用一句好记的话，长一些比复杂一些更安全。",
        )
        self._folder, self._pool, self._opened = folder, pool, opened
        self.password, self.repeated = secret_box("口令"), secret_box("再输一遍口令")
        self.password.returnPressed.connect(self.repeated.setFocus)
        self.repeated.returnPressed.connect(self.go_on)
        demo = Button("想先看看？用示例数据试一试", Kind.GHOST)
        demo.clicked.connect(self.demo_wanted)
        self.column.addWidget(Field("口令", self.password, "至少8个字"))
        self.column.addWidget(Field("再输一遍", self.repeated))
        self.column.addStretch(1)
        self.column.addWidget(demo)

    def take_caret(self) -> None:
        self.password.setFocus()

    @Slot()
    def go_on(self) -> None:
        """Make the store beside the screen."""
        if self.password.text() != self.repeated.text():
            words = "两次输入的口令不一样。"
            safe = "还没有建立任何数据。"
            self.refused.emit(AnswerDiffers(words, safe=safe, next_step="请再输一遍。"))
            return
        self.busy.emit("正在建立加密的数据文件…")
        work = partial(create_store, self._folder, password=self.password.text())
        Job(self, work, self._keep, self.refused.emit).start(self._pool)

    def _keep(self, made: NewStore) -> None:
        self._opened.made = made
        self.password.clear()
        self.repeated.clear()
        self.answered.emit()


class CodeStep(Step):
    """Shows the code once: to be printed, copied out or saved."""

    can_skip = False

    def __init__(self, pool: QThreadPool, opened: Opened) -> None:
        super().__init__(
            "恢复口令",
            "抄下恢复口令",
            "忘记口令或换电脑时，只有它能打开数据。它只显示这一次，请打印或抄下，与电脑分开存放。",
        )
        self._pool, self._opened = pool, opened
        self.printers = Printers()
        self.code = Label("", Type.TITLE)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.kept = QCheckBox("已经打印或抄在纸上，另外存放")
        self.kept.setAccessibleName(self.kept.text())
        self.kept.toggled.connect(self.changed)
        self._told = Label("", Type.NOTE, "text2", wrap=True)
        for part in (self.code, self._buttons(), self._told, self.kept):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def begin(self) -> None:
        made = self._opened.made
        if made is None:
            return
        self.code.setText(in_two_lines(made.recovery_code))
        self._told.setText(
            "数据同时绑定了这台电脑：只把文件拷走，没有恢复口令也打不开。"
            if made.bound_to_computer
            else "这台电脑没有系统钥匙库，数据只靠口令保护，请务必用长口令。"
        )

    def take_caret(self) -> None:
        self.print_it.setFocus()

    def last_boxes(self) -> Sequence[QWidget]:
        return (self.kept,)

    def ready(self) -> bool:
        return self.kept.isChecked()

    def _buttons(self) -> QWidget:
        self.print_it, copy, save = Button("打印…"), Button("复制"), Button("存成文件…")
        self.print_it.clicked.connect(self._print)
        copy.clicked.connect(self._copy)
        save.clicked.connect(self._save)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for button in (self.print_it, copy, save):
            line.addWidget(button)
        line.addStretch(1)
        return row

    @Slot()
    def _copy(self) -> None:
        if self._opened.made is not None:
            copy_for_a_while(self._opened.made.recovery_code)
        self._told.setText("恢复口令已复制，30秒后从剪贴板清除。请不要留在这台电脑里。")

    @Slot()
    def _print(self) -> None:
        made = self._opened.made
        if made is None:
            return
        paper = recovery_paper(made.bench, made.recovery_code)
        dialog = PrintPaperDialog(paper, self.printers, self._pool, self)
        dialog.printed.connect(lambda _: self.kept.setChecked(True))
        dialog.save_wanted.connect(self._save)
        dialog.open()

    @Slot()
    def _save(self) -> None:
        target, _ = QFileDialog.getSaveFileName(self, "存成文件", CODE_FILE, "文本 (*.txt)")
        if target and self._opened.made is not None:
            work = partial(save_recovery_code, Path(target), self._opened.made.recovery_code)
            done = self.kept.setChecked
            Job(self, work, lambda _: done(True), self.refused.emit).start(self._pool)


class ProofStep(Step):
    """Two groups of the code are typed back from the paper; then the code is forgotten."""

    can_skip = False

    def __init__(self, opened: Opened) -> None:
        super().__init__("核对", "核对一遍", "请照您抄下或打印的那一页，输入恢复口令中的这两组。")
        self._opened = opened
        self._numbers: list[int] = []
        self.first, self.second = LineBox(""), LineBox("")
        self._fields = Field("", self.first, "不分大小写"), Field("", self.second)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.go_on)
        for field in self._fields:
            self.column.addWidget(field)
        self.column.addStretch(1)

    def begin(self) -> None:
        made = self._opened.made
        if made is None or self._numbers:
            return
        self._numbers = groups_to_ask(made.recovery_code)
        for number, field, box in zip(
            self._numbers, self._fields, (self.first, self.second), strict=True
        ):
            field.set_label(f"第{number}组")
            box.setAccessibleName(f"恢复口令第{number}组")

    def take_caret(self) -> None:
        self.first.setFocus()

    def carry_out(self) -> None:
        made = self._opened.made
        if made is None:
            return
        for number, box in zip(self._numbers, (self.first, self.second), strict=True):
            if not is_group(made.recovery_code, number, box.text()):
                box.setFocus()
                raise AnswerDiffers(
                    f"第{number}组与恢复口令不一样。",
                    safe="",
                    next_step="请对照抄下的内容再输，或返回上一页再看一遍。",
                )
        self._opened.bench, self._opened.made = made.bench, None
        self.first.clear()
        self.second.clear()
