"""A photograph of a pet as a classical painted portrait, without any model."""
