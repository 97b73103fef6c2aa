"""What is not needed at the door is loaded while the password is typed.

Only one thread at a time may load: two that meet inside one library would wait for each other.
"""

from __future__ import annotations

import gc
import sys
from threading import Lock

# The screen stands still while Python looks for what has become useless. Done rarely it takes the
# longer each time: after fifty thousand things a fourteenth of a second, in the middle of a
# meeting; done as often as Python does by itself, a list of thousands is looked through a dozen
# times while it is read.
SELDOM = (10_000, 50, 50)
_one_at_a_time = Lock()


def load_the_rest() -> None:
    """Load the desk and everything on it, unless it is there. Takes a second."""
    with _one_at_a_time:
        if "ui.desk" not in sys.modules:
            _load()


def wait_until_loaded() -> None:
    """Return once nothing is being loaded beside the screen."""
    with _one_at_a_time:
        return


def _load() -> None:
    """All of it stays, so that looking for what has become useless is looking in vain.

    That would take a third of the time now, and stop the screen for a moment ever after.
    """
    gc.disable()
    try:
        import ui.desk
        import ui.projecting  # noqa: F401 - and what follows the desk to the big screen

        gc.freeze()
        gc.set_threshold(*SELDOM)
    finally:
        gc.enable()
