"""How does a server call Showclear? As one ASGI application."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "showclear.web.settings")
application = get_asgi_application()
