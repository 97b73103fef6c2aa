"""A new recovery code, when the printed one was lost or seen by others."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QThreadPool, Slot
from PySide6.QtWidgets import QWidget

from ui.background import Job
from ui.dialogs.command import CommandDialog
from ui.dialogs.print_paper import PrintPaperDialog
from ui.messages import explain
from ui.models.papers import recovery_paper
from ui.models.recovery_codes import in_two_lines
from ui.printing import Printers
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.text import Label
from workbench.accounts import renew_recovery
from workbench.bench import Bench

EXPLANATION = "忘记口令或换电脑时要用恢复口令。换发以后，原来打印的那一页立即作废。"


class RenewRecoveryDialog(CommandDialog):
    """Makes the code beside the screen and shows it once; only then can it be closed as done."""

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(bench, "换发恢复口令", EXPLANATION, "换发", parent)
        self.setObjectName("renew_recovery_dialog")
        self._pool = pool
        self._made, self._code = False, ""
        self.code = Label("", Type.TITLE)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.printers = Printers()
        self.print_it = Button("打印…")
        self.print_it.clicked.connect(self._print_code)
        for shown in (self.code, self.print_it):
            shown.hide()
            self.fields.addWidget(shown)

    @Slot()
    def _try(self) -> None:
        if self._made:
            self.accept()
            return
        self.verb.setEnabled(False)
        work = partial(renew_recovery, self._bench)
        Job(self, work, self._show_code, self._refuse).start(self._pool)

    def _show_code(self, code: str) -> None:
        self._made = True
        self._code = code
        self.code.setText(in_two_lines(code))
        self.code.show()
        self.print_it.show()
        self.banner.say("新的恢复口令只显示这一次。请打印或抄在纸上，与电脑分开存放。")
        self.verb.setText("已经存好")
        self.verb.setAccessibleName("已经存好")
        self.verb.setEnabled(True)
        self.cancel.hide()
        self.carried_out.emit(None)

    @Slot()
    def reject(self) -> None:
        """A code on the screen goes away only when somebody says that it is kept."""
        if not self._made:
            super().reject()

    @Slot()
    def _print_code(self) -> None:
        paper = recovery_paper(self._bench, self._code)
        PrintPaperDialog(paper, self.printers, self._pool, self).open()

    def _refuse(self, problem: Exception) -> None:
        self.verb.setEnabled(True)
        self.banner.say(explain(problem).text, bad=True)
