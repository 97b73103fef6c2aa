"""The people in case management, and two the team heard of; one file for each story."""

from workbench.demo.cases import (
    came_back,
    heard_of,
    in_hospital,
    long_acting,
    newly_entered,
    proposed,
    reached_goals,
    takes_nothing,
    up_and_down,
)

STORIES = (
    up_and_down.STORY,
    reached_goals.STORY,
    came_back.STORY,
    long_acting.STORY,
    takes_nothing.STORY,
    in_hospital.STORY,
    newly_entered.STORY,
    heard_of.STORY,
    proposed.STORY,
)
