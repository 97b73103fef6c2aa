"""How the subsidy, other help and the village team of a patient are said."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from data.facts import known
from data.models.assistance import Assistance
from data.models.care_teams import CareTeam
from data.models.subsidies import Subsidy, SubsidyDecision, SubsidyPayment, SubsidyProposal
from data.models.teams import Member, Team
from workbench.register_speakers import always, guardian_name
from workbench.rules.money import said_sum
from workbench.speaking import AT_MEETING, Part, Speaker, column, key


def _sum(label: str, name: str) -> Part[Any]:
    def words(_: Session, fact: object) -> str:
        amount = getattr(fact, name)
        return "" if amount is None else said_sum(amount)

    return Part(label, words, (name,))


def _step(session: Session, fact: SubsidyDecision) -> str:
    query = known(SubsidyProposal).where(SubsidyProposal.root_id == fact.proposal_id)
    proposal = session.scalars(query).first()
    return proposal.step.label if proposal else ""


def _team(session: Session, fact: CareTeam) -> str:
    return session.get_one(Team, fact.team_id).name if fact.team_id else "没有小组"


ASSISTANCE_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        Subsidy,
        "监护补贴",
        (
            column("状态", "state"),
            _sum("每年标准", "yearly_amount"),
            column("享受起始日期", "granted_from"),
            column("理由", "reason"),
        ),
        about=Part("监护人", guardian_name, ("guardian_id",)),
        replaces=always,
    ),
    Speaker(
        SubsidyPayment,
        "监护补贴发放",
        (_sum("金额", "amount"), column("所属时间", "period"), column("说明", "note")),
        about=Part("监护人", guardian_name, ("guardian_id",)),
    ),
    Speaker(
        SubsidyProposal,
        "监护补贴建议",
        (column("理由", "reason"),),
        about=column("建议", "step"),
    ),
    Speaker(
        SubsidyDecision,
        "监护补贴决定",
        (column("结论", "outcome"), column("理由", "reason")),
        about=Part("建议", _step, ("proposal_id",)),
        silent=AT_MEETING
        | {"decision_id": "the same decision as the minutes have it, which is told by itself"},
    ),
    Speaker(
        Assistance,
        "救助",
        (
            column("状态", "state"),
            key("责任人", "responsible_id", Member),
            column("协同部门", "partner"),
            column("说明", "note"),
        ),
        about=column("项目", "kind"),
        replaces=lambda fact: fact.kind,
    ),
    Speaker(
        CareTeam,
        "关爱帮扶小组",
        (Part("小组", _team, ("team_id",)), column("说明", "note")),
        replaces=always,
    ),
)
