"""What is told of a document beside its text: sidecars, headers, columns, properties."""
