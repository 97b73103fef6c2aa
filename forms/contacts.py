"""通讯录: how the members of the teams reach each other, and nothing about patients."""

from __future__ import annotations

from forms.blocks import Density
from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.prose import Remark
from forms.rows import Column, Grid

MEMBERS = Grid(
    field=Field("members", Kind.ROWS),
    columns=(
        Column("name", "姓名", 32, Kind.NAME, strong="always"),
        Column("role", "角色", 22),
        Column("unit", "单位", 38),
        Column("post", "职务", 22),
        Column("phone", "电话", 28, centred=True),
        Column("other_phone", "备用电话", 28, centred=True),
    ),
    nothing="小组里还没有成员。",
    pen_rows=22,
    density=Density.DENSE,
)

CONTACTS = Form(
    code="TX",
    revision="2026-11",
    title="通讯录",
    page=PLAIN_PORTRAIT,
    sections=(
        Section(
            "",
            (
                Heads("{unit}", "{held_on}", (Field("unit", room=12), Field("held_on", Kind.DAY))),
                MEMBERS,
                Remark("只供小组成员之间联系工作；不列患者和家属，号码有变请告知记录人。"),
            ),
        ),
    ),
    ending="",
)
