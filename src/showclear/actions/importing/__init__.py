"""How do people, weapons and rounds come in from a spreadsheet? All rows or none."""
