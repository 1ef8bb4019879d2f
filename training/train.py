"""Steps 2 and 4: train a network on the prepared corpora.  `python -m training.train STAGE [--seed N] [--device D]`

A stage resumes from its last checkpoint; its last checkpoint is its result.  Checkpoints stand in the work folder.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from training.examples import Batch, Window, batch_of, batches
from training.losses import losses, total
from training.network import POSITIONS, Network
from training.places import WORK
from training.prepared import Prepared, held_out, load
from training.rounding import rounds
from training.shapes import SHAPES

LAYER_DECAY, WEIGHT_DECAY = 0.9, 0.01
WARM_UP, CLIP = 0.06, 1.0
AVERAGED = 0.05
"""The share of all steps that the running average of the weights looks back on."""
FARTHEST_SHIFT = 96
"""A window's first piece is put at any position below this, so that longer windows can be read than were trained on."""
SAVE_EVERY, SHOW_EVERY = 100, 50


@dataclass(frozen=True, slots=True)
class Stage:
    """One training run: the network's shape, how many passes, the share of each corpus that one pass takes, the peak
    learning rates of the encoder's last layer and of the heads, whether lessons are learned from, the stage whose
    weights it goes on from (None: the base model's), and whether its products round as int8 does."""

    shape: str
    passes: int
    shares: dict[str, float]
    rate: float = 2e-4
    head_rate: float = 1e-3
    is_taught: bool = True
    start: str | None = None
    is_rounded: bool = False


EVERY = {"polnear": 1.0, "gum": 1.0, "timeml": 1.0}
STAGES = {
    "attributions": Stage("student", 6, {"polnear": 1.0}, is_taught=False),
    "mentions": Stage("student", 8, {"gum": 1.0}, is_taught=False),
    "teacher": Stage("teacher", 2, EVERY | {"gum": 2.0}, rate=8e-5, head_rate=8e-4, is_taught=False),
    "student": Stage("student", 4, EVERY),
    "joint": Stage("student", 2, {"polnear": 1.0, "gum": 1.5}, rate=1.5e-4, start="student"),
    "rounded": Stage(
        "student", 3, {"polnear": 1.0, "gum": 1.0}, rate=1e-4, head_rate=5e-4, start="joint", is_rounded=True
    ),
    "narrow": Stage("narrow", 4, EVERY),
}


def parameter_groups(network: Network, stage: Stage) -> list[dict[str, object]]:
    """Heads learn fastest, and of the encoder a layer the slower the deeper it lies; no decay on vectors."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    layers = network.encoder.shape.layers
    for name, parameter in network.named_parameters():
        rate = stage.head_rate
        if name.startswith("encoder.layers."):
            rate = stage.rate * LAYER_DECAY ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and "looks" not in name:
            rate = stage.rate * LAYER_DECAY**layers
        decay = WEIGHT_DECAY if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": ps, "lr": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()]


def rate_at(step: int, steps: int) -> float:
    """The share of the full learning rate: a linear rise, then half a cosine down to 2 %."""
    warm = max(1, int(WARM_UP * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def start_of(stage: Stage) -> Network:
    """The network that a stage begins with."""
    network = Network(SHAPES[stage.shape])
    if stage.start is None:
        network.encoder.start()
    else:
        earlier = torch.load(WORK / f"{stage.start}.checkpoint", weights_only=True, map_location="cpu")["average"]
        network.load_state_dict(earlier)
    if stage.is_rounded:
        rounds(network.encoder, held_out("polnear-train"))
    return network


def documents(corpus: str, *, is_taught: bool) -> list[Prepared]:
    """A corpus's training part, as prepared or as the teachers have read it."""
    return load(f"{corpus}-taught" if is_taught else f"{corpus}-train")


