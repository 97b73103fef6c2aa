"""Ready sentences: added, worded otherwise, put in order, archived and brought back."""

import pytest

from data.codes import AccountKind
from tests.builders import at_bench
from workbench.errors import EmptyField, NotFound, NotPermitted
from workbench.phrases import (
    PhraseKnown,
    PhraseTooLong,
    add_phrase,
    archive_phrase,
    change_phrase,
    list_phrases,
    move_phrase,
    restore_phrase,
)

CALM, PILLS, VISIT = "近一个月情绪平稳。", "家属督促服药。", "下月联合走访一次。"


@pytest.fixture
def keys(bench):
    return {words: add_phrase(bench, words) for words in (CALM, PILLS, VISIT)}


def offered(bench):
    return [row.words for row in list_phrases(bench)]


def test_phrases_are_offered_in_the_order_they_were_put_in(bench, keys):
    assert offered(bench) == [CALM, PILLS, VISIT]
    move_phrase(bench, keys[VISIT], -1)
    assert offered(bench) == [CALM, VISIT, PILLS]
    move_phrase(bench, keys[CALM], 1)
    assert offered(bench) == [VISIT, CALM, PILLS]
    for _ in range(2):
        move_phrase(bench, keys[VISIT], -1)
        move_phrase(bench, keys[PILLS], 1)
    assert offered(bench) == [VISIT, CALM, PILLS]


def test_an_archived_phrase_is_kept_and_comes_back_at_the_end(bench, keys):
    archive_phrase(bench, keys[CALM])
    assert offered(bench) == [PILLS, VISIT]
    assert [(r.words, r.archived) for r in list_phrases(bench, archived=True)][-1] == (CALM, True)
    with pytest.raises(NotFound):
        move_phrase(bench, keys[CALM], 1)
    with pytest.raises(PhraseKnown, match="已经停用"):
        add_phrase(bench, CALM)
    restore_phrase(bench, keys[CALM])
    assert offered(bench) == [PILLS, VISIT, CALM]


def test_a_phrase_is_worded_otherwise_in_its_place(bench, keys):
    change_phrase(bench, keys[PILLS], " 家属每天\n看着服药。 ")
    assert offered(bench) == [CALM, "家属每天 看着服药。", VISIT]
    change_phrase(bench, keys[CALM], CALM)
    with pytest.raises(PhraseKnown, match="已经有"):
        change_phrase(bench, keys[VISIT], CALM)


def test_what_cannot_be_a_phrase_is_refused_in_words(bench, keys):
    with pytest.raises(EmptyField):
        add_phrase(bench, " \n ")
    with pytest.raises(PhraseTooLong, match="有201个字，最多200个字"):
        add_phrase(bench, "稳" * 201)
    with pytest.raises(NotFound):
        change_phrase(bench, 99, "平稳")
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    with pytest.raises(NotPermitted):
        add_phrase(reader, "平稳")
    assert len(list_phrases(reader)) == 3


def test_the_same_request_adds_a_phrase_once(bench):
    assert add_phrase(bench, CALM, request_id="a") == add_phrase(bench, CALM, request_id="a")
    assert offered(bench) == [CALM]
