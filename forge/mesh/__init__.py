"""Triangle meshes: views, textures baked from pictures, skeletons, skins and files."""
