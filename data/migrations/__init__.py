"""The steps that bring an older file up to date. A released step is never edited."""

from data.migrations import m0001_people, m0002_meetings, m0003_signatures

STEPS = (m0001_people, m0002_meetings, m0003_signatures)
