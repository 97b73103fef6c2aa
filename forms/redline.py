"""计划修订对照单: what a new version of a plan takes out, adds and changes, and why."""

from __future__ import annotations

from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import Remark
from forms.rows import Column, Grid

COUNTS = Remark(
    "共修改{total}处：新增{added}、修改{changed}、延期{postponed}、去掉{removed}；"
    "其余{same}项未变。划去的字用单线，新写的字加双线。",
    tuple(
        Field(key, Kind.COUNT)
        for key in ("total", "added", "changed", "postponed", "removed", "same")
    ),
)

CHANGES = Grid(
    field=Field("changes", Kind.ROWS),
    columns=(
        Column("position", "序", 10, Kind.COUNT, centred=True),
        Column("subject", "项目", 21),
        Column("before", "原", 52, Kind.CHANGED),
        Column("after", "现", 56, Kind.CHANGED),
        Column("reason", "修改理由", 31, Kind.PEN),
    ),
    nothing="两次计划的内容相同。",
    least=8,
    pen_rows=8,
    pen_row=12,
)

ANSWERED = Grid(
    field=Field("annotations", Kind.ROWS),
    columns=(
        Column("on", "日期", 18, Kind.SHORT, centred=True),
        Column("text", "批注", 76),
        Column("outcome", "处理", 20, centred=True, strong="always"),
        Column("note", "说明", 56),
    ),
    pen_rows=2,
)

REDLINE = Form(
    code="DZ",
    revision="2026-11",
    title="计划修订对照单",
    sections=(
        Section(
            "",
            (
                Heads(
                    "个案管理计划（{kind}）\u3000{case_number}\u3000{name}",
                    "第{earlier_number}次（{earlier_on}）→ 第{number}次（{held_on}）",
                    (
                        Field("unit"),
                        Field("meeting", room=12),
                        Field("kind"),
                        Field("case_number"),
                        Field("name"),
                        Field("earlier_number", Kind.COUNT),
                        Field("earlier_on", Kind.DATE),
                        Field("number", Kind.COUNT),
                        Field("held_on", Kind.DATE),
                    ),
                ),
                COUNTS,
                CHANGES,
            ),
        ),
        Section("精神科医师批注的处理", (ANSWERED,), needs="annotations"),
        Section(
            "确\u3000认",
            (
                Remark(
                    "以上修改经{meeting}通过，自{held_on}起生效；第{earlier_number}次计划保留存档。",
                    needs="meeting",
                ),
                Signatures(
                    Field("signers", Kind.SIGNERS),
                    roles=("组长", "个案管理员", "精神科医师", "监护人（知情）"),
                ),
            ),
        ),
    ),
)
