"""Self-harm, a good year, and a long stay in hospital during which the case rests."""

from __future__ import annotations

from datetime import date

from data.casework_codes import ItemState
from data.clinical_codes import Guardianship
from data.register_codes import (
    AdmissionGround,
    DiagnosisClass,
    Education,
    Ethnicity,
    LifeEventKind,
    LivingWith,
    Marriage,
    Relation,
)
from data.visit_codes import DangerousAct
from workbench.demo.happenings import (
    admitted,
    agreement,
    at,
    burden,
    guardian,
    incident,
    paused,
    progress,
)
from workbench.demo.people import FEMALE, Person
from workbench.demo.reading import read_story
from workbench.demo.treatment import medicine
from workbench.guardians import GuardianParticulars

_PERSON = Person(
    "帕丽达·吐尔逊",
    FEMALE,
    date(1995, 12, 8),
    "鹤鸣社区",
    DiagnosisClass.EPILEPTIC,
    ill_for=11,
    living_with=LivingWith.PARENTS,
    marriage=Marriage.SINGLE,
    education=Education.JUNIOR,
    ethnicity=Ethnicity.MINORITY,
)
_MOTHER = GuardianParticulars(
    "热依汗·依明",
    Relation.MOTHER,
    born_on=date(1969, 7, 19),
    phone="13900000306",
    address="鹤鸣社区8号楼",
    ill_or_disabled=False,
    lives_elsewhere=False,
    works_away=False,
    has_income=False,
    alone_and_absent=False,
)

STORY = read_story(
    "in_hospital",
    _PERSON,
    (
        at(1, -28, guardian(_MOTHER, Guardianship.WEAK, "同住，没有固定收入")),
        at(1, -29, medicine("丙戊酸钠", "0.5g", "500", "500")),
        at(
            7,
            -20,
            incident(DangerousAct.SELF_HARM, "发作后用刀片划伤手臂，缝合三针", "家中", "家属"),
        ),
        at(7, 4, agreement()),
        at(9, 3, medicine("拉莫三嗪", "50mg", "100", "100")),
        at(12, -9, progress("自伤", ItemState.REACHED, "三个月无自伤")),
        at(14, -9, progress("不明白为什么要天天吃药", ItemState.REACHED, "会看图卡，自己摆药")),
        at(16, 8, burden(LifeEventKind.STRESS, "父亲病重，后去世")),
        at(18, -20, incident(DangerousAct.OFFENCE, "大发作后砸镜子，劝阻不听", "家中", "派出所")),
        at(19, 5, agreement()),
        at(
            19,
            -20,
            incident(
                DangerousAct.SUICIDE_ATTEMPT, "藏药三十片，服下数片后被母亲发现", "家中", "家属"
            ),
        ),
        at(19, 1, admitted("有自杀计划并已实施", AdmissionGround.OTHER)),
        at(19, 3, paused("住院治疗，预计时间较长", 30)),
    ),
)
