"""How gunicorn serves `make run`: one port, the next free one when PORT is taken, and a word on where to go."""

import os
import socket
from typing import Any

FIRST = int(os.environ.get("PORT", "8000"))
WELCOME = """
Chumil is ready. Stop it with Ctrl-C.
  here                 http://localhost:{port}
  in the same network  http://{address}:{port}
  API                  http://localhost:{port}/api/v1/docs

Class code             CHMT-2346
Teacher                maestra@demo.chumil.example
Teacher's password     estrellas-de-demostracion
"""


def is_free(port: int) -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """PORT, or the first free one of the 50 after it."""
    return next(port for port in range(FIRST, FIRST + 51) if is_free(port))


def own_address() -> str:
    """This machine's address in its network, as the routing table has it; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "localhost"
        return str(probe.getsockname()[0])


port = free_port()
if port != FIRST:
    print(f"  port {FIRST} is taken: using {port}", flush=True)
bind = f"0.0.0.0:{port}"
worker_class = "gthread"
workers = 2
threads = 8
preload_app = True
loglevel = "warning"


def when_ready(server: Any) -> None:
    """Gunicorn calls this once the application is loaded and the port is open."""
    print(WELCOME.format(port=port, address=own_address()), flush=True)
