"""The papers that go out after a meeting."""

from __future__ import annotations

from forms.amendment import AMENDMENT
from forms.communique import COMMUNIQUE
from forms.department_copy import DEPARTMENT_COPY
from forms.guardian_copy import GUARDIAN_COPY
from forms.later_signatures import LATER_SIGNATURES
from forms.task_slip import TASK_SLIP
from forms.urging import URGING
from workbench.paperwork.amendment import amendment_answers
from workbench.paperwork.assessment import (
    assessment_identity,
)
from workbench.paperwork.communique import communique_answers
from workbench.paperwork.department_copy import department_copy_answers, departments_of
from workbench.paperwork.given_tasks import slip_lists
from workbench.paperwork.guardian_copy import GUARDIAN_COPY_LISTS, guardian_copy_answers
from workbench.paperwork.later_signatures import (
    later_signatures_answers,
    later_signatures_identity,
)
from workbench.paperwork.listing import (
    new_tasks,
    overdue_tasks,
    rated_items,
    the_closed_meeting,
)
from workbench.paperwork.sorts import (
    NOT_TO_BE_PASSED_ON,
    PaperSort,
    case_number,
    of_a_meeting,
    of_the_unit,
    with_lists,
)
from workbench.paperwork.subjects import About
from workbench.paperwork.task_slip import task_slip_answers, task_slip_identity
from workbench.paperwork.urging import urging_answers, urging_identity

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
        lists=lambda: with_lists(slip_lists()),
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
        lists=lambda: with_lists(GUARDIAN_COPY_LISTS),
    ),
    PaperSort(
        form=COMMUNIQUE,
        about=About.MEETING,
        fill=lambda asked: communique_answers(asked.session, asked.meeting(), asked.at),
        among=the_closed_meeting,
        blank=False,
    ),
    PaperSort(
        form=DEPARTMENT_COPY,
        about=About.MEMBER,
        fill=lambda asked: department_copy_answers(
            asked.session, asked.meeting(), asked.subject.key, at=asked.at
        ),
        among=departments_of,
        head=of_a_meeting,
        note=NOT_TO_BE_PASSED_ON,
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
        lists=lambda: with_lists(slip_lists()),
    ),
    PaperSort(
        form=LATER_SIGNATURES,
        about=About.SHEET,
        fill=lambda asked: later_signatures_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=later_signatures_identity,
        signed=True,
    ),
    PaperSort(
        form=AMENDMENT,
        about=About.SHEET,
        fill=lambda asked: amendment_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=later_signatures_identity,
        signed=True,
        told_again=False,
    ),
)
