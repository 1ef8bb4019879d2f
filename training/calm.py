"""Outliers of what the layers multiply, evened out, so that int8 arithmetic loses little (SmoothQuant, Xiao 2023)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from onrecord.labelling.encoder.weights import CALM
from training.examples import batch_of, batches
from training.network import Network
from training.prepared import Prepared

SHARE = 0.7
"""How much of a channel's outliers the weights take over; of 0.4 to 0.8 the one with the least error."""
PRODUCTS = ("qkv", "up")
"""The products of a layer that take int8 and whose input has outliers."""


def calmed(network: Network, documents: Sequence[Prepared]) -> dict[str, NDArray[np.float32]]:
    """For each product of each layer what its input is multiplied by, [inputs]; its weight is divided by the same."""
    products = dict(_products(network))
    highest = _highest(network, products, documents)
    out = {}
    for name, product in products.items():
        weigh = product.weight.abs().amax(dim=0).clamp(min=1e-4)
        by = highest[name].clamp(min=1e-3) ** SHARE / weigh ** (1 - SHARE)
        out[f"{name}{CALM}"] = (by.mean() / by).detach().numpy().astype(np.float32)
    return out


def _products(network: Network) -> Iterator[tuple[str, nn.Linear]]:
    for number in range(network.encoder.shape.layers):
        for kind in PRODUCTS:
            name = f"encoder.layers.{number}.{kind}"
            product = network.get_submodule(name)
            assert isinstance(product, nn.Linear)
            yield name, product


@torch.no_grad()
def _highest(network: Network, products: dict[str, nn.Linear], documents: Sequence[Prepared]) -> dict[str, Tensor]:
    """The largest absolute value that each channel of each product's input takes on the documents."""
    highest: dict[str, Tensor] = {}

    def watch(name: str) -> RemovableHandle:
        def seen(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            here = given[0].abs().flatten(0, -2).amax(dim=0)
            highest[name] = torch.maximum(highest.get(name, here), here)

        return products[name].register_forward_pre_hook(seen)

    watching = [watch(name) for name in products]
    network.eval()
    for windows in batches(documents, 0):
        batch = batch_of(windows)
        network.encoder(batch.ids, batch.looks)
    for hook in watching:
        hook.remove()
    return highest
