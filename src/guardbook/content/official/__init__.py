"""Reads the publisher's own spreadsheet of evidence items into a pack, naming sheet, row and column of each fault."""
