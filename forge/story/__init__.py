"""From what people write to each other to the scene that is meant."""
