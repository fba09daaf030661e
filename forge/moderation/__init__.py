"""What is never made, whoever asks."""
