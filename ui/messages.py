"""One place where the program speaks to the user about what went wrong."""

from __future__ import annotations

import logging
import platform
import traceback
import zlib
from dataclasses import dataclass
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.errors import Refused

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Problem:
    """What happened, what is safe, what to do; a fault of ours also has a report."""

    message: str
    safe: str
    next_step: str
    report: str = ""

    @property
    def text(self) -> str:
        """The three sentences in one line."""
        return "".join(part for part in (self.message, self.safe, self.next_step) if part)


def explain(problem: BaseException) -> Problem:
    """A refusal in its own words; anything else is a fault, logged and owned up to."""
    if isinstance(problem, Refused):
        return Problem(problem.message, problem.safe, problem.next_step)
    number, report = _report(problem)
    log.error("Fault %s\n%s", number, report)
    return Problem(
        f"软件出了点问题，编号{number}。",
        "已经保存的内容没有丢失，正在填写的内容留有草稿。",
        "请记下编号并联系维护人员，然后可以接着用。",
        report,
    )


def show_problem(parent: QWidget, problem: BaseException) -> None:
    """Say what went wrong in front of a page."""
    ProblemDialog(explain(problem), parent).open()


def _report(problem: BaseException) -> tuple[str, str]:
    """Where the fault lies, without the words of its message: those may name a person."""
    frames = traceback.extract_tb(problem.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    kind = type(problem).__name__
    number = f"E-{zlib.crc32('|'.join([kind, *places]).encode()) % 10000:04d}"
    system = f"Python {platform.python_version()}, Qt {qt_version}, {platform.system()}"
    return number, "\n".join([f"{number} {kind}", system, *places])


class ProblemDialog(FormDialog):
    """The three sentences, and for a fault the report, to be read before it is passed on."""

    def __init__(self, problem: Problem, parent: QWidget) -> None:
        super().__init__("软件出了点问题" if problem.report else "还不能这样做", "", parent)
        self.setObjectName("problem")
        self.problem = problem
        for words, colour in (
            (problem.message, "text"),
            (problem.safe, "text2"),
            (problem.next_step, "text"),
        ):
            if words:
                self.fields.addWidget(Label(words, Type.BODY, colour, wrap=True))
        understood = Button("知道了", Kind.PRIMARY)
        understood.clicked.connect(self.accept)
        if problem.report:
            self._add_report(problem.report)
            copy = Button("复制故障报告")
            copy.clicked.connect(self._copy_report)
            self.add_verbs(understood, copy)
        else:
            self.add_verbs(understood)
        self.setMinimumWidth(theme().px(460))

    def _add_report(self, report: str) -> None:
        self.fields.addWidget(Label("故障报告（不含姓名和病情）：", Type.NOTE, "text3"))
        box = QPlainTextEdit(report)
        box.setReadOnly(True)
        box.setAccessibleName("故障报告")
        box.setProperty("field", True)
        box.setViewportMargins(6, 3, 6, 3)
        box.setTabChangesFocus(True)
        box.setMaximumHeight(theme().px(120))
        self.fields.addWidget(box)

    @Slot()
    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.problem.report)
