"""会议记录: what was said and decided at one meeting, case by case."""

from __future__ import annotations

from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import Clause, Paragraph
from forms.rows import CaseTables, Column, Entry, Grid, KeyGrid

OPENING = KeyGrid(
    widths=(22, 82, 22, 44),
    rows=(
        (
            Entry(
                "时间",
                "{held_on}{begins}—{ends}",
                (Field("held_on", Kind.DAY), Field("begins", Kind.TIME), Field("ends", Kind.TIME)),
            ),
            Entry("地点", "{place}", (Field("place"),)),
        ),
        (
            Entry("主持人", "{chair}", (Field("chair", Kind.PERSON),)),
            Entry("记录人", "{recorder}", (Field("recorder", Kind.NAME),)),
        ),
        (
            Entry(
                "出席",
                "应到{expected}人，实到{present.count}人：{present}",
                (Field("expected", Kind.COUNT), Field("present", Kind.NAMES)),
                span=3,
                pen_room=14,
            ),
        ),
        (
            Entry("缺席", "{absent}", (Field("absent", Kind.ABSENCES),), pen_room=10),
            Entry("列席", "{guests}", (Field("guests", Kind.NAMES),)),
        ),
        (Entry("开场", "{opening}", (Field("opening"),), span=3),),
    ),
)

EARLIER = Grid(
    field=Field("earlier", Kind.ROWS),
    columns=(
        Column("case", "个案", 18),
        Column("title", "事项", 52),
        Column("implementer", "责任人", 20, Kind.NAME),
        Column("outcome", "结果", 22),
        Column("note", "说明", 58),
    ),
    counts=(
        "共{total}项：已办{done}\u3000未落实{not_carried_out}\u3000"
        "不再需要{no_longer_needed}\u3000未到期{open}"
    ),
    rest="其余{rest}项按期办结或未到期，明细见任务台账。",
    nothing="没有需要核对的议定事项。",
    pen_rows=6,
)

MINUTES = Form(
    code="JL",
    revision="2026-11",
    title="个案会议记录",
    sections=(
        Section("", (Heads("{unit}", "{meeting}", (Field("unit"), Field("meeting"))), OPENING)),
        Section("一、上次议定事项核对", (EARLIER,)),
        Section(
            "二、逐案讨论",
            (CaseTables(Field("items", Kind.ROWS), widths=(22, 50, 50, 28, 20), pen_tables=4),),
        ),
        Section(
            "三、其他事项",
            (
                Paragraph(
                    (Clause("{other_matters}", needs="other_matters"),),
                    (Field("other_matters"),),
                    pen_lines=3,
                ),
            ),
        ),
        Section(
            "四、核对与散会",
            (
                Paragraph(
                    (
                        Clause("{closing}", needs="closing"),
                        Clause("下次例会 {next_meeting}。", needs="next_meeting"),
                        Clause("{ends} 散会。", needs="ends"),
                    ),
                    (Field("closing"), Field("next_meeting", Kind.OCCASION)),
                    pen_lines=2,
                ),
                Signatures(
                    Field("signers", Kind.SIGNERS),
                    roles=("主持人", "记录人", "发言核对", "发言核对"),
                ),
            ),
        ),
    ),
)
