"""Step 2: train the network on the prepared corpora.  `python -m training.train STAGE [--seed N]`

A stage resumes from its last checkpoint; its last checkpoint is its result.  Checkpoints stand in the work folder.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.examples import Batch, Window, batch_of, batches
from training.losses import losses, total
from training.network import LAYERS, Network
from training.places import BASE, WORK
from training.prepared import load

RATE, HEAD_RATE, LAYER_DECAY, WEIGHT_DECAY = 2e-4, 1e-3, 0.9, 0.01
WARM_UP, CLIP, AVERAGED = 0.06, 1.0, 0.999
FARTHEST_SHIFT = 96
"""A window's first piece is put at any position below this, so that longer windows can be read than were trained on."""
SAVE_EVERY, SHOW_EVERY = 100, 50


@dataclass(frozen=True, slots=True)
class Stage:
    """One training run: where its weights start (None: the base model), how many passes, and the share of each corpus
    that one pass takes, and how its peak learning rate compares with the usual one."""

    start: str | None
    passes: int
    shares: dict[str, float]
    rate: float = 1.0


STAGES = {
    "attributions": Stage(None, 6, {"polnear": 1.0}),
    "all": Stage("attributions", 4, {"polnear": 0.4, "gum": 1.0, "timeml": 1.0}, rate=0.6),
}


def parameter_groups(network: Network) -> list[dict[str, object]]:
    """Heads learn fastest, and of the encoder a layer the slower the deeper it lies; no decay on vectors."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        rate = HEAD_RATE
        if name.startswith("encoder.layers."):
            rate = RATE * LAYER_DECAY ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and "looks" not in name:
            rate = RATE * LAYER_DECAY**LAYERS
        decay = WEIGHT_DECAY if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": ps, "lr": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()]


def rate_at(step: int, steps: int) -> float:
    """The share of the full learning rate: a linear rise, then half a cosine down to 2 %."""
    warm = max(1, int(WARM_UP * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


class Run:
    """One training run with its checkpoint."""

    def __init__(self, stage: str, seed: int, name: str) -> None:
        self.stage = STAGES[stage]
        self.path = WORK / f"{name}.checkpoint"
        self.seed = seed
        self.corpora = {c: [d for d in load(f"{c}-train") if not d.held_out] for c in self.stage.shares}
        self.kept = {c: [d for d in load(f"{c}-train") if d.held_out] for c in self.stage.shares}
        torch.manual_seed(seed)
        self.network = Network()
        self._start()
        self.optimizer = torch.optim.AdamW(parameter_groups(self.network), betas=(0.9, 0.98), fused=True)
        self.full_rates = [g["lr"] * self.stage.rate for g in self.optimizer.param_groups]
        self.average = {n: p.detach().clone() for n, p in self.network.named_parameters()}
        self.plan = [(p, len(self._pass(p))) for p in range(self.stage.passes)]
        self.steps = sum(count for _, count in self.plan)
        self.step = 0
        self.seconds = 0.0
        if self.path.exists():
            self._resume()

    def _start(self) -> None:
        if self.stage.start is None:
            self.network.encoder.start_from(BASE)
            return
        earlier = torch.load(WORK / f"{self.stage.start}.checkpoint", weights_only=True)["average"]
        self.network.load_state_dict(earlier, strict=False)  # the earlier stage may know fewer heads

    def _pass(self, number: int) -> list[list[Window]]:
        """The batches of one pass: of each corpus its share, another one each time, in batches of their own."""
        made = []
        for corpus, share in self.stage.shares.items():
            documents = sorted(self.corpora[corpus], key=lambda d: hash_of(d.name, self.seed))
            first = round(number * share * len(documents)) % len(documents)
            taken = (documents + documents)[first : first + round(share * len(documents))]
            made += batches(taken, self._pass_seed(number))
        random.Random(self._pass_seed(number)).shuffle(made)
        return made

    def _pass_seed(self, number: int) -> int:
        return self.seed * 1000 + number

    def _resume(self) -> None:
        state = torch.load(self.path, weights_only=True)
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

    def _batches(self) -> Iterator[tuple[list[Window], bool]]:
        """The batches that are still to come, each with whether it ends a pass."""
        behind = 0
        for number, count in self.plan:
            if behind + count > self.step:
                made = self._pass(number)
                for k in range(self.step - behind, count):
                    yield made[k], k == count - 1
            behind += count

    def go(self) -> None:
        """Train to the end."""
        shown: dict[str, list[float]] = {}
        for windows, ends_pass in self._batches():
            began = time.monotonic()
            for name, loss in self._one_step(batch_of(windows)).items():
                shown.setdefault(name, []).append(loss.item())
            self.seconds += time.monotonic() - began
            if self.step % SHOW_EVERY == 0 or ends_pass:
                means = "  ".join(f"{name} {sum(v) / len(v):.4f}" for name, v in shown.items())
                print(f"{self.step}/{self.steps}  {self.seconds:.0f} s  {means}", flush=True)
                shown.clear()
            if ends_pass:
                print("held out:", "  ".join(f"{k} {v:.4f}" for k, v in self.held_out().items()), flush=True)
            if self.step % SAVE_EVERY == 0 or ends_pass:
                self.save()
        self.save()

    def _one_step(self, batch: Batch) -> dict[str, Tensor]:
        self.network.train()
        share = rate_at(self.step, self.steps)
        for group, full in zip(self.optimizer.param_groups, self.full_rates, strict=True):
            group["lr"] = full * share
        found = losses(self.network, batch, shift=int(torch.randint(0, FARTHEST_SHIFT, ())))
        self.optimizer.zero_grad(set_to_none=True)
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.optimizer.step()
        self.step += 1
        keep = min(AVERAGED, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            names, values = zip(*self.network.named_parameters(), strict=True)
            torch._foreach_lerp_([self.average[n] for n in names], list(values), 1 - keep)
        return {name: loss.detach() for name, loss in found.items()}

    @torch.no_grad()
    def held_out(self) -> dict[str, float]:
        """The mean losses of the averaged network over the documents that are kept from training."""
        network = self.averaged()
        sums: dict[str, list[float]] = {}
        for documents in self.kept.values():
            for batch in batches(documents, 0):
                for name, loss in losses(network, batch_of(batch)).items():
                    sums.setdefault(name, []).append(loss.item())
        return {name: sum(values) / len(values) for name, values in sums.items()}

    def averaged(self) -> Network:
        """The network with the running average of its weights, which generalises better than the last step's."""
        network = Network()
        network.load_state_dict(self.average)
        return network.eval()


def hash_of(name: str, seed: int) -> str:
    """What a document is ordered by: random, and the same on every machine."""
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()


def main() -> None:
    """Train, or go on training."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("stage", choices=sorted(STAGES))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--name", help="of the checkpoint; the stage's, if not given")
    chosen = options.parse_args()
    Run(chosen.stage, chosen.seed, chosen.name or chosen.stage).go()


if __name__ == "__main__":
    main()
