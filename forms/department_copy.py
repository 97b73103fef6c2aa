"""部门抄件: of what a meeting settled, only what one department has to do or to help with."""

from __future__ import annotations

from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.prose import Clause, Paragraph, Remark
from forms.rows import Column, Grid

OPENING = Paragraph(
    (
        Clause("{department}：", needs="department"),
        Clause("{meeting}议定的事项中，与你单位有关的有{count}项，列在下面，请按时限办理。"),
        Clause("办理结果请告知{return_to}。", needs="return_to"),
    ),
    (
        Field("department"),
        Field("meeting"),
        Field("count", Kind.COUNT),
        Field("return_to"),
    ),
)

TASKS = Grid(
    field=Field("tasks", Kind.ROWS),
    columns=(
        Column("number", "编号", 18, centred=True),
        Column("patient", "个案", 32),
        Column("title", "事项", 56),
        Column("implementer", "责任人", 22, Kind.NAME),
        Column("partner", "协同", 24),
        Column("due_on", "时限", 18, Kind.SHORT, centred=True),
    ),
    nothing="没有与你单位有关的事项。",
    pen_rows=6,
)

DEPARTMENT_COPY = Form(
    code="CJ",
    revision="2026-11",
    title="部门抄件",
    page=PLAIN_PORTRAIT,
    sections=(
        Section(
            "",
            (
                Heads("{unit}", "{held_on}", (Field("unit", room=12), Field("held_on", Kind.DAY))),
                OPENING,
                TASKS,
                Remark("只列与收件单位有关的事项，患者姓名已经隐去；请勿转给无关人员。"),
            ),
        ),
    ),
    ending="",
)
