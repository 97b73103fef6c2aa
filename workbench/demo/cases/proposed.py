"""Grew worse lately and is proposed at the meeting to come."""

from __future__ import annotations

from data.register_codes import LifeEventKind
from workbench.demo.happenings import at, burden
from workbench.demo.reading import read_story
from workbench.demo.register import clue

STORY = read_story(
    "proposed",
    clue("牛若虚"),
    (at(23, -20, burden(LifeEventKind.STRESS, "失业，与妻子分居")),),
)
