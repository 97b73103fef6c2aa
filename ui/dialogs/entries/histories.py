"""Quick entry: what had been before management began (既往史)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ui.dialogs.entries.asks import (
    Ask,
    coded,
    line,
    number,
    one_of,
    rough_day,
    some_of,
    text,
    today,
)
from ui.dialogs.entries.kind import EntryKind, Values, about_patient, values_of
from workbench.bench import Bench
from workbench.histories import correct_history, record_history, withdraw_history
from workbench.records import RecordKind
from workbench.rules.histories import History
from workbench.screen import (
    DangerousAct,
    FamilyHistory,
    Locking,
    PastEffect,
    PastOutpatientCare,
    RiskLevel,
    Symptom,
)

_ACTS = {f"act_{act.value}": act for act in DangerousAct if act is not DangerousAct.NONE}


def _with_acts(values: Values) -> dict[str, Any]:  # the values are as the asks below say
    given = {name: value for name, value in values.items() if name not in _ACTS}
    times = {act: values[name] for name, act in _ACTS.items() if values[name] is not None}
    happened = {act: count for act, count in times.items() if count}
    none = {DangerousAct.NONE: 0} if times else None
    return {**given, "acts": happened or none}


def _history(**values: object) -> History:
    return History(**_with_acts(values))


def _values(record: History) -> Values:
    acts = record.acts
    times = {name: None if acts is None else acts.get(act, 0) for name, act in _ACTS.items()}
    return {**values_of(record), **times}


def _correct(bench: Bench, key: int, known: History, values: Values, why: str) -> None:
    correct_history(bench, key, replace(known, **_with_acts(values)), why=why)


def _times(name: str, act: DangerousAct) -> Ask:
    return number(name, f"{act.label}次数", behind=True)


HISTORY = EntryKind(
    name="history",
    title="既往史",
    what="入组以前的症状、治疗和危险行为",
    sought="jws ws",
    asks=(
        today("asked_on", "询问日期"),
        number("admissions", "住院次数", hint="没有住过填 0"),
        some_of("symptoms", "既往主要症状", coded(Symptom)),
        line("symptoms_other", "其他症状", behind=True),
        one_of("outpatient", "门诊治疗", coded(PastOutpatientCare)),
        one_of("effect", "最近一次治疗效果", coded(PastEffect)),
        rough_day("first_treated", "首次抗精神病药治疗时间", behind=True),
        one_of("locking", "关锁情况", coded(Locking), behind=True),
        *(_times(name, act) for name, act in _ACTS.items()),
        one_of("level", "危险性评估", coded(RiskLevel), behind=True),
        one_of("family_history", "家族史", coded(FamilyHistory), behind=True),
        text("specialist_words", "专科医生的意见", behind=True),
    ),
    write=about_patient(_history, record_history),
    record=RecordKind.HISTORY,
    correct=_correct,
    withdraw=withdraw_history,
    values=_values,
)
