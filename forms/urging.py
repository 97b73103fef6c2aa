"""督办单: a task that is overdue, what was heard of it so far, and the answer that is asked for."""

from __future__ import annotations

from forms.blocks import Role
from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import FreeBox, Remark
from forms.rows import Column, Entry, Grid, KeyGrid

OVERDUE = KeyGrid(
    widths=(22, 63, 22, 63),
    rows=(
        (Entry("督办事项", "{title}", (Field("title"),), span=3, role=Role.KEY, least=14),),
        (
            Entry("责任人", "{implementer}", (Field("implementer", Kind.NAME),)),
            Entry("责任单位", "{department}", (Field("department"),)),
        ),
        (
            Entry("协同", "{partner}", (Field("partner"),)),
            Entry("涉及患者", "{patient}", (Field("patient"),)),
        ),
        (
            Entry("议定", "{origin}", (Field("origin"),)),
            Entry("议定日期", "{decided_on}", (Field("decided_on", Kind.DAY),)),
        ),
        (
            Entry("完成时限", "{due_on}", (Field("due_on", Kind.DAY),)),
            Entry("已逾期", "{overdue}天", (Field("overdue", Kind.COUNT),), role=Role.KEY),
        ),
    ),
)

HEARD = Grid(
    field=Field("heard", Kind.ROWS),
    columns=(
        Column("on", "日期", 27, Kind.DATE, centred=True),
        Column("what", "核对或督办", 47),
        Column("outcome", "结果", 24, centred=True),
        Column("note", "说明", 72),
    ),
    nothing="没有核对和督办的记录。",
    pen_rows=3,
)

ASKED = KeyGrid(
    widths=(22, 148),
    rows=(
        (
            Entry(
                "要求",
                "请于{reply_by}前办结，并将办理情况填入下栏交回{return_to}；"
                "仍不能办结的，写明原因和新的完成时限。",
                (Field("reply_by", Kind.DAY), Field("return_to", room=12)),
                least=14,
            ),
        ),
    ),
)

REPLY = KeyGrid(
    widths=(22, 148),
    rows=(
        (
            Entry(
                "办理结果",
                "{result}",
                (Field("result", Kind.TICKS, options="results"),),
                pen_room=8,
            ),
        ),
        (Entry("新的时限", "{new_due_on}", (Field("new_due_on", Kind.DAY),)),),
    ),
)

URGING = Form(
    code="DB",
    revision="2026-11",
    title="督办单",
    sections=(
        Section(
            "",
            (
                Heads(
                    "{unit}",
                    "编号 {number}\u3000签发日期 {held_on}",
                    (Field("unit", room=12), Field("number"), Field("held_on", Kind.DAY)),
                ),
                OVERDUE,
            ),
        ),
        Section("一、历次核对和督办", (HEARD,)),
        Section("二、督办要求", (ASKED,)),
        Section(
            "三、办理情况",
            (REPLY, FreeBox(Field("words"), least=34)),
        ),
        Section(
            "四、签字",
            (
                Remark("签发人核准后送责任人；责任人填好办理情况后签字交回，由核对人核对。"),
                Signatures(Field("signers", Kind.SIGNERS), roles=("签发人", "责任人", "核对人")),
            ),
        ),
    ),
)
