"""Places in a document, in words."""

import pytest

from forms.minutes import MINUTES
from workbench.paperwork.places import _WORDS, in_words


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


def test_every_field_of_the_minutes_has_words():
    assert {field.key for field in MINUTES.fields()} <= set(_WORDS)
