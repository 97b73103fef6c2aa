"""会议签到表: who is at the table, and who is not and why. What comes to pass is written by pen."""

from __future__ import annotations

from forms.blocks import Density
from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.prose import Boxed
from forms.rows import Column, Entry, Grid, KeyGrid

MEETING = KeyGrid(
    widths=(22, 92, 20, 36),
    rows=(
        (
            Entry(
                "时间",
                "{held_on}{begins}",
                (Field("held_on", Kind.DAY), Field("begins", Kind.TIME)),
            ),
            Entry("主持人", "{chair}", (Field("chair", Kind.NAME),)),
        ),
        (
            Entry("地点", "{place}", (Field("place"),)),
            Entry("记录人", "{recorder}", (Field("recorder", Kind.NAME),)),
        ),
        (
            Entry(
                "应到实到",
                "应到{expected}人\u2002实到{came}人\u2002列席{guests}人\u2002缺席{missing}人",
                tuple(Field(key, Kind.COUNT) for key in ("expected", "came", "guests", "missing")),
            ),
            Entry("会议类型", "{meeting_kind}", (Field("meeting_kind"),)),
        ),
    ),
    density=Density.DENSE,
)

PEOPLE = Grid(
    field=Field("people", Kind.ROWS),
    columns=(
        Column("position", "序", 9, Kind.COUNT, centred=True),
        Column("name", "姓名", 35, Kind.NAME, strong="always"),
        Column("role", "角色", 24, spare="（列席）"),
        Column("unit", "单位", 33),
        Column("post", "职务", 28),
        Column("key", "签名", 41, Kind.INK),
    ),
    least=12,
    pen_rows=11,
    pen_row=12,
    spare_rows=1,
)

MISSING = Grid(
    field=Field("absences", Kind.ROWS),
    columns=(
        Column("name", "缺席人", 36, Kind.NAME),
        Column("reason", "原因", 14, centred=True),
        Column("in_place", "书面意见或委托", 62, Kind.TICKS, options="in_place"),
        Column("note", "说明", 58),
    ),
    pen_rows=2,
    spare_rows=2,
    pen_row=8,
    density=Density.DENSE,
)

SIGNIN = Form(
    code="QD",
    revision="2026-11",
    title="会议签到表",
    sections=(
        Section(
            "",
            (
                Heads("{unit}", "{meeting}", (Field("unit", room=12), Field("meeting"))),
                MEETING,
                Boxed(
                    "保密要求",
                    sentence=(
                        "会上听到、看到的患者和家庭信息，只用于本小组的管理和救治工作；"
                        "不拍照、不转发、不带走材料，会后按页收回。签到即表示知悉并遵守。"
                    ),
                ),
                PEOPLE,
            ),
        ),
        Section("缺席登记", (MISSING,), note="（原因：{lists.reasons}）"),
    ),
    ending="",
)
