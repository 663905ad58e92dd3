"""Texts with known words, printed by real programs: what the readers of PDF, Word and EPUB are held to."""
