"""个案档案: the cover of a case's file and the list of what lies in it."""

from __future__ import annotations

from forms.blocks import Role
from forms.definition import CoverPage, Form, Heads, Section
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.rows import Column, Entry, Grid


def _line(label: str, sentence: str, *fields: Field) -> Entry:
    return Entry(label, sentence, fields)


COVER = Form(
    code="DA",
    revision="2026-11",
    title="个案档案",
    page=PLAIN_PORTRAIT,
    sections=(
        Section(
            "",
            (
                CoverPage(
                    left="档\u3000号\u3000\u3000{file_number}",
                    right="密\u3000级\u3000\u3000内部",
                    below="严重精神障碍患者个案管理",
                    entries=(
                        _line("个案编号", "{case_number}", Field("case_number")),
                        _line("姓\u3000\u3000名", "{name}", Field("name")),
                        _line(
                            "性\u3000\u3000别",
                            "{sex}\u3000\u3000\u3000{born}",
                            Field("sex"),
                            Field("born"),
                        ),
                        _line("身份证号", "{id_number}", Field("id_number")),
                        _line("居住地址", "{address}", Field("address")),
                        _line(
                            "监\u2002护\u2002人",
                            "{guardian}\u3000{phone}",
                            Field("guardian", Kind.PERSON),
                            Field("phone"),
                        ),
                        _line("个案类型", "{kind}", Field("kind")),
                        _line(
                            "个案管理员",
                            "{case_manager}\u3000\u3000\u3000{manager_unit}",
                            Field("case_manager"),
                            Field("manager_unit"),
                        ),
                        _line("入组日期", "{entered_on}", Field("entered_on", Kind.LONG_DATE)),
                        _line("出组日期", "{left_on}", Field("left_on", Kind.LONG_DATE)),
                    ),
                    unit="{unit}",
                    foot=("建档\u2002{entered_on}", "保管期限\u2002＿＿年", "本卷共＿＿件＿＿页"),
                    fields=(Field("unit"), Field("file_number")),
                ),
            ),
        ),
    ),
    ending="",
)

CATALOG = Form(
    code="ML",
    revision="2026-11",
    title="卷内目录",
    page=PLAIN_PORTRAIT,
    sections=(
        Section(
            "",
            (
                Heads(
                    "",
                    "个案编号 {case_number}\u3000\u3000档号 {file_number}",
                    (
                        Field("unit"),
                        Field("case_number", room=6),
                        Field("name"),
                        Field("file_number", room=10),
                    ),
                ),
                Grid(
                    field=Field("entries", Kind.ROWS),
                    columns=(
                        Column("position", "件号", 11, Kind.COUNT, centred=True),
                        Column("responsible", "责任者", 32),
                        Column("title", "题名", 62),
                        Column("day", "日期", 21, Kind.ARCHIVE, centred=True),
                        Column("leaves", "页号", 16, centred=True),
                        Column("pages", "页数", 12, Kind.COUNT, centred=True),
                        Column("note", "备注", 16, Kind.PEN, role=Role.NOTE),
                    ),
                    least=9.2,
                    pen_row=9.2,
                    fills=True,
                ),
            ),
        ),
    ),
    ending="",
)
