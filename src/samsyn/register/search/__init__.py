"""Search: the index of words, how it is kept, and how a question is answered from it.

What stands in the index are the words as they are written. What search knows of Swedish, that *nätverk* is in
*skolchefsnätverket* and *beslut* in *beslutades*, it asks of these words when somebody searches
(docs/decisions/, 17). Others ask through `samsyn.register.queries`.
"""
