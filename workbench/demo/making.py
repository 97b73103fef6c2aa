"""Making the store of invented data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from data.codes import AccountKind
from data.holidays import working_years
from data.problems import FolderInUse
from workbench.account_list import add_account
from workbench.accounts import Clock as Now
from workbench.accounts import Computer, create_store
from workbench.bench import BEIJING, Bench, system_clock
from workbench.demo.clock import Calendar, Clock
from workbench.demo.script import every_step
from workbench.demo.seats import DOCTOR, UNIT
from workbench.demo.street import Street, replay
from workbench.file_errors import in_words

PASSWORD = "shili-kouling"  # noqa: S105 - of invented data, printed for whoever tries the program


@dataclass(frozen=True)
class Demo:
    """What was made, with the words needed to open it; the last of the meetings is to come."""

    bench: Bench
    meetings: tuple[int, ...]
    recovery_code: str
    patients: int
    cases: int


def make_demo(folder: Path, computer: Computer = lambda: None, *, now: Now = system_clock) -> Demo:
    """Make a store marked 示例 in an empty folder, two years of meetings in it up to today. Slow.

    The password is that of the demo; it is not bound to this computer, so that the folder can be
    carried about.
    """
    if folder.exists() and any(folder.iterdir()):
        with in_words():
            raise FolderInUse
    calendar = Calendar.until(now().astimezone(BEIJING).date(), working_years())
    clock = Clock(calendar.beginning)
    made = create_store(
        folder, unit=UNIT, password=PASSWORD, demo=True, now=clock, computer=computer
    )
    doctor = add_account(
        made.bench,
        name=DOCTOR,
        kind=AccountKind.PSYCHIATRIST,
        administers=False,
        password=PASSWORD,
        computer=computer,
    )
    street = Street(made.bench, clock, calendar, doctor)
    replay(street, list(every_step(calendar)))
    meetings = tuple(key for _, key in sorted(street.meetings))
    return Demo(
        bench=replace(made.bench, now=now),
        meetings=meetings,
        recovery_code=made.recovery_code,
        patients=len(street.patients),
        cases=street.entries,
    )
