"""What is held to be true: sources, bodies, organisations, people, meetings, items and statements.

It takes in what the readers read, recognises what is the same, and keeps every value with its
place in the source and its state (proposed, confirmed). Other rooms use `service` and `queries`.
"""
