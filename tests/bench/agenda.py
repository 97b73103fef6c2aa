"""The agenda of two hundred cases with ten years behind them, against reading their rows."""

from __future__ import annotations

from sqlalchemy import select

from data.models.assessments import Assessment
from data.models.cases import Case, CaseTerms
from data.models.decisions import Decision
from data.models.patients import PatientDetails
from data.models.plans import Plan, PlanConfirmation, PlanItem, PlanProgress
from data.models.tasks import Task, TaskResult
from tests.bench.history import a_long_history
from tests.bench.timing import median_ms
from tests.builders import a_store
from workbench.agenda_proposals import propose_agenda
from workbench.bench import system_clock
from workbench.visit_columns import HEARD

# What the agenda rests on, each table once and only the columns it looks at: rows of columns,
# which are read several times as quickly as objects, so that the bar is the harder one.
READ = (
    HEARD,
    (Assessment.patient_id, Assessment.level, Assessment.true_from),
    (Case.id, Case.number, Case.patient_id, Case.entered_on),
    (CaseTerms.case_id, CaseTerms.kind, CaseTerms.true_from),
    (PatientDetails.patient_id, PatientDetails.name, PatientDetails.true_from),
    (Plan.root_id, Plan.case_id, Plan.number),
    (PlanItem.root_id, PlanItem.plan_id, PlanItem.line_id, PlanItem.due_on),
    (PlanProgress.line_id, PlanProgress.state, PlanProgress.true_from),
    (PlanConfirmation.plan_id,),
)
# Of decisions and results, those of tasks.
TASKS = (
    select(Decision.root_id, Decision.patient_id, Decision.due_on).join(
        Task, Task.decision_id == Decision.root_id
    ),
    select(TaskResult.task_id, TaskResult.outcome, TaskResult.written_at),
)


def agenda(folder):
    """Proposing the agenda, against one plain select a table."""
    bench = a_store(folder / "agenda", system_clock)
    meeting = a_long_history(bench)

    def read():
        with bench.store.reading() as session:
            for statement in (*(select(*columns) for columns in READ), *TASKS):
                session.execute(statement).all()

    ours = median_ms(lambda: propose_agenda(bench, meeting), 5)
    rows = median_ms(read, 5)
    bench.close()
    return ours, rows
