"""Invented data to try the program with: two years of a street that does not exist.

Every person and event is made up. The story is replayed through the ordinary commands, counted
back from today, with a clock that is turned to each of its days.
"""

from workbench.demo.making import PASSWORD, Demo, make_demo

__all__ = ["PASSWORD", "Demo", "make_demo"]
