"""Spreadsheets people already have: which column is what, what each cell means, which row is whom.

Callers import the modules: ``cells`` (one cell), ``layouts`` (columns and their guesses),
``rows`` (one row, with its problems in words), ``matching`` (whom a row is about),
``staff`` (the staff list's columns), ``workforce`` (Skills for Care files).
"""
