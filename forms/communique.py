"""会议纪要: what a meeting settled, as an official paper that may be passed on."""

from __future__ import annotations

from forms.definition import Form, IssuedBy, Section, SentTo
from forms.fields import Field, Kind
from forms.pages import OFFICIAL
from forms.prose import Articles, Clause, Paragraph

OPENING = Paragraph(
    (
        Clause(
            "{held_on}，{chair}主持召开{unit}{meeting}，",
        ),
        Clause("听取上次议定事项落实情况，", needs="promised"),
        Clause("对{rated}名患者进行集体评估，", needs="rated"),
        Clause("研究下一步管理救治措施。现将议定事项纪要如下。"),
    ),
    (
        Field("held_on", Kind.LONG_DATE),
        Field("chair"),
        Field("unit"),
        Field("meeting"),
        Field("rated", Kind.COUNT),
    ),
)

EARLIER = Paragraph(
    (
        Clause(
            "以往会议议定、需要核对的事项{promised}项：已办{done}项，因情况变化不再办理"
            "{no_longer_needed}项，未到期{not_due}项，未落实{not_carried_out}项，"
            "逾期未报结果{overdue}项。",
            needs="promised",
        ),
        Clause("未落实和逾期的责任单位：{units}。", needs="units"),
    ),
    (
        Field("promised", Kind.COUNT),
        Field("done", Kind.COUNT),
        Field("no_longer_needed", Kind.COUNT),
        Field("not_due", Kind.COUNT),
        Field("not_carried_out", Kind.COUNT),
        Field("overdue", Kind.COUNT),
        Field("units", Kind.NAMES),
    ),
)

RATINGS = Paragraph(
    (
        Clause(
            "会议评估{rated}例：升级{raised}例、降级{lowered}例、不变{kept}例、首次评定{first}例",
            needs="rated",
        ),
        Clause("；同意入组{entered}例", needs="entered"),
        Clause("；出组{left}例", needs="left"),
        Clause("。", needs="rated"),
    ),
    tuple(
        Field(key, Kind.COUNT) for key in ("raised", "lowered", "kept", "first", "entered", "left")
    ),
)

PRESENT = Paragraph(
    (Clause("{present}", label="出席："),),
    (Field("present", Kind.NAMES),),
    apart=True,
)
ON_LEAVE = Paragraph(
    (Clause("{on_leave}", label="请假："),),
    (Field("on_leave", Kind.NAMES),),
)
ABSENT = Paragraph(
    (Clause("{absent}", label="缺席："),),
    (Field("absent", Kind.NAMES),),
)

COMMUNIQUE = Form(
    code="JY",
    revision="2026-11",
    title="会议纪要",
    page=OFFICIAL,
    sections=(
        Section(
            "",
            (
                IssuedBy(
                    Field("title"), Field("number"), Field("issuer"), Field("issued_on", Kind.DAY)
                ),
                OPENING,
            ),
        ),
        Section("一、上次议定事项落实情况", (EARLIER,)),
        Section("二、集体评估结果", (RATINGS,)),
        Section("三、议定事项", (Articles(Field("articles"), numbers="（{}）"),)),
        Section("", (PRESENT,)),
        Section("", (ON_LEAVE,), needs="on_leave"),
        Section("", (ABSENT,), needs="absent"),
        Section("", (SentTo(Field("sent_to"), issuer="issuer", day="issued_on"),)),
    ),
    ending="",
)
