"""The conformance suite is no test module by name, but its assertions should explain themselves all the same."""

import pytest

pytest.register_assert_rewrite("conformance")
