"""Rated up and down: two crises, a stay in hospital, and a guardian who had to be replaced."""

from __future__ import annotations

from datetime import date

from data.casework_codes import ItemState
from data.clinical_codes import Criterion, Guardianship
from data.codes import CaseKind
from data.register_codes import (
    AdmissionGround,
    DiagnosisClass,
    Education,
    FlagKind,
    LivingWith,
    Marriage,
    Relation,
)
from data.visit_codes import DangerousAct
from workbench.demo.happenings import (
    admitted,
    agreement,
    at,
    discharged,
    flag,
    guardian,
    incident,
    now_of_kind,
    progress,
    reviewed,
)
from workbench.demo.people import MALE, Person
from workbench.demo.reading import read_story
from workbench.demo.remarks import became_task, declined, on_last_visit, on_plan
from workbench.demo.seats import Seat
from workbench.demo.treatment import medicine, stopped
from workbench.guardians import GuardianParticulars

_C = Criterion
_PERSON = Person(
    "石䶮",
    MALE,
    date(1979, 5, 17),
    "梧桐里社区",
    DiagnosisClass.SCHIZOPHRENIA,
    ill_for=14,
    living_with=LivingWith.PARENTS,
    marriage=Marriage.DIVORCED,
    education=Education.JUNIOR,
    flags=(FlagKind.MINIMUM_LIVING, FlagKind.DISABILITY_CARD, FlagKind.FREE_MEDICATION),
    signed_by="邓惠兰（母亲）",
)
_MOTHER = GuardianParticulars(
    "邓惠兰",
    Relation.MOTHER,
    born_on=date(1952, 3, 9),
    phone="13900000301",
    address="梧桐里社区3号楼",
    ill_or_disabled=False,
    lives_elsewhere=False,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
)
_BROTHER = GuardianParticulars(
    "石守业",
    Relation.SIBLING,
    born_on=date(1976, 11, 2),
    phone="13900000302",
    address="梧桐里社区9号楼",
    workplace="梧桐里菜市场",
    ill_or_disabled=False,
    lives_elsewhere=True,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
)
_PILLS, _SLEEP, _QUARREL = "漏服口服药", "夜间走动、大声自语", "与邻居因噪音争执"
_TIRED, _VOICES, _DENIES = "母亲年迈，督促不力", "幻听、被害想法活跃", "不承认有病，拒绝服药"
_LONGER = "建议评估改用长效针剂；先查肝功能、心电图和空腹血糖。"
_SLEEPY = "嗜睡多半与晚上顿服有关，可与处方医师商量分次服。"
_WALKS = "不要求本人每天到社区报到，容易引起对立。"
_STEADY = "走访时先谈生活再谈服药，争取本人自己说出停药的原因。"

_HAPPENINGS = (
    at(1, -28, guardian(_MOTHER, Guardianship.WEAK, "年近七十，夜里顾不过来")),
    at(1, 3, agreement()),
    at(1, -29, medicine("利培酮", "1mg", "2", "1")),
    at(
        3,
        -20,
        incident(
            DangerousAct.OFFENCE,
            "因噪音砸坏邻居电动车，劝阻后离开",
            "梧桐里社区3号楼门口",
            "派出所",
        ),
    ),
    at(5, -3, on_last_visit(_SLEEPY)),
    at(
        5,
        2,
        became_task(
            _SLEEPY, "与处方医师商量改为早晚分次服", Seat.PREVENTION, 14, "澄湾区精神卫生中心"
        ),
    ),
    at(7, -12, progress(_SLEEP, ItemState.REACHED, "作息表坚持两个月，邻居无投诉")),
    at(8, 8, stopped("利培酮", "自述嗜睡，自行停服")),
    at(
        8,
        12,
        incident(
            DangerousAct.GRAVE_OFFENCE,
            "持木棍砸坏邻居门窗，两次劝阻不停",
            "梧桐里社区3号楼",
            "派出所",
        ),
    ),
    at(9, 1, now_of_kind(CaseKind.UNSTABLE, "危险性4级，症状明显，自知力缺失")),
    at(
        9,
        2,
        admitted(
            "断药后持续打砸，邻居报警", AdmissionGround.HARM_DONE, AdmissionGround.HARM_FEARED
        ),
    ),
    at(9, 3, flag(FlagKind.POLICE_LISTED)),
    at(
        10,
        -10,
        reviewed(
            {
                _C.HIGH_LEVEL: "住院前评为4级",
                _C.SYMPTOMS: "幻听、被害想法活跃",
                _C.INSIGHT: "不承认有病",
            }
        ),
    ),
    at(10, 8, discharged()),
    at(10, 8, medicine("奥氮平", "5mg", "15")),
    at(13, -8, guardian(_BROTHER, Guardianship.WEAK, "不与患者同住，白天看摊")),
    at(13, -6, agreement()),
    at(14, -9, progress(_VOICES, ItemState.REACHED, "已无幻听，夜间能睡")),
    at(14, -9, progress(_DENIES, ItemState.RUNNING, "承认“脑子累”，愿意吃药")),
    at(16, -10, reviewed({_C.LOW_LEVEL: "家访评为1级", _C.GUARDIANSHIP: "哥哥不同住，白天看摊"})),
    at(16, -9, now_of_kind(CaseKind.HIGH_RISK, "连续四个月2级以下，不再符合病情不稳定标准")),
    at(17, -3, on_plan("怕别人议论", _WALKS)),
    at(17, 4, declined(_WALKS, "计划里没有每日报到，是每周两次自愿参加康复站。")),
    at(18, 9, incident(DangerousAct.MINOR, "与康复站学员口角，在家摔手机", "家中", "社工")),
    at(22, 9, stopped("奥氮平", "哥哥外出，药盒空了没有补")),
    at(22, 15, medicine("奥氮平", "5mg", "15")),
    at(
        22,
        12,
        incident(DangerousAct.OFFENCE, "打翻小卖部货架，劝阻不听", "梧桐里社区小卖部", "派出所"),
    ),
    at(25, -15, on_plan("怕别人议论", _STEADY)),
    at(25, -15, on_plan("口服药多次中断", _LONGER)),
)
STORY = read_story("up_and_down", _PERSON, _HAPPENINGS)
