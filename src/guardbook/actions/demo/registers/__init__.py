"""The registers of the made-up provider: filled in a winter, looked through before the answers were frozen, kept since.

``book`` turns plain values into scenes: people, systems and suppliers go by their names, and dates
are days ago. ``keeping`` puts the parts in order; each other module is one part of the home's paperwork.
"""
