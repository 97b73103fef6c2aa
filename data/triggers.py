"""The triggers that keep facts, the audit chain and sealed rows as they are.

They live in this one list, because rebuilding a table drops its triggers without a word: they are
re-created after every upgrade and compared at every opening. Use cases refuse earlier and in
words; a trigger is the last line, for whatever reaches the file by another way.
"""

from __future__ import annotations

from sqlalchemy import Connection

_FACTS = (
    "patient_details",
    "diagnosis",
    "consent",
    "patient_flag",
    "resemblance",
    "guardian_details",
    "guardian_agreement",
    "guardian_capacity",
    "admission",
    "incident",
    "life_event",
    "visit",
    "medication_line",
    "injection",
    "medication_strategy",
    "case_terms",
    "opinion",
    "discussion",
    "assessment",
    "decision",
    "task_result",
    "task_terms",
    "intake",
    "intake_finding",
    "intake_decision",
    "case_standing",
    "plan",
    "plan_item",
    "plan_reason",
    "plan_progress",
    "plan_confirmation",
    "annotation",
    "annotation_answer",
    "member_contact",
    "past_history",
    "subsidy",
    "subsidy_payment",
    "subsidy_proposal",
    "subsidy_decision",
    "assistance",
    "care_team",
    "attachment",
)
_FIXED = (
    *_FACTS,
    "audit",
    "seal",
    "sheet_page",
    "task",
    "request",
    "imported_row",
    "profile_adoption",
    "unit_rule",
    "paper_setting",
    "meeting_rule",
    "masking_rule",
    "print_run",
)
_OF_A_MEETING = ("attendance", "agenda_item", "agenda_left_off")
_OF_AN_ITEM = (
    "opinion",
    "discussion",
    "assessment",
    "decision",
    "intake_decision",
    "case_standing",
    "plan_confirmation",
    "subsidy_decision",
)
# A confirmed version of a plan takes nothing more; each table with what names the version.
_OF_A_PLAN = {"plan": "NEW.root_id", "plan_item": "NEW.plan_id", "plan_reason": "NEW.plan_id"}
_SEALED = "('closed', 'archived')"
_ITEM_OF_TASK = "(SELECT item_id FROM decision WHERE id = NEW.decision_id)"

# What may not change in rows of which something else may: a meeting only once it is sealed.
_KEPT = {
    "identity": ("store", "code", "demo", "created_at"),
    "member": ("team_id", "name", "role", "unit", "post", "from_on"),
    "sheet": ("seal_id", "kind", "version", "supplements_id"),
    "list_import": ("kind", "written_at", "written_by"),
    "slot": ("sheet_id", "member_id", "role", "name", "part", "page", "x", "y", "width", "height"),
    "meeting": (
        "team_id",
        "team_name",
        "kind",
        "year",
        "number",
        "held_on",
        "begins",
        "ends",
        "place",
        "chair_id",
        "recorder_id",
        "opening",
        "other_matters",
        "closing",
        "next_held_on",
        "closed_at",
    ),
}


def wanted() -> dict[str, str]:
    """Return the text of every trigger by its name."""
    found: dict[str, str] = {}
    for table in _FIXED:
        found |= _refuse(table, "UPDATE") | _refuse(table, "DELETE")
    for table in _KEPT.keys() - {"meeting"}:
        found |= _refuse(table, "UPDATE", _changed(table)) | _refuse(table, "DELETE")
    found |= _refuse("meeting", "DELETE") | _refuse("meeting", "UPDATE", _meeting_changed())
    for table in _OF_A_MEETING:
        for event in ("INSERT", "UPDATE", "DELETE"):
            found |= _refuse(table, event, _meeting_sealed(table, event))
    for table in _OF_AN_ITEM:
        found |= _refuse(table, "INSERT", _item_sealed("NEW.item_id"))
    for table, plan in _OF_A_PLAN.items():
        found |= _refuse(table, "INSERT", _confirmed(plan))
    found |= _refuse("task", "INSERT", _item_sealed(_ITEM_OF_TASK))
    found |= _refuse("task_result", "INSERT", _is_sealed("NEW.meeting_id"))
    return found


def create_all(connection: Connection) -> None:
    """Put every trigger in place."""
    for text in wanted().values():
        connection.exec_driver_sql(text)


def drop_all(connection: Connection) -> None:
    """Take all our triggers away, so that an upgrade can rebuild tables."""
    for name in _present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def in_place(connection: Connection) -> bool:
    """Tell whether the file has exactly the triggers of this program."""
    return _present(connection) == wanted()


def _present(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='trigger'")
    return {str(name): str(text) for name, text in rows}


def _refuse(table: str, event: str, condition: str = "") -> dict[str, str]:
    name = f"guard_{table}_{event.lower()}"
    when = f" WHEN {condition}" if condition else ""
    text = (
        f'CREATE TRIGGER {name} BEFORE {event} ON "{table}"{when} '
        f"BEGIN SELECT RAISE(ABORT, '{table} is fixed'); END"
    )
    return {name: text}


def _changed(table: str) -> str:
    columns = ("id", *_KEPT[table])
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


def _meeting_changed() -> str:
    forward = "(NEW.state IS OLD.state OR (OLD.state='closed' AND NEW.state='archived'))"
    return f"OLD.state IN {_SEALED} AND ({_changed('meeting')} OR NOT {forward})"


def _meeting_sealed(table: str, event: str) -> str:
    sides = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("NEW", "OLD")}[event]
    return " OR ".join(_is_sealed(f"{side}.meeting_id") for side in sides)


def _is_sealed(meeting: str) -> str:
    return f"(SELECT state FROM meeting WHERE id = {meeting}) IN {_SEALED}"  # noqa: S608 - our own words


def _item_sealed(item: str) -> str:
    return _is_sealed(f"(SELECT meeting_id FROM agenda_item WHERE id = {item})")  # noqa: S608 - ours


def _confirmed(plan: str) -> str:
    later = "SELECT 1 FROM plan_confirmation l WHERE l.root_id = c.root_id"
    return (
        f"EXISTS (SELECT 1 FROM plan_confirmation c WHERE c.plan_id = {plan} "  # noqa: S608 - ours
        f"AND c.withdrawn = 0 AND NOT EXISTS ({later} AND l.revision > c.revision))"
    )
