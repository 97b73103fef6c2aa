"""Every paper the program prints, in the order of a month: form, filler and surroundings."""

from __future__ import annotations

from collections.abc import Mapping

from data.codes import CaseKind
from forms.agenda import AGENDA
from forms.approval import APPROVAL
from forms.assessment import ASSESSMENT
from forms.brief import BRIEF
from forms.case_file import CATALOG, COVER
from forms.case_lists import DECISIONS, TASKS, VISITS
from forms.communique import COMMUNIQUE
from forms.contacts import CONTACTS
from forms.duties import DUTIES
from forms.guardian_copy import GUARDIAN_COPY
from forms.later_signatures import LATER_SIGNATURES
from forms.manual import MANUAL
from forms.matrix import MATRIX
from forms.minutes import MINUTES
from forms.plan import PLAN
from forms.promises import PROMISES
from forms.recovery_sheet import RECOVERY_SHEET
from forms.redline import REDLINE
from forms.signin import SIGNIN
from forms.summary import SUMMARY
from forms.supplement import SUPPLEMENT
from forms.task_slip import TASK_SLIP
from forms.urging import URGING
from forms.visit import VISIT
from forms.written_opinion import WRITTEN_OPINION
from workbench.paperwork.agenda import agenda_answers, agenda_lists
from workbench.paperwork.approval import APPROVAL_LISTS, approval_answers, approval_identity
from workbench.paperwork.assessment import (
    ASSESSMENT_LISTS,
    assessment_answers,
    assessment_identity,
)
from workbench.paperwork.brief import brief_answers, brief_identity
from workbench.paperwork.communique import communique_answers
from workbench.paperwork.contacts import contacts_answers
from workbench.paperwork.duties import DUTIES_LISTS, duties_answers, duties_identity
from workbench.paperwork.given_tasks import slip_lists
from workbench.paperwork.guardian_copy import GUARDIAN_COPY_LISTS, guardian_copy_answers
from workbench.paperwork.later_signatures import (
    later_signatures_answers,
    later_signatures_identity,
)
from workbench.paperwork.listing import (
    a_rated_meeting,
    absentees,
    case_items,
    confirmed_plans,
    discussed_items,
    entry_items,
    its_team,
    new_tasks,
    overdue_tasks,
    rated_items,
    revised_plans,
    the_closed_meeting,
    the_meeting,
)
from workbench.paperwork.matrix import matrix_answers
from workbench.paperwork.minutes import minutes_answers, minutes_identity
from workbench.paperwork.plan import plan_answers, plan_identity, plan_lists
from workbench.paperwork.promises import promises_answers
from workbench.paperwork.redline import redline_answers, redline_identity
from workbench.paperwork.signin import signin_answers, signin_identity, signin_lists
from workbench.paperwork.sorts import (
    INTERNAL,
    NOT_TO_BE_PASSED_ON,
    PaperSort,
    case_number,
    meeting_and_day,
    never_alone,
    of_a_meeting,
    of_the_unit,
)
from workbench.paperwork.subjects import About
from workbench.paperwork.summary import summary_answers
from workbench.paperwork.supplement import (
    supplement_answers,
    supplement_identity,
    supplement_lists,
)
from workbench.paperwork.task_slip import task_slip_answers, task_slip_identity
from workbench.paperwork.urging import urging_answers, urging_identity
from workbench.paperwork.visit import visit_answers, visit_identity, visit_lists
from workbench.paperwork.written_opinion import (
    written_opinion_answers,
    written_opinion_identity,
    written_opinion_lists,
)


def _lists(lists: Mapping[str, object]) -> dict[str, object]:
    return {"lists": dict(lists)}


