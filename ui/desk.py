"""The desk of one open store: the rail, the pages, and the line of facts at the foot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.finding import Finding
from ui.keys import Keys
from ui.models.days import clock_text, moment_text
from ui.openings import Openings
from ui.pages.case import CasePage
from ui.pages.documents import DocumentsPage
from ui.pages.entering import Entering
from ui.pages.handing import Handing
from ui.pages.intake import IntakePage
from ui.pages.live import LivePage
from ui.pages.meetings import MeetingsPage
from ui.pages.page import Page
from ui.pages.patients import PatientsPage
from ui.pages.plan import PlanPage
from ui.pages.preview import PreviewPage
from ui.pages.read_back import ReadBackPage
from ui.pages.settings import SettingsPage
from ui.pages.signatures import SignaturesPage
from ui.pages.signing import SigningPage
from ui.pages.tasks import TasksPage
from ui.pages.today import TodayPage
from ui.pages.visit import VisitPage
from ui.pages.writing import WritingPage
from ui.places import ABOUT_A_PAPER, RAIL_PLACES
from ui.preferences import Preferences
from ui.theme import theme
from ui.trail import Stop, Trail
from ui.ways import WaysFromToday
from ui.widgets.buttons import with_keys
from ui.widgets.notices import Toast
from ui.widgets.page_stack import PageStack
from ui.widgets.rail import Rail
from ui.widgets.status_line import StatusLine
from workbench.backups import last_backup
from workbench.bench import Bench

Place = tuple[str, int, int | None]
FIRST = "today"


class Desk(QWidget):
    """Holds the pages and tells the one in view when what it shows has changed."""

    written = Signal(object)
    turned = Signal(str)

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
        self._trail = Trail()
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
        self.go(FIRST)

    def go(self, name: str) -> None:
        """Bring a page into view, from which one can come back here."""
        here = self._trail.here()
        if here is not None:
            self._trail.note(self.pages[here.page].subject())
        if name in ("documents", "signing"):
            self._read_papers(self.documents if name == "documents" else self.signing)
        self._trail.visit(Stop(name, self.pages[name].subject()))
        self._bring(name)

    def step(self, by: int) -> None:
        """Go back (-1) or forth (1); the page of a case keeps no name while it is away."""
        self.keep_drafts()
        left = self._name()
        here = self._trail.here()
        if here is not None:
            self._trail.note(self.pages[here.page].subject())
        stop = self._trail.step(by)
        if stop is None:
            self.go(FIRST)
        else:
            if stop.subject is not None:
                self.pages[stop.page].show_subject(stop.subject)
            self._bring(stop.page)
        if left == "case" and self._name() != "case":
            self.case.forget()

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
            self.openings.enter_meeting(meeting_id, item_id)
        else:
            self.go(name)

    def commands(self) -> dict[str, list[QAction]]:
        """Everything one can do on the desk, page by page."""
        beside = {"handing": self.handing, "entering": self.entering}
        pages: dict[str, Page] = {**self.pages, **beside}
        steps = {"steps": [self.back, self.forth]}
        return steps | {name: page.commands() for name, page in pages.items()}

    def in_meeting(self) -> bool:
        """Whether the meeting screen is in view."""
        return self._stack.currentWidget() is self.live

    def refresh(self) -> None:
        """Read the page in view again."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.reload()
        self._show_backup()

    def keep_drafts(self) -> None:
        """Keep what is typed and not confirmed, wherever it is."""
        self.live.keep_draft()
        for page in self.writing.values():
            page.keep_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        self.toast.settle()
        super().resizeEvent(event)

    def _set_up_pages(self, pool: QThreadPool, preferences: Preferences) -> None:
        self.handing = Handing(pool, self)
        self.entering = Entering(self._bench, pool, self)
        self.today = TodayPage(self._bench, pool)
        self.patients = PatientsPage(self._bench, pool)
        self.tasks = TasksPage(self._bench, pool, self.handing)
        self.meetings = MeetingsPage(self._bench, pool, self.handing)
        self.case = CasePage(self._bench, pool, self.handing)
        self.case.timeline.offer(*self.entering.about_records())
        self.case.head.offer(self.entering.writing_button(), self.entering.meeting_button())
        self.patients.sheet.offer(self.entering.writing_button())
        self.live = LivePage(self._bench, pool, self.meetings.command("read_back"))
        self.read_back = ReadBackPage(self._bench, pool)
        self.documents = DocumentsPage(self._bench, pool, self.handing)
        self.signatures = SignaturesPage(self._bench, pool, self.handing)
        self.signing = SigningPage(self._bench, pool, self.handing)
        self.preview = PreviewPage(pool, self.handing)
        self.settings = SettingsPage(self._bench, pool, preferences)
        self.plan = PlanPage(self._bench, pool)
        self.writing: dict[str, WritingPage] = {
            "visit": VisitPage(self._bench, pool),
            "intake": IntakePage(self._bench, pool),
            "plan": self.plan,
        }
        self.pages: dict[str, Page] = {
            "today": self.today,
            "patients": self.patients,
            "case": self.case,
            **self.writing,
            "meetings": self.meetings,
            "tasks": self.tasks,
            "live": self.live,
            "read_back": self.read_back,
            "documents": self.documents,
            "signing": self.signing,
            "signatures": self.signatures,
            "preview": self.preview,
            "settings": self.settings,
        }
        WaysFromToday(self.today, self.meetings, self.tasks, self.patients, self.go)
        self.openings = Openings(self._bench, self)
        self.finding = Finding(self._bench, pool, self.openings, self.entering, self)
        self.live.left.connect(partial(self.go, "meetings"))
        for page in (p for p in self.pages.values() if p is not self.live):
            page.left.connect(self._leave)
        self.live.kept.connect(self._show_saved)
        self.settings.backed_up.connect(self._show_backup)

    def _set_up(self) -> None:
        self.rail, self.status = Rail(), StatusLine()
        self.back = self._step_action("go_back", "后退", "Alt+Left", -1)
        self.forth = self._step_action("go_forward", "前进", "Alt+Right", 1)
        self.rail.add_place("today", "calendar", "今日", "Alt+J", foot=False)
        self.rail.add_place("patients", "people", "患者", "Alt+Z", foot=False)
        self.rail.add_place("meetings", "meeting", "会议", "Alt+Y", foot=False)
        self.rail.add_place("tasks", "task", "任务", "Alt+R", foot=False)
        self.rail.add_place("documents", "document", "文书", "Alt+W", foot=False)
        self.rail.add_place("settings", "settings", "设置", "Alt+S", foot=True)
        self.rail.chosen.connect(self.go)
        self._stack = PageStack()
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
        for page in (*self.pages.values(), self.handing, self.entering):
            page.said.connect(self._say)
        for page in self.pages.values():
            page.paper_changed.connect(self._take_in_hand)
            page.person_changed.connect(self._take_person)
        theme().changed.connect(self._fit)
        beside = [*self.entering.commands(), *self.handing.commands()]
        pages = [action for page in self.pages.values() for action in page.commands()]
        self._keys = Keys([*beside, *pages], self)

    def _bring(self, name: str) -> None:
        page = self.pages[name]
        for other in self.pages.values():
            other.set_current(other is page)
        self._stack.setCurrentWidget(page)
        self._keys.prefer(page.commands())
        self.rail.show_place(self._rail_place())
        shown = page.person()
        by_name = name == "case" or (shown is not None and shown.by_name)
        self.status.show_masking("本页显示全名" if by_name else "遮名：开")
        self._take_in_hand()
        self._take_person()
        self._refresh_steps()
        self._fit()
        if page in self._stale:
            self._reload_current()
        page.take_caret()
        self.turned.emit(name)

    @Slot()
    def _fit(self) -> None:
        wide = (self.live, self.read_back, self.signing, self.signatures, self.preview, self.plan)
        inner = self._stack.currentWidget() in wide
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

    @Slot()
    def _leave(self) -> None:
        """Back to where one came from."""
        self.step(-1)

    @Slot()
    def _take_in_hand(self) -> None:
        """Let the actions about a paper follow the page in view."""
        if self._name() in ABOUT_A_PAPER:
            previewing = self._name() == "preview"
            self.handing.hold(self.pages[self._name()].paper(), previewing=previewing)
        else:
            self.handing.hold(self.meetings.paper(), called="会议记录")

    @Slot()
    def _take_person(self) -> None:
        """Let the actions about a person follow the page in view."""
        page = self.pages[self._name()]
        self.entering.hold(page.person(), page.record())

    @Slot()
    def _refresh_steps(self) -> None:
        self.back.setEnabled(self._trail.can_step(-1))
        self.forth.setEnabled(self._trail.can_step(1))

    def _step_action(self, name: str, text: str, keys: str, by: int) -> QAction:
        action = QAction(with_keys(text, QKeySequence(keys)), self)
        action.setObjectName(name)
        action.setIconText(text)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self.step(by))
        return action

    def _rail_place(self) -> str:
        """Papers seen from a case or a list belong to it, not to the meeting."""
        for stop in self._trail.behind():
            if stop.page != "preview":
                return RAIL_PLACES.get(stop.page, "meetings")
        return "meetings"

    def _name(self) -> str:
        return next(n for n, page in self.pages.items() if page is self._stack.currentWidget())

    def _read_papers(self, page: DocumentsPage | SigningPage) -> None:
        row = self.meetings.selected()
        self.live.keep_draft()
        self._stale.discard(page)
        page.open_meeting(row.id if row else 0)

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
