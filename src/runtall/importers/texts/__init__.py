"""Lines of a message, a mail or a chat: the days that they name."""
