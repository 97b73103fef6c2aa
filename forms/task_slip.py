"""任务通知单: one piece of work for one person, and the answer that comes back on it."""

from __future__ import annotations

from forms.blocks import Role
from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.pages import HALF
from forms.prose import Remark
from forms.rows import Entry, KeyGrid

WIDTHS = (22.0, 63.0, 22.0, 63.0)
INK_ROW = 14.0

GIVEN = KeyGrid(
    widths=WIDTHS,
    rows=(
        (
            Entry(
                "任务", "{title}", (Field("title"),), span=3, role=Role.KEY, least=14, pen_room=14
            ),
        ),
        (
            Entry("责任人", "{implementer}", (Field("implementer", Kind.NAME),)),
            Entry("协同", "{partner}", (Field("partner"),)),
        ),
        (
            Entry("完成时限", "{due_on}前", (Field("due_on", Kind.DAY),), role=Role.KEY),
            Entry("涉及患者", "{patient}", (Field("patient"),)),
        ),
    ),
)

RETURNED = KeyGrid(
    widths=WIDTHS,
    rows=(
        (
            Entry(
                "办理结果",
                "{result}",
                (Field("result", Kind.TICKS, options="results"),),
                span=3,
                pen_room=8,
            ),
        ),
        (
            Entry(
                "办理情况", "{words}", (Field("words", Kind.PEN),), span=3, ruled=True, pen_room=12
            ),
        ),
        (
            Entry(
                "所附证据",
                "{evidence}",
                (Field("evidence", Kind.TICKS, options="evidence"),),
                span=3,
                pen_room=8,
            ),
        ),
        (
            Entry("办理人签名", "{receiver}", (Field("receiver", Kind.INK),), least=INK_ROW),
            Entry("核对人签名", "{checker}", (Field("checker", Kind.INK),), least=INK_ROW),
        ),
    ),
)

TASK_SLIP = Form(
    code="RW",
    revision="2026-11",
    title="任务通知单",
    page=HALF,
    sections=(
        Section(
            "",
            (
                Heads(
                    "",
                    "编号 {number}\u3000{origin}",
                    (
                        Field("unit"),
                        Field("meeting"),
                        Field("held_on", Kind.DATE),
                        Field("number"),
                        Field("origin", room=12),
                    ),
                ),
                GIVEN,
                RETURNED,
                Remark(
                    "请在时限前填好交回{return_to}。办不到的也请写明原因交回。",
                    (Field("return_to", room=12),),
                ),
            ),
        ),
    ),
    ending="",
)
