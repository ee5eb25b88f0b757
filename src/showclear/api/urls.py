"""Under which addresses does the API answer? Web mounts them by name."""

from django.urls import path
from ninja import NinjaAPI

from showclear.api.asks import router, tell_faults

# No page of documentation: it would load its scripts from elsewhere, and nothing here may.
api = NinjaAPI(title="Showclear", version="1", docs_url=None, urls_namespace="api")
api.add_router("", router)
tell_faults(api)

urlpatterns = [path("", api.urls)]
