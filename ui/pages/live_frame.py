"""How the meeting screen is laid out: three panes, of which the outer ones may give way."""

from __future__ import annotations

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.entry import Entry
from ui.pages.live_agenda import AgendaPane
from ui.pages.live_header import LiveHeader
from ui.pages.live_pane import CasePane
from ui.pages.live_side import SidePane
from ui.pages.page import Page
from ui.theme import theme
from ui.widgets.buttons import Button
from workbench.bench import Bench

CONTINUE, SHORT = "维持原等级，下一例", "维持，下一例"


class LiveFrame(Page):
    """The panes, and the ways between them. What they show is the page's own."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane_wanted = False
        self.header = LiveHeader(bench)
        self.agenda = AgendaPane()

    def entry(self) -> Entry:
        """What stands in the fields."""
        return self.side.added_to(self.case.entry())

    def take_caret(self) -> None:
        """The level of the item in view."""
        self.case.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _set_up(self, close: QAction) -> None:
        self._leave = Button.of(self.command("leave_meeting"), icon_name="back")
        self.header.add_right(self._leave)
        self.header.add_right(Button.of(close))
        self.side = SidePane(self.command("reserve_opinion"))
        self.middle = CasePane(self.command)
        self.case, self.banner = self.middle.case, self.middle.banner
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.agenda)
        body.addWidget(self.middle, 1)
        body.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)

    def _fit(self) -> None:
        width = self.window().width()
        narrow = width < theme().px(1200)
        self.agenda.setVisible(not (narrow and self._pane_wanted))
        self.agenda.setFixedWidth(min(theme().px(176 if narrow else 232), width // 4))
        self.side.setVisible(not narrow or self._pane_wanted)
        self.side.setFixedWidth(min(theme().px(296), width // 3))
        panes = (pane.width() for pane in (self.agenda, self.side) if not pane.isHidden())
        self.case.fit(width, self.width() - sum(panes))
        self.case.who.show_pane_hint(self.side.hint() if narrow else "")
        self._leave.setVisible(not narrow)
        self.command("continue_case").setIconText(SHORT if narrow else CONTINUE)
        self.header.fit()

    def _bring_side(self) -> None:
        if self.side.isHidden():
            self._pane_wanted = True
            self._fit()

    def _begin_task(self) -> None:
        self._bring_side()
        self.side.tasks.begin()

    def _reserve(self) -> None:
        speaker = self.case.speaker()
        self._bring_side()
        self.side.dissents.reserve(speaker)

    def _switch_pane(self) -> None:
        if self.side.isVisible() and not self.side.holds_caret():
            self.side.take_caret()
            return
        self._pane_wanted = not self._pane_wanted
        self._fit()
        if self.side.isVisible() and self._pane_wanted:
            self.side.take_caret()
        else:
            self.agenda.list.setFocus()
