"""Quick entry: what became different about a person, such as a move or another number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ui.dialogs.entries.asks import coded, line, one_of, today
from ui.dialogs.entries.kind import EntryKind, Values
from workbench.bench import Bench
from workbench.duplicates import Doubt
from workbench.patients import change_patient
from workbench.register import read_patient
from workbench.screen import Economy, Employment, Marriage, Residency


def _change(bench: Bench, patient_id: int, values: Values, request_id: str) -> object:
    """What was left open stays; nothing here could make a person another one."""
    given: dict[str, Any] = {name: value for name, value in values.items() if value}
    from_on = given.pop("from_on")
    known = read_patient(bench, patient_id).particulars
    return change_patient(
        bench,
        patient_id,
        replace(known, **given),
        from_on=from_on,
        accepted=tuple(Doubt),
        request_id=request_id,
    )


MOVE = EntryKind(
    name="move",
    title="搬家、换电话",
    what="住址、电话、婚姻、就业有变化",
    sought="bj qj hdh zlbh",
    asks=(
        line("phone", "联系电话", quiet=True),
        today("from_on", "从哪天起"),
        line("village", "村组", "例如 幸福村3组"),
        line("address", "住址", quiet=True),
        one_of("residency", "户籍类型", coded(Residency), behind=True),
        one_of("marriage", "婚姻状况", coded(Marriage), behind=True),
        one_of("employment", "就业情况", coded(Employment), behind=True),
        one_of("economy", "经济状况", coded(Economy), behind=True),
    ),
    write=_change,
    hint=lambda _bench, _patient: "只填有变化的，没有填的保持不变。原来的留在以前的日子里。",
)
