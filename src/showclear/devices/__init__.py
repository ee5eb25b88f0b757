"""Which phone is this, and whom does it speak for? Enrolment and keys."""
