"""集体评估签字矩阵: cases down and people across, where everybody signs once for each case."""

from __future__ import annotations

from forms.definition import Form, Heads, Section, SignMatrix
from forms.fields import Field, Kind
from forms.pages import LANDSCAPE

MATRIX = Form(
    code="JZ",
    revision="2026-11",
    title="集体评估签字矩阵",
    page=LANDSCAPE,
    sections=(
        Section(
            "",
            (
                # The three fields are said in the head line of every page.
                Heads(
                    "",
                    "每人在自己一列从上往下逐案签名；不同意的写“异”并签名，另在该案评估表第六项写明。",
                    (Field("unit"), Field("meeting"), Field("held_on", Kind.DATE)),
                ),
                SignMatrix(Field("cases", Kind.ROWS), Field("signers", Kind.SIGNERS)),
            ),
        ),
    ),
    ending="",
)
