"""The papers a meeting ends with, most of them to be signed."""

from __future__ import annotations

from data.codes import CaseKind
from forms.approval import APPROVAL
from forms.assessment import ASSESSMENT
from forms.matrix import MATRIX
from forms.minutes import MINUTES
from forms.plan import PLAN
from forms.redline import REDLINE
from forms.summary import SUMMARY
from workbench.paperwork.approval import APPROVAL_LISTS, approval_answers, approval_identity
from workbench.paperwork.assessment import (
    ASSESSMENT_LISTS,
    assessment_answers,
    assessment_identity,
)
from workbench.paperwork.listing import (
    a_rated_meeting,
    confirmed_plans,
    discussed_items,
    entry_items,
    rated_items,
    revised_plans,
    the_meeting,
)
from workbench.paperwork.matrix import matrix_answers
from workbench.paperwork.minutes import minutes_answers, minutes_identity
from workbench.paperwork.plan import plan_answers, plan_identity, plan_lists
from workbench.paperwork.redline import redline_answers, redline_identity
from workbench.paperwork.sorts import (
    PaperSort,
    case_number,
    meeting_and_day,
    of_a_meeting,
    with_lists,
)
from workbench.paperwork.subjects import About
from workbench.paperwork.summary import summary_answers

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
        lists=lambda: with_lists(ASSESSMENT_LISTS),
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
        lists=lambda: with_lists(APPROVAL_LISTS),
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
        lists=lambda: with_lists(plan_lists(CaseKind.HIGH_RISK)),
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
