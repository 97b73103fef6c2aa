"""社会危险性集体评估签字表: what the team knows of one patient, what it agreed, who signs it."""

from __future__ import annotations

from forms.blocks import Density, Role
from forms.definition import Agreed, Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import FreeBox, OwnWords
from forms.rows import Column, Entry, Grid, KeyGrid

# Unit and meeting are said in the head line of every page.
HEADS = Heads(
    "严重精神障碍患者",
    "编号 {number}\u3000评估日期 {held_on}\u3000地点 {place}",
    (
        Field("unit"),
        Field("meeting"),
        Field("number", room=8),
        Field("held_on", Kind.DATE),
        Field("place", room=8),
        Field("period", room=12),
    ),
)
PERSON_WIDTHS = (22, 37, 19, 32, 22, 38)
PERSON_ROWS = (
    (
        Entry("姓名", "{name}", (Field("name", Kind.NAME),), role=Role.KEY),
        Entry("性别年龄", "{sex_and_age}", (Field("sex_and_age"),)),
        Entry("个案编号", "{case_number}", (Field("case_number"),)),
    ),
    (
        Entry("身份证号", "{id_number}", (Field("id_number"),)),
        Entry("诊断", "{diagnosis}", (Field("diagnosis"),)),
        Entry("确诊医院", "{hospital}", (Field("hospital"),)),
    ),
    (
        Entry("住址", "{address}", (Field("address"),), span=3),
        Entry("个案类型", "{case_kind}", (Field("case_kind"),)),
    ),
)
GUARDED_ROWS = (
    (
        Entry("监护人", "{guardian}", (Field("guardian", Kind.PERSON),)),
        Entry("联系电话", "{phone}", (Field("phone"),)),
        Entry("个案管理员", "{case_manager}", (Field("case_manager", Kind.NAME),)),
    ),
    (
        Entry("上次评估", "{previous}", (Field("previous", Kind.RATED),)),
        Entry("临床等级", "{clinical}", (Field("clinical", Kind.RATED),)),
        Entry("公安列管", "{police_listed}", (Field("police_listed"),)),
    ),
)
SOURCES = Entry(
    "信息来源",
    "{sources}",
    (Field("sources", Kind.TICKS, options="sources"),),
    span=5,
)
FACTS = Grid(
    field=Field("facts", Kind.ROWS),
    group=Column("topic", "项目", 25, options="topics"),
    columns=(
        Column("words", "情况", 101),
        Column("on", "日期", 14, Kind.SHORT, centred=True, role=Role.NOTE),
        Column("source", "来源", 30),
    ),
    pen_rows=7,
    density=Density.DENSE,
)
OPINIONS = Grid(
    field=Field("opinions", Kind.ROWS),
    columns=(
        Column("speaker", "发言人", 34, Kind.ACTOR),
        Column("words", "掌握的情况和建议", 117),
        Column("level", "建议等级", 19, Kind.LEVEL, centred=True, strong="new"),
    ),
    nothing="没有记录各方意见。",
    pen_rows=7,
    density=Density.DENSE,
)
AGREED = Agreed(
    level=Field("level", Kind.LEVEL),
    stability=Field("stability", Kind.TICKS, options="stabilities"),
    key_patient=Field("key_patient", Kind.TICKS, options="key_patient"),
    next_on=Field("next_on", Kind.DATE),
    reason=Field("reason"),
    before="previous",
)
DECISIONS = Grid(
    field=Field("decisions", Kind.ROWS),
    columns=(
        Column("position", "序", 9, Kind.COUNT, centred=True),
        Column("text", "措施", 84),
        Column("implementer", "责任人", 22, Kind.NAME),
        Column("partner", "协同", 34),
        Column("due_on", "完成时限", 21, Kind.SHORT, centred=True),
    ),
    nothing="没有作出决定。",
    pen_rows=6,
)
ROLES = (
    *("组长", "精防医师", "精神科医师", "民警", "村（社区）干部", "村（社区）干部"),
    *("综治", "民政", "残联", "社工", "网格员"),
)

ASSESSMENT = Form(
    code="PG",
    revision="2026-11",
    title="社会危险性集体评估签字表",
    sections=(
        Section(
            "",
            (HEADS, KeyGrid(PERSON_WIDTHS, (*PERSON_ROWS, *GUARDED_ROWS, (SOURCES,)), least=7.4)),
        ),
        Section("一、近期情况", (FACTS,), note="（{period}，逐项注明日期和来源）"),
        Section(
            "二、各方独立意见",
            (OPINIONS,),
            note="（按发言顺序；等级可空；先写各自意见，再形成集体意见）",
        ),
        Section("三、集体意见", (AGREED,)),
        Section("四、决定与分工", (DECISIONS,)),
        Section(
            "五、精神科医师批注",
            (
                FreeBox(
                    Field("annotations"),
                    least=31,
                    signed="医师签名",
                    signer=Field("psychiatrist", Kind.INK),
                ),
            ),
        ),
        Section(
            "六、不同意见",
            (OwnWords(Field("dissents", Kind.ROWS), nothing="无", signed="本人签名"),),
            note="（按会上记录打印，没有的写“无”；可补写，写后签名）",
        ),
        Section(
            "七、签字",
            (Signatures(Field("signers", Kind.SIGNERS), roles=ROLES),),
            note="本人参加了本次集体评估，已阅本表全部各页。不得代签；确需代签的，注明“代签（受托人）”。",
        ),
    ),
)
