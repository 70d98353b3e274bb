"""An encoder of BERT-base's size with random weights, as an ONNX graph made by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

LAYERS, SIZE, HEADS, INNER, SEQUENCE = 12, 768, 12, 3072, 128


def bert_base() -> Callable[[], object]:
    """One reading of SEQUENCE pieces, in full precision on one thread."""
    import numpy as np
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(_graph(), options, providers=["CPUExecutionProvider"])
    given = {"x": np.random.default_rng(3).standard_normal((1, SEQUENCE, SIZE)).astype(np.float32)}
    return lambda: session.run(None, given)


def _graph() -> bytes:
    from onnx import TensorProto, helper

    build = _Builder()
    x = "x"
    for _ in range(LAYERS):
        x = build.layer(x)
    shape = [1, SEQUENCE, SIZE]
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in ("x", x)]
    graph = helper.make_graph(build.nodes, "bert", ends[:1], ends[1:], build.constants)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    return bytes(made.SerializeToString())


class _Builder:
    """Nodes of a graph; each method gives the name of its output."""

    def __init__(self) -> None:
        import numpy as np

        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._chance = np.random.default_rng(3)

    def layer(self, x: str) -> str:
        query, key, value = (self._split(self._linear(x, SIZE, SIZE)) for _ in range(3))
        turned = self._node("Transpose", [key], perm=[0, 1, 3, 2])
        scores = self._node("Mul", [self._node("MatMul", [query, turned]), self._values([(SIZE // HEADS) ** -0.5])])
        held = self._node("MatMul", [self._node("Softmax", [scores], axis=-1), value])
        whole = self._node("Transpose", [held], perm=[0, 2, 1, 3])
        joined = self._node("Reshape", [whole, self._shape([1, SEQUENCE, SIZE])])
        x = self._norm(x, self._linear(joined, SIZE, SIZE))
        wide = self._node("Gelu", [self._linear(x, SIZE, INNER)])
        return self._norm(x, self._linear(wide, INNER, SIZE))

    def _linear(self, x: str, inputs: int, outputs: int) -> str:
        weights = self._chance.standard_normal((inputs, outputs)) * 0.02
        return self._node("Add", [self._node("MatMul", [x, self._constant(weights)]), self._values([0.0] * outputs)])

    def _split(self, x: str) -> str:
        shaped = self._node("Reshape", [x, self._shape([1, SEQUENCE, HEADS, SIZE // HEADS])])
        return self._node("Transpose", [shaped], perm=[0, 2, 1, 3])

    def _norm(self, x: str, y: str) -> str:
        ones, zeros = self._values([1.0] * SIZE), self._values([0.0] * SIZE)
        return self._node("LayerNormalization", [self._node("Add", [x, y]), ones, zeros])

    def _node(self, kind: str, inputs: list[str], **attributes: Any) -> str:
        from onnx import helper

        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def _values(self, values: list[float]) -> str:
        import numpy as np

        return self._constant(np.array(values))

    def _constant(self, values: Any) -> str:
        import numpy as np

        return self._held(values.astype(np.float32))

    def _shape(self, values: list[int]) -> str:
        import numpy as np

        return self._held(np.array(values, dtype=np.int64))

    def _held(self, values: Any) -> str:
        from onnx import numpy_helper

        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(values, name))
        return name
