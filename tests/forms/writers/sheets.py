"""Every sheet with answers to draw it from, by a word for what they are."""

from __future__ import annotations

from collections.abc import Callable

from forms.agenda import AGENDA
from forms.amendment import AMENDMENT
from forms.approval import APPROVAL
from forms.assessment import ASSESSMENT
from forms.brief import BRIEF
from forms.case_file import CATALOG, COVER
from forms.case_lists import DECISIONS, ENTRY, MONTHS, TASKS, VISITS
from forms.communique import COMMUNIQUE
from forms.contacts import CONTACTS
from forms.definition import Form
from forms.department_copy import DEPARTMENT_COPY
from forms.duties import DUTIES
from forms.guardian_copy import GUARDIAN_COPY
from forms.inspection import MEETING_TASKS, PACK_CONTENTS, SIGNED_STATES
from forms.manual import MANUAL
from forms.matrix import MATRIX
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
from tests.forms import (
    agenda_samples,
    amendment_samples,
    approval_samples,
    assessment_samples,
    brief_samples,
    case_file_samples,
    communique_samples,
    contacts_samples,
    department_copy_samples,
    duties_samples,
    inspection_samples,
    manual_samples,
    plan_samples,
    promises_samples,
    recovery_sheet_samples,
    redline_samples,
    signin_samples,
    summary_samples,
    supplement_samples,
    task_slip_samples,
    urging_samples,
    visit_samples,
    written_opinion_samples,
)

Sample = Callable[[], dict[str, object]]

SHEETS: list[tuple[Form, Sample]] = [
    (PLAN, plan_samples.plan),
    (PLAN, plan_samples.thin_plan),
    (PLAN, plan_samples.bursting_plan),
    (REDLINE, redline_samples.redline),
    (REDLINE, redline_samples.thin_redline),
    (REDLINE, redline_samples.bursting_redline),
    (TASK_SLIP, task_slip_samples.task_slip),
    (TASK_SLIP, task_slip_samples.thin_task_slip),
    (TASK_SLIP, task_slip_samples.bursting_task_slip),
    (URGING, urging_samples.urging),
    (URGING, urging_samples.thin_urging),
    (URGING, urging_samples.bursting_urging),
    (COMMUNIQUE, communique_samples.communique),
    (COMMUNIQUE, communique_samples.thin_communique),
    (COMMUNIQUE, communique_samples.bursting_communique),
    (ASSESSMENT, assessment_samples.assessment),
    (ASSESSMENT, assessment_samples.thin_assessment),
    (ASSESSMENT, assessment_samples.bursting_assessment),
    (ASSESSMENT, assessment_samples.blank_assessment),
    (GUARDIAN_COPY, assessment_samples.guardian_copy),
    (GUARDIAN_COPY, assessment_samples.thin_guardian_copy),
    (GUARDIAN_COPY, assessment_samples.bursting_guardian_copy),
    (GUARDIAN_COPY, assessment_samples.blank_guardian_copy),
    (SUMMARY, summary_samples.summary),
    (SUMMARY, summary_samples.full_summary),
    (SUMMARY, summary_samples.thin_summary),
    (SUMMARY, summary_samples.bursting_summary),
    (SUMMARY, summary_samples.blank),
    (MATRIX, summary_samples.matrix),
    (MATRIX, summary_samples.thin_matrix),
    (MATRIX, summary_samples.bursting_matrix),
    (MATRIX, summary_samples.blank),
    (APPROVAL, approval_samples.approval),
    (APPROVAL, approval_samples.an_exit),
    (APPROVAL, approval_samples.thin_approval),
    (APPROVAL, approval_samples.bursting_approval),
    (APPROVAL, approval_samples.blank_approval),
    (AGENDA, agenda_samples.agenda),
    (AGENDA, agenda_samples.thin_agenda),
    (AGENDA, agenda_samples.bursting_agenda),
    (AGENDA, agenda_samples.blank_agenda),
    (PROMISES, promises_samples.promises),
    (PROMISES, promises_samples.thin_promises),
    (PROMISES, promises_samples.bursting_promises),
    (PROMISES, promises_samples.blank_promises),
    (SIGNIN, signin_samples.signin),
    (SIGNIN, signin_samples.thin_signin),
    (SIGNIN, signin_samples.bursting_signin),
    (SIGNIN, signin_samples.blank_signin),
    (WRITTEN_OPINION, written_opinion_samples.written_opinion),
    (WRITTEN_OPINION, written_opinion_samples.thin_written_opinion),
    (WRITTEN_OPINION, written_opinion_samples.bursting_written_opinion),
    (WRITTEN_OPINION, written_opinion_samples.blank_written_opinion),
    (DEPARTMENT_COPY, department_copy_samples.department_copy),
    (DEPARTMENT_COPY, department_copy_samples.thin_department_copy),
    (DEPARTMENT_COPY, department_copy_samples.bursting_department_copy),
    (DEPARTMENT_COPY, department_copy_samples.blank_department_copy),
    (CONTACTS, contacts_samples.contacts),
    (CONTACTS, contacts_samples.thin_contacts),
    (CONTACTS, contacts_samples.bursting_contacts),
    (CONTACTS, contacts_samples.blank_contacts),
    (RECOVERY_SHEET, recovery_sheet_samples.recovery_sheet),
    (RECOVERY_SHEET, recovery_sheet_samples.bursting_recovery_sheet),
    (RECOVERY_SHEET, recovery_sheet_samples.blank_recovery_sheet),
    (MANUAL, manual_samples.manual),
    (MANUAL, manual_samples.bursting_manual),
    (MANUAL, manual_samples.blank_manual),
    (BRIEF, brief_samples.brief),
    (BRIEF, brief_samples.thin_brief),
    (BRIEF, brief_samples.bursting_brief),
    (AMENDMENT, amendment_samples.amendment),
    (AMENDMENT, amendment_samples.thin_amendment),
    (AMENDMENT, amendment_samples.bursting_amendment),
    (AMENDMENT, amendment_samples.blank_amendment),
    (PACK_CONTENTS, inspection_samples.contents),
    (PACK_CONTENTS, inspection_samples.bursting_contents),
    (SIGNED_STATES, inspection_samples.sheets),
    (MEETING_TASKS, inspection_samples.tasks),
    (MEETING_TASKS, inspection_samples.bursting_tasks),
    (COVER, case_file_samples.cover),
    (COVER, case_file_samples.thin_cover),
    (COVER, case_file_samples.bursting_cover),
    (CATALOG, case_file_samples.catalog),
    (CATALOG, case_file_samples.thin_catalog),
    (CATALOG, case_file_samples.bursting_catalog),
    (ENTRY, case_file_samples.entry),
    (DECISIONS, case_file_samples.decisions),
    (DECISIONS, case_file_samples.bursting_decisions),
    (VISITS, case_file_samples.visits),
    (TASKS, case_file_samples.tasks),
    (MONTHS, case_file_samples.timeline),
    (VISIT, visit_samples.visit),
    (VISIT, visit_samples.thin_visit),
    (VISIT, visit_samples.bursting_visit),
    (VISIT, visit_samples.blank),
    (SUPPLEMENT, supplement_samples.supplement),
    (SUPPLEMENT, supplement_samples.thin_supplement),
    (SUPPLEMENT, supplement_samples.bursting_supplement),
    (SUPPLEMENT, supplement_samples.blank),
    (DUTIES, duties_samples.duties),
    (DUTIES, duties_samples.thin_duties),
    (DUTIES, duties_samples.bursting_duties),
    (DUTIES, duties_samples.blank),
]
