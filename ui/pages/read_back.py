"""会末核对: everything a meeting concluded on one page, and one confirmation that seals it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QThreadPool, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Job, Reading
from ui.messages import explain, show_problem
from ui.models.days import day_in_prose
from ui.models.read_back import Fold, Line, line_face, line_spoken, passages
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.page import Page
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import PageHeader, SectionHead
from ui.widgets.inputs import Field, TimeBox
from ui.widgets.notices import Banner
from ui.widgets.panes import EdgeColumn
from ui.widgets.reading_list import ReadingList
from ui.widgets.text import Label
from ui.widgets.windows import Ground
from workbench.bench import Bench
from workbench.closing import ClosedMeeting, close_meeting
from workbench.read_back import Gap, ReadBack, ReadItem, read_back

ONCE_SEALED = "核对无误就结束并封存。封存以后原文不能再改，写错的另作更正。"


class ReadBackPage(Page):
    """Reads only, until the meeting is confirmed; sealing draws its papers beside the screen."""

    shows = frozenset(
        {
            "meeting",
            "attendance",
            "agenda_item",
            "opinion",
            "assessment",
            "decision",
            "task_result",
        }
    )
    item_wanted = Signal(int, object)
    closed = Signal(int)
    _drawn = Signal(int, int)

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._meeting_id = 0
        self._back: ReadBack | None = None
        self._sealing = self._unfolded = False
        self._reading = Reading(self, pool, self._show, partial(show_problem, self))
        self._drawn.connect(self._tell_progress)
        self._set_up()
        self._refresh_actions()

    def open_meeting(self, meeting_id: int) -> None:
        """Read a meeting back from its beginning."""
        self._meeting_id, self._back, self._unfolded = meeting_id, None, False
        self._model.show([])
        self.banner.say("")
        self.progress.setText("正在汇总…")
        self._refresh_actions()
        self.reload()

    def value(self) -> ReadBack | None:
        """What is on show, for whoever shows it larger; it holds masked words alone."""
        return self._back

    def subject(self) -> object:
        return self._meeting_id or None

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self.open_meeting(subject)

    def reload(self) -> None:
        """Read everything again; the time that was typed stays."""
        if self._meeting_id and not self._sealing:
            self._reading.ask(partial(read_back, self._bench, self._meeting_id))

    def take_caret(self) -> None:
        """The list that is read out."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.window().width() < theme().px(1200)
        self._side.setFixedWidth(min(theme().px(208 if narrow else 264), self.width() // 3))
        super().resizeEvent(event)

    def _set_up(self) -> None:
        self._add_commands()
        self.header = PageHeader("会末核对")
        self.header.add_right(Button.of(self.command("leave_read_back"), icon_name="back"))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list_part(), 1)
        body.addWidget(self._side_part())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)
        whole.addWidget(self._foot())

    def _add_commands(self) -> None:
        add = self._add_command
        add("return_to_item", "回到这一项", "Ctrl+G", self._return_to_item)
        add("close_meeting", "结束并封存", "Ctrl+Return", self._close, "Ctrl+Enter")
        add("leave_read_back", "返回", "Esc", self.left.emit)

    def _list_part(self) -> QWidget:
        self._model: RowsModel[Line] = RowsModel(line_face, line_spoken, self)
        self.list = ReadingList("会末核对")
        self.list.setModel(self._model)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._refresh_actions)
        pane = Ground("sheet")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(self.list)
        return pane

    def _side_part(self) -> QWidget:
        self._came, self._heard = (
            SectionHead("到会", ruled=True),
            SectionHead("上次的任务", ruled=True),
        )
        self._absent = Label("", Type.NOTE, "text2", wrap=True)
        self._unheard = Label("", Type.NOTE, "text2", wrap=True)
        self.ends = TimeBox("散会时间")
        sealed = Label(ONCE_SEALED, Type.NOTE, "text2", wrap=True)
        told = (self._came, self._absent, self._heard, self._unheard)
        parts = (*told, Field("散会时间", self.ends), sealed)
        self._side = EdgeColumn("到会、任务和散会时间", "window", parts)
        return self._side

    def _foot(self) -> QWidget:
        foot = Ground("window", edge="top")
        self.banner, self.progress = Banner(), Label("", Type.NOTE, "text2")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.progress, 1)
        row.addWidget(Button.of(self.command("return_to_item")))
        row.addWidget(Button.of(self.command("close_meeting"), Kind.PRIMARY))
        column = QVBoxLayout(foot)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(row)
        return foot

    @Slot()
    def _refresh_actions(self) -> None:
        back, row = self._back, self.list.currentIndex().data(ROW_ROLE)
        possible = {
            "leave_read_back": not self._sealing,
            "close_meeting": back is not None and back.open and not self._sealing,
            "return_to_item": back is not None and back.open and isinstance(row, Gap | ReadItem),
        }
        for action in self.commands():
            action.setEnabled(self._current and possible[action.objectName()])

    def _show(self, back: ReadBack) -> None:
        first = self._back is None
        self._back = back
        if first:
            self.ends.show_moment(back.ends)
        state = "" if back.open else "·已封存"
        day = f"{day_in_prose(back.held_on)}{back.begins:%H:%M}"
        told = f"{back.title}·{day}·主持 {back.chair}·记录 {back.recorder}{state}"
        self.header.show_words("会末核对", told)
        self._show_side(back)
        self._show_lines()
        self.progress.setText(_summary(back))
        self._refresh_actions()

    def _show_lines(self) -> None:
        if self._back is None:
            return
        kept = self.list.currentIndex().row()
        self._model.show(passages(self._back, unfolded=self._unfolded))
        last = self._model.rowCount() - 1
        self.list.setCurrentIndex(self._model.index(min(max(kept, 1), last), 0))

    def _show_side(self, back: ReadBack) -> None:
        self._came.set_hint(f"{back.present}/{back.expected}")
        self._absent.setText(f"缺席 {'、'.join(back.absent)}" if back.absent else "全部到会")
        self._heard.set_hint(f"已说 {back.heard_tasks}/{back.earlier_tasks}")
        silent = back.earlier_tasks - back.heard_tasks
        told = f"还有{silent}项没有说结果，没到期的留到下次。" if silent else "每一项都有结果。"
        self._unheard.setText(told if back.earlier_tasks else "没有要回顾的任务。")
        self.ends.setEnabled(back.open)

    @Slot(QModelIndex)
    def _open(self, _: QModelIndex) -> None:
        row: Line | None = self.list.currentIndex().data(ROW_ROLE)
        if isinstance(row, Fold):
            self._unfolded = not self._unfolded
            self._show_lines()
        else:
            self._return_to_item()

    def _return_to_item(self) -> None:
        row: Line | None = self.list.currentIndex().data(ROW_ROLE)
        if isinstance(row, Gap | ReadItem) and self._back is not None and self._back.open:
            self.item_wanted.emit(self._meeting_id, row.item_id)

    def _close(self) -> None:
        self._take_sealing(sealing=True)
        self.banner.say("")
        self.progress.setText("正在整理并封存会议记录…")
        ends, told = self.ends.moment(), self._drawn.emit
        work = partial(close_meeting, self._bench, self._meeting_id, ends=ends, progress=told)
        Job(self, work, self._finish, self._refuse).start(self._pool)

    def _take_sealing(self, *, sealing: bool) -> None:
        self._sealing = sealing
        self.ends.setEnabled(not sealing)
        self._refresh_actions()

    @Slot(int, int)
    def _tell_progress(self, done: int, of: int) -> None:
        self.progress.setText(f"正在封存第 {done + 1}/{of} 份…")

    def _finish(self, made: ClosedMeeting) -> None:
        self._take_sealing(sealing=False)
        self.said.emit("会议已结束，会议记录已封存")
        if made.missing:
            self.said.emit(f"会议已结束。有些字可能印不出：{'；'.join(made.missing)}")
        if self._current:
            self.closed.emit(self._meeting_id)

    def _refuse(self, problem: Exception) -> None:
        self._take_sealing(sealing=False)
        self.progress.setText("")
        self.banner.say(explain(problem).text)
        self.reload()


def _summary(back: ReadBack) -> str:
    if not back.open:
        return "这次会议已经封存。"
    held_up = sum(gap.holds_up for gap in back.gaps)
    if held_up:
        return f"还有{held_up}处要先补上，才能结束。"
    noted = f"，另有{len(back.gaps)}处请看一下" if back.gaps else ""
    return f"共{len(back.items)}项，都有结论{noted}。"
