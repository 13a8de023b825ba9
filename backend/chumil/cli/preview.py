"""`chumil preview PATH`: the draft in the real client, again after every save."""

import argparse
import json
import mimetypes
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from chumil.cli.output import Output
from chumil.cli.stage import Stage

HELP = "Play a draft in the real client, from any scene, with its meters and problems beside it."
CLIENT = Path(__file__).parents[3] / "mobile" / "dist"
PAGE = Path(__file__).with_name("preview_page")
MOST = 100_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `preview`."""
    parser.add_argument("path", type=Path, metavar="PATH", help="a story")
    parser.add_argument("--scene", default="", metavar="ID", help="begin at this scene")
    parser.add_argument("--port", type=int, default=8765, help="0 takes any that is free")


def run(options: argparse.Namespace, out: Output) -> int:
    """Serve until interrupted; 2 where there is no file or no client."""
    if not options.path.is_file():
        print(f"{options.path}: there is no such file.", file=out)
        return 2
    if not (CLIENT / "index.html").is_file():
        print("The client is not built yet: npm --prefix mobile run build", file=out)
        return 2
    try:
        server = Server(Stage(options.path), options.port)
    except OSError:
        print(f"The port {options.port} is taken: choose another with --port, 0 for any.", file=out)
        return 2
    scene = f"#{options.scene}" if options.scene else ""
    print(f"{options.path}: {server.address}/preview/{scene}\nSave the file and it plays again; Ctrl-C ends.", file=out)
    getattr(out, "flush", lambda: None)()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0


class Server(ThreadingHTTPServer):
    """A server for this machine alone."""

    daemon_threads = True

    def __init__(self, stage: Stage, port: int, client: Path = CLIENT) -> None:
        self.stage = stage
        self.client = client
        super().__init__(("127.0.0.1", port), Handler)

    @property
    def address(self) -> str:
        """Where it is found."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """The client's files with the draft among them, and the page around the phone."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not self._ours():
            self._refuse()
            return
        place = urlsplit(self.path)
        if place.path.startswith("/preview/"):
            self._around(place.path.removeprefix("/preview/"), parse_qs(place.query))
        else:
            self._client(place.path)

    def _around(self, name: str, query: dict[str, list[str]]) -> None:
        """The page around the phone and what it asks for."""
        stage = self.server.stage
        if name == "state":
            since = query.get("since", ["0"])[0]
            self._json(stage.changed_since(int(since) if since.isdecimal() else 0))
        elif name == "way":
            self._json({"path": stage.way(query.get("scene", [""])[0])})
        else:
            self._file(PAGE, name or "index.html")

    def _client(self, path: str) -> None:
        """The built client, with the draft as all its content."""
        stage = self.server.stage
        if path == "/":
            page = (self.server.client / "index.html").read_text(encoding="utf-8")
            self._send(stage.index(page).encode(), "text/html; charset=utf-8")
        elif path == "/sw.js" or (path.startswith("/api/v1/") and "/scenarios" not in path):
            self._missing()  # no worker that would keep an older draft, and no server
        elif path.rstrip("/") == "/api/v1/scenarios":
            found = self._catalogue()
            self._json({"count": len(found), "next": None, "previous": None, "results": found})
        elif path == "/content/catalogue.json":
            self._json(self._catalogue())
        elif stage.played and path.removesuffix(".json").endswith(f"/{stage.played.hash}"):
            self._send(stage.played.body, "application/json")
        else:
            self._file(self.server.client, path.removeprefix("/"))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        here = f"http://{self.headers.get('Host')}"
        if not self._ours() or self.headers.get("Origin") != here or not length.isdecimal() or int(length) > MOST:
            self._refuse()
            return
        raw = self.rfile.read(int(length))
        if self.path != "/preview/report":
            self._missing()
            return
        try:
            self._json(self.server.stage.report(json.loads(raw)["path"]))
        except (ValueError, KeyError, TypeError):
            self._send(b"", "text/plain", HTTPStatus.BAD_REQUEST)

    def _ours(self) -> bool:
        """Asked for by this machine's own name, and by no other site's page."""
        names = {f"{name}:{self.server.server_port}" for name in ("127.0.0.1", "localhost")}
        site = self.headers.get("Sec-Fetch-Site", "none")
        return self.headers.get("Host") in names and site in {"none", "same-origin"}

    def _catalogue(self) -> list[dict[str, Any]]:
        return [self.server.stage.entry()] if self.server.stage.played else []

    def _file(self, folder: Path, name: str) -> None:
        file = (folder / name).resolve()
        if not file.is_relative_to(folder.resolve()) or not file.is_file():
            self._missing()
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith("javascript")
        self._send(file.read_bytes(), f"{kind}; charset=utf-8" if text else kind)

    def _json(self, value: Any) -> None:
        self._send(json.dumps(value, ensure_ascii=False).encode(), "application/json")

    def _missing(self) -> None:
        self._send(b"{}", "application/json", HTTPStatus.NOT_FOUND)

    def _refuse(self) -> None:
        self.close_connection = True
        self._send(b"", "text/plain", HTTPStatus.FORBIDDEN)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name it is called by
        """Says nothing: the author looks at the page."""
