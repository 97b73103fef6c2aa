"""What follows from plain values: no file, no clock, no screen."""
