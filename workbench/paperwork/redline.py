"""What the 计划修订对照单 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.casework_codes import ItemState
from data.codes import MemberRole
from data.models.plans import Plan
from forms.answers import number_of, text_of
from forms.wording import UNKNOWN
from workbench.annotations import AnnotationRow
from workbench.cases import any_case
from workbench.errors import NotFound
from workbench.paperwork.case_signers import (
    guardian_place,
    leader_and_manager,
    specialists,
    team_of_case,
)
from workbench.paperwork.plan import day_of, unit_of
from workbench.paperwork.remarks import remark_rows, remarks_since
from workbench.patients import details_on
from workbench.plan_reading import (
    PlanItemRow,
    any_plan,
    item_rows,
    lines_of,
    meeting_of,
    version_before,
    why_changed,
    why_removed,
)
from workbench.rules.plans import Line
from workbench.rules.revisions import Revised, Revision, revisions
from workbench.rules.wordings import Piece, compare_wordings
from workbench.states import title_of

# What is compared, in the order it is read. The heading of a line is not repeated when it stays.
_HEADING = (("area", "领域"), ("problem", "问题"))
_BODY = (
    ("goal", "目标"),
    ("measure", "措施"),
    ("responsible", "责任人"),
    ("partner", "协同"),
    ("start_on", "开始"),
    ("due_on", "期限"),
    ("frequency", "频次"),
)
NEW_LINE = "\n"
Words = list[dict[str, object]]


def redline_answers(
    session: Session, plan_id: int, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the comparison with the version before, in canonical form."""
    plan = any_plan(session, plan_id, at)
    before = version_before(session, plan, at)
    if before is None:
        raise NotFound("上一次的干预计划")
    case, meeting = any_case(session, plan.case_id), meeting_of(session, plan_id, at)
    day = day_of(plan, meeting)
    found = revisions(lines_of(session, before, at), lines_of(session, plan, at))
    remarks = remarks_since(session, case.patient_id, before.true_from, day, at)
    reasons = _Reasons(session, plan, before, remarks, day, at)
    manager, team = team_of_case(session, case, day, meeting, at)
    return {
        "unit": unit_of(session, case, day, meeting, at),
        "meeting": title_of(meeting) if meeting else "",
        "kind": plan.kind.label,
        "case_number": case.number,
        "name": details_on(session, case.patient_id, day, at).name,
        "earlier_number": before.number,
        "earlier_on": day_of(before, meeting_of(session, before.root_id, at)).isoformat(),
        "number": plan.number,
        "held_on": day.isoformat(),
        **_counts(found),
        "changes": _changes(found, reasons),
        "annotations": remark_rows(session, remarks, at),
        "signers": [
            *leader_and_manager(manager, team),
            *specialists(team, MemberRole.PSYCHIATRIST, "psychiatrist", manager),
            guardian_place(session, case.patient_id, day, "监护人（知情）", at),
        ],
    }


def redline_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """What the comparison is about, repeated on every page after the first."""
    versions = (number_of(answers, key) for key in ("earlier_number", "number"))
    told = "→".join(f"第{version}次" for version in versions)
    return ("\u3000".join((text_of(answers, "case_number"), text_of(answers, "name"), told)),)


class _Reasons:
    """Where the record says why a line changed: a remark, why it went, how far it had come."""

    def __init__(
        self,
        session: Session,
        plan: Plan,
        before: Plan,
        remarks: Sequence[AnnotationRow],
        day: date,
        at: datetime | None,
    ) -> None:
        items = {row.id: row.line.key for row in item_rows(session, plan, day, at)}
        self._remarks = {items.get(row.plan_item_id or 0): row for row in remarks}
        self._removed = why_removed(session, plan.root_id, at)
        self._changed = why_changed(session, plan.root_id, at)
        self._progress = {row.line.key: row for row in item_rows(session, before, day, at)}

    def of(self, revised: Revised) -> str:
        """Why one line changed, as far as somebody wrote it down."""
        key = revised.line.key
        if key in self._remarks:
            return f"采纳{self._remarks[key].on.isoformat()}医师批注"
        if revised.revision is Revision.REMOVED and self._removed.get(key):
            return self._removed[key]
        if revised.after is not None and self._changed.get(key):
            return self._changed[key]
        return _progress_in_words(self._progress.get(key))


def _progress_in_words(row: PlanItemRow | None) -> str:
    if row is None or row.state is ItemState.NOT_BEGUN:
        return ""
    return "：".join(filter(None, (row.state.label, row.result)))


def _counts(found: Sequence[Revised]) -> dict[str, object]:
    counted = Counter(revised.revision for revised in found)
    changed = [revision for revision in Revision if revision is not Revision.SAME]
    return {
        "total": sum(counted[revision] for revision in changed),
        **{revision.value: counted[revision] for revision in Revision},
    }


def _changes(found: Sequence[Revised], reasons: _Reasons) -> list[dict[str, object]]:
    changed = [revised for revised in found if revised.revision is not Revision.SAME]
    return [
        {
            "position": position,
            "subject": f"{revised.line.area.label}\n{revised.line.problem}",
            **_wordings(revised),
            "reason": reasons.of(revised),
        }
        for position, revised in enumerate(changed, 1)
    ]


def _wordings(revised: Revised) -> dict[str, object]:
    before: Words = []
    after: Words = []
    for label, old, new in _compared(revised):
        compared = compare_wordings(old, new)
        before += _said(label, compared.before, not before) if revised.before else []
        after += _said(label, compared.after, not after) if revised.after else []
    return {"before": before, "after": after}


def _compared(revised: Revised) -> Iterator[tuple[str, str, str]]:
    """The fields that read differently, or all that say something of a line on one side only."""
    carried = revised.before is not None and revised.after is not None
    for name, label in (*(_HEADING if carried else ()), *_BODY):
        old, new = (_words(line, name) for line in (revised.before, revised.after))
        if old != new:
            yield label, old, new


def _words(line: Line | None, name: str) -> str:
    value = getattr(line, name) if line else None
    if isinstance(value, date):
        return value.isoformat()
    return getattr(value, "label", value) or ""


def _said(label: str, pieces: Sequence[Piece], is_first: bool) -> Words:
    """One field on a line of its own; one that says nothing is a dash."""
    told = (Piece(f"{'' if is_first else NEW_LINE}{label}："), *(pieces or (Piece(UNKNOWN),)))
    return [{"text": piece.text, "change": piece.fate.value} for piece in told]
