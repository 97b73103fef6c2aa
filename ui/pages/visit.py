"""One visit, written down after it or while it goes on, from what was said last time."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.visits import VisitsDialog
from ui.messages import explain, show_problem
from ui.models.days import moment_text
from ui.models.papers import Paper, blank_paper, visit_paper
from ui.models.person import Person
from ui.models.visits import last_words, recorded_words, titles
from ui.pages.visit_drafts import Opened, Typed, VisitDraft, open_visit, write_visit
from ui.pages.visit_sheet import VisitSheet
from ui.pages.writing import WritingPage
from ui.widgets.buttons import Button
from ui.widgets.heads import PageHeader
from ui.widgets.notices import EmptyState
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.rules.visit_filling import may_stay_open, still_needed
from workbench.rules.visit_questions import Filled
from workbench.visit_errors import VisitHasProblems, VisitIncomplete
from workbench.visit_starting import VisitStart

WHITE, SHEET, NOBODY = range(3)


class VisitPage(WritingPage):
    """Asks anew what may not be older than the visit, and marks whatever differs from last time."""

    shows = frozenset({"visit"})

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._visit_id: int | None = None
        self._start: VisitStart | None = None
        self._draft: VisitDraft | None = None
        self._opened: Opened | None = None
        self._request_id = ""
        self._reading = Reading(self, pool, self._show, self._fail)
        self._again = Reading(self, pool, self._show_again, self._fail)
        self._set_up()
        self._refresh_actions()

    def open_for(self, person: Person) -> None:
        """Begin a visit to this person, or go on with the one that was being typed."""
        self._person = person
        self._take_in_hand(None)

    def paper(self) -> Paper | None:
        """The sheet of the visit in hand; while a new one is written, the blank to fill by pen."""
        if self._start is None:
            return None
        if self._start.visit_id is None:
            return blank_paper(self._bench, "SF", "随访服务记录表")
        return visit_paper(self._bench, self._start.visit_id)

    def reload(self) -> None:
        """Read again what the visit is judged by; what is typed stays as it is."""
        if self._start is not None:
            start = self._start
            self._again.ask(partial(open_visit, self._bench, start.patient_id, start.visit_id))

    def take_caret(self) -> None:
        """The first question that is still open."""
        if self._start is not None:
            self.sheet.begin()

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is typed and not recorded; drop the draft when nothing is."""
        if self._draft is None:
            return
        try:
            self._draft.keep(self.sheet.typed())
        except Refused as refusal:
            self.sheet.banner.say(explain(refusal).text)

    def _set_up(self) -> None:
        add = self._add_command
        add("record_visit", "记录", "Ctrl+Return", self._record, "Ctrl+Enter")
        keys = ("Ctrl+Shift+Return", self._record_unanswered, "Ctrl+Shift+Enter")
        add("record_unanswered", "空着记录", *keys)
        add("next_unanswered", "下一处必填", "F4", lambda: self.sheet.go_on())
        add("list_visits", "历次随访…", "F2", self._list)
        add("leave_visit", "返回", "Esc", self.left.emit)
        self.header = PageHeader("写随访")
        self.header.add_right(Button.of(self.command("list_visits"), short="历次…"))
        self.header.add_right(Button.of(self.command("leave_visit"), icon_name="back"))
        self.sheet = VisitSheet(self.command, self._bench.today)
        self.sheet.ready.connect(self._show_opened)
        self.sheet.anew.connect(self._begin_anew)
        self.sheet.left.connect(self.keep_draft)
        self._whole = QStackedWidget()
        self._whole.addWidget(QWidget())  # until the visit is read
        self._whole.addWidget(self.sheet)
        how = "从“患者”或个案页选一个人，再按 Ctrl+Shift+V。"
        self._whole.addWidget(EmptyState("people", "没有可写的内容", how))
        self._whole.setCurrentIndex(NOBODY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._whole, 1)

    def _refresh_actions(self) -> None:
        for name, action in self._commands.items():
            there = self._start is not None or name == "leave_visit"
            action.setEnabled(self._current and there)
        correcting = self._visit_id is not None
        self.command("record_visit").setIconText("保存更正" if correcting else "记录")

    def _take_in_hand(self, visit_id: int | None) -> None:
        """Read a new visit, or a recorded one; nothing of another person stays in sight."""
        self._visit_id, self._start, self._draft, self._opened = visit_id, None, None, None
        self._whole.setCurrentIndex(WHITE)
        self._refresh_actions()
        if self._person is not None:
            key = self._person.patient_id
            self._reading.ask(partial(open_visit, self._bench, key, visit_id))

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self.sheet.ask(opened.start.version)

    @Slot()
    def _show_opened(self) -> None:
        opened, self._opened = self._opened, None
        if opened is None:
            return
        start, draft = opened.start, opened.draft
        self._request_id = uuid4().hex
        self._show_start(start, self._restored(opened))
        self.sheet.fill(Typed(start.filled, own_day=start.visit_id is not None))
        untouched = self.sheet.typed()
        if draft is not None:
            self.sheet.fill(draft)
        self._draft = VisitDraft(self._bench, start.patient_id, start.visit_id)
        self._draft.begin(untouched, draft)
        self._whole.setCurrentIndex(SHEET)
        self._refresh_actions()
        self.paper_changed.emit()
        if self._current:
            self.take_caret()

    def _show_again(self, opened: Opened) -> None:
        """A visit was recorded or taken back meanwhile; what is typed is weighed anew."""
        if self._start is not None and opened.start.visit_id == self._start.visit_id:
            typed = self.sheet.typed()
            self._show_start(opened.start, "")
            self.sheet.fill(typed)

    def _show_start(self, start: VisitStart, restored: str) -> None:
        self._start = start
        called = self._person.called if self._person else ""
        day = start.filled.get("visited_on")
        title = "写随访" if start.visit_id is None else f"更正{day}的随访"
        self.header.show_words(f"{title}　{called}", last_words(start))
        self.sheet.show_start(start, restored)

    def _restored(self, opened: Opened) -> str:
        if opened.typed_at is None:
            return ""
        moment = moment_text(opened.typed_at, self._bench.today())
        return f"已恢复{moment}写到一半的内容。"

    def _record(self) -> None:
        self._try_to_record(unanswered=False)

    def _record_unanswered(self) -> None:
        self._try_to_record(unanswered=True)

    def _try_to_record(self, *, unanswered: bool) -> None:
        QGuiApplication.inputMethod().commit()  # what is still being composed counts as typed
        weighed, typed = self.sheet.weighed(), self.sheet.typed()
        if self._start is None or weighed is None:
            return
        try:
            self.sheet.require_read()
            _require(typed.filled, unanswered)
            write_visit(self._bench, self._start, weighed.record, typed.why, self._request_id)
        except VisitIncomplete as refusal:
            self._refuse(refusal, refusal.items[0])
            self.sheet.foot.offer_unanswered(may_stay_open(typed.filled))
        except VisitHasProblems as refusal:
            self._refuse(refusal, refusal.problems[0].item)
        except Refused as refusal:
            self._refuse(refusal, "")
        else:
            self._leave_behind(recorded_words(typed.filled, weighed))

    def _refuse(self, refusal: Refused, item: str) -> None:
        self.sheet.banner.say(explain(refusal).text)
        self.sheet.lead_to(item)

    def _leave_behind(self, words: str) -> None:
        corrected = self._visit_id is not None
        self._start, self._draft = None, None  # nothing is left to keep
        self.left.emit()
        self.said.emit("已更正，原来的内容留有记录" if corrected else words)

    @Slot()
    def _begin_anew(self) -> None:
        if self._draft is not None:
            self._draft.drop()
            self._take_in_hand(self._visit_id)

    def _list(self) -> None:
        if self._person is not None:
            dialog = VisitsDialog(self._bench, self._person.patient_id, self.window())
            dialog.correct_wanted.connect(self._correct)
            dialog.open()

    @Slot(int)
    def _correct(self, visit_id: int) -> None:
        self.keep_draft()
        self._take_in_hand(visit_id)

    def _fail(self, problem: Exception) -> None:
        self._whole.setCurrentIndex(NOBODY)
        show_problem(self.window(), problem)


def _require(filled: Filled, unanswered: bool) -> None:
    """Refuse while something is open that every visit has to answer, unless it may stay so."""
    needed, optional = still_needed(filled), may_stay_open(filled)
    if needed and not (unanswered and optional):
        raise VisitIncomplete(needed, titles(needed), optional=optional)
