"""One visit, written down after it or while it goes on, from what was said last time."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, QThreadPool, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.visits import VisitsDialog
from ui.messages import explain, show_problem
from ui.models.days import moment_text
from ui.models.papers import Paper, blank_paper, visit_paper
from ui.models.person import Person
from ui.models.visits import (
    class_words,
    last_words,
    next_visit_words,
    recorded_words,
    row_states,
    since_hint,
    since_lines,
    titles,
)
from ui.pages.visit_drafts import Opened, Typed, VisitDraft, open_visit, write_visit
from ui.pages.visit_foot import VisitFoot
from ui.pages.visit_form import VisitForm
from ui.pages.visit_head import VisitHead
from ui.pages.writing import WritingPage
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.heads import PageHeader
from ui.widgets.notices import Banner, EmptyState
from ui.widgets.windows import Ground, ScrollColumn
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.rules.visit_filling import still_needed
from workbench.visit_errors import VisitHasProblems, VisitIncomplete
from workbench.visit_starting import VisitStart, Weighed

DRAFT_EVERY = 3000
NEXT_DAY, LAST = "next_visit_on", "words"


class VisitPage(WritingPage):
    """Asks anew what may not be older than the visit, and marks whatever differs from last time."""

    shows = frozenset({"visit"})

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._person: Person | None = None
        self._visit_id: int | None = None
        self._start: VisitStart | None = None
        self._draft: VisitDraft | None = None
        self._weighed: Weighed | None = None
        self._own_day = False
        self._request_id = ""
        self._reading = Reading(self, pool, self._show, self._fail)
        self._again = Reading(self, pool, self._show_again, self._fail)
        self._set_up()
        self._timer = QTimer(self)
        self._timer.setInterval(DRAFT_EVERY)
        self._timer.timeout.connect(self.keep_draft)
        self._refresh_actions()

    def open_for(self, person: Person) -> None:
        """Begin a visit to this person, or go on with the one that was being typed."""
        self._person = person
        self._take_in_hand(None)

    def person(self) -> Person | None:
        """Whom one writes about."""
        return self._person

    def subject(self) -> object:
        """The same, for coming back."""
        return self._person

    def show_subject(self, subject: object) -> None:
        """Come back to a person."""
        if isinstance(subject, Person):
            self.open_for(subject)

    def paper(self) -> Paper | None:
        """The sheet of the visit in hand; while a new one is written, the blank to fill by pen."""
        if self._start is None:
            return None
        if self._start.visit_id is None:
            return blank_paper(self._bench, "SF", "随访服务记录表")
        return visit_paper(self._bench, self._start.visit_id)

    def reload(self) -> None:
        """Read again what the visit is judged by; what is typed stays as it is."""
        if self._start is not None and self._person is not None:
            key = self._person.patient_id
            self._again.ask(partial(open_visit, self._bench, key, self._visit_id))

    def set_current(self, current: bool) -> None:
        """Keep drafts only while somebody can type."""
        super().set_current(current)
        if current:
            self._timer.start()
            return
        self.keep_draft()
        self._timer.stop()

    def take_caret(self) -> None:
        """The first question that is still open."""
        if self._start is not None:
            self._go_on("")

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is typed and not recorded; drop the draft when nothing is."""
        if self._draft is None:
            return
        try:
            self._draft.keep(self._typed())
        except Refused as refusal:
            self.banner.say(explain(refusal).text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.form.fit(self.width())
        super().resizeEvent(event)

    def _set_up(self) -> None:
        add = self._add_command
        add("record_visit", "记录", "Ctrl+Return", partial(self._record, False), "Ctrl+Enter")
        add("record_unanswered", "空着记录", "Ctrl+Shift+Return", partial(self._record, True))
        add("next_unanswered", "下一处必填", "F4", lambda: self._go_on(self.form.item_with_caret()))
        add("list_visits", "历次随访…", "F2", self._list)
        add("leave_visit", "返回", "Esc", self.left.emit)
        self.header = PageHeader("写随访")
        self.header.add_right(Button.of(self.command("list_visits"), short="历次…"))
        self.header.add_right(Button.of(self.command("leave_visit"), icon_name="back"))
        self.head, self.form, self.banner = VisitHead(), VisitForm(), Banner()
        self.foot = VisitFoot(self.command)
        self.head.anew.connect(self._begin_anew)
        self.head.typed.connect(self._weigh)
        self.form.given.connect(self._take)
        self.form.on_wanted.connect(self._go_on)
        self._whole = QStackedWidget()
        self._whole.addWidget(QWidget())  # until the visit is read
        self._whole.addWidget(self._sheet())
        how = "从“患者”或个案页选一个人，再按 Ctrl+Shift+V。"
        self._whole.addWidget(EmptyState("people", "没有可写的内容", how))
        self._whole.setCurrentIndex(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._whole, 1)

    def _sheet(self) -> QWidget:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(20, 8, 20, 12)
        body.setSpacing(6)
        body.addWidget(self.head)
        body.addWidget(self.form)
        body.addStretch(1)
        notice = QHBoxLayout()
        notice.setContentsMargins(20, 0, 20, 6)
        notice.addWidget(self.banner)
        ground = Ground("sheet")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll = ScrollColumn("随访记录", inside)
        column.addWidget(self._scroll, 1)
        column.addLayout(notice)
        column.addWidget(self.foot)
        return ground

    def _refresh_actions(self) -> None:
        for name, action in self._commands.items():
            there = self._start is not None or name == "leave_visit"
            action.setEnabled(self._current and there)
        correcting = self._visit_id is not None
        self.command("record_visit").setIconText("保存更正" if correcting else "记录")

    def _take_in_hand(self, visit_id: int | None) -> None:
        """Read a new visit, or a recorded one; nothing of another person stays in sight."""
        self._visit_id, self._start, self._draft = visit_id, None, None
        self._whole.setCurrentIndex(0)
        self._refresh_actions()
        if self._person is not None:
            key = self._person.patient_id
            self._reading.ask(partial(open_visit, self._bench, key, visit_id))

    def _show(self, opened: Opened) -> None:
        start, draft = opened.start, opened.draft
        self._start, self._request_id = start, uuid4().hex
        self._draft = VisitDraft(self._bench, start.patient_id, start.visit_id)
        self.foot.offer_unanswered(False)
        self.banner.say("")
        self._fill(Typed(start.filled, own_day=start.visit_id is not None))
        untouched = self._typed()
        if draft is not None:
            self._fill(draft)
        self._draft.begin(untouched, draft)
        restored = ""
        if opened.typed_at is not None:
            moment = moment_text(opened.typed_at, self._bench.today())
            restored = f"已恢复{moment}写到一半的内容。"
        self._show_head(start, restored)
        self._whole.setCurrentIndex(1)
        self._refresh_actions()
        self.paper_changed.emit()
        if self._current:
            self.take_caret()

    def _show_again(self, opened: Opened) -> None:
        """A visit was recorded, corrected or taken back; the fields are left alone."""
        if self._start is None or opened.start.visit_id != self._start.visit_id:
            return
        typed = self._typed()
        self._start = opened.start
        self._show_head(opened.start, "")
        self._fill(typed)

    def _show_head(self, start: VisitStart, restored: str) -> None:
        person, correcting = self._person, start.visit_id is not None
        day = start.filled.get("visited_on")
        title = f"更正{day}的随访" if correcting else "写随访"
        called = person.called if person else ""
        self.header.show_words(f"{title}　{called}", last_words(start))
        self.head.show_since(since_lines(start), since_hint(start))
        self.head.ask_why(correcting)
        self.head.show_restored(restored)
        self.form.show_medicines(start.medicines)

    def _fill(self, typed: Typed) -> None:
        start = self._start
        if start is None:
            return
        self._own_day = typed.own_day
        self.form.show_filled(typed.filled, start.version)
        last = (start.filled_before() or {}).get("level")
        self.form.show_last_level(int(last) if isinstance(last, int) else None)
        self.head.why.setText(typed.why)
        self._weigh()

    def _typed(self) -> Typed:
        return Typed(self.form.filled(), self._own_day, self.head.why.text())

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
        filled = self.form.filled()
        weighed = self._weighed = start.weighed(filled)
        if not self._own_day:
            self.form.show_answer(NEXT_DAY, weighed.next_visit.on)
            filled[NEXT_DAY] = weighed.next_visit.on
        self.form.show_states(row_states(start, filled, weighed))
        self.form.explain("stability", class_words(filled, weighed))
        self.form.explain(NEXT_DAY, next_visit_words(filled, weighed))
        self.foot.show_needed(len(still_needed(filled)) + len(weighed.reasons_wanted))

    @Slot(str)
    def _go_on(self, item: str) -> None:
        """Let the keyboard in at the next question that has to be answered."""
        states = self.form.states()
        order = list(states)
        place = order.index(item) + 1 if item in order else 0
        ahead = [*order[place:], *order[:place]]
        wanted = next((each for each in ahead if states[each].wanted), LAST)
        # Whoever is led by the keyboard has to see where it is.
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.form.take_caret_at(wanted)
        self._scroll.ensureWidgetVisible(self.form.row(wanted), 0, theme().px(8))

    def _record(self, unanswered: bool) -> None:
        QGuiApplication.inputMethod().commit()  # what is still being composed counts as typed
        self._weigh()
        weighed, filled = self._weighed, self.form.filled()
        if self._start is None or weighed is None:
            return
        try:
            self._require(filled, unanswered)
            typing = self.head.why.text(), self._request_id
            write_visit(self._bench, self._start, weighed.record, *typing)
        except VisitIncomplete as refusal:
            self._refuse(refusal, refusal.items[0])
            self.foot.offer_unanswered("form" not in refusal.items)
        except VisitHasProblems as refusal:
            self._refuse(refusal, refusal.problems[0].item)
        except Refused as refusal:
            self._refuse(refusal, "")
        else:
            self._leave_behind(recorded_words(filled, weighed))

    def _require(self, filled: dict[str, object], unanswered: bool) -> None:
        needed = still_needed(filled)
        if needed and not (unanswered and "form" not in needed):
            raise VisitIncomplete(needed, titles(needed))

    def _refuse(self, refusal: Refused, item: str) -> None:
        self.banner.say(explain(refusal).text)
        if item in self.form.states():
            self.form.take_caret_at(item)
        elif self._visit_id is not None and not self.head.why.text().strip():
            self.head.why.setFocus()

    def _leave_behind(self, words: str) -> None:
        corrected = self._visit_id is not None
        self._start, self._draft = None, None  # nothing is left to keep
        self.left.emit()
        self.said.emit("已更正，原来的内容留有记录" if corrected else words)

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
        self._whole.setCurrentIndex(2)
        show_problem(self.window(), problem)
