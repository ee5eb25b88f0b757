"""Which commands does the owner of the database run?"""
