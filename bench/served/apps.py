"""How is the row of the bench known to Django?"""

from django.apps import AppConfig


class ServedConfig(AppConfig):
    """The app of one table; it is never installed outside the bench."""

    name = "bench.served"
    label = "served"
    default_auto_field = "django.db.models.BigAutoField"
