"""上次说的话: what each department promised last time, and what became of it."""

from __future__ import annotations

from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.prose import Remark
from forms.rows import Column, Grid

DEPARTMENTS = Grid(
    field=Field("departments", Kind.ROWS),
    columns=(
        Column("department", "单位", 46, strong="sum"),
        Column("promised", "议定", 17, Kind.COUNT, centred=True, strong="sum"),
        Column("done", "已办", 17, Kind.COUNT, centred=True, strong="sum"),
        Column("not_carried_out", "未落实", 18, Kind.COUNT, centred=True, strong="sum"),
        Column("overdue", "逾期未报", 19, Kind.COUNT, centred=True, strong="sum"),
        Column("no_longer_needed", "不再需要", 19, Kind.COUNT, centred=True, strong="sum"),
        Column("open", "未到期", 17, Kind.COUNT, centred=True, strong="sum"),
        Column("rate", "落实率", 17, centred=True, strong="sum"),
    ),
    nothing="上次会议没有议定事项。",
    pen_rows=8,
)

TASKS = Grid(
    field=Field("tasks", Kind.ROWS),
    group=Column("department", "单位", 26),
    columns=(
        Column("case", "个案", 18),
        Column("title", "事项", 47),
        Column("implementer", "责任人", 19, Kind.NAME),
        Column("due_on", "时限", 16, Kind.SHORT, centred=True),
        Column("outcome", "结果", 20),
        Column("note", "说明", 24),
    ),
    nothing="上次会议没有议定事项。",
    pen_rows=12,
)

PROMISES = Form(
    code="SC",
    revision="2026-11",
    title="上次说的话",
    page=PLAIN_PORTRAIT,
    sections=(
        Section(
            "",
            (
                Heads(
                    "{unit}",
                    "{meeting}\u3000{held_on}",
                    (Field("unit", room=12), Field("meeting"), Field("held_on", Kind.DAY)),
                ),
            ),
        ),
        Section(
            "一、各单位落实情况",
            (
                DEPARTMENTS,
                Remark(
                    "落实率＝已办÷（已办＋未落实＋逾期未报）。不再需要的和未到期的不计算在内；"
                    "“逾期未报”是过了时限、还没有人说明结果的。"
                ),
            ),
        ),
        Section("二、逐项明细", (TASKS,)),
    ),
    ending="",
)
