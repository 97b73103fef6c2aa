"""What the program knows of one sort of paper, and the lines that surround papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.models.agendas import AgendaItem
from data.models.meetings import Meeting
from forms.answers import text_of
from forms.definition import Form
from forms.wording import long_day
from workbench.errors import NotFound
from workbench.paperwork.subjects import About, Subject
from workbench.states import any_item, any_meeting

Answers = Mapping[str, object]
Listing = Callable[[Session, Meeting], Iterable[Subject]]
INTERNAL = "内部材料\u3000会后收回\u3000第＿＿份"
NOT_TO_BE_PASSED_ON = "内部材料\u3000不得外传"


@dataclass(frozen=True)
class Asked:
    """What a paper is filled about, on which day, and as known at which moment (None: now)."""

    session: Session
    subject: Subject
    on: date
    at: datetime | None = None

    def meeting(self) -> Meeting:
        """The meeting it is about."""
        return any_meeting(self.session, self.subject.at or self.subject.key)

    def item(self) -> AgendaItem:
        """The agenda item it is about."""
        return any_item(self.session, self.subject.key)


def nothing(session: Session, meeting: Meeting) -> Iterable[Subject]:
    """For papers that no meeting calls for."""
    return ()


def never_alone(asked: Asked) -> dict[str, object]:
    """For forms that are filled only as part of something larger."""
    raise NotFound("单独的这份文书")


def _unsaid(answers: Answers) -> str:
    return ""


def _nobody(answers: Answers) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class PaperSort:
    """One sort of paper.

    `fill` answers the form, `among` names what there is to print for a meeting, `at_close` what is
    sealed when it is closed, `lists` are the options that a blank form offers. Head line, identity
    and case are read from the answers alone, so that a sealed paper can be drawn again from what
    was sealed. Signed ones that come back weeks later do not hold up the archive. What the records
    keep no history of, such as an agenda before its meeting, cannot be `told_again` years later.
    """

    form: Form
    about: About
    fill: Callable[[Asked], dict[str, object]]
    among: Listing = nothing
    at_close: Listing = nothing
    head: Callable[[Answers], str] = _unsaid
    identity: Callable[[Answers], tuple[str, ...]] = _nobody
    case: Callable[[Answers], str] = _unsaid
    signed: bool = False
    returns_later: bool = False
    told_again: bool = True
    note: str = ""
    lists: Callable[[], dict[str, object]] = dict
    blank: bool = True


def of_a_meeting(answers: Answers) -> str:
    """Whose meeting, which one, and when."""
    day = text_of(answers, "held_on")
    told = (text_of(answers, "unit"), text_of(answers, "meeting"), long_day(day) if day else "")
    return " · ".join(filter(None, told))


def of_the_unit(answers: Answers) -> str:
    """Whose paper it is."""
    return text_of(answers, "unit")


def of_a_file(answers: Answers) -> str:
    """The file of a case."""
    return "\u3000".join(filter(None, ("个案档案", case_number(answers))))


def case_number(answers: Answers) -> str:
    """The case a paper is about."""
    return text_of(answers, "case_number")


def meeting_and_day(answers: Answers) -> tuple[str, ...]:
    """Which meeting it was, for the pages after the first."""
    day = text_of(answers, "held_on")
    told = (text_of(answers, "meeting"), long_day(day) if day else "")
    return ("\u3000".join(filter(None, told)),)


def with_lists(lists: Mapping[str, object]) -> dict[str, object]:
    """Code lists under the name by which a blank form asks for them."""
    return {"lists": dict(lists)}
