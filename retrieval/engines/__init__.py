"""Where postings live. An engine takes terms and hands back keys; it knows nothing of Arabic."""
