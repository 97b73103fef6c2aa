"""Questions asked in front of a page, and the doors before it: first use and unlocking."""
