from collections.abc import Iterator

import pytest
from pytest_socket import enable_socket, socket_allow_hosts


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Here phones, proxy and servers speak over real sockets, and none of them leaves this machine."""
    enable_socket()
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    yield
    socket_allow_hosts(None)
