"""When makers stop sending fixes: what is published, and what people's own words mean by it (E-04).

``published`` holds the facts; ``reading`` and ``spelling`` put words into one form; ``windows``,
``apple``, ``android``, ``models`` and ``programs`` find what is named in them; ``matching`` puts
that together; ``reckoning`` says how long it lasts. The verdict on a day is ``registers.support``.
"""
