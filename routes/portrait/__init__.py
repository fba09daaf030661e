"""Portraits of pets, `/api`: a photograph, a session, a picture to hang up."""
