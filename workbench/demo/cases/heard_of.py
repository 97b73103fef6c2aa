"""Proposed once, and the team saw no need."""

from __future__ import annotations

from workbench.demo.reading import read_story
from workbench.demo.register import clue

STORY = read_story("heard_of", clue("祝春山"), ())
