"""会前个案摘要: one page on one case, read before it is talked about."""

from __future__ import annotations

from forms.definition import CaseHead, Form, Section, Timeline
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.prose import Boxed, FreeBox
from forms.rows import Column, Entry, Grid, KeyGrid

HEAD = CaseHead(
    note="议程 {place}",
    identity=(
        "{name}\u3000{sex_and_age}\u3000{case_number}\u3000{village}\u3000{diagnosis}\u3000{kind}"
    ),
    beside="上次\n{stability}",
    level="{level}",
    fields=(
        Field("unit"),
        Field("meeting"),
        Field("held_on", Kind.DATE),
        Field("place"),
        Field("period", room=12),
        Field("name", room=5),
        Field("sex_and_age"),
        Field("case_number"),
        Field("village"),
        Field("diagnosis"),
        Field("kind"),
        Field("stability", room=3),
        Field("level", Kind.LEVEL),
    ),
)
TO_DECIDE = Boxed(
    "今天要定的事",
    Field("to_decide", Kind.NAMES),
    "集体等级：{level}→＿＿＿级；病情分类：{stability}→＿＿＿＿＿＿",
    least=25.4,
    numbered=True,
)
CHANGES = Grid(
    field=Field("changes", Kind.ROWS),
    columns=(
        Column("on", "日期", 17, Kind.SHORT, centred=True),
        Column("words", "变化", 113),
        Column("source", "来源", 40),
    ),
    rest="另有{rest}项变化，见患者记录。",
    nothing="没有记录到变化。",
    pen_rows=5,
)


def _row(label: str, key: str) -> tuple[Entry, ...]:
    return (Entry(label, f"{{{key}}}", (Field(key),)),)


STANDING = KeyGrid(
    widths=(22, 148),
    rows=(
        _row("用药", "medication"),
        _row("监护", "guardianship"),
        _row("未办结任务", "tasks"),
        _row("医师批注", "annotations"),
    ),
)

BRIEF = Form(
    code="ZY",
    revision="2026-11",
    title="会前个案摘要",
    page=PLAIN_PORTRAIT,
    sections=(
        Section("", (HEAD, TO_DECIDE)),
        Section(
            "一、上次例会以来",
            (CHANGES, Timeline(Field("timeline", Kind.FACTS))),
            note="{period}；未注明的项目没有变化",
        ),
        Section("二、用药、监护、未办结任务", (STANDING,)),
        Section("三、会上记录", (FreeBox(Field("notes", Kind.PEN), least=24, fills=True),)),
    ),
    ending="",
)