class Run:
    """One training run with its checkpoint."""

    def __init__(self, stage: Stage, seed: int, name: str, device: str, loaders: int = 0) -> None:
        self.stage, self.seed, self.loaders = stage, seed, loaders
        self.path = WORK / f"{name}.checkpoint"
        self.device = torch.device(device)
        every = {c: documents(c, is_taught=self.stage.is_taught) for c in self.stage.shares}
        self.corpora = {c: [d for d in ds if not d.held_out] for c, ds in every.items()}
        self.kept = {c: [d for d in ds if d.held_out] for c, ds in every.items()}
        torch.manual_seed(seed)
        torch.set_float32_matmul_precision("high")
        self.network = start_of(self.stage).to(self.device)
        groups = parameter_groups(self.network, self.stage)
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.full_rates = [g["lr"] for g in self.optimizer.param_groups]
        self.average = {n: p.detach().clone() for n, p in self.network.named_parameters()}
        self.plan = [(p, len(self._pass(p))) for p in range(self.stage.passes)]
        self.steps = sum(count for _, count in self.plan)
        self.step = 0
        self.seconds = 0.0
        if self.path.exists():
            self._resume()

    def _pass(self, number: int) -> list[list[Window]]:
        """The batches of one pass: of each corpus its share, another one each time, in batches of their own."""
        made = []
        for corpus, share in self.stage.shares.items():
            known = sorted(self.corpora[corpus], key=lambda d: hash_of(d.name, self.seed))
            first = round(number * share * len(known)) % len(known)
            taken = (known * 3)[first : first + round(share * len(known))]
            made += batches(taken, self._pass_seed(number))
        random.Random(self._pass_seed(number)).shuffle(made)
        return made

    def _pass_seed(self, number: int) -> int:
        return self.seed * 1000 + number

    def _resume(self) -> None:
        state = torch.load(self.path, weights_only=True, map_location=self.device)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average, self.step, self.seconds = state["average"], state["step"], state["seconds"]
        print(f"resumed at step {self.step} of {self.steps}", flush=True)

    def save(self) -> None:
        """Write the checkpoint whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average,
            "step": self.step,
            "seconds": self.seconds,
        }
        fresh = Path(f"{self.path}.new")
        torch.save(state, fresh)
        fresh.replace(self.path)

    def _batches(self) -> Iterator[tuple[Batch, bool]]:
        """The batches that are still to come, each with whether it ends a pass."""
        behind = 0
        for number, count in self.plan:
            if behind + count > self.step:
                made = self._pass(number)[self.step - behind :]
                loader = DataLoader(made, batch_size=None, collate_fn=batch_of, num_workers=self.loaders)
                for k, batch in enumerate(loader):
                    yield batch.to(self.device), k == len(made) - 1
            behind += count

    def go(self) -> None:
        """Train to the end."""
        shown: dict[str, list[Tensor]] = {}
        began = time.monotonic()
        for batch, ends_pass in self._batches():
            for name, loss in self._one_step(batch).items():
                shown.setdefault(name, []).append(loss)
            if self.step % SHOW_EVERY == 0 or ends_pass:
                self.seconds, began = self.seconds + time.monotonic() - began, time.monotonic()
                means = "  ".join(f"{name} {torch.stack(v).mean():.4f}" for name, v in shown.items())
                print(f"{self.step}/{self.steps}  {self.seconds:.0f} s  {means}", flush=True)
                shown.clear()
            if ends_pass:
                print("held out:", "  ".join(f"{k} {v:.4f}" for k, v in self.held_out().items()), flush=True)
            if (self.step % SAVE_EVERY == 0 and self.device.type == "cpu") or ends_pass:
                self.save()
        self.save()

    def _one_step(self, batch: Batch) -> dict[str, Tensor]:
        self.network.train()
        share = rate_at(self.step, self.steps)
        for group, full in zip(self.optimizer.param_groups, self.full_rates, strict=True):
            group["lr"] = full * share
        room = POSITIONS - batch.ids.shape[1]
        found = losses(self.network, batch, shift=int(torch.randint(0, min(FARTHEST_SHIFT, room + 1), ())))
        self.optimizer.zero_grad(set_to_none=True)
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP, foreach=True)
        self.optimizer.step()
        self.step += 1
        keep = min(1 - 1 / max(1.0, AVERAGED * self.steps), (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            names, values = zip(*self.network.named_parameters(), strict=True)
            torch._foreach_lerp_([self.average[n] for n in names], list(values), 1 - keep)
        return {name: loss.detach() for name, loss in found.items()}

    @torch.no_grad()
    def held_out(self) -> dict[str, float]:
        """The mean losses of the averaged network over the documents that are kept from training."""
        network = self.averaged()
        sums: dict[str, list[float]] = {}
        for kept in self.kept.values():
            for batch in batches(kept, 0) if kept else ():
                for name, loss in losses(network, batch_of(batch).to(self.device)).items():
                    sums.setdefault(name, []).append(loss.item())
        return {name: sum(values) / len(values) for name, values in sums.items()}

    def averaged(self) -> Network:
        """The network with the running average of its weights, which generalises better than the last step's."""
        network = copy.deepcopy(self.network)
        network.load_state_dict(self.average)
        return network.eval()


def hash_of(name: str, seed: int) -> str:
    """What a document is ordered by: random, and the same on every machine."""
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()


def main() -> None:
    """Train, or go on training."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("stage", choices=sorted(STAGES))
    options.add_argument("--passes", type=int, help="the stage's, if not given")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--name", help="of the checkpoint; the stage's, if not given")
    options.add_argument("--device", default="cpu", help="cpu or cuda")
    options.add_argument("--loaders", type=int, default=0, help="processes that prepare batches")
    chosen = options.parse_args()
    stage = STAGES[chosen.stage]
    stage = replace(stage, passes=chosen.passes or stage.passes)
    Run(stage, chosen.seed, chosen.name or chosen.stage, chosen.device, chosen.loaders).go()


if __name__ == "__main__":
    main()
