"""The encoder as a torch module: a BERT of few layers whose input is pieces and the marks of the word lists."""

from __future__ import annotations

import torch
from encoder_weights import Weights
from torch import Tensor, nn
from torch.nn import functional

from tawthiq.extract.entities.engines.labels import WIDTH
from tawthiq.extract.entities.features import MARKS

POSITIONS = 256
_EPSILON = 1e-12


class Embeddings(nn.Module):
    """Frozen pieces in eight bits with a scale for each, as they ship; positions; marks, which begin at nothing."""

    table: Tensor
    scale: Tensor
    places: Tensor

    def __init__(self, weights: Weights, rows: list[int]) -> None:
        super().__init__()
        words = torch.from_numpy(weights.tensors["emb.word"][rows].copy())
        scale = words.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("table", torch.round(words / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        places = weights.tensors["emb.pos"][:POSITIONS] + weights.tensors["emb.type"][0]
        self.register_buffer("places", torch.from_numpy(places.copy()))
        self.marks = nn.Linear(len(MARKS), weights.hidden, bias=False)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(weights.hidden, eps=_EPSILON)
        _fill(self.norm, weights, "emb.ln")

    def forward(self, pieces: Tensor, marks: Tensor) -> Tensor:
        words = self.table[pieces].float() * self.scale[pieces]
        found: Tensor = self.norm(words + self.places[: pieces.shape[1]] + self.marks(marks))
        return found


class Block(nn.Module):
    def __init__(self, weights: Weights, layer: int, dropout: float) -> None:
        super().__init__()
        size, self.heads = weights.hidden, weights.heads
        self.query, self.key, self.value, self.out = (nn.Linear(size, size) for _ in range(4))
        self.wide, self.narrow = nn.Linear(size, weights.inner), nn.Linear(weights.inner, size)
        self.first, self.second = nn.LayerNorm(size, eps=_EPSILON), nn.LayerNorm(size, eps=_EPSILON)
        self.dropout = nn.Dropout(dropout)
        parts = {"q": self.query, "k": self.key, "v": self.value, "ao": self.out, "fi": self.wide, "fo": self.narrow}
        for name, part in {**parts, "aln": self.first, "oln": self.second}.items():
            _fill(part, weights, f"l{layer}.{name}")

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        x = self.first(x + self.dropout(self.out(self._attended(x, mask))))
        found: Tensor = self.second(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))
        return found

    def _attended(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, size = x.shape
        split = (batch, length, self.heads, size // self.heads)
        query, key, value = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        held = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        return held.transpose(1, 2).reshape(batch, length, size)


class Encoder(nn.Module):
    """Scores [batch, pieces, WIDTH] for the columns of engines/labels.py."""

    def __init__(self, weights: Weights, rows: list[int], layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.embeddings = Embeddings(weights, rows)
        self.blocks = nn.ModuleList(Block(weights, at, dropout) for at in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(weights.hidden, WIDTH)

    def forward(self, pieces: Tensor, marks: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.dropout(self.embeddings(pieces, marks))
        for block in self.blocks:
            x = block(x, mask)
        found: Tensor = self.head(self.dropout(x))
        return found


class Shipped(nn.Module):
    """One sentence: pieces [n], marks [n, MARKS], first piece of each word [words] → scores [words, WIDTH]."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, marks: Tensor, firsts: Tensor) -> Tensor:
        found: Tensor = self.encoder(pieces[None], marks[None])[0][firsts]
        return found


def _fill(part: nn.Module, weights: Weights, name: str) -> None:
    for kind, short in (("weight", "w"), ("bias", "b")):
        tensor = torch.from_numpy(weights.tensors[f"{name}.{short}"].copy())
        getattr(part, kind).data.copy_(tensor)
