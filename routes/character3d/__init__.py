"""Image to a textured, rigged 3D character, at the root paths."""
