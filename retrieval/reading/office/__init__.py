"""Word files and EPUBs: zip archives of XML."""
