"""Training with the rounding of int8: steps, columns, and inputs that stay apart.  Where PyTorch is installed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training.rounding import Product, in_columns, in_steps  # noqa: E402


def test_each_window_has_256_steps_between_its_own_extremes() -> None:
    x = torch.stack([torch.linspace(-1, 3, 40), torch.linspace(-100, 300, 40)])[:, :, None]
    rounded = in_steps(x)
    for window, exact in zip(rounded, x, strict=True):
        step = (exact.max() - exact.min()) / 255
        assert (window - exact).abs().max() <= 0.51 * step
        assert len(window.unique()) <= 256
    assert in_steps(torch.zeros(1, 3, 2)).abs().max() == 0


def test_a_column_is_off_by_half_a_step_at_most() -> None:
    weight = torch.randn(5, 7, generator=torch.Generator().manual_seed(1))
    step = weight.abs().amax(dim=1, keepdim=True) / 127
    assert ((in_columns(weight) - weight).abs() <= 0.51 * step).all()


def test_what_stays_apart_is_not_rounded_and_gradients_flow() -> None:
    torch.manual_seed(1)
    product = Product(4, 3)
    x = torch.randn(2, 6, 4, requires_grad=True)
    exact = product(x)
    product.calm, product.apart = torch.ones(4), torch.tensor([True] * 4)
    assert torch.allclose(product(x), exact)
    product.calm, product.apart = torch.full((4,), 0.5), torch.tensor([False, False, False, True])
    rounded = product(x)
    assert not torch.equal(rounded, exact)
    assert torch.allclose(rounded, exact, atol=0.1)
    rounded.sum().backward()
    assert x.grad is not None
    assert x.grad.abs().sum() > 0
    assert product.weight.grad.abs().sum() > 0
