"""Arabic text -> terms with spans into the original. Knows nothing of documents, engines or ranking."""
