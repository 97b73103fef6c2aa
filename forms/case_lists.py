"""Lists in a case's file: entry, decisions, visits, tasks, and the months drawn as lines."""

from __future__ import annotations

from forms.approval import CRITERIA
from forms.blocks import Density
from forms.definition import Form, Heads, Part, Section, Timeline
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.rows import Column, Entry, Grid, KeyGrid

WHOSE = Heads(
    "",
    "个案编号 {case_number}\u3000\u3000姓名 {name}",
    (Field("unit"), Field("case_number", room=6), Field("name", room=6), Field("day", Kind.DATE)),
)


def _listed(code: str, title: str, *parts: Part) -> Form:
    return Form(code, "2026-11", title, (Section("", (WHOSE, *parts)),), PLAIN_PORTRAIT, ending="")


ENTRY = _listed(
    "RZ",
    "入组评估表",
    KeyGrid(
        (22, 63, 22, 63),
        (
            (
                Entry("评估日期", "{checked_on}", (Field("checked_on", Kind.DATE),)),
                Entry("建议类型", "{kind}", (Field("kind"),)),
            ),
            (Entry("建议理由", "{reason}", (Field("reason"),), span=3),),
            (
                Entry("小组决定", "{outcome}", (Field("outcome"),)),
                Entry("决定日期", "{decided_on}", (Field("decided_on", Kind.DATE),)),
            ),
            (Entry("决定说明", "{ruling}", (Field("ruling"),), span=3),),
        ),
    ),
    CRITERIA,
)
DECISIONS = _listed(
    "JD",
    "会议决定汇总",
    Grid(
        field=Field("decisions", Kind.ROWS),
        columns=(
            Column("on", "会议日期", 23, Kind.DATE, centred=True),
            Column("level", "等级", 15, Kind.LEVEL, centred=True),
            Column("text", "决定", 82),
            Column("implementer", "责任人", 27, Kind.NAME),
            Column("due_on", "时限", 23, Kind.DATE, centred=True),
        ),
        nothing="没有会议决定。",
        pen_rows=20,
        density=Density.DENSE,
    ),
)
VISITS = _listed(
    "SL",
    "随访记录一览",
    Grid(
        field=Field("visits", Kind.ROWS),
        columns=(
            Column("on", "日期", 22, Kind.DATE, centred=True),
            Column("form", "形式", 20),
            Column("level", "等级", 15, Kind.LEVEL, centred=True),
            Column("stability", "分类", 18),
            Column("adherence", "服药", 20),
            Column("words", "情况", 48),
            Column("doctor", "随访医生", 27, Kind.NAME),
        ),
        nothing="没有随访记录。",
        pen_rows=20,
        density=Density.DENSE,
    ),
)
TASKS = _listed(
    "RL",
    "任务及办理结果一览",
    Grid(
        field=Field("tasks", Kind.ROWS),
        columns=(
            Column("number", "编号", 17, centred=True),
            Column("title", "任务", 60),
            Column("implementer", "责任人", 25, Kind.NAME),
            Column("due_on", "时限", 22, Kind.DATE, centred=True),
            Column("outcome", "结果", 19, centred=True),
            Column("note", "说明和证据", 27, Kind.PEN),
        ),
        nothing="没有任务。",
        pen_rows=20,
        density=Density.DENSE,
    ),
)
MONTHS = _listed("SX", "病情和管理时间线", Timeline(Field("timeline", Kind.FACTS)))
