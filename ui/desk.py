"""The desk of one open store: the rail, the pages, and the line of facts at the foot."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.messages import show_problem
from ui.models.days import clock_text, moment_text
from ui.models.papers import Paper
from ui.pages.case import CasePage
from ui.pages.documents import DocumentsPage
from ui.pages.handing import Handing
from ui.pages.live import LivePage
from ui.pages.meetings import MeetingsPage
from ui.pages.page import Page
from ui.pages.patients import PatientsPage
from ui.pages.preview import PreviewPage
from ui.pages.settings import SettingsPage
from ui.pages.signatures import SignaturesPage
from ui.pages.tasks import TasksPage
from ui.pages.today import TodayPage
from ui.preferences import Preferences
from ui.theme import theme
from ui.ways import WaysFromToday
from ui.widgets.notices import Toast
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine
from workbench.backups import last_backup
from workbench.bench import Bench
from workbench.case_page import open_case_page
from workbench.errors import Refused
from workbench.paperwork.documents import DocumentRow
from workbench.paperwork.files import find_case

Place = tuple[str, int, int | None]
RAIL_PLACES = {
    "today": "today",
    "patients": "patients",
    "case": "patients",
    "tasks": "tasks",
    "settings": "settings",
    "documents": "documents",
    "signatures": "documents",
}
ABOUT_A_PAPER = ("case", "tasks", "documents", "signatures", "preview")


class Desk(QWidget):
    """Holds the pages and tells the one in view when what it shows has changed."""

    written = Signal(object)

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._stale: set[Page] = set()
        self._states_changed = False
        self._before_preview = ""
        self._before_case = "meetings"
        self._set_up_pages(pool, preferences)
        self._set_up()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._reload_current)
        # A signal, so that work done on another thread still reaches the pages on this one.
        self.written.connect(self._note_written)
        bench.store.on_write(self.written.emit)
        self._show_backup()
        self.go("meetings")

    def go(self, name: str) -> None:
        """Bring a page into view."""
        page = self.pages[name]
        if name == "documents":
            self._read_documents()
        for other in self.pages.values():
            other.set_current(other is page)
        self._stack.setCurrentWidget(page)
        shown_from = self._before_preview if name == "preview" else name
        self.rail.show_place(RAIL_PLACES.get(shown_from, "meetings"))
        self.status.show_masking("本页显示全名" if name == "case" else "遮名：开")
        self._take_in_hand()
        self._fit()
        if page in self._stale:
            self._reload_current()
        page.take_caret()

    def place(self) -> Place:
        """Where one is, to come back to after the screen was locked."""
        at = self.live.place()
        name = self._name()
        if name == "live" and at:
            return name, *at
        row = self.meetings.selected()
        # A sheet that is locked away is looked for again in the list, where its state stands.
        return (RAIL_PLACES.get(name, "meetings"), row.id if row else 0, None)

    def go_back_to(self, place: Place) -> None:
        """Return to a place."""
        name, meeting_id, item_id = place
        self.meetings.select(meeting_id)
        if name == "live":
            self._enter_meeting(meeting_id, item_id)
        else:
            self.go(name)

    def commands(self) -> dict[str, list[QAction]]:
        """Everything one can do on the desk, page by page."""
        pages: dict[str, Page] = {**self.pages, "handing": self.handing}
        return {name: page.commands() for name, page in pages.items()}

    def in_meeting(self) -> bool:
        """Whether the meeting screen is in view."""
        return self._stack.currentWidget() is self.live

    def refresh(self) -> None:
        """Read the page in view again."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.reload()
        self._show_backup()

    def clear_up(self) -> None:
        """Keep what is typed before the desk goes."""
        self.live.keep_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        self.toast.settle()
        super().resizeEvent(event)

    def _set_up_pages(self, pool: QThreadPool, preferences: Preferences) -> None:
        self.handing = Handing(pool, self)
        self.today = TodayPage(self._bench, pool)
        self.patients = PatientsPage(self._bench, pool)
        self.tasks = TasksPage(self._bench, pool, self.handing)
        self.meetings = MeetingsPage(self._bench, pool, self.handing)
        self.case = CasePage(self._bench, pool, self.handing)
        self.live = LivePage(self._bench, pool, self.meetings.command("close_meeting"))
        self.documents = DocumentsPage(self._bench, pool, self.handing)
        self.signatures = SignaturesPage(self._bench, pool, self.handing)
        self.preview = PreviewPage(pool, self.handing)
        self.settings = SettingsPage(self._bench, pool, preferences)
        self.pages: dict[str, Page] = {
            "today": self.today,
            "patients": self.patients,
            "case": self.case,
            "meetings": self.meetings,
            "tasks": self.tasks,
            "live": self.live,
            "documents": self.documents,
            "signatures": self.signatures,
            "preview": self.preview,
            "settings": self.settings,
        }
        WaysFromToday(self.today, self.meetings, self.tasks, self.patients, self.go)
        self.meetings.case_wanted.connect(self._open_case_numbered)
        self.patients.case_wanted.connect(self.open_case)
        self.case.case_wanted.connect(self.open_case)
        self.case.left.connect(self._leave_case)
        self.meetings.entered.connect(self._enter_meeting)
        self.meetings.documents_wanted.connect(self._show_documents)
        self.documents.sheet_wanted.connect(self._show_sheet)
        self.documents.left.connect(self._leave_papers)
        self.signatures.left.connect(self._return_to_documents)
        self.handing.preview_wanted.connect(self._preview)
        self.live.left.connect(self._show_meetings)
        self.preview.left.connect(self._leave_preview)
        self.live.kept.connect(self._show_saved)
        self.settings.backed_up.connect(self._show_backup)

    def _set_up(self) -> None:
        self.rail, self.status = Rail(), StatusLine()
        self.rail.add_place("today", "calendar", "今日", "Alt+J", foot=False)
        self.rail.add_place("patients", "people", "患者", "Alt+Z", foot=False)
        self.rail.add_place("meetings", "meeting", "会议", "Alt+Y", foot=False)
        self.rail.add_place("tasks", "task", "任务", "Alt+R", foot=False)
        self.rail.add_place("documents", "document", "文书", "Alt+W", foot=False)
        self.rail.add_place("settings", "settings", "设置", "Alt+S", foot=True)
        self.rail.chosen.connect(self.go)
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)
        self.toast = Toast(self)
        self.tasks.said.connect(self._say)
        self.patients.said.connect(self._say)
        self.case.said.connect(self._say)
        for page in (self.meetings, self.live, self.documents, self.signatures, self.handing):
            page.said.connect(self._say)
        for page in self.pages.values():
            page.paper_changed.connect(self._take_in_hand)
        theme().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        inner = self._stack.currentWidget() in (self.live, self.signatures, self.preview)
        self.rail.set_narrow(inner or self.width() < theme().px(1200))

    @Slot(object)
    def _note_written(self, tables: frozenset[str]) -> None:
        self._stale |= {page for page in self.pages.values() if page.shows & tables}
        self._states_changed |= "meeting" in tables
        self._show_saved()
        self._soon.start()

    @Slot()
    def _reload_current(self) -> None:
        current = self._stack.currentWidget()
        # The list decides which steps are possible, so it follows even from behind another page.
        follows = {self.meetings} if self._states_changed else set()
        self._states_changed = False
        for page in self._stale & ({current} | follows):
            self._stale.discard(page)
            page.reload()

    @Slot(int)
    def open_case(self, case_id: int) -> None:
        """Show a case by its full name; that somebody looked is kept first."""
        try:
            open_case_page(self._bench, case_id)
        except Refused as refusal:
            show_problem(self.window(), refusal)
            return
        self.live.keep_draft()
        if self._name() != "case":
            self._before_case = RAIL_PLACES.get(self._name(), self._name())
        self.case.open_case(case_id)
        self.go("case")

    @Slot(str)
    def _open_case_numbered(self, number: str) -> None:
        self.open_case(find_case(self._bench, number))

    @Slot()
    def _leave_case(self) -> None:
        self.case.forget()
        back = self._before_case
        self.go(back if back in self.pages and back != "preview" else "meetings")

    @Slot(int)
    def _enter_meeting(self, meeting_id: int, item_id: int | None = None) -> None:
        self.live.open_meeting(meeting_id, item_id)
        self.go("live")

    @Slot(object)
    def _preview(self, paper: Paper) -> None:
        self.live.keep_draft()
        self._before_preview = self._name()
        self.go("preview")
        self.preview.open_paper(paper)

    @Slot()
    def _take_in_hand(self) -> None:
        """Let the actions about a paper follow the page in view."""
        if self._name() in ABOUT_A_PAPER:
            previewing = self._name() == "preview"
            self.handing.hold(self.pages[self._name()].paper(), previewing=previewing)
        else:
            self.handing.hold(self.meetings.paper(), called="会议记录")

    def _name(self) -> str:
        return next(n for n, page in self.pages.items() if page is self._stack.currentWidget())

    def _read_documents(self) -> None:
        row = self.meetings.selected()
        self.live.keep_draft()
        self._stale.discard(self.documents)
        self.documents.open_meeting(row.id if row else 0)

    @Slot(int)
    def _show_documents(self, meeting_id: int) -> None:
        self.meetings.select(meeting_id)
        self.go("documents")

    @Slot()
    def _return_to_documents(self) -> None:
        self.go("documents")

    @Slot(object)
    def _show_sheet(self, document: DocumentRow) -> None:
        self.go("signatures")
        self.signatures.open_sheet(document)

    @Slot()
    def _show_meetings(self) -> None:
        self.go("meetings")

    @Slot()
    def _leave_preview(self) -> None:
        if self._before_preview in ("case", "tasks", "documents", "signatures"):
            self.go(self._before_preview)
        else:
            self._leave_papers()

    @Slot()
    def _leave_papers(self) -> None:
        """Back to the meeting, on its screen while it is in session."""
        row, at = self.meetings.selected(), self.live.place()
        if row is not None and row.state == "in_session" and at and at[0] == row.id:
            self.go("live")
        else:
            self.go("meetings")

    @Slot()
    def _show_saved(self) -> None:
        self.status.show_saved(f"已自动保存 {clock_text(self._bench.now())}")

    @Slot()
    def _show_backup(self) -> None:
        moment = last_backup(self._bench)
        words = f"上次备份 {moment_text(moment, self._bench.today())}" if moment else "还没有备份"
        self.status.show_backup(words)

    @Slot(str)
    def _say(self, words: str) -> None:
        if words:
            self.toast.say(words)
        else:
            self.toast.hide()
