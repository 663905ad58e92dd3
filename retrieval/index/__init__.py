"""A collection on disk: SQLite is the truth; arrays of term numbers and a tantivy index derive from it."""
