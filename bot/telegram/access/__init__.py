"""Who may ask, what of the documents they are answered from, and how fast.

Everybody is known by a number: user names change hands. Where access is limited, a group is answered by its
own number, since whatever is said there is read by all its members.
"""
