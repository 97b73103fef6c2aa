"""更正页: what a sealed paper says wrongly and how it should read; the paper itself stays."""

from __future__ import annotations

from forms.definition import Form, Heads, Section, Signatures
from forms.fields import Field, Kind
from forms.prose import Remark
from forms.rows import Column, Grid

AMENDMENT = Form(
    code="GZ",
    revision="2026-11",
    title="更正页",
    sections=(
        Section(
            "",
            (
                Heads("{unit}", "{about}", (Field("unit"), Field("about"))),
                Remark(
                    "本页更正《{title}》（编号 {caption}，第{version}版，摘要 {digest}）。"
                    "原件不改动，本页与原件一并归档；只有下列各处以本页为准。签名写当天的真实日期，不得倒签。",
                    (
                        Field("title", room=10),
                        Field("caption", room=8),
                        Field("version", Kind.COUNT),
                        Field("digest", room=6),
                    ),
                ),
                Grid(
                    field=Field("amended", Kind.ROWS),
                    columns=(
                        Column("position", "序", 9, Kind.COUNT, centred=True),
                        Column("place", "在哪里", 30),
                        Column("was", "原来写的", 44),
                        Column("now", "应当是", 44),
                        Column("why", "更正理由", 43),
                    ),
                    least=9.0,
                ),
                Signatures(Field("signers", Kind.SIGNERS), roles=("",) * 4),
            ),
        ),
    ),
)
