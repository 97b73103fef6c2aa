"""会议通知与议程: who meets when and where, last month's promises, and what is talked about."""

from __future__ import annotations

from forms.blocks import Role
from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.prose import Clause, Paragraph
from forms.rows import Column, Grid

HEADS = Heads(
    "{unit}",
    "{held_on}{begins}\u3000{place}\u3000主持：{chair}\u3000记录：{recorder}",
    (
        Field("unit", room=12),
        Field("meeting", room=8),
        Field("held_on", Kind.DAY),
        Field("begins", Kind.TIME),
        Field("place", room=8),
        Field("chair", Kind.NAME),
        Field("recorder", Kind.NAME),
    ),
)

NOTICE = (
    Paragraph(
        (
            Clause(
                "{meeting}定于{held_on}{begins}在{place}召开，应到{members.count}人，请准时到会。"
            ),
            Clause("{members}", needs="members", label="参会人员："),
        ),
        (Field("members", Kind.NAMES),),
        pen_lines=0,
    ),
    Paragraph(
        (
            Clause(
                "请带：本人承办事项的办理情况和凭证，本部门掌握的个案近况。"
                "不能到会的，请会前告知{contact}，填好《书面意见征询单》交回。"
            ),
        ),
        (Field("contact", room=12),),
        pen_lines=0,
    ),
    Paragraph(
        (Clause("本件含个人信息：不拍照、不转发、不带出会场，会后按份收回。"),),
        pen_lines=0,
    ),
)

EARLIER = Grid(
    field=Field("earlier", Kind.ROWS),
    group=Column("standing", "落实情况", 20, options="standings"),
    columns=(
        Column("case", "个案", 18),
        Column("title", "上次定的事", 55),
        Column("implementer", "责任人", 17, Kind.NAME),
        Column("due_on", "时限", 14, Kind.SHORT, centred=True),
        Column(
            "check", "本次核对", 46, Kind.TICKS, centred=True, options="checks", instead="found"
        ),
    ),
    counts=(
        "共{total}项：已办{done}\u3000未落实{not_carried_out}\u3000逾期未报{overdue}\u3000"
        "不再需要{no_longer_needed}\u3000未到期{open}"
    ),
    nothing="没有需要核对的议定事项。",
    pen_rows=10,
)

TOPICS = Grid(
    field=Field("topics", Kind.ROWS),
    columns=(
        Column("position", "序", 7, centred=True, role=Role.NOTE),
        Column("case_number", "编号", 17.5),
        Column("name", "姓名", 31, Kind.NAME),
        Column("level", "等级", 13.5, Kind.LEVEL, centred=True),
        Column("stability", "分类", 18.5),
        Column("reasons", "上会原因", 55),
        Column("reporter", "汇报", 15.5, Kind.NAME),
        Column("minutes", "用时", 12, Kind.PEN, centred=True),
    ),
    nothing="还没有列入议题。",
    pen_rows=8,
)

AGENDA = Form(
    code="YC",
    revision="2026-11",
    title="会议通知与议程",
    page=PLAIN_PORTRAIT,
    sections=(
        Section("", (HEADS, *NOTICE)),
        Section("上次说的话", (EARLIER,)),
        Section(
            "本次议题",
            (TOPICS,),
            note="按先后讨论；“上会原因”由系统按规则列出；“用时”由主持人填写",
        ),
    ),
    ending="",
)
