"""A question followed through bodies and meetings: matters, hand-overs between bodies, actions followed up.

What may belong together is proposed with its reasons (`linking`, `proposing`) and taken or refused by a
person; both are remembered. Other rooms use `service` and `queries`.
"""
