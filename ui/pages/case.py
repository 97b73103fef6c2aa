"""The page of one case, the only one that shows a full name: eight tabs, now or as of a day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.find_case import FindCaseDialog
from ui.messages import explain, show_problem
from ui.models.cases import meetings, plan_lines, ratings, tasks, version_text
from ui.models.papers import Paper, case_file_paper
from ui.models.person import Person
from ui.pages.case_attachments import STEPS, CaseAttachments
from ui.pages.case_entries import CaseEntries
from ui.pages.case_head import CaseHead
from ui.pages.case_overview import CaseOverview
from ui.pages.case_papers import case_papers
from ui.pages.case_remarks import REMARK_STEPS, REPORTS, ask_about_remark
from ui.pages.case_timeline import CaseTimeline
from ui.pages.case_view import CaseShown, read_case_shown
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.inputs import Choice
from ui.widgets.notices import EmptyState
from ui.widgets.tab_row import TabRow
from ui.widgets.windows import Ground
from workbench.annotations import AnnotationRow
from workbench.bench import Bench
from workbench.case_page import CASE_TABLES, open_case_page
from workbench.errors import Refused
from workbench.plan_reading import PlanDetails
from workbench.records import RecordKey

TABS = (
    ("overview", "概要"),
    ("timeline", "时间线"),
    ("ratings", "评估"),
    ("plan", "计划"),
    ("tasks", "任务"),
    ("meetings", "会议"),
    ("papers", "文书"),
    ("attachments", "附件"),
)
TIMELINE, PLAN, TASKS, MEETINGS, ATTACHMENTS = 1, 3, 4, 5, 7
WHITE = 2  # the place in the stack that says nothing
ALWAYS = "find_case"


class CasePage(Page):
    """Shows a case and answers remarks on it; every look at another case is in the audit."""

    shows = CASE_TABLES
    case_wanted = Signal(int)

    def __init__(
        self, bench: Bench, pool: QThreadPool, handing: Handing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._handing = bench, pool, handing
        self._case_id = 0
        self._shown: CaseShown | None = None
        self._reading = Reading(self, pool, self._show, self._fail)
        self._set_up()
        self._refresh_actions()

    def open_case(self, case_id: int) -> None:
        """Show another case, as it is now."""
        if case_id != self._case_id:
            self._case_id, self._shown = case_id, None
            self.tabs.show_number(0)
            self._panes.setCurrentIndex(0)
            self._whole.setCurrentIndex(WHITE)
        self.head.show_present(self._bench.today())
        self.reload()

    def subject(self) -> object:
        """The key of the case."""
        return self._case_id or None

    def show_subject(self, subject: object) -> None:
        """Come back to a case; one whose name had been put away is looked at anew."""
        if isinstance(subject, int) and subject != self._case_id:
            open_case_page(self._bench, subject)
            self.open_case(subject)

    def person(self) -> Person | None:
        """Whose case it is, in full; nobody while another day is looked at."""
        if self._shown is None or self._past():
            return None
        whole = self._shown.view.whole
        return Person(whole.patient_id, whole.name, self._case_id, whole.number, by_name=True)

    def record(self) -> RecordKey | None:
        """What is chosen on the timeline while it is in view."""
        shown = self._panes.currentIndex() == TIMELINE and self.person() is not None
        return self.timeline.record() if shown else None

    def reload(self) -> None:
        """Read the case again, on the day that is looked at."""
        if self._case_id:
            self._reading.ask(
                partial(read_case_shown, self._bench, self._case_id, self.head.past_day())
            )

    def paper(self) -> Paper | None:
        """The file of the case."""
        if self._shown is None:
            return None
        return case_file_paper(self._bench, self._case_id, self._shown.view.whole.number)

    def forget(self) -> None:
        """Take the name off the page."""
        self._reading.forget()
        self._case_id, self._shown = 0, None
        self.head.clear()
        self.attachments.forget()
        self._whole.setCurrentIndex(0)

    def take_caret(self) -> None:
        """Whatever the tab in view holds."""
        pane = self._panes.currentWidget()
        if isinstance(pane, CaseOverview | CaseTimeline | CaseEntries | CaseAttachments):
            pane.take_caret()
        else:
            pane.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.head.fit(self.window().width(), self.window().height())
        super().resizeEvent(event)

    def _set_up(self) -> None:
        self._add_commands()
        self.head = CaseHead(self.command("return_to_now"), self.command("leave_case"))
        self.head.day_chosen.connect(self._look_back)
        self.tabs = TabRow("页签", [title for _, title in TABS])
        self.tabs.chosen.connect(self._turn_to)
        self.tabs.show_number(0)
        self._set_up_panes()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._panes, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._empty())
        self._whole.addWidget(inside)
        self._whole.addWidget(QWidget())  # until the case is read
        ground = Ground("sheet")
        sheet = QVBoxLayout(ground)
        sheet.setContentsMargins(24, 10, 24, 10)
        sheet.setSpacing(4)
        sheet.addWidget(self.head)
        sheet.addWidget(self._whole, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    def _add_commands(self) -> None:
        add = self._add_command
        add(ALWAYS, "打开个案…", "Ctrl+Shift+O", self._find)
        for number, (name, title) in enumerate(TABS):
            add(f"show_{name}", title, f"Alt+{number + 1}", partial(self._show_tab, number))
        add("show_fewer_months", "少看几个月", "Ctrl++", partial(self._zoom, -1), "Ctrl+=")
        add("show_more_months", "多看几个月", "Ctrl+-", partial(self._zoom, 1))
        add("show_as_table", "以表格查看", "Ctrl+Shift+T", self._turn_over)
        add("look_back", "查看当时", "Ctrl+Shift+H", lambda: self.head.day.setFocus())
        add("return_to_now", "回到现在", "Ctrl+Shift+J", self._return)
        for name, title, keys in REMARK_STEPS:
            add(name, title, keys, partial(self._answer, name))
        for name, title, keys in STEPS:
            add(name, title, keys, partial(self._do_with_attachment, name))
        add("leave_case", "返回", "Esc", self.left.emit)

    def _set_up_panes(self) -> None:
        self.overview = CaseOverview()
        self.timeline = CaseTimeline(self.command("show_as_table"))
        self.timeline.changed.connect(self.person_changed)
        none = "会上评定等级以后，这里逐次列出。"
        self.ratings = CaseEntries("评估列表", "还没有集体评估", none)
        self.plan = CaseEntries("计划列表", "还没有干预计划", "拟定的计划和医师的批注列在这里。")
        self.version = Choice("计划版本")
        self.version.setMinimumContentsLength(16)
        self.version.activated.connect(self._show_plan)
        self.plan.above.addWidget(self.version)
        self.plan.above.addStretch(1)
        self.plan.offer(*(Button.of(self.command(name)) for name in REPORTS))
        self.plan.chosen.connect(self._refresh_actions)
        none = "会议决定和采纳的批注会成为任务。"
        self.tasks = CaseEntries("任务列表", "还没有任务", none)
        self.meetings = CaseEntries("会议列表", "还没有上过会", "列入议程以后，会议列在这里。")
        self.attachments = CaseAttachments(self._bench, self._pool, self.command)
        self.attachments.chosen.connect(self._refresh_actions)
        self.attachments.said.connect(self.said)
        self._panes = QStackedWidget()
        lists = (self.ratings, self.plan, self.tasks, self.meetings)
        for pane in (
            self.overview,
            self.timeline,
            *lists,
            case_papers(self._handing),
            self.attachments,
        ):
            self._panes.addWidget(pane)

    def _empty(self) -> QWidget:
        find = Button.of(self.command(ALWAYS))
        words = "从会议议程打开，或用个案编号查找。"
        self._absent = EmptyState("people", "没有可看的内容", words, find)
        return self._absent

    def _refresh_actions(self) -> None:
        shown = self._shown
        entry = self.plan.entry() if self._panes.currentIndex() == PLAN else None
        open_remark = entry is not None and entry.annotation is not None and not self._past()
        possible = {
            "return_to_now": self._past(),
            "adopt_as_task": open_remark,
            "adopt_as_plan_item": open_remark and shown is not None and bool(shown.draft_id),
            "decline_annotation": open_remark,
            **self.attachments.possible(in_view=self._panes.currentIndex() == ATTACHMENTS),
        }
        for action in self.commands():
            there = shown is not None or action.objectName() in ("leave_case", "return_to_now")
            can = self._current and there and possible.get(action.objectName(), True)
            action.setEnabled(can or action.objectName() == ALWAYS)

    def _past(self) -> bool:
        return self.head.past_day() is not None

    def _show(self, shown: CaseShown) -> None:
        self._shown = shown
        view = shown.view
        self.head.show_case(view, self._bench.today())
        self.overview.show_case(view)
        self.timeline.show_timeline(view.timeline)
        self.ratings.show_entries(ratings(view))
        self._offer_versions(shown)
        self.tasks.show_entries(tasks(view))
        self.meetings.show_entries(meetings(view))
        waiting = sum(task.open for task in view.tasks)
        self.tabs.name_tab(TASKS, f"任务{waiting}" if waiting else "任务")
        self.tabs.name_tab(MEETINGS, f"会议{len(view.meetings)}" if view.meetings else "会议")
        self.attachments.show_case(shown, past=self._past())
        self.tabs.name_tab(ATTACHMENTS, f"附件{self.attachments.count() or ''}")
        self._whole.setCurrentIndex(1)
        self._refresh_actions()
        self.paper_changed.emit()
        self.person_changed.emit()

    def _fail(self, problem: Exception) -> None:
        """What was not yet there on a day is said in the band; nothing of another day stays."""
        self._shown = None
        self._whole.setCurrentIndex(0)
        self._refresh_actions()
        self.paper_changed.emit()
        self.person_changed.emit()
        if isinstance(problem, Refused):
            self.head.refuse(explain(problem).text)
        else:
            show_problem(self.window(), problem)

    def _offer_versions(self, shown: CaseShown) -> None:
        kept = self.version.value()
        self.version.offer([(plan.row.id, version_text(plan)) for plan in shown.plans])
        self.version.setVisible(bool(shown.plans))
        self.version.show_value(kept)
        self._show_plan()

    @Slot()
    def _show_plan(self) -> None:
        if self._shown is not None:
            self.plan.show_entries(plan_lines(self._version(), self._shown.remarks))

    def _version(self) -> PlanDetails | None:
        plans = self._shown.plans if self._shown else ()
        return next((plan for plan in plans if plan.row.id == self.version.value()), None)

    @Slot(int)
    def _turn_to(self, number: int) -> None:
        self._panes.setCurrentIndex(number)
        self._refresh_actions()
        self.person_changed.emit()

    def _show_tab(self, number: int) -> None:
        self.tabs.show_number(number)
        self._turn_to(number)
        self.take_caret()

    def _zoom(self, step: int) -> None:
        self._show_tab(1)
        self.timeline.zoom(step)

    def _turn_over(self) -> None:
        self._show_tab(1)
        self.timeline.turn_over()

    @Slot()
    def _look_back(self) -> None:
        self.person_changed.emit()
        self._refresh_actions()
        self.reload()

    def _return(self) -> None:
        self.head.show_present(self._bench.today())
        self._look_back()

    def _do_with_attachment(self, name: str) -> None:
        self.attachments.do(name)

    def _find(self) -> None:
        dialog = FindCaseDialog(self._bench, self.window())
        dialog.carried_out.connect(self.case_wanted.emit)
        dialog.open()

    def _remark(self) -> AnnotationRow | None:
        entry = self.plan.entry()
        key = entry.annotation if entry else None
        remarks = self._shown.remarks if self._shown else ()
        return next((row for row in remarks if row.id == key), None)

    def _answer(self, name: str) -> None:
        row, shown = self._remark(), self._shown
        if row is not None and shown is not None:
            dialog = ask_about_remark(name, self._bench, shown, row, self.window())
            if dialog is not None:
                dialog.carried_out.connect(lambda _: self.said.emit(REPORTS[name]))
                dialog.open()
