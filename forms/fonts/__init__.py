"""The typefaces every sheet is set in, with their licences. Renamed cuts of open fonts."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent

HEI = FOLDER / "WorkbenchHei-Regular.ttf"
HEI_BOLD = FOLDER / "WorkbenchHei-Bold.ttf"
KAI = FOLDER / "WorkbenchKai-Regular.ttf"
SONG_BLACK = FOLDER / "WorkbenchSong-Black.ttf"
