"""Quick entry: dangerous behaviour or a call to the police, and what weighs on a patient."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, day, line, one_of, text, today, yes_no
from ui.dialogs.entries.kind import EntryKind, about_patient, corrected
from workbench.events import (
    Burden,
    Happened,
    correct_incident,
    correct_life_event,
    record_incident,
    record_life_event,
    withdraw_incident,
    withdraw_life_event,
)
from workbench.records import RecordKind
from workbench.screen import DangerousAct, LifeEventKind

WHO_TOLD = "谁说的，如 村干部、派出所"
INCIDENT = EntryKind(
    name="incident",
    title="事件、警情",
    what="打人毁物、自伤、走失等",
    sought="sj jq wxxw zs zy",
    asks=(
        today("happened_on", "发生日期"),
        one_of("kind", "类型", coded(DangerousAct, DangerousAct.NONE), required=True),
        text("words", "经过", required=True),
        line("place", "地点"),
        line("source", "来源", WHO_TOLD, quiet=True),
        yes_no("police_informed", "已告知公安", behind=True),
        line("police_words", "公安处置", behind=True),
    ),
    write=about_patient(Happened, record_incident),
    record=RecordKind.INCIDENT,
    correct=corrected(correct_incident),
    withdraw=withdraw_incident,
)
LIFE_EVENT = EntryKind(
    name="life_event",
    title="生活事件",
    what="重大变故、饮酒吸毒，或问过没有",
    sought="shsj yj bg wzly",
    asks=(
        one_of("kind", "类型", coded(LifeEventKind), required=True),
        today("began_on", "开始日期"),
        one_of("present", "有这种情况", ((True, "有"), (False, "没有")), required=True, start=True),
        day("until_on", "结束日期"),
        text("words", "情况说明"),
        line("source", "来源", WHO_TOLD, quiet=True),
    ),
    write=about_patient(Burden, record_life_event),
    record=RecordKind.LIFE_EVENT,
    correct=corrected(correct_life_event),
    withdraw=withdraw_life_event,
)
