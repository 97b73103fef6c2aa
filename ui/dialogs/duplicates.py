"""Records that look alike, two beside each other, and what somebody finds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import explain
from ui.models.duplicates import pair_face, pair_spoken, verdict_words
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.inputs import Field, LineBox
from ui.widgets.lists import RowsList
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import FormDialog, ScrollColumn
from workbench.bench import Bench
from workbench.comparing import ComparedLine
from workbench.errors import Refused
from workbench.resemblances import (
    PairRow,
    compare_patients,
    judge_different,
    list_resemblances,
    mark_duplicate,
    withdraw_judgement,
)

EXPLANATION = "登记里身份证号、姓名和出生日期、姓名和电话相同的人。打开一对来核对，会留下查看记录。"
NOBODY = "没有疑似重复的登记。登记、更正或导入以后，可以再来看看。"


class DuplicatesDialog(FormDialog):
    """Pairs on the left, two records on the right. Nothing is compared before it is opened."""

    judged = Signal(str)

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__("疑似重复", EXPLANATION, parent)
        self.setObjectName("duplicates_dialog")
        self._bench = bench
        self._opened: PairRow | None = None
        self._lay_out()
        self._read()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self._model: RowsModel[PairRow] = RowsModel(pair_face, pair_spoken, self)
        self.list = RowsList("疑似重复的登记", margin=10)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._open)
        self.list.setMinimumHeight(theme().px(140))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.list, 1)
        row.addLayout(self._right(), 2)
        self.fields.addLayout(row, 1)
        self.why = LineBox("理由", "例如 本人到场，核对身份证")
        self.fields.addWidget(Field("理由", self.why))
        self.different = Button("不是同一人")
        self.first, self.second = Button("保留左边"), Button("保留右边")
        self.back = Button("撤回结论")
        self.cancel = Button("关闭", keys="Esc")
        self.different.clicked.connect(self._find_different)
        self.first.clicked.connect(partial(self._keep, 0))
        self.second.clicked.connect(partial(self._keep, 1))
        self.back.clicked.connect(self._withdraw)
        self.cancel.clicked.connect(self.reject)
        self.compare = Button("核对这一对", keys="Enter")
        self.compare.clicked.connect(self._open)
        verbs = (self.compare, self.different, self.first, self.second, self.back, self.cancel)
        self.add_verbs(*verbs)
        self.want_width(820)

    def _right(self) -> QVBoxLayout:
        self.found = Label("", Type.NOTE_BOLD, "text2", wrap=True)
        self.lines = ScrollColumn("两条登记逐项对照", QWidget())
        self.lines.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # However much two records say, the dialog stays as tall as the list; this part scrolls.
        self.lines.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.lines.setMinimumHeight(theme().px(120))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.found)
        column.addWidget(self.lines, 1)
        return column

    def _selected(self) -> PairRow | None:
        row: PairRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def _read(self) -> None:
        kept = self._selected()
        rows = list_resemblances(self._bench)
        self._model.show(rows)
        places = [number for number, row in enumerate(rows) if kept and row.pair == kept.pair]
        if rows:
            self.list.setCurrentIndex(self._model.index(places[0] if places else 0, 0))
        else:
            self.banner.say(NOBODY)
        self._choose()

    @Slot()
    def _choose(self) -> None:
        row = self._selected()
        if row is None or self._opened is None or row.pair != self._opened.pair:
            self._opened = None
            self._show_lines((), ())
        self.found.setText(verdict_words(row) if row else "")
        self._refresh(row)

    def _refresh(self, row: PairRow | None) -> None:
        undecided = row is not None and row.verdict is None and self._opened is not None
        for button in (self.different, self.first, self.second):
            button.setEnabled(undecided)
        self.compare.setEnabled(row is not None and self._opened is None)
        self.back.setEnabled(row is not None and row.verdict is not None)

    @Slot()
    def _open(self) -> None:
        row = self._selected()
        if row is None:
            return
        try:
            lines = compare_patients(self._bench, *row.pair)
        except Refused as refusal:
            self.refuse(explain(refusal).text)
            return
        self._opened = row
        self._show_lines(row.who, sorted(lines, key=lambda line: not line.differs))
        self._refresh(row)
        if row.verdict is None:
            self.why.setFocus()

    def _show_lines(self, who: tuple[str, ...], lines: list[ComparedLine] | tuple[()]) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(14)
        for column, name in enumerate(who, 1):
            grid.addWidget(ShortLabel(name, Type.HEAD), 0, column)
        for number, line in enumerate(lines, 1):
            style, colour = (Type.HEAD, "warn") if line.differs else (Type.BODY, "text")
            mark = f"{line.label}·不同" if line.differs else line.label
            grid.addWidget(Label(mark, Type.NOTE, colour if line.differs else "text2"), number, 0)
            for column, words in enumerate((line.first, line.second), 1):
                grid.addWidget(Label(words or "（空）", style, colour, wrap=True), number, column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(lines) + 1, 1)
        self.lines.setWidget(inside)
        inside.setAutoFillBackground(False)
        different = "、".join(line.label for line in lines if line.differs)
        self.lines.setAccessibleDescription(f"不同的有：{different}" if different else "")

    @Slot()
    def _find_different(self) -> None:
        row = self._opened
        if row is not None:
            judge = partial(judge_different, self._bench, *row.pair, why=self.why.text())
            self._judge(judge, "已记下：不是同一人")

    def _keep(self, kept: int, _: bool = False) -> None:
        row = self._opened
        if row is not None:
            aside, kept_id = row.pair[1 - kept], row.pair[kept]
            judge = partial(
                mark_duplicate, self._bench, aside, kept_id=kept_id, why=self.why.text()
            )
            self._judge(judge, "已标为重复登记，可以随时撤回")

    @Slot()
    def _withdraw(self) -> None:
        row = self._selected()
        if row is not None and row.judgement_id is not None:
            why = self.why.text()
            judge = partial(withdraw_judgement, self._bench, row.judgement_id, why=why)
            self._judge(judge, "已撤回，两条登记照旧")

    def _judge(self, judge: Callable[[], object], done: str) -> None:
        try:
            judge()
        except Refused as refusal:
            self.refuse(explain(refusal).text)
            return
        self.banner.say("")
        self.why.clear()
        self.judged.emit(done)
        self._read()
