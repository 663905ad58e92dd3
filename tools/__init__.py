"""What makes files of the project from other sources."""
