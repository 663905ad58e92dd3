"""Files read in child processes that can be spared."""
