"""Where pages belong: to which place of the rail, and which of them have a paper at hand."""

from __future__ import annotations

RAIL_PLACES = {
    "today": "today",
    "patients": "patients",
    "case": "patients",
    "visit": "patients",
    "intake": "patients",
    "plan": "patients",
    "tasks": "tasks",
    "settings": "settings",
    "documents": "documents",
    "signing": "documents",
    "signatures": "documents",
}
ABOUT_A_PAPER = ("case", "visit", "tasks", "documents", "signing", "signatures", "preview")
