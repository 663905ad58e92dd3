"""The glyphs of a page and their places -> lines of text in reading order -> paragraphs."""
