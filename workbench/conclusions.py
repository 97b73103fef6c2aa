"""What a meeting concludes by doing something, written into its minutes as a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.codes import DecisionKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.decisions import Decision
from workbench.bench import Work

_REPLACED = (DecisionKind.CONTINUE, DecisionKind.DEFER)


@dataclass(frozen=True)
class Concluded:
    """A decision that asks for no further work: its words, and who stands for it."""

    text: str
    implementer_id: int | None = None
    due_on: date | None = None
    kind: DecisionKind = DecisionKind.ACTION


def conclude(work: Work, item: AgendaItem, concluded: Concluded) -> Decision:
    """Write a decision on an item within a command; continuing or deferring it is taken back."""
    earlier = known(Decision).where(Decision.item_id == item.id, Decision.kind.in_(_REPLACED))
    for decision in list(work.session.scalars(earlier)):
        decision.withdraw(work.session, work.written, "会上改为另作决定")
    return Decision.enter(
        work.session,
        work.written,
        patient_id=item.patient_id,
        true_from=work.today,
        item_id=item.id,
        kind=concluded.kind,
        text=concluded.text,
        implementer_id=concluded.implementer_id,
        due_on=concluded.due_on,
    )
