"""Model files below data/models, laid out as ComfyUI's models folder is."""

from __future__ import annotations

from pathlib import Path

MODEL_SUFFIXES = frozenset(
    {".safetensors", ".sft", ".ckpt", ".pt", ".pt2", ".pth", ".bin", ".pkl", ".gguf", ".onnx"}
)


class ModelFolders:
    """A folder is one name ("checkpoints"); a file may be in a subfolder of it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self, folder: str) -> list[str]:
        """Sorted, relative to the folder; empty where there is no such folder."""
        base = self._folder(folder)
        if base is None or not base.is_dir():
            return []
        return sorted(
            str(path.relative_to(base))
            for path in base.rglob("*")
            if path.suffix.lower() in MODEL_SUFFIXES and path.is_file()
        )

    def path(self, folder: str, name: str) -> Path | None:
        """None where there is no such file, or the name leaves the folder."""
        base = self._folder(folder)
        if base is None or "\0" in name:
            return None
        path = base / name
        inside = path.resolve().is_relative_to(base.resolve())
        return path if inside and path.is_file() else None

    def directories(self, folder: str) -> tuple[Path, ...]:
        base = self._folder(folder)
        return () if base is None else (base,)

    def _folder(self, folder: str) -> Path | None:
        is_one_name = folder not in ("", ".", "..") and not set(folder) & set("/\\:\0")
        return self.root / folder if is_one_name else None
