"""File -> Document -> the paragraphs that may be quoted. Knows nothing of engines or ranking."""
