"""Passages -> the sentence that answers, how sure that is, or silence."""
