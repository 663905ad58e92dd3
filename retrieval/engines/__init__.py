"""Where postings live. An engine takes terms and hands back keys and counts; it knows nothing of Arabic."""
