"""Plans side by side: their measures, what each gains and gives up, session by session."""
