"""A spreadsheet on its way in: staged in short steps, then applied at once or not at all.

Callers import the modules: ``runs`` (the steps), ``targets`` (what an import is for) and
``staff`` (the staff list). Higher areas bring targets of their own.
"""
