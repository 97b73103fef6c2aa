"""社会危险性集体评估汇总签字表: every case of a meeting on a line, every page signed by all."""

from __future__ import annotations

from forms.blocks import Density
from forms.definition import Form, Heads, Section, SignStrip
from forms.fields import Field, Kind
from forms.pages import LANDSCAPE
from forms.rows import Column, Grid, Tight

# Unit and meeting are said in the head line of every page.
HEADS = Heads(
    "",
    "{held_on}\u3000{place}\u3000\u3000"
    "本次评估{rated}例：升级{raised}\u3000降级{lowered}\u3000不变{kept}\u3000新评{first}",
    (
        Field("unit"),
        Field("meeting"),
        Field("held_on", Kind.DAY),
        Field("place", room=8),
        *(Field(key, Kind.COUNT) for key in ("rated", "raised", "lowered", "kept", "first")),
    ),
)
CASES = Grid(
    field=Field("cases", Kind.ROWS),
    columns=(
        Column("position", "序", 9, Kind.COUNT, centred=True),
        Column("case_number", "编号", 18, centred=True),
        Column("name", "姓名", 34, Kind.NAME, strong="always"),
        Column("village", "住址", 26),
        Column("previous_level", "上次", 16, Kind.LEVEL, centred=True),
        Column("level", "本次", 16, Kind.LEVEL, centred=True, strong="new"),
        Column("change", "变动", 17, centred=True, strong="rising"),
        Column("decisions", "主要决定", 91),
        Column("implementers", "责任人", 26, Kind.NAMES),
        Column("due_on", "时限", 14, Kind.SHORT, centred=True),
    ),
    nothing="本次会议没有评估个案。",
    least=12,
    pen_rows=9,
    pen_row=12,
    tight=Tight(above=9, least=9, density=Density.FINE),
)

SUMMARY = Form(
    code="HZ",
    revision="2026-11",
    title="社会危险性集体评估汇总签字表",
    page=LANDSCAPE,
    sections=(
        Section(
            "",
            (
                HEADS,
                CASES,
                SignStrip(
                    Field("signers", Kind.SIGNERS),
                    sentence=(
                        "本页签字\u3000本人参加了以上各案的集体评估，对本页所列等级和决定已阅。"
                        "有不同意见的，在签名旁写“异”，并填《集体评估签字表》第六项。"
                    ),
                ),
            ),
        ),
    ),
)
