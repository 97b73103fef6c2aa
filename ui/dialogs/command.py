"""A dialog that carries out one use case, and shows its refusal in place."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.background import Job
from ui.messages import explain
from ui.widgets.buttons import Button, Kind
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.errors import Refused

ENTER = tuple(QKeySequence(keys) for keys in ("Ctrl+Return", "Ctrl+Enter"))


class CommandDialog(FormDialog):
    """Fields, and one verb. `carried_out` brings the answer of the use case."""

    carried_out = Signal(object)
    keys = "Enter"

    def __init__(
        self, bench: Bench, title: str, explanation: str, verb: str, parent: QWidget
    ) -> None:
        super().__init__(title, explanation, parent)
        self._bench = bench
        self._request_id = uuid4().hex
        self.verb = Button(verb, Kind.PRIMARY, keys=self.keys)
        self.cancel = Button("取消", keys="Esc")
        self.verb.clicked.connect(self._try)
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.cancel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What records a page confirms a dialog too, wherever the caret is."""
        if QKeySequence(event.keyCombination()) in ENTER:
            self.verb.click()
        else:
            super().keyPressEvent(event)

    def _carry_out(self) -> object:
        """Call the use case with what the fields say."""
        raise NotImplementedError

    def _turn_down(self, refusal: Refused) -> None:
        """Say in place why not."""
        self.refuse(explain(refusal).text)

    @Slot()
    def _try(self) -> None:
        try:
            answer = self._carry_out()
        except Refused as refusal:
            self._turn_down(refusal)
        else:
            self.carried_out.emit(answer)
            self.accept()


class SlowCommandDialog(CommandDialog):
    """The same for what takes a while: it is carried out beside the screen."""

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        title: str,
        explanation: str,
        verb: str,
        parent: QWidget,
    ) -> None:
        super().__init__(bench, title, explanation, verb, parent)
        self._pool = pool

    def _work(self) -> Callable[[], object]:
        """What is to be done, with what the fields say; whatever is wrong with them is refused."""
        raise NotImplementedError

    @Slot()
    def _try(self) -> None:
        try:
            work = self._work()
        except Refused as refusal:
            self._fail(refusal)
            return
        self.verb.setEnabled(False)
        self.banner.say("")
        Job(self, work, self._tell, self._fail).start(self._pool)

    def _tell(self, answer: object) -> None:
        self.carried_out.emit(answer)
        self.accept()

    def _fail(self, problem: Exception) -> None:
        self.verb.setEnabled(True)
        self.refuse(explain(problem).text)
