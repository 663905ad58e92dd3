"""What askers do: read pages of quotations, open one in its context, ask why, judge, link, ask inline."""
