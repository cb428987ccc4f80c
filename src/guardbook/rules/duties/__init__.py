"""What comes round: when each duty is due next, what it takes to tick it, and what a published toolkit is good for.

``duty`` is one line of the published table; ``due`` works out the next date and the state;
``ticking`` says what may count as done or be waived; ``unlocks`` guards the words about a status.
"""
