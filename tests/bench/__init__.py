"""How fast, as ratios measured in one run: `python -m tests.bench`. Never part of the tests."""
