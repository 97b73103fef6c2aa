"""监护人副本: what a team agreed about a patient, for the guardian to know.

It says neither what each member thought nor who told the team what it knows.
"""

from __future__ import annotations

from forms.assessment import AGREED, DECISIONS, GUARDED_ROWS, HEADS, PERSON_ROWS, PERSON_WIDTHS
from forms.blocks import Role
from forms.definition import Form, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import FreeBox
from forms.rows import Column, Grid, KeyGrid

FACTS = Grid(
    field=Field("facts", Kind.ROWS),
    group=Column("topic", "项目", 25, options="topics"),
    columns=(
        Column("words", "情况", 131),
        Column("on", "日期", 14, Kind.SHORT, centred=True, role=Role.NOTE),
    ),
    pen_rows=7,
)

GUARDIAN_COPY = Form(
    code="FB",
    revision="2026-11",
    title="社会危险性集体评估表（监护人副本）",
    sections=(
        Section("", (HEADS, KeyGrid(PERSON_WIDTHS, (*PERSON_ROWS, *GUARDED_ROWS), least=7.4))),
        Section("一、近期情况", (FACTS,), note="（{period}，逐项注明日期）"),
        Section("二、集体意见", (AGREED,)),
        Section("三、决定与分工", (DECISIONS,)),
        Section("四、精神科医师批注", (FreeBox(Field("annotations"), nothing="无"),)),
        Section(
            "五、知情签名",
            (Signatures(Field("signers", Kind.SIGNERS), roles=("监护人（知情）",)),),
            note="本人已了解以上评估结果和需要配合的事项。知情签名不等于同意评估结果。",
        ),
    ),
)
