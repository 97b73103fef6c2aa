"""One question of the first start: what is asked, why, and how its answer is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Type
from ui.widgets.text import Label
from workbench.accounts import NewStore
from workbench.bench import Bench
from workbench.errors import Refused


@dataclass
class Opened:
    """The store as it comes to be while the questions are answered."""

    bench: Bench | None = None
    made: NewStore | None = None


class Step(QWidget):
    """One page. Its answer is a use case call of its own; going on without one is skipping it."""

    answered = Signal()
    refused = Signal(object)
    busy = Signal(str)
    changed = Signal()
    can_skip = True

    def __init__(self, name: str, heading: str, explanation: str) -> None:
        super().__init__()
        self.name = name
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(Label(heading, Type.TITLE))
        self.column.addWidget(Label(explanation, Type.BODY, "text2", wrap=True))

    def begin(self) -> None:
        """Show what is known already."""

    def take_caret(self) -> None:
        """Put the caret where typing begins."""

    def last_boxes(self) -> Sequence[QWidget]:
        """What one may leave by Enter to go on; lines say so themselves."""
        return ()

    def ready(self) -> bool:
        """Whether one can go on."""
        return True

    def carry_out(self) -> None:
        """Keep the answer; raise the refusal of the use case."""

    @Slot()
    def go_on(self) -> None:
        """Keep the answer and say so, or say why not."""
        try:
            self.carry_out()
        except Refused as refusal:
            self.refused.emit(refusal)
        else:
            self.answered.emit()
