"""How what had been before management is said, in the order of the form."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from data.models.histories import PastHistory
from workbench.register_speakers import always, rough
from workbench.speaking import Part, Speaker, column
from workbench.visit_columns import ACT_COLUMNS, acts_of


def _acts(_: Session, fact: PastHistory) -> str:
    acts = acts_of(fact)
    if acts is None:
        return ""
    return "、".join(f"{act.label}{times}次" for act, times in acts.items() if times) or "无"


def _admissions(_: Session, fact: PastHistory) -> str:
    return "" if fact.admissions is None else f"{fact.admissions}次"


HISTORY_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        PastHistory,
        "既往史",
        (
            column("表格", "form_version"),
            column("主要症状", "symptoms"),
            column("其他症状", "symptoms_other"),
            column("关锁情况", "locking"),
            column("门诊治疗", "outpatient"),
            rough("首次抗精神病药治疗时间", "first_treated_on", "first_treated_precision"),
            Part("住院", _admissions, ("admissions",)),
            column("最近一次治疗效果", "effect"),
            Part("危险行为", _acts, ACT_COLUMNS),
            column("危险性评估", "level"),
            column("家族史", "family_history"),
            column("专科医生的意见", "specialist_words"),
        ),
        replaces=always,
    ),
)
