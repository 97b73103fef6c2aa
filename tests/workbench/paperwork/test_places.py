"""Places in a document, in words."""

import pytest

from forms.brief import BRIEF
from forms.case_file import CATALOG, COVER
from forms.case_lists import DECISIONS, ENTRY, MONTHS, TASKS, VISITS
from forms.communique import COMMUNIQUE
from forms.duties import DUTIES
from forms.minutes import MINUTES
from forms.plan import PLAN
from forms.redline import REDLINE
from forms.supplement import SUPPLEMENT
from forms.task_slip import TASK_SLIP
from forms.urging import URGING
from forms.visit import VISIT
from workbench.paperwork.places import _WORDS, in_words

FORMS = (
    *(MINUTES, PLAN, REDLINE, TASK_SLIP, URGING, COMMUNIQUE),
    *(BRIEF, COVER, CATALOG, ENTRY, DECISIONS, VISITS),
    *(TASKS, MONTHS, VISIT, SUPPLEMENT, DUTIES),
)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("place", "地点"),
        ("items[0].level", "逐案讨论第1项的等级"),
        ("items[2].opinions[1].words", "逐案讨论第3项的讨论第2项的内容"),
        ("chair.name", "主持人的姓名"),
    ],
)
def test_a_place_is_said_in_the_words_of_the_form(path, words):
    assert in_words(path) == words


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_every_field_of_a_form_has_words(form):
    assert {field.key for field in form.fields()} <= set(_WORDS)
