"""The registers a care provider keeps: what each asks, and what is missing, in words.

``questions`` words one question; ``entries`` is what every entry has; ``register`` is the
description of one register; ``catalogue`` lists them all. Each other module is one register, but for
``continuity`` (what several say together) and ``fee`` (worked out, so that nothing is kept).
"""
