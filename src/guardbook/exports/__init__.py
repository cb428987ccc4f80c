"""Writes PDF, DOCX and XLSX from the answers to questions."""
