"""How often a paper asks the file."""

from __future__ import annotations

from sqlalchemy import event


def queries_of(bench, ask) -> int:
    """How many statements something takes that is done with a session."""
    seen = []
    with bench.store.reading() as session:
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *args: seen.append(args[2]))
        ask(session)
    return len(seen)
