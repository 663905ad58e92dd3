"""Web pages: their blocks, and what their heads say."""
