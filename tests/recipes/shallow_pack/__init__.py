"""Makes ComfyUI's Qwen 3 0.6B two layers deep instead of 28: a word takes seconds on a CPU.

Its loader, its tokenizer and TextGenerate stay as they are.
"""

from functools import partial

from comfy.text_encoders import llama

llama.Qwen3_06BConfig = partial(llama.Qwen3_06BConfig, num_hidden_layers=2)

NODE_CLASS_MAPPINGS: dict[str, type] = {}
