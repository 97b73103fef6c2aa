"""Taking back a guardian who was named by mistake; whoever they replaced goes on."""

from __future__ import annotations

from sqlalchemy import select

from data.facts import Fact, known
from data.models.guardians import GuardianAgreement, GuardianDetails
from data.models.subsidies import Subsidy, SubsidyPayment
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.register_errors import GuardianInUse
from workbench.words import required

_RESTING_ON = (
    (GuardianAgreement, "监护协议"),
    (Subsidy, "监护补贴"),
    (SubsidyPayment, "补贴发放记录"),
)


def withdraw_guardian(bench: Bench, guardian_id: int, *, why: str) -> None:
    """Say that a guardian was never named; refused while papers or money rest on them."""
    with bench.doing("withdraw_guardian") as work:
        facts = list(
            work.session.scalars(known(GuardianDetails).filter_by(guardian_id=guardian_id))
        )
        if not facts:
            raise NotFound("这名监护人")
        resting = [words for table, words in _RESTING_ON if _has(work, table, guardian_id)]
        if resting:
            raise GuardianInUse(resting)
        reason = required("撤回理由", why)
        _bring_back(work, guardian_id, reason)
        for fact in facts:
            fact.withdraw(work.session, work.written, reason)
        work.about(guardian=guardian_id, patient=facts[0].patient_id or 0)


def _has(work: Work, table: type[Fact], guardian_id: int) -> bool:
    return work.session.scalar(known(table).filter_by(guardian_id=guardian_id).limit(1)) is not None


def _bring_back(work: Work, guardian_id: int, reason: str) -> None:
    """Whom the naming replaced acted on, if need be until the next one was named."""
    first = select(GuardianDetails).where(GuardianDetails.revision == 1)
    named = first.where(GuardianDetails.guardian_id == guardian_id).order_by(GuardianDetails.id)
    naming = work.session.scalars(named).first()
    if naming is None:
        return
    at_once = first.where(GuardianDetails.written_at == naming.written_at)
    replaced = set(work.session.scalars(at_once.with_only_columns(GuardianDetails.root_id)))
    query = known(GuardianDetails).where(
        GuardianDetails.patient_id == naming.patient_id,
        GuardianDetails.guardian_id != guardian_id,
    )
    others = list(work.session.scalars(query))
    later = [fact.true_from for fact in others if fact.true_from > naming.true_from]
    for ended in (fact for fact in others if fact.root_id in replaced):
        if not later:
            ended.withdraw(work.session, work.written, reason)
        else:
            ended.correct(work.session, work.written, {"true_from": min(later)}, reason)
