"""Under which name does Django know the pages?"""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The app of pages and static files; it has no tables."""

    name = "showclear.web"
    label = "web"
