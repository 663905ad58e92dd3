"""A question -> candidates -> rescored passages."""
