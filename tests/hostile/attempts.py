"""Trying a file on the program and saying in words what, if anything, went wrong."""

from __future__ import annotations

from threading import Thread

import sqlalchemy as sa

from data.import_codes import ImportKind
from workbench.errors import Refused
from workbench.imports.applying import GivenList, preview_import
from workbench.imports.errors import SheetUnreadable
from workbench.imports.mapping import offer_columns
from workbench.imports.reading import read_spreadsheet

PATIENCE_SECONDS = 30
READ = "read"


def shown(bench, sheet):
    """Take a sheet as far as its preview; lists that hold no patients are refused on the way."""
    try:
        columns = offer_columns(bench, sheet, ImportKind.PATIENTS)
        preview_import(bench, GivenList(sheet, columns))
    except Refused:
        return


def outcome(bench, path, read=read_spreadsheet, patience=PATIENCE_SECONDS):
    """Return READ or the reason of the refusal; for anything else, words that say what it was.

    `read` stands for the program, so that one can see what is said of a worse one.
    """
    before = _everything(bench)
    said = []
    thread = Thread(target=lambda: said.append(_tried(bench, path, read)), daemon=True)
    thread.start()
    thread.join(patience)
    if thread.is_alive():
        return "it hangs"
    if _everything(bench) != before:
        return "it wrote to the store"
    return said[0]


def _tried(bench, path, read):
    try:
        sheet = read(path)
    except SheetUnreadable as refusal:
        return refusal.reason
    except BaseException as error:
        return f"it raised {type(error).__name__}"
    try:
        shown(bench, sheet)
    except BaseException as error:
        return f"its preview raised {type(error).__name__}"
    return READ


def _everything(bench):
    """How many rows each table has: enough to see that something was written."""
    with bench.store.inspecting() as connection:
        names = sa.inspect(connection).get_table_names()
        return {
            name: connection.execute(sa.text(f'SELECT count(*) FROM "{name}"')).scalar_one()
            for name in names
        }