BEFORE_THE_MEETING = (
    PaperSort(
        form=AGENDA,
        about=About.MEETING,
        fill=lambda asked: agenda_answers(asked.session, asked.meeting(), at=asked.at),
        among=the_meeting,
        head=of_a_meeting,
        note=INTERNAL,
        lists=lambda: _lists(agenda_lists()),
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
        lists=lambda: _lists(signin_lists()),
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
        lists=lambda: _lists(written_opinion_lists()),
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
AT_THE_MEETING = (
    PaperSort(
        form=MINUTES,
        about=About.MEETING,
        fill=lambda asked: minutes_answers(asked.session, asked.meeting(), at=asked.at),
        among=the_meeting,
        at_close=the_meeting,
        head=of_a_meeting,
        identity=minutes_identity,
        signed=True,
    ),
    PaperSort(
        form=SUMMARY,
        about=About.MEETING,
        fill=lambda asked: summary_answers(asked.session, asked.meeting(), at=asked.at),
        among=a_rated_meeting,
        at_close=a_rated_meeting,
        head=of_a_meeting,
        identity=meeting_and_day,
        signed=True,
    ),
    PaperSort(
        form=ASSESSMENT,
        about=About.ITEM,
        fill=lambda asked: assessment_answers(asked.session, asked.item(), at=asked.at),
        among=rated_items,
        at_close=discussed_items,
        head=of_a_meeting,
        identity=assessment_identity,
        case=case_number,
        signed=True,
        lists=lambda: _lists(ASSESSMENT_LISTS),
    ),
    PaperSort(
        form=MATRIX,
        about=About.MEETING,
        fill=lambda asked: matrix_answers(asked.session, asked.meeting(), at=asked.at),
        among=a_rated_meeting,
        head=of_a_meeting,
        identity=meeting_and_day,
        signed=True,
    ),
    PaperSort(
        form=APPROVAL,
        about=About.ITEM,
        fill=lambda asked: approval_answers(asked.session, asked.item(), at=asked.at),
        among=entry_items,
        at_close=entry_items,
        head=of_a_meeting,
        identity=approval_identity,
        case=case_number,
        signed=True,
        lists=lambda: _lists(APPROVAL_LISTS),
    ),
    PaperSort(
        form=PLAN,
        about=About.PLAN,
        fill=lambda asked: plan_answers(asked.session, asked.subject.key, asked.at),
        among=confirmed_plans,
        at_close=confirmed_plans,
        head=of_a_meeting,
        identity=plan_identity,
        case=case_number,
        signed=True,
        lists=lambda: _lists(plan_lists(CaseKind.HIGH_RISK)),
    ),
    PaperSort(
        form=REDLINE,
        about=About.PLAN,
        fill=lambda asked: redline_answers(asked.session, asked.subject.key, asked.at),
        among=revised_plans,
        at_close=revised_plans,
        head=of_a_meeting,
        identity=redline_identity,
        case=case_number,
        signed=True,
    ),
)
AFTER_THE_MEETING = (
    PaperSort(
        form=TASK_SLIP,
        about=About.TASK,
        fill=lambda asked: task_slip_answers(asked.session, asked.subject.key, asked.at),
        among=new_tasks,
        head=of_a_meeting,
        identity=task_slip_identity,
        case=case_number,
        signed=True,
        returns_later=True,
        lists=lambda: _lists(slip_lists()),
    ),
    PaperSort(
        form=GUARDIAN_COPY,
        about=About.ITEM,
        fill=lambda asked: guardian_copy_answers(asked.session, asked.item(), at=asked.at),
        among=rated_items,
        head=of_a_meeting,
        identity=assessment_identity,
        case=case_number,
        signed=True,
        returns_later=True,
        lists=lambda: _lists(GUARDIAN_COPY_LISTS),
    ),
    PaperSort(
        form=COMMUNIQUE,
        about=About.MEETING,
        fill=lambda asked: communique_answers(asked.session, asked.meeting(), asked.at),
        among=the_closed_meeting,
        blank=False,
    ),
    PaperSort(
        form=URGING,
        about=About.TASK,
        fill=lambda asked: urging_answers(asked.session, asked.subject.key, asked.on, asked.at),
        among=overdue_tasks,
        head=of_a_meeting,
        identity=urging_identity,
        case=case_number,
        signed=True,
        returns_later=True,
        lists=lambda: _lists(slip_lists()),
    ),
    PaperSort(
        form=LATER_SIGNATURES,
        about=About.SHEET,
        fill=lambda asked: later_signatures_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=later_signatures_identity,
        signed=True,
    ),
)
BETWEEN_MEETINGS = (
    PaperSort(
        form=VISIT,
        about=About.VISIT,
        fill=lambda asked: visit_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=visit_identity,
        case=case_number,
        signed=True,
        lists=lambda: _lists(visit_lists()),
    ),
    PaperSort(
        form=SUPPLEMENT,
        about=About.PATIENT,
        fill=lambda asked: supplement_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=supplement_identity,
        case=case_number,
        signed=True,
        lists=lambda: _lists(supplement_lists()),
    ),
    PaperSort(
        form=DUTIES,
        about=About.PATIENT,
        fill=lambda asked: duties_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=duties_identity,
        case=case_number,
        signed=True,
        lists=lambda: _lists(DUTIES_LISTS),
    ),
)
# Filled only as part of something larger; on their own they are forms to be filled by pen.
# The manual is about nothing in the records, and nobody writes in it.
BLANK_ONLY = tuple(
    PaperSort(form=form, about=about, fill=never_alone, blank=form is not MANUAL)
    for form, about in (
        (COVER, About.CASE),
        (CATALOG, About.CASE),
        (VISITS, About.CASE),
        (TASKS, About.CASE),
        (DECISIONS, About.CASE),
        (RECOVERY_SHEET, About.TEAM),
        (MANUAL, About.TEAM),
    )
)
CATALOGUE: tuple[PaperSort, ...] = (
    *BEFORE_THE_MEETING,
    *AT_THE_MEETING,
    *AFTER_THE_MEETING,
    *BETWEEN_MEETINGS,
    *BLANK_ONLY,
)
_BY_CODE = {sort.form.code: sort for sort in CATALOGUE}


def sort_of(code: str) -> PaperSort | None:
    """The sort of paper under a form's code."""
    return _BY_CODE.get(code)
