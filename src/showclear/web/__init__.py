"""What does a person see, and where does he tap? Pages and the Django project."""
