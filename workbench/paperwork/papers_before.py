"""The papers that prepare a meeting."""

from __future__ import annotations

from forms.agenda import AGENDA
from forms.brief import BRIEF
from forms.contacts import CONTACTS
from forms.promises import PROMISES
from forms.signin import SIGNIN
from forms.written_opinion import WRITTEN_OPINION
from workbench.paperwork.agenda import agenda_answers, agenda_lists
from workbench.paperwork.brief import brief_answers, brief_identity
from workbench.paperwork.contacts import contacts_answers
from workbench.paperwork.listing import (
    absentees,
    case_items,
    its_team,
    the_meeting,
)
from workbench.paperwork.promises import promises_answers
from workbench.paperwork.signin import signin_answers, signin_identity, signin_lists
from workbench.paperwork.sorts import (
    INTERNAL,
    NOT_TO_BE_PASSED_ON,
    PaperSort,
    case_number,
    of_a_meeting,
    of_the_unit,
    with_lists,
)
from workbench.paperwork.subjects import About
from workbench.paperwork.written_opinion import (
    written_opinion_answers,
    written_opinion_identity,
    written_opinion_lists,
)

BEFORE_THE_MEETING = (
    PaperSort(
        form=AGENDA,
        about=About.MEETING,
        fill=lambda asked: agenda_answers(asked.session, asked.meeting(), at=asked.at),
        among=the_meeting,
        head=of_a_meeting,
        note=INTERNAL,
        lists=lambda: with_lists(agenda_lists()),
    ),
    PaperSort(
        form=PROMISES,
        about=About.MEETING,
        fill=lambda asked: promises_answers(asked.session, asked.meeting(), at=asked.at),
        among=the_meeting,
        head=of_a_meeting,
        note=INTERNAL,
    ),
    PaperSort(
        form=BRIEF,
        about=About.ITEM,
        fill=lambda asked: brief_answers(asked.session, asked.item(), at=asked.at),
        among=case_items,
        head=of_a_meeting,
        identity=brief_identity,
        case=case_number,
        note=INTERNAL,
    ),
    PaperSort(
        form=SIGNIN,
        about=About.MEETING,
        fill=lambda asked: signin_answers(asked.session, asked.meeting(), at=asked.at),
        among=the_meeting,
        head=of_a_meeting,
        identity=signin_identity,
        signed=True,
        told_again=False,
        lists=lambda: with_lists(signin_lists()),
    ),
    PaperSort(
        form=WRITTEN_OPINION,
        about=About.MEMBER,
        fill=lambda asked: written_opinion_answers(
            asked.session, asked.meeting(), asked.subject.key, at=asked.at
        ),
        among=absentees,
        head=of_a_meeting,
        identity=written_opinion_identity,
        signed=True,
        told_again=False,
        lists=lambda: with_lists(written_opinion_lists()),
    ),
    PaperSort(
        form=CONTACTS,
        about=About.TEAM,
        fill=lambda asked: contacts_answers(
            asked.session, asked.on, team_id=asked.subject.key, at=asked.at
        ),
        among=its_team,
        head=of_the_unit,
        note=NOT_TO_BE_PASSED_ON,
    ),
)
