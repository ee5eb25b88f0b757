"""Which rows are kept? The only tables, and the only ORM."""
