"""The papers about one patient, whenever they are needed."""

from __future__ import annotations

from forms.duties import DUTIES
from forms.supplement import SUPPLEMENT
from forms.visit import VISIT
from workbench.paperwork.duties import DUTIES_LISTS, duties_answers, duties_identity
from workbench.paperwork.sorts import (
    PaperSort,
    case_number,
    of_the_unit,
    with_lists,
)
from workbench.paperwork.subjects import About
from workbench.paperwork.supplement import (
    supplement_answers,
    supplement_identity,
    supplement_lists,
)
from workbench.paperwork.visit import visit_answers, visit_identity, visit_lists

BETWEEN_MEETINGS = (
    PaperSort(
        form=VISIT,
        about=About.VISIT,
        fill=lambda asked: visit_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=visit_identity,
        case=case_number,
        signed=True,
        lists=lambda: with_lists(visit_lists()),
    ),
    PaperSort(
        form=SUPPLEMENT,
        about=About.PATIENT,
        fill=lambda asked: supplement_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=supplement_identity,
        case=case_number,
        signed=True,
        lists=lambda: with_lists(supplement_lists()),
    ),
    PaperSort(
        form=DUTIES,
        about=About.PATIENT,
        fill=lambda asked: duties_answers(asked.session, asked.subject.key, asked.at),
        head=of_the_unit,
        identity=duties_identity,
        case=case_number,
        signed=True,
        lists=lambda: with_lists(DUTIES_LISTS),
    ),
)
