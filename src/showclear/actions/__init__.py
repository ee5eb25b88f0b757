"""The one door: every act of every caller is judged, recorded and told to the boards here."""
