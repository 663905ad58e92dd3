"""Tables: each row a document."""
