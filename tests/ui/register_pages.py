"""The register on the screen, for the tests about it."""

import json
from dataclasses import replace

from sqlalchemy import select

from data.models.audit import AuditRow
from tests.workbench.register import FULL, fill
from workbench.patients import register_patient

LIST = "患者列表"
SEARCH = "查找患者"
PERSON = replace(FULL, name="丘小迟", former_name="丘迟")


def a_person(bench):
    """Somebody on the register of whom everything is known."""
    key = register_patient(bench, PERSON)
    fill(bench, key)
    return key


def choose(screen, words):
    rows = screen.rows(LIST)
    screen.open_row(LIST, next(n for n, row in enumerate(rows) if words in row))


def audited(bench, action):
    with bench.store.reading() as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.action == action))
        return [json.loads(row.detail) for row in rows]
