#!/usr/bin/env python3
"""Make the model that ships from a checkpoint of scripts/train_encoder.py: ONNX with the matrices in eight bits.

Needs torch, onnx, onnxscript and onnxruntime. Prints what the card in src/tawthiq/data/models/README.md says of files.
"""

from __future__ import annotations

import argparse
import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from encoder_checkpoints import mean, read_pieces
from encoder_model import Encoder, Shipped
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process

from tawthiq.extract.entities.engines.labels import WIDTH
from tawthiq.extract.entities.features import MARKS

MODELS = Path(__file__).parents[1] / "src" / "tawthiq" / "data" / "models"
INPUTS = ("pieces", "marks", "firsts")


def export(model: Encoder, path: Path) -> None:
    """In full precision."""
    given = (torch.tensor([1, 5, 6, 7, 2]), torch.zeros(5, len(MARKS)), torch.tensor([1, 3]))
    axes = {"pieces": {0: "pieces"}, "marks": {0: "pieces"}, "firsts": {0: "words"}, "scores": {0: "words"}}
    names = {"input_names": list(INPUTS), "output_names": ["scores"]}
    torch.onnx.export(Shipped(model), given, str(path), **names, dynamic_axes=axes, dynamo=False)


def quantise(path: Path, out: Path) -> None:
    """Matrices of the blocks in eight bits; the last, which is small, stays as it is."""
    graph = onnx.load(str(path)).graph
    sizes = {one.name: tuple(one.dims) for one in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMul" and node.input[1] in sizes]
    kept = [node.name for node in products if WIDTH in sizes[node.input[1]]]
    quantize_dynamic(path, out, ["MatMul"], per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="one, or several whose mean is taken")
    parser.add_argument("--pieces", type=Path, required=True, help="pieces.tsv beside the checkpoints")
    parser.add_argument("--weights", type=Path, required=True, help="e5-small-q4.bin")
    parser.add_argument("--out", type=Path, default=MODELS)
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        full, ready = Path(folder) / "full.onnx", Path(folder) / "ready.onnx"
        export(mean(args.checkpoints, read_pieces(args.pieces), args.weights).eval(), full)
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantise(ready, args.out / "ner.onnx")
    shutil.copyfile(args.pieces, args.out / "ner_pieces.tsv")
    for name in ("ner.onnx", "ner_pieces.tsv"):
        held = (args.out / name).read_bytes()
        print(f"{name}  {len(held) / 1e6:.2f} MB  sha256 {sha256(held).hexdigest()}")


if __name__ == "__main__":
    main()
