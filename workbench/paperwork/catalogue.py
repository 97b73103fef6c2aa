"""Every paper the program prints, in the order of a month: form, filler and surroundings."""

from __future__ import annotations

from forms.case_file import CATALOG, COVER
from forms.case_lists import DECISIONS, TASKS, VISITS
from forms.manual import MANUAL
from forms.recovery_sheet import RECOVERY_SHEET
from workbench.paperwork.papers_after import AFTER_THE_MEETING
from workbench.paperwork.papers_at import AT_THE_MEETING
from workbench.paperwork.papers_before import BEFORE_THE_MEETING
from workbench.paperwork.papers_between import BETWEEN_MEETINGS
from workbench.paperwork.sorts import (
    PaperSort,
    never_alone,
)
from workbench.paperwork.subjects import About

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
