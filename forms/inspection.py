"""迎检包: what is in the pack of one meeting, how its sheets were signed, and its tasks."""

from __future__ import annotations

from forms.blocks import Density, Role
from forms.definition import Form, Heads, Part, Section
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.rows import Column, Grid

OF_THE_MEETING = Heads(
    "{unit}",
    "{meeting}\u3000\u3000{held_on}",
    (
        Field("unit"),
        Field("meeting", room=12),
        Field("held_on", Kind.LONG_DATE),
    ),
)


def _listed(code: str, title: str, *parts: Part) -> Form:
    section = Section("", (OF_THE_MEETING, *parts))
    return Form(code, "2026-11", title, (section,), PLAIN_PORTRAIT, ending="")


PACK_CONTENTS = _listed(
    "MB",
    "迎检包目录",
    Grid(
        field=Field("entries", Kind.ROWS),
        columns=(
            Column("position", "序号", 12, Kind.COUNT, centred=True),
            Column("title", "文书", 66),
            Column("about", "关于", 28),
            Column("leaves", "页号", 20, centred=True),
            Column("pages", "页数", 13, Kind.COUNT, centred=True),
            Column("note", "备注", 31, Kind.PEN, role=Role.NOTE),
        ),
        pen_rows=20,
    ),
)
SIGNED_STATES = _listed(
    "QB",
    "签字情况表",
    Grid(
        field=Field("sheets", Kind.ROWS),
        columns=(
            Column("caption", "编号", 30, centred=True),
            Column("title", "签字件", 44),
            Column("about", "关于", 28),
            Column("version", "版次", 13, Kind.COUNT, centred=True),
            Column("settled", "已签", 17, centred=True),
            Column("waiting", "还没签的人", 38, Kind.PEN, role=Role.NOTE),
        ),
        nothing="没有签字件。",
        pen_rows=20,
        density=Density.DENSE,
    ),
)
MEETING_TASKS = _listed(
    "RQ",
    "任务清单",
    Grid(
        field=Field("tasks", Kind.ROWS),
        columns=(
            Column("origin", "来源", 19, centred=True),
            Column("about", "个案", 19, centred=True),
            Column("title", "任务", 50),
            Column("implementer", "责任人", 22, Kind.NAME),
            Column("due_on", "时限", 24, Kind.DATE, centred=True),
            Column("outcome", "结果", 16, centred=True),
            Column("note", "说明", 20, Kind.PEN, role=Role.NOTE),
        ),
        nothing="没有任务。",
        pen_rows=20,
        density=Density.DENSE,
    ),
)
