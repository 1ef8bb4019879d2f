"""Training with the rounding of int8 arithmetic, so that the weights learn to live with it (Jacob et al. 2018).

Before its product, the input of a layer is rounded to 256 steps between the extremes that it has in its window, and the
weight to 255 steps a column.  Two measures keep the steps small: outliers of a channel are evened out between input and
weight (SmoothQuant, Xiao 2023), and the few inner neurons with the largest values are kept out (Dettmers 2022).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.hooks import RemovableHandle

from training.examples import batch_of, batches
from training.prepared import Prepared

SHARE = 0.7
"""How much of a channel's outliers the weights take over; of 0.4 to 0.85 the one with the least error."""
KEPT = 8
"""Inner neurons of a layer that stay in float32: the first alone has values five times as large as the rest."""
CALM, APART = ".calm", ".apart"
"""What is added to the name of a product for what its input is multiplied by, and for the neurons that stay."""
EVENED, PARTED = ("qkv", "out", "up"), "down"
"""The products of a layer whose input is evened out, and the one that keeps neurons apart."""


class Product(nn.Linear):
    """A linear map that rounds as int8 arithmetic does, once it has been told how.

    `calm` is what its input is multiplied by (and its weight divided by), `apart` says which inputs stay as they are;
    both [inputs], None for a product that does not round.  They move with the network, and are no part of its state.
    """

    calm: Tensor | None
    apart: Tensor | None

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.register_buffer("calm", None, persistent=False)
        self.register_buffer("apart", None, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """`x` is [windows, pieces, inputs]."""
        calm, apart = self.calm, self.apart
        if calm is None or apart is None:
            return super().forward(x)
        rounded = in_steps(torch.where(apart, 0.0, x * calm))
        weight = in_columns(torch.where(apart, 0.0, self.weight / calm))
        return functional.linear(torch.where(apart, x, rounded), torch.where(apart, self.weight, weight), self.bias)


def in_steps(x: Tensor) -> Tensor:
    """Each window in 256 steps between its least and its greatest value, zero among them."""
    with torch.no_grad():
        low, high = x.flatten(1).aminmax(dim=1)
        low, high = low.clamp(max=0), high.clamp(min=1e-6)
        step = (high - low) / 255
        zero = (-low / step).round().int()
    return torch.fake_quantize_per_channel_affine(x, step, zero, 0, 0, 255)


def in_columns(weight: Tensor) -> Tensor:
    """A weight [outputs, inputs], the largest number of each output as 127."""
    with torch.no_grad():
        step = weight.abs().amax(dim=1).clamp(min=1e-12) / 127
    zero = torch.zeros(len(weight), dtype=torch.int32, device=weight.device)
    return torch.fake_quantize_per_channel_affine(weight, step, zero, 0, -127, 127)


def rounds(encoder: nn.Module, documents: Sequence[Prepared]) -> None:
    """Let the encoder's products round from now on, by the values that they see in the documents."""
    products = dict(_products(encoder))
    highest = _highest(encoder, products, documents)
    for name, product in products.items():
        apart = torch.zeros_like(highest[name], dtype=torch.bool)
        calm = torch.ones_like(highest[name])
        if name.endswith(PARTED):
            apart[highest[name].topk(KEPT).indices] = True
        else:
            weigh = product.weight.detach().abs().amax(dim=0).clamp(min=1e-4)
            by = highest[name].clamp(min=1e-3) ** SHARE / weigh ** (1 - SHARE)
            calm = by.mean() / by
        product.calm, product.apart = calm, apart


def parted(encoder: nn.Module) -> dict[str, Tensor]:
    """The tensors of the encoder's products that round, as they are multiplied: the weights divided by their calm, and
    the neurons that stay in float32 in products of their own ("up.apart", "down.apart")."""
    products = dict(_products(encoder))
    out: dict[str, Tensor] = {}
    for name, product in products.items():
        if product.calm is not None and product.apart is not None:
            out |= {f"{name}.weight": product.weight / product.calm, f"{name}.bias": product.bias}
            if not product.apart.any():
                out[f"{name}{CALM}"] = product.calm
    for name, product in products.items():
        if not name.endswith(PARTED) or product.apart is None:
            continue
        apart = product.apart
        up = name.removesuffix(PARTED) + "up"
        out[f"{up}{APART}.weight"], out[f"{up}{APART}.bias"] = products[up].weight[apart], products[up].bias[apart]
        out[f"{name}{APART}.weight"] = products[name].weight[:, apart]
        for whole, keep in ((f"{up}.weight", ~apart[:, None]), (f"{up}.bias", ~apart), (f"{name}.weight", ~apart)):
            out[whole] = out[whole] * keep
    return {name: tensor.detach() for name, tensor in out.items()}


def _products(encoder: nn.Module) -> Iterator[tuple[str, Product]]:
    return ((name, part) for name, part in encoder.named_modules() if isinstance(part, Product))


@torch.no_grad()
def _highest(encoder: nn.Module, products: dict[str, Product], documents: Sequence[Prepared]) -> dict[str, Tensor]:
    """The largest absolute value that each channel of each product's input takes on the documents."""
    highest: dict[str, Tensor] = {}

    def watch(name: str) -> RemovableHandle:
        def seen(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            here = given[0].abs().flatten(0, -2).amax(dim=0)
            highest[name] = torch.maximum(highest.get(name, here), here)

        return products[name].register_forward_pre_hook(seen)

    watching = [watch(name) for name in products]
    encoder.eval()
    for windows in batches(documents, 0):
        batch = batch_of(windows)
        encoder(batch.ids, batch.looks)
    for hook in watching:
        hook.remove()
    return highest
