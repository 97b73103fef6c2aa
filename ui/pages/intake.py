"""Whether somebody should enter case management: the criteria, each with its evidence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.intakes import ask_to_correct, ask_to_withdraw
from ui.messages import explain, show_problem
from ui.models.intakes import IntakeEntry, blank_entry, head_words, recorded_entry
from ui.models.person import Person
from ui.pages.intake_criterion import CriterionRow
from ui.pages.intake_drafts import IntakeDrafts
from ui.pages.intake_earlier import IntakeEarlier
from ui.pages.intake_foot import IntakeFoot, above_foot
from ui.pages.intake_form import IntakeForm
from ui.pages.writing import WritingPage
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import PageHeader
from ui.widgets.notices import Banner
from ui.widgets.tab_row import TabRow
from ui.widgets.windows import Ground
from workbench.bench import Bench
from workbench.case_page import CASE_TABLES
from workbench.casework_errors import EvidenceMissing
from workbench.errors import Refused
from workbench.intake_decisions import propose_intake
from workbench.intake_reading import IntakeDetails
from workbench.intake_sheet import IntakeSheet, read_intake_sheet, weigh_intake
from workbench.intakes import Assessed, assess_intake, review_criteria

FORM, EARLIER = 0, 1
RESTORED = "已恢复上次没有记录的内容，请看一下是否完整。"
ON_EARLIER = ("propose_intake", "correct_intake", "withdraw_intake")


class IntakePage(WritingPage):
    """Goes through the criteria for one patient; whoever is in a case is reviewed."""

    shows = CASE_TABLES

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._sheet: IntakeSheet | None = None
        self._correcting: IntakeDetails | None = None
        self._request_id = uuid4().hex
        self._drafts = IntakeDrafts(bench)
        self._reading = Reading(self, pool, self._show_sheet, self._fail)
        self._set_up()
        self._refresh_actions()

    def open_for(self, person: Person) -> None:
        """Show the form for this person, with what was typed and not recorded."""
        self.keep_draft()
        self._person, self._sheet = person, None
        self._begin(None)
        self.tabs.show_number(FORM)
        self._turn_to(FORM)
        self.reload()

    def reload(self) -> None:
        """Read the record again; what is being typed stays as it is."""
        if self._person is not None:
            day = self.form.day.day()
            work = partial(read_intake_sheet, self._bench, self._person.patient_id, day)
            self._reading.ask(work)

    def keep_draft(self) -> None:
        """Keep what is typed and not recorded; drop the draft when nothing is."""
        if self._person is None:
            return
        try:
            self._drafts.keep(self._entry())
        except Refused as refusal:
            self.banner.say(explain(refusal).text)

    def take_caret(self) -> None:
        """The first criterion without an answer, or the earlier ones."""
        if self._panes.currentIndex() == EARLIER:
            self.earlier.take_caret()
        else:
            self.form.begin()

    def _set_up(self) -> None:
        self._add_commands()
        self.header, self.banner = PageHeader("入组评估"), Banner()
        self.header.add_right(Button.of(self.command("take_suggestions"), short="全部采用"))
        self.header.add_right(Button.of(self.command("leave_intake"), icon_name="back"))
        self.tabs = TabRow("页签", ["评估", "以前的评估"])
        self.tabs.chosen.connect(self._turn_to)
        self.form, self.earlier = IntakeForm(self._bench.today), IntakeEarlier()
        self.earlier.offer(*(Button.of(self.command(name)) for name in ON_EARLIER))
        self.foot = IntakeFoot(Button.of(self.command("assess_intake"), Kind.PRIMARY))
        self._connect()
        self._panes = QStackedWidget()
        self._panes.addWidget(above_foot(self.form, self.foot))
        self._panes.addWidget(self.earlier)
        ground = Ground("sheet")
        sheet = QVBoxLayout(ground)
        sheet.setContentsMargins(24, 2, 24, 8)
        sheet.setSpacing(6)
        for part in (self.tabs, self.banner):
            sheet.addWidget(part)
        sheet.addWidget(self._panes, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(ground, 1)

    def _add_commands(self) -> None:
        add = self._add_command
        add("show_intake_form", "评估", "Alt+1", partial(self._show_tab, FORM))
        add("show_earlier_intakes", "以前的评估", "Alt+2", partial(self._show_tab, EARLIER))
        add("take_suggestion", "采用这一条的记录", "F9", self._take_one)
        add("take_suggestions", "采用记录里的全部", "Shift+F9", self._take_all)
        add("assess_intake", "记录评估", "Ctrl+Return", self._record, "Ctrl+Enter")
        add("propose_intake", "列入下次例会议程", "F7", self._propose)
        add("correct_intake", "更正…", "F2", self._correct)
        add("withdraw_intake", "撤回…", "Ctrl+Shift+X", self._withdraw)
        add("leave_intake", "返回", "Esc", self._leave)

    def _connect(self) -> None:
        self.form.answered.connect(self._weigh)
        self.form.day_changed.connect(self.reload)
        self.form.take_wanted.connect(self._take)
        self.form.left.connect(self.keep_draft)
        self.earlier.chosen.connect(self._refresh_actions)

    def _refresh_actions(self) -> None:
        writing = self._panes.currentIndex() == FORM
        ready = writing and self._sheet is not None
        changeable = not writing and self.earlier.can_change()
        possible = {
            "take_suggestion": ready,
            "take_suggestions": ready,
            "assess_intake": ready,
            "propose_intake": not writing and self.earlier.can_propose(),
            "correct_intake": changeable,
            "withdraw_intake": changeable,
        }
        for name, action in self._commands.items():
            there = self._person is not None or name == "leave_intake"
            action.setEnabled(self._current and there and possible.get(name, True))

    def _begin(self, correcting: IntakeDetails | None) -> None:
        """An empty form, or an earlier one to correct, with what was typed last time."""
        if self._person is None:
            return
        self._correcting, self._request_id = correcting, uuid4().hex
        plain = recorded_entry(correcting) if correcting else blank_entry(self._bench.today())
        key = correcting.id if correcting else None
        words = self._restore(key, plain)
        self.form.show_entry(self._drafts.entry() or plain)
        if correcting:
            words = f"正在更正{correcting.on}的评估，记录时请写明理由。{words}"
        self.banner.say(words)
        self.command("assess_intake").setIconText("记录更正…" if correcting else "记录评估")
        self._show_head()
        self._weigh()

    def _restore(self, intake_id: int | None, plain: IntakeEntry) -> str:
        """Turn to the draft of a form; an account that may not write is told so at once."""
        patient = self._person.patient_id if self._person else 0
        try:
            return RESTORED if self._drafts.begin(patient, intake_id, plain) else ""
        except Refused as refusal:
            return explain(refusal).text

    def _show_sheet(self, sheet: IntakeSheet) -> None:
        if self._person is None or sheet.patient_id != self._person.patient_id:
            return
        self._sheet = sheet
        case = sheet.case
        number = case.number if case else ""
        person = replace(self._person, case_id=case.id if case else None, number=number)
        self.form.show_sheet(sheet)
        self.earlier.show_sheet(sheet)
        self.tabs.name_tab(EARLIER, f"以前的评估{len(sheet.earlier) or ''}")
        self._show_head()
        self._weigh()
        self._refresh_actions()
        if person != self._person:
            self._person = person
            self.person_changed.emit()

    def _show_head(self) -> None:
        if self._person is not None:
            case = self._sheet.case if self._sheet else None
            self.header.show_words(*head_words(self._person.called, case))

    @Slot()
    def _weigh(self) -> None:
        if self._sheet is not None:
            met = {c: each.met for c, each in self._entry().answers.items()}
            weighed = weigh_intake(self._sheet, met)
            self.foot.show_weighed(weighed)
            self.form.show_weighed(weighed)

    def _entry(self) -> IntakeEntry:
        return self.form.entry(blank_entry(self._bench.today()))

    @Slot(int)
    def _turn_to(self, number: int) -> None:
        self._panes.setCurrentIndex(number)
        self._refresh_actions()

    def _show_tab(self, number: int) -> None:
        self.tabs.show_number(number)
        self._turn_to(number)
        self.take_caret()

    def _take_one(self) -> None:
        row = self.form.row_in_hand() or self.form.first_to_take()
        if row is not None:
            self._take(row)

    @Slot(object)
    def _take(self, row: CriterionRow) -> None:
        """Take over what the record says; words somebody typed are not written over."""
        if row.says_something_else():
            self.said.emit("这一条已经写了依据，没有改动")
            return
        if row.found().met is not None:
            row.show_answer(row.found())
            self._weigh()
        self.form.begin_after(row)

    def _take_all(self) -> None:
        if not self.form.take_all():
            self.said.emit("没有可采用的记录")
        self._weigh()
        self.form.begin()

    def _record(self) -> None:
        QGuiApplication.inputMethod().commit()  # what is still being composed counts as typed
        sheet, correcting = self._sheet, self._correcting
        if sheet is None:
            return
        assessed = self._entry().assessed()
        try:
            self.form.require_read()
            if correcting is not None:
                self._ask_to_correct(correcting, assessed)
                return
            if sheet.case is None:
                assess_intake(self._bench, sheet.patient_id, assessed, request_id=self._request_id)
            else:
                review_criteria(self._bench, sheet.case.id, assessed, request_id=self._request_id)
        except Refused as refusal:
            self.banner.say(explain(refusal).text)
            if isinstance(refusal, EvidenceMissing):
                self.form.begin_at_missing()
        else:
            self._leave_behind()

    def _ask_to_correct(self, correcting: IntakeDetails, assessed: Assessed) -> None:
        dialog = ask_to_correct(self._bench, correcting.id, assessed, self.window())
        dialog.carried_out.connect(lambda _: self._leave_behind())
        dialog.open()

    def _leave_behind(self) -> None:
        """What was typed is recorded: show it among the others, above an empty form."""
        self._drafts.drop()
        self._begin(None)
        self._show_tab(EARLIER)
        self.said.emit("已记录")

    def _propose(self) -> None:
        chosen, sheet = self.earlier.intake(), self._sheet
        if chosen is None or sheet is None or sheet.meeting is None:
            return
        try:
            propose_intake(self._bench, sheet.meeting.id, chosen.id)
        except Refused as refusal:
            self.banner.say(explain(refusal).text)
        else:
            self.banner.say("")
            self.said.emit(f"已列入{sheet.meeting.title}的议程")

    def _correct(self) -> None:
        chosen = self.earlier.intake()
        if chosen is not None:
            self.keep_draft()
            self._begin(chosen)
            self._show_tab(FORM)

    def _withdraw(self) -> None:
        chosen = self.earlier.intake()
        if chosen is not None:
            dialog = ask_to_withdraw(self._bench, chosen.id, self.window())
            dialog.carried_out.connect(lambda _: self.said.emit("已撤回，原来的内容留有记录"))
            dialog.open()

    def _leave(self) -> None:
        """Out of a correction first, then off the page; what was typed waits as a draft."""
        self.keep_draft()
        if self._correcting is None:
            self.left.emit()
        else:
            self._begin(None)
            self._show_tab(EARLIER)

    def _fail(self, problem: Exception) -> None:
        show_problem(self.window(), problem)
