"""One file for each place the rail leads to."""
