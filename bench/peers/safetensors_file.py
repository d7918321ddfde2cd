"""Reads safetensors files with NumPy alone."""

import json
import struct

import numpy as np

TYPES = {"U8": np.uint8, "I32": np.int32, "F32": np.float32, "F64": np.float64}


def read_safetensors(path):
    """Gives the file's tensors as arrays by name."""
    with open(path, "rb") as file:
        (header_bytes,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(header_bytes))
        data = file.read()
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        array = np.frombuffer(data[start:end], TYPES[entry["dtype"]])
        tensors[name] = array.reshape(entry["shape"])
    return tensors
