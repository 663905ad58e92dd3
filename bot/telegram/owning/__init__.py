"""What owners do in Telegram: read how the bot is used, add documents and take them back, invite people."""
