"""How a visit is said, item by item in the order of the visit record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from data.models.visits import Visit
from workbench.rules.visit_records import FUNCTIONS, ITEMS
from workbench.speaking import Part, Speaker, column
from workbench.visit_columns import ACT_COLUMNS, record_of


def _acts(_: Session, fact: Visit) -> str:
    acts = record_of(fact).answers.acts
    if acts is None:
        return ""
    return "、".join(f"{act.label}{times}次" for act, times in acts.items() if times) or "无"


def _item(name: str) -> Part[Any]:
    return column(ITEMS[name], name)


_ILLNESS = (
    _item("symptoms"),
    column("其他症状", "symptoms_other"),
    column("症状程度", "symptom_severity"),
    _item("sleep"),
    _item("diet"),
    *(column(label, name) for name, label in FUNCTIONS.items()),
    column("躯体疾病", "physical_illness"),
    Part(ITEMS["acts"], _acts, ACT_COLUMNS),
    _item("locking"),
    _item("hospital_stay"),
    column("末次出院日期", "discharged_on"),
)
_TREATMENT = (
    _item("lab_check"),
    column("检查结果", "lab_words"),
    column("近期开过药", "prescribed_lately"),
    _item("reaction"),
    column("反应种类", "reaction_kinds"),
    column("反应说明", "reaction_words"),
    column("反应程度", "adr_severity"),
    _item("effect"),
    _item("rehabilitation"),
    column("其他康复措施", "rehabilitation_other"),
)
_REFERRAL = (
    column("需要转诊", "referral_advised"),
    column("转诊原因", "referral_reason"),
    column("已转诊", "referred"),
    column("转诊机构", "referred_to"),
    column("转诊科室", "referred_department"),
    column("转诊成功", "referral_succeeded"),
    column("联系精神科医师", "psychiatrist_contacted"),
    column("告知综治和公安", "departments_notified"),
    column("公安联系人", "police_contact"),
    column("公安电话", "police_phone"),
    column("综治联系人", "centre_contact"),
    column("综治电话", "centre_phone"),
)
_LOST = (
    column("失访原因", "lost_reason"),
    column("其他失访原因", "lost_other"),
    column("死亡日期", "died_on"),
    column("死亡原因", "death_cause"),
    column("躯体疾病死因", "death_detail"),
    column("其他死亡原因", "death_other"),
)

VISIT_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        Visit,
        "随访",
        (
            replace(column("所用表格", "form_version"), only_changes=True),
            column("形式", "form"),
            column("对象", "seen"),
            _item("level"),
            column("评级理由", "level_reason"),
            column("病情分类", "stability"),
            column("分类理由", "stability_reason"),
            _item("adherence"),
            _item("insight"),
            *_ILLNESS,
            *_TREATMENT,
            *_REFERRAL,
            *_LOST,
            column("进行个案管理", "in_case_management"),
            column("社会功能总评", "case_social_evaluation"),
            _item("next_visit_on"),
            column("随访医生", "doctor"),
            column("随访机构", "institution"),
            column("情况", "words"),
        ),
        silent={
            "suggested_stability": "follows from the other answers, whose corrections are told",
        },
    ),
)
