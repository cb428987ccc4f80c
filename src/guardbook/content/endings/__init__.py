"""Published days on which support ends: read from the library and the data folder, and refreshed from a file.

``reading`` and ``writing`` know our files; ``current`` puts together what counts today;
``translating`` reads the public list as it is downloaded, ``comparing`` says what differs from
what is held, and ``saving`` keeps it.
"""
