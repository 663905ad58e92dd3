"""A text as a page: what of it is article and what furniture, what it says of itself, its paragraphs."""
