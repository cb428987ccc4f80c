"""The registers of the many plain providers that measurements run on: like real ones in number, in gaps and in age.

``draw`` decides what differs from one provider to the next; ``filling`` puts the rows in; each other
module completes the rows of some registers, which begin as starter rows do.
"""
