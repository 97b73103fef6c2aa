"""How the facts of the register are said."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from data.facts import held, known
from data.models.events import Admission, Incident, LifeEvent
from data.models.guardians import (
    GuardianAgreement,
    GuardianCapacity,
    GuardianDetails,
)
from data.models.patients import Consent, Diagnosis, PatientDetails, PatientFlag, Resemblance
from data.models.subsidies import Subsidy, SubsidyPayment
from data.visit_codes import FormVersion
from workbench.rules.rough_days import rough_day
from workbench.speaking import Part, Speaker, column


def always(_: object) -> str:
    """What all facts of a table share that replace each other."""
    return ""


def rough(label: str, day: str, precision: str) -> Part[Any]:
    """A part that reads a day and how exactly it is known."""

    def words(_: Session, fact: object) -> str:
        found = rough_day(getattr(fact, day), getattr(fact, precision))
        return found.words if found else ""

    return Part(label, words, (day, precision))


def guardian_name(session: Session, fact: GuardianAgreement | Subsidy | SubsidyPayment) -> str:
    """What the guardian a fact speaks of was called on its day."""
    query = known(GuardianDetails).filter_by(guardian_id=fact.guardian_id)
    facts = sorted(session.scalars(query), key=lambda details: details.true_from)
    details = held(facts, fact.true_from) or next(iter(facts), None)
    return details.name if details else ""


def _economy(_: Session, fact: PatientDetails) -> str:
    if fact.economy is None:
        return ""
    older = "（2011年版表格）" if fact.form_version is FormVersion.V2011 else ""
    return f"{fact.economy.label}{older}"


def _name(_: Session, fact: GuardianDetails) -> str:
    return fact.name


def _other(_: Session, fact: Resemblance) -> str:
    return f"患者{fact.other_id}号"


def _act(_: Session, fact: Incident) -> str:
    return fact.kind.label


def _standing(_: Session, fact: PatientFlag) -> str:
    return "符合" if fact.holds else "不符合"


REGISTER_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        PatientDetails,
        "患者信息",
        (
            column("姓名", "name"),
            column("性别", "sex"),
            column("出生日期", "born_on"),
            column("身份证号", "id_number"),
            column("曾用名", "former_name"),
            column("档案编号", "file_number"),
            column("诊断（登记时）", "diagnosis"),
            column("电话", "phone"),
            column("民族", "ethnicity"),
            column("文化程度", "education"),
            column("婚姻状况", "marriage"),
            column("就业情况", "employment"),
            column("户别", "household"),
            column("常住类型", "residency"),
            column("现住村（社区）", "village"),
            column("现住址", "address"),
            column("户籍村（社区）", "registered_village"),
            column("户籍地址", "registered_address"),
            column("共同居住者", "living_with"),
            Part("经济状况", _economy, ("economy", "form_version")),
            column("报告类型", "report_type"),
            rough("初次发病时间", "onset_on", "onset_precision"),
            column("医疗费用支付方式", "payment"),
            column("其他支付方式", "payment_other"),
            column("村（居）委会联系人", "committee_contact"),
            column("村（居）委会电话", "committee_phone"),
        ),
        replaces=always,
    ),
    Speaker(
        Diagnosis,
        "诊断",
        (
            column("类别", "kind"),
            column("诊断名称", "words"),
            column("ICD-10编码", "icd10"),
            column("确诊医院", "hospital"),
            rough("确诊日期", "confirmed_on", "confirmed_precision"),
        ),
        replaces=always,
    ),
    Speaker(
        Consent,
        "知情同意",
        (
            column("答复", "answer"),
            column("签字人", "signed_by"),
            column("下次询问日期", "ask_again_on"),
        ),
        replaces=always,
    ),
    Speaker(
        Resemblance,
        "登记核对",
        (column("结论", "verdict"),),
        about=Part("另一条登记", _other, ("other_id",)),
        replaces=lambda fact: fact.other_id,
    ),
    Speaker(
        PatientFlag,
        "标志",
        (
            Part("结论", _standing, ("holds",)),
            column("等级", "grade"),
            column("说明", "note"),
        ),
        about=column("项目", "kind"),
        replaces=lambda fact: fact.kind,
    ),
    Speaker(
        GuardianDetails,
        "监护人",
        (
            column("状态", "state"),
            column("与患者关系", "relation"),
            column("关系说明", "relation_words"),
            column("身份证号", "id_number"),
            column("出生日期", "born_on"),
            column("电话", "phone"),
            column("备用电话", "second_phone"),
            column("住址", "address"),
            column("服务处所", "workplace"),
            column("法院判决", "court_decision"),
            column("患病或残疾", "ill_or_disabled"),
            column("不与患者同住", "lives_elsewhere"),
            column("在外务工", "works_away"),
            column("有固定收入", "has_income"),
            column("独自照看且白天不在家", "alone_and_absent"),
        ),
        about=Part("姓名", _name, ("name", "guardian_id")),
        replaces=lambda fact: fact.guardian_id,
    ),
    Speaker(
        GuardianAgreement,
        "监护协议",
        (
            column("已签订", "signed"),
            column("到期日", "until_on"),
            column("职责", "duties"),
            column("说明", "note"),
        ),
        about=Part("监护人", guardian_name, ("guardian_id",)),
    ),
    Speaker(
        GuardianCapacity,
        "监护能力",
        (column("结论", "level"), column("依据", "because")),
        replaces=always,
    ),
    Speaker(
        Admission,
        "住院",
        (
            column("医院", "hospital"),
            column("出院日期", "discharged_on"),
            column("住院原因", "grounds"),
            column("原因说明", "reason"),
        ),
    ),
    Speaker(
        Incident,
        "危险行为",
        (
            column("地点", "place"),
            column("来源", "source"),
            column("经过", "words"),
            column("已告知公安", "police_informed"),
            column("公安处置", "police_words"),
        ),
        about=Part("类型", _act, ("kind", "form_version")),
    ),
    Speaker(
        LifeEvent,
        "生活事件",
        (
            column("有这种情况", "present"),
            column("结束日期", "until_on"),
            column("来源", "source"),
            column("情况", "words"),
        ),
        about=column("类型", "kind"),
    ),
)
