"""How long a piece of work takes."""

from __future__ import annotations

import statistics
import time


def median_ms(work, times=15):
    """The middle of so many runs, after one to warm up."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)
