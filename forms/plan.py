"""个案管理计划表: what is to be done in each area, by whom and until when."""

from __future__ import annotations

from forms.blocks import Density, Role
from forms.definition import Form, Heads, Section, SignRow
from forms.fields import Field, Kind
from forms.pages import LANDSCAPE
from forms.rows import Column, Entry, Grid, KeyGrid

WHO = KeyGrid(
    widths=(18, 28, 18, 22, 18, 36, 18, 26, 24, 59),
    rows=(
        (
            Entry("姓名", "{name}", (Field("name", Kind.NAME),), role=Role.KEY),
            Entry("编号", "{case_number}", (Field("case_number"),)),
            Entry(
                "等级",
                "{level}\u3000{stability}",
                (Field("level", Kind.LEVEL), Field("stability", Kind.PEN)),
            ),
            Entry("服药", "{adherence}", (Field("adherence"),)),
            Entry("监护能力", "{guardianship}", (Field("guardianship"),)),
        ),
    ),
    density=Density.DENSE,
)

LINES = Grid(
    field=Field("lines", Kind.ROWS),
    group=Column("area", "领域", 20, options="areas"),
    columns=(
        Column("problem", "问题（现况）", 46),
        Column("goal", "目标、指标", 42),
        Column("measure", "措施、策略", 62),
        Column("responsible", "责任人", 23, Kind.NAME),
        Column("partner", "协同", 24),
        Column("due_on", "期限", 17, Kind.SHORT, centred=True),
        Column("frequency", "频次", 19, centred=True),
        Column("state", "状态", 14, centred=True, strong="new"),
    ),
    nothing="本次计划还没有内容。",
    least=10,
    pen_rows=10,
    pen_row=10,
    density=Density.DENSE,
)

VIEWS = KeyGrid(
    widths=(30, 105, 30, 102),
    rows=(
        (
            Entry("患者意见", "{patient_view}", (Field("patient_view", Kind.PEN),)),
            Entry("监护人意见", "{family_view}", (Field("family_view", Kind.PEN),)),
        ),
        (Entry("优势和潜能", "{strengths}", (Field("strengths", Kind.PEN),), span=3),),
    ),
    density=Density.DENSE,
)

REMARKS = Grid(
    field=Field("annotations", Kind.ROWS),
    columns=(
        Column("on", "日期", 20, Kind.SHORT, centred=True),
        Column("text", "批注", 120),
        Column("outcome", "处理", 27, centred=True, strong="always"),
        Column("note", "说明", 100),
    ),
    density=Density.DENSE,
    pen_rows=3,
)

PLAN = Form(
    code="JH",
    revision="2026-11",
    title="个案管理计划表",
    page=LANDSCAPE,
    sections=(
        Section(
            "",
            (
                Heads(
                    "",
                    "第{number}次\u3000制定日期 {held_on}\u3000上次计划执行率 {carried_out}",
                    (
                        Field("unit"),
                        Field("meeting"),
                        Field("kind"),
                        Field("number", Kind.COUNT),
                        Field("held_on", Kind.DAY),
                        Field("carried_out"),
                    ),
                    title="个案管理计划表（{kind}）",
                ),
                WHO,
                LINES,
                VIEWS,
            ),
        ),
        Section("精神科医师批注", (REMARKS,), needs="annotations"),
        Section(
            "",
            (
                SignRow(
                    Field("signers", Kind.SIGNERS),
                    roles=("组长", "个案管理员", "精神科医师", "民警", "监护人", "患者"),
                ),
            ),
        ),
    ),
)
