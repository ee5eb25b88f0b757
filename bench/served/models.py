"""What would a plain custody table keep? Who has the weapon, with every change in a history."""

from django.db import models
from simple_history.models import HistoricalRecords


class Custody(models.Model):
    """One weapon and its holder."""

    weapon = models.CharField(max_length=40, unique=True)
    holder = models.CharField(max_length=40)
    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"{self.weapon}: {self.holder}"
