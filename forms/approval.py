"""个案管理入组／出组审批表: the criteria with their evidence, what is proposed, what is decided."""

from __future__ import annotations

from dataclasses import replace

from forms.assessment import OPINIONS, PERSON_ROWS, PERSON_WIDTHS
from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.rows import Column, Entry, Grid, KeyGrid

# Unit and meeting are said in the head line of every page.
HEADS = Heads(
    "严重精神障碍患者",
    "申请事项 {passage}\u3000审批日期 {held_on}",
    (
        Field("unit"),
        Field("meeting"),
        Field("passage", Kind.TICKS, options="passages"),
        Field("held_on", Kind.DAY),
    ),
)
CRITERIA = Grid(
    field=Field("criteria", Kind.ROWS, options="criteria"),
    group=Column("kind", "类型", 16),
    columns=(
        Column("criterion", "标准", 48),
        Column("met", "是否符合", 34, Kind.TICKS, options="met", centred=True),
        Column("evidence", "依据和来源", 48),
        Column("on", "依据日期", 24, Kind.DATE, centred=True),
    ),
    nothing="没有逐条核对标准的记录。",
    pen_row=10,
)
PROPOSAL = KeyGrid(
    widths=(22, 63, 22, 63),
    rows=(
        (
            Entry("核对日期", "{checked_on}", (Field("checked_on", Kind.DATE),)),
            Entry(
                "建议类型",
                "{proposed_kind}",
                (Field("proposed_kind", Kind.TICKS, options="kinds"),),
            ),
        ),
        (Entry("建议理由", "{proposal}", (Field("proposal"),), span=3, pen_room=14),),
        (
            Entry(
                "出组原因",
                "{exit_reason}",
                (Field("exit_reason", Kind.TICKS, options="exit_reasons"),),
                span=3,
            ),
        ),
        (Entry("出组说明", "{exit_words}", (Field("exit_words"),), span=3, pen_room=14),),
    ),
)
RULING = KeyGrid(
    widths=(22, 63, 22, 63),
    rows=(
        (
            Entry("入组决定", "{outcome}", (Field("outcome", Kind.TICKS, options="outcomes"),)),
            Entry(
                "个案类型",
                "{kind}",
                (Field("kind", Kind.TICKS, options="kinds"),),
            ),
        ),
        (
            Entry("个案管理员", "{case_manager}", (Field("case_manager", Kind.NAME),)),
            Entry("生效日期", "{from_on}", (Field("from_on", Kind.DATE),)),
        ),
        (Entry("决定和理由", "{ruling}", (Field("ruling"),), span=3, pen_room=18),),
    ),
)
ROLES = (
    *("组长", "精防医师", "精神科医师", "民警"),
    *("村（社区）干部", "综治", "民政", "残联"),
)

APPROVAL = Form(
    code="SP",
    revision="2026-11",
    title="个案管理入组／出组审批表",
    sections=(
        Section("", (HEADS, KeyGrid(PERSON_WIDTHS, PERSON_ROWS, least=7.4))),
        Section(
            "一、标准逐条核对",
            (CRITERIA,),
            note="（不清楚的勾“未知”；依据写明来源）",
        ),
        Section("二、建议", (PROPOSAL,)),
        Section("三、各方意见", (replace(OPINIONS, pen_rows=4),)),
        Section("四、小组决定", (RULING,)),
        Section(
            "五、签字",
            (Signatures(Field("signers", Kind.SIGNERS), roles=ROLES),),
            note="本人参加了本次审批，已阅本表全部各页。不得代签；确需代签的，注明“代签（受托人）”。",
        ),
    ),
)
