"""What is printed before a meeting, in one run: agenda, promises, sign-in sheet and briefs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from data.codes import AgendaTier
from forms.agenda import AGENDA
from forms.brief import BRIEF
from forms.promises import PROMISES
from forms.signin import SIGNIN
from workbench.agenda_entries import items_of
from workbench.bench import Bench
from workbench.errors import EmptyAgenda
from workbench.paperwork.subjects import About, Subject, of_meeting
from workbench.seals import latest_seal
from workbench.states import any_meeting, title_of


@dataclass(frozen=True)
class Pack:
    """The papers of a pack in their order; those `to_seal` are signed and not sealed yet."""

    title: str
    papers: tuple[tuple[str, Subject], ...]
    to_seal: tuple[tuple[str, Subject], ...]


def read_pack(bench: Bench, meeting_id: int) -> Pack:
    """What belongs to the pack of a meeting; of an empty agenda there is none."""
    with bench.asking("read_pack") as session:
        meeting = any_meeting(session, meeting_id)
        papers = tuple(_papers(session, meeting_id))
        sheet = SIGNIN.code, of_meeting(meeting_id)
        sealed = latest_seal(session, SIGNIN, str(sheet[1])) is not None
        return Pack(f"{title_of(meeting)}·会前包", papers, () if sealed else (sheet,))


def _papers(session: Session, meeting_id: int) -> Iterator[tuple[str, Subject]]:
    items = items_of(session, meeting_id)
    if not items:
        raise EmptyAgenda
    for form in (AGENDA, SIGNIN, PROMISES):
        yield form.code, of_meeting(meeting_id)
    for item in items:
        if item.tier is AgendaTier.FOCUS and item.patient_id is not None:
            yield BRIEF.code, Subject(About.ITEM, item.id)
