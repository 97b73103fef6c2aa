"""迎检包: what lies in the pack of one meeting, in the order in which it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.agendas import AgendaItem
from data.models.guardians import GuardianDetails
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet
from data.models.tasks import TaskResult
from forms.agenda import AGENDA
from forms.definition import Form
from forms.inspection import MEETING_TASKS, SIGNED_STATES
from forms.signin import SIGNIN
from forms.stamp import SheetCode, Stamp, digest_words
from workbench.bench import Bench
from workbench.masking import surname_with_code, with_names_hidden, with_numbers_masked
from workbench.paperwork.catalogue import CATALOGUE, sort_of
from workbench.paperwork.drawing import DEMO, Sealing, stamp_of
from workbench.paperwork.filling import fill
from workbench.paperwork.naming import names_of_subjects
from workbench.paperwork.sorts import Answers, Asked, PaperSort, of_a_meeting
from workbench.paperwork.subjects import About, Subject, of_meeting
from workbench.patients import details_of
from workbench.seals import fixed
from workbench.signing import SigningSheet, names_of_signers, sheets_of
from workbench.states import title_of
from workbench.task_sources import FoundTask, decided_tasks
from workbench.tasks import earlier_tasks

COPY, WITHOUT_NAMES = "复印件\u3000签字以原件为准", "脱敏件\u3000签字以原件为准"
LEFT_OUT = frozenset({"address", "phone"})  # what a paper without names does not say at all
LAST_TIME, THIS_TIME = "上次布置", "本次布置"

Answered = dict[str, object]


@dataclass(frozen=True)
class PackPaper:
    """One paper of a pack: what it says, what stands around it, what the contents call it."""

    form: Form
    answers: Answered
    stamp: Stamp
    title: str
    about: str

    @property
    def name(self) -> str:
        """Under which it is found beside the pages."""
        return f"{self.title} {self.about}" if self.about else self.title


class Hiding:
    """Hides everybody on the register in whatever a paper says, where that is wanted."""

    def __init__(self, instead: Mapping[str, str], *, wanted: bool) -> None:
        self._instead, self.wanted = instead, wanted

    @classmethod
    def at(cls, session: Session, meeting: Meeting, *, wanted: bool) -> Hiding:
        """For the papers of one meeting."""
        if not wanted:
            return cls({}, wanted=False)
        people = details_of(session, None, meeting.held_on).values()
        names = [person.name for person in people]
        names += session.scalars(known(GuardianDetails).with_only_columns(GuardianDetails.name))
        return cls({name: surname_with_code(name, "") for name in names if name}, wanted=True)

    def answers(self, answers: Answers) -> Answered:
        """The answers as they may be said."""
        return {key: self._said(key, value) for key, value in answers.items()}

    def _said(self, key: str, value: object) -> object:
        if not self.wanted:
            return value
        if isinstance(value, Mapping):
            return self.answers(value)
        if isinstance(value, list):
            return [self._said(key, each) for each in value]
        if isinstance(value, str):
            return "" if key in LEFT_OUT else self.words(value)
        return value

    def words(self, words: str) -> str:
        """The same for words that are no answer."""
        if not self.wanted:
            return words
        return with_numbers_masked(with_names_hidden(words, self._instead))


def papers_of_pack(
    bench: Bench, session: Session, meeting: Meeting, hiding: Hiding
) -> list[PackPaper]:
    """Agenda, sign-in, what was sealed, how it was signed, and the tasks."""
    sealed = list(_sealed(session, meeting))
    found = [_filled(bench, session, meeting, AGENDA, hiding)]
    if not any(seal.form == SIGNIN.code for seal, _ in sealed):
        found.append(_filled(bench, session, meeting, SIGNIN, hiding))
    subjects = {Subject.read(seal.subject) for seal, _ in sealed}
    named = names_of_subjects(session, subjects, bench.today())
    found += [_as_sealed(bench, session, *each, named, hiding) for each in sealed]
    for form, listed in (
        (SIGNED_STATES, {"sheets": _signed_states(bench, session, meeting)}),
        (MEETING_TASKS, {"tasks": _tasks(session, meeting)}),
    ):
        answers = hiding.answers({**of_the_pack(meeting), **listed})
        found.append(
            PackPaper(form, answers, stamp_of_list(answers, demo=bench.demo), form.title, "")
        )
    return found


def of_the_pack(meeting: Meeting) -> Answered:
    """Whose pack it is."""
    held_on = meeting.held_on.isoformat()
    return {"unit": meeting.team_name, "meeting": title_of(meeting), "held_on": held_on}


def stamp_of_list(answers: Answers, *, demo: bool) -> Stamp:
    """What stands around a list that is made for the pack alone."""
    mark = DEMO if demo else ""
    return Stamp(of_a_meeting(answers), (), None, 0, "", "", "", mark=mark, note="迎检包")


def _sealed(session: Session, meeting: Meeting) -> Iterator[tuple[Seal, Sheet]]:
    """What was sealed for a meeting and holds, in the order of the catalogue."""
    order = {sort.form.code: place for place, sort in enumerate(CATALOGUE)}
    query = (
        select(Seal, Sheet)
        .join(Sheet, Sheet.seal_id == Seal.id)
        .where(Seal.meeting_id == meeting.id, Sheet.void_on.is_(None))
        .order_by(Seal.id)
    )
    rows = [(seal, sheet) for seal, sheet in session.execute(query) if _belongs(seal.form)]
    yield from sorted(rows, key=lambda row: order[row[0].form])


def _belongs(form: str) -> bool:
    """Slips and copies that people take home are not looked for in the pack of a meeting."""
    sort = sort_of(form)
    return sort is not None and not sort.returns_later


def _known_sort(code: str) -> PaperSort:
    return next(sort for sort in CATALOGUE if sort.form.code == code)


def _filled(
    bench: Bench, session: Session, meeting: Meeting, form: Form, hiding: Hiding
) -> PackPaper:
    sort, subject = _known_sort(form.code), of_meeting(meeting.id)
    answers = hiding.answers(fill(sort, Asked(session, subject, meeting.held_on)))
    return PackPaper(form, answers, stamp_of(bench, sort, answers, None), form.title, "")


def _as_sealed(
    bench: Bench,
    session: Session,
    seal: Seal,
    sheet: Sheet,
    named: Mapping[Subject, str],
    hiding: Hiding,
) -> PackPaper:
    """A copy without the code, so that nobody takes it for the paper with the signatures."""
    kept, sort, subject = fixed(session, seal), _known_sort(seal.form), Subject.read(seal.subject)
    answers = hiding.answers(kept.answers)
    sealing = Sealing(kept.version, kept.sheet, kept.audit_head, kept.sealed_at)
    caption = SheetCode(bench.code, sheet.id).caption()
    told = (caption, f"第{kept.version}版", f"摘要 {digest_words(seal.digest)}")
    note = "\u3000".join((*told, WITHOUT_NAMES if hiding.wanted else COPY))
    stamp = replace(stamp_of(bench, sort, answers, sealing), sheet=None, note=note)
    about = "" if subject.about is About.MEETING else named[subject]
    return PackPaper(sort.form, answers, stamp, sort.form.title, about)


def _signed_states(bench: Bench, session: Session, meeting: Meeting) -> list[Answered]:
    sheets = sheets_of(session, meeting.id, bench.today(), bench.code)
    names = names_of_signers(session, [sheet.id for sheet in sheets])
    return [_signed_state(sheet, names) for sheet in sheets]


def _signed_state(sheet: SigningSheet, names: Mapping[str, tuple[str, str]]) -> Answered:
    waiting = [names[key][1] for key, state in sheet.marks.items() if state.value == "to_sign"]
    return {
        "caption": sheet.caption,
        "title": sheet.title,
        "about": sheet.named,
        "version": sheet.version,
        "settled": f"{sheet.settled}/{sheet.places}",
        "waiting": "、".join(waiting),
    }


def _tasks(session: Session, meeting: Meeting) -> list[Answered]:
    before: list[Answered] = [
        {
            "origin": LAST_TIME,
            "about": task.case_number,
            "title": task.title,
            "implementer": task.implementer,
            "due_on": task.due_on.isoformat(),
            "outcome": task.state,
            "note": task.note,
        }
        for task in earlier_tasks(session, meeting)
    ]
    given = decided_tasks(session, AgendaItem.meeting_id == meeting.id)
    results = _results(session, given)
    return [*before, *(_given(task, results.get(task.task_id)) for task in given)]


def _given(task: FoundTask, last: TaskResult | None) -> Answered:
    return {
        "origin": THIS_TIME,
        "about": task.case_number,
        "title": task.title,
        "implementer": task.implementer,
        "due_on": task.due_on.isoformat() if task.due_on else "",
        "outcome": last.outcome.label if last else "",
        "note": last.note if last else "",
    }


def _results(session: Session, tasks: Sequence[FoundTask]) -> dict[int, TaskResult]:
    """The last word on each of these tasks."""
    query = known(TaskResult).where(TaskResult.task_id.in_([task.task_id for task in tasks]))
    rows = session.scalars(query.order_by(TaskResult.written_at))
    return {result.task_id: result for result in rows}
