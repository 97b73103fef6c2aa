"""The steps that bring an older file up to date. A released step is never edited."""

from data.migrations import (
    m0001_people,
    m0002_meetings,
    m0003_signatures,
    m0004_register,
    m0005_visits,
    m0006_casework,
    m0007_imports,
    m0008_unit_rules,
    m0009_register_more,
    m0010_agenda_reasons,
    m0011_papers,
    m0012_attachments,
    m0013_resemblances,
    m0014_saved_views,
    m0015_meeting_rules,
    m0016_phrases,
)

STEPS = (
    m0001_people,
    m0002_meetings,
    m0003_signatures,
    m0004_register,
    m0005_visits,
    m0006_casework,
    m0007_imports,
    m0008_unit_rules,
    m0009_register_more,
    m0010_agenda_reasons,
    m0011_papers,
    m0012_attachments,
    m0013_resemblances,
    m0014_saved_views,
    m0015_meeting_rules,
    m0016_phrases,
)
