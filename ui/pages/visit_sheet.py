"""The sheet of one visit: what stands above the fields, the fields, and the steps at the foot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.visits import (
    class_words,
    needed,
    next_visit_words,
    row_states,
    since_hint,
    since_lines,
)
from ui.pages.visit_drafts import Typed
from ui.pages.visit_foot import VisitFoot
from ui.pages.visit_form import VisitForm
from ui.pages.visit_head import VisitHead
from ui.theme import theme
from ui.widgets.notices import Banner
from ui.widgets.windows import Ground, ScrollColumn
from workbench.screen import FormVersion
from workbench.visit_starting import VisitStart, Weighed

NEXT_DAY, LAST = "next_visit_on", "words"


class VisitSheet(Ground):
    """Lets marks and suggestions follow the answers. It reads and writes nothing."""

    ready = Signal()
    anew = Signal()
    left = Signal()

    def __init__(
        self,
        command: Callable[[str], QAction],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("sheet", parent=parent)
        self._start: VisitStart | None = None
        self._weighed: Weighed | None = None
        self._own_day = False
        self._form = VisitForm(today)
        self._set_up(command)

    def ask(self, version: FormVersion) -> None:
        """Take the questions of one version of the form; `ready` follows."""
        self._start = None
        self._form.ask(version)

    def show_start(self, start: VisitStart, restored: str = "") -> None:
        """Show what a visit is judged by; the fields are left alone."""
        self._start = start
        self._form.fit(self.width())
        self._head.show_since(since_lines(start), since_hint(start))
        self._head.ask_why(self._correcting())
        self._head.show_restored(restored)
        self._form.show_medicines(start.medicines)
        last = (start.filled_before() or {}).get("level")
        self._form.show_last_level(int(last) if isinstance(last, int) else None)

    def fill(self, typed: Typed) -> None:
        """Fill the fields in."""
        if self._start is not None:
            self._own_day = typed.own_day
            self._form.show_filled(typed.filled)
            self._head.why.setText(typed.why)
            self._weigh()

    def require_read(self) -> None:
        """Refuse a day that nobody can read."""
        self._form.require_read()

    def typed(self) -> Typed:
        """What the fields say."""
        return Typed(self._form.filled(), self._own_day, self._head.why.text())

    def weighed(self) -> Weighed | None:
        """What they speak for."""
        self._weigh()
        return self._weighed

    def begin(self) -> None:
        """Let the keyboard in where work begins."""
        self.banner.say("")
        self.foot.offer_unanswered(False)
        self.go_on("")

    def go_on(self, item: str | None = None) -> None:
        """Let the keyboard in at the next question, after one or the caret, that is wanted."""
        states = self._form.states()
        order = list(states)
        after = self._form.item_with_caret() if item is None else item
        place = order.index(after) + 1 if after in order else 0
        ahead = [*order[place:], *order[:place]]
        self.lead_to(next((each for each in ahead if states[each].wanted), ""))

    def lead_to(self, item: str) -> None:
        """Let the keyboard in at one question; without one where words are still to be written."""
        # Whoever is led by the keyboard has to see where it is.
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if item not in self._form.states():
            if self._lacks_why():
                self._head.why.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(self._head.why)
                return
            item = LAST
        self._form.take_caret_at(item)
        self._scroll.ensureWidgetVisible(self._form.row(item), 0, theme().px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._form.fit(self.width())
        super().resizeEvent(event)

    def _set_up(self, command: Callable[[str], QAction]) -> None:
        self._head = VisitHead()
        self.banner, self.foot = Banner(), VisitFoot(command)
        self._form.ready.connect(self.ready)
        self._head.anew.connect(self.anew)
        self._head.typed.connect(self._weigh)
        self._form.given.connect(self._take)
        self._form.left.connect(self.left)
        self._form.on_wanted.connect(self.go_on)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(20, 8, 20, 12)
        body.setSpacing(6)
        body.addWidget(self._head)
        body.addWidget(self._form)
        body.addStretch(1)
        notice = QHBoxLayout()
        notice.setContentsMargins(20, 0, 20, 6)
        notice.addWidget(self.banner)
        self._scroll = ScrollColumn("随访记录", inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(notice)
        column.addWidget(self.foot)

    def _correcting(self) -> bool:
        return self._start is not None and self._start.visit_id is not None

    def _lacks_why(self) -> bool:
        return self._correcting() and not self._head.why.text().strip()

    @Slot(str)
    def _take(self, item: str) -> None:
        if item == NEXT_DAY:
            self._own_day = True
        self._weigh()

    @Slot()
    def _weigh(self) -> None:
        """Let the marks, the suggestions and what is still wanted follow the answers."""
        start = self._start
        if start is None:
            return
        filled = self._form.filled()
        weighed = self._weighed = start.weighed(filled)
        if not self._own_day:
            filled[NEXT_DAY] = weighed.day_to_fill_in
            self._form.show_answer(NEXT_DAY, filled[NEXT_DAY])
        self._form.show_states(row_states(start, filled, weighed))
        self._form.explain("stability", class_words(weighed))
        self._form.explain(NEXT_DAY, next_visit_words(weighed))
        self.foot.show_needed(len(needed(filled, weighed)) + self._lacks_why())
