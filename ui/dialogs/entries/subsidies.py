"""Quick entry: how it stands with the subsidy for guarding, what was paid, what is proposed."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, day, line, money, one_of, text, today
from ui.dialogs.entries.kind import EntryKind, about_another, about_patient, corrected
from ui.dialogs.entries.offers import NO_GUARDIAN, any_guardians
from workbench.records import RecordKind
from workbench.screen import SubsidyState, SubsidyStep
from workbench.subsidies import (
    Paid,
    Subsidised,
    correct_subsidy,
    correct_subsidy_payment,
    record_subsidy,
    record_subsidy_payment,
    withdraw_subsidy,
    withdraw_subsidy_payment,
)
from workbench.subsidy_proposals import (
    Proposed,
    propose_subsidy_step,
    withdraw_subsidy_proposal,
)

SUBSIDY = EntryKind(
    name="subsidy",
    title="监护补贴",
    what="申请、批准、暂停、取消",
    sought="jhbt bt",
    asks=(
        one_of(
            "guardian_id", "监护人", any_guardians, required=True, absent=NO_GUARDIAN, quiet=True
        ),
        one_of("state", "状态", coded(SubsidyState), required=True),
        today("from_on", "从哪天起"),
        money("yearly_amount", "每年标准"),
        text("reason", "理由"),
        day("granted_from", "享受起始日期", behind=True),
    ),
    write=about_another("guardian_id", Subsidised, record_subsidy),
    record=RecordKind.SUBSIDY,
    correct=corrected(correct_subsidy),
    withdraw=withdraw_subsidy,
    about="guardian_id",
)
PAYMENT = EntryKind(
    name="payment",
    title="补贴发放",
    what="发了一笔监护补贴",
    sought="btff ff fq",
    asks=(
        one_of(
            "guardian_id", "监护人", any_guardians, required=True, absent=NO_GUARDIAN, quiet=True
        ),
        today("paid_on", "发放日期"),
        money("amount", "发放金额", required=True),
        line("period", "所属时间", "如 2026年上半年"),
        text("note", "说明", behind=True),
    ),
    write=about_another("guardian_id", Paid, record_subsidy_payment),
    record=RecordKind.PAYMENT,
    correct=corrected(correct_subsidy_payment),
    withdraw=withdraw_subsidy_payment,
    about="guardian_id",
)
PROPOSAL = EntryKind(
    name="proposal",
    title="补贴建议",
    what="建议会议取消补贴或调整监护人",
    sought="btjy qxbt tzjhr",
    asks=(
        one_of("step", "建议", coded(SubsidyStep), required=True),
        today("proposed_on", "提出日期"),
        text("reason", "理由", required=True),
    ),
    write=about_patient(Proposed, propose_subsidy_step),
    record=RecordKind.PROPOSAL,
    withdraw=withdraw_subsidy_proposal,
)
