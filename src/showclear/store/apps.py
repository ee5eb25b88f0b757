"""Under which name does Django know the store?"""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The app of every table that is Showclear's own."""

    name = "showclear.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
