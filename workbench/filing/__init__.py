"""Files that come in to be kept with a patient: measured, tried out apart, and stripped."""
