"""What may be done with the weapons of a show, who did it, and how is that proved?"""

if not __debug__:
    raise SystemExit("Showclear's assertions are a safety net: run Python without -O.")

__version__ = "0.1.0"
