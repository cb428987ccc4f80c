"""Training on data security: what counts, how many have it, who needs more and by when.

Callers import the modules: ``coverage`` (the 95% figure), ``validity`` (does a record count),
``window`` (how long it counts), ``needs`` (which level each post needs), ``induction``
(when people must train, and when again).
"""
