"""A folder that cannot be written to, even where the tests are run by root."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def without_privileges():
    """Root may write everywhere; for a while, be nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def a_closed_copy(store):
    """A copy of a store in a folder that can be read but not written."""
    folder = Path(tempfile.mkdtemp()) / "store"
    shutil.copytree(store, folder)
    for path in [folder.parent, folder, *folder.iterdir()]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield folder
    finally:
        for path in [folder.parent, folder]:
            path.chmod(0o755)
        shutil.rmtree(folder.parent)
