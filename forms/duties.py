"""监护责任书: what a guardian undertakes, and who was there when it was signed."""

from __future__ import annotations

from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import Clause, Paragraph
from forms.rows import Column, Entry, Grid, KeyGrid

WIDTHS = (22.0, 63.0, 22.0, 63.0)

ROW = 7.4


def _row(*entries: tuple[str, str, Kind]) -> tuple[Entry, ...]:
    span = 3 if len(entries) == 1 else 1
    return tuple(
        Entry(label, f"{{{key}}}", (Field(key, kind),), span, pen_room=8)
        for label, key, kind in entries
    )


PEOPLE = KeyGrid(
    WIDTHS,
    (
        _row(("患者姓名", "name", Kind.NAME), ("性别", "sex", Kind.LINE)),
        _row(("身份证号", "id_number", Kind.LINE), ("个案编号", "case_number", Kind.LINE)),
        _row(("患者住址", "address", Kind.LINE)),
        _row(("监护人姓名", "guardian", Kind.NAME), ("与患者关系", "relation", Kind.LINE)),
        _row(("身份证号", "guardian_id_number", Kind.LINE), ("联系电话", "phone", Kind.LINE)),
        _row(("监护人住址", "guardian_address", Kind.LINE)),
    ),
    ROW,
)
DUTIES_TABLE = Grid(
    field=Field("duties", Kind.ROWS, options="duties"),
    columns=(
        Column("duty", "责任", 140),
        Column("undertaken", "承诺", 30, Kind.TICKS, options="undertaken", centred=True),
    ),
    pen_row=7.4,
)
TERMS = KeyGrid(
    WIDTHS,
    (
        _row(("签订情况", "state", Kind.LINE), ("签订日期", "signed_on", Kind.LONG_DATE)),
        _row(("到期日期", "until_on", Kind.LONG_DATE), ("个案管理员", "case_manager", Kind.NAME)),
        (Entry("约定说明", "{note}", (Field("note", Kind.PEN),), span=3, least=9),),
    ),
    ROW,
)

DUTIES = Form(
    code="ZR",
    revision="2026-11",
    title="监护责任书",
    sections=(
        Section("", (Heads("{unit}", "", (Field("unit", room=12),)),)),
        Section("一、患者和监护人", (PEOPLE,)),
        Section(
            "二、监护责任",
            (
                Paragraph(
                    (Clause("本人自愿承担下列打勾的各项监护责任，直到约定到期。"),),
                    pen_lines=0,
                ),
                DUTIES_TABLE,
                Paragraph(
                    (
                        Clause(
                            "承担责任有困难，或者患者的情况有变化，可以随时告诉个案管理员，"
                            "由小组一起想办法；紧急情况拨打110或120。"
                        ),
                    ),
                    pen_lines=0,
                ),
            ),
        ),
        Section("三、约定", (TERMS,)),
        Section(
            "四、签字",
            (
                Signatures(
                    Field("signers", Kind.SIGNERS),
                    roles=("监护人", "村（社区）干部", "民警", "精防医师"),
                ),
            ),
            note="本人已阅本责任书全部各页。不得代签；确需代签的，注明“代签（受托人）”。",
        ),
    ),
)
