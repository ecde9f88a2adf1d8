"""Serves the folder «application» to this computer's own browsers, where there is Python and no Node.js.

The address, the headers and what is refused are those of tools/server.mjs; a test holds the two against each other.
"""

import json
import os
import re
import socket
import sys
import threading
import webbrowser
from http.server import BaseHTTPRequestHandler, HTTPServer
from socketserver import ThreadingMixIn
from urllib.parse import unquote_to_bytes

HERE = os.path.dirname(os.path.abspath(__file__))
APPLICATION = os.path.realpath(os.path.join(HERE, "..", "..", "..", "application"))
HOST = "tirkelim.localhost"
PORT = int(os.environ.get("TIRKELIM_TEST_PORT", "34810"))
OWN_HOSTS = (HOST, "localhost", "127.0.0.1", "[::1]")


def read_json(*path):
    with open(os.path.join(HERE, *path), encoding="utf-8") as file:
        return json.load(file)


WORDS = read_json("greeting.json")
TYPES = read_json("..", "..", "app", "boot", "content-types.json")
POLICY = read_json("..", "..", "app", "boot", "security-headers.json")


def headers_of_policy():
    policy = "; ".join("%s %s" % each for each in POLICY["contentSecurityPolicy"].items())
    headers = dict(POLICY["headers"])
    headers["Content-Security-Policy"] = policy + "; frame-ancestors 'none'"
    return headers


def file_of(address):
    """The path of a file inside the application, or None."""
    try:
        path = unquote_to_bytes(address.split("?")[0].split("#")[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\0" in path:
        return None
    if path.endswith("/"):
        path += "index.html"
    file = os.path.realpath(os.path.join(APPLICATION, path.lstrip("/")))
    inside = file.startswith(APPLICATION + os.sep)
    return file if inside and os.path.isfile(file) else None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def version_string(self):
        return "tirkelim"

    def log_message(self, *_):
        """Who asks for what is nobody's business."""

    def answer(self):
        name = re.sub(r":[0-9]+$", "", self.headers.get("Host") or "")
        # A foreign name that resolves to the loopback address would be a foreign origin with our pages (DNS rebinding).
        if name not in OWN_HOSTS:
            return self.refuse(421)
        if self.command not in ("GET", "HEAD"):
            return self.refuse(405)
        file = file_of(self.path)
        if file is None:
            return self.refuse(404)
        with open(file, "rb") as opened:
            octets = opened.read()
        kind = TYPES.get(os.path.splitext(file)[1], "application/octet-stream")
        self.send(200, kind, octets, {"Cache-Control": "no-cache"})

    def refuse(self, status):
        # What came with it is not read: the connection ends.
        self.close_connection = True
        self.send(status, "text/plain; charset=utf-8", b"%d\n" % status, {"Connection": "close"})

    def send(self, status, kind, octets, more):
        self.send_response(status)
        for name, value in dict(headers_of_policy(), **more).items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(octets)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = answer


class Server(ThreadingMixIn, HTTPServer):
    daemon_threads = True
    # On Windows it would let a second program take the port beside this one.
    allow_reuse_address = os.name != "nt"

    def server_bind(self):
        self.socket.bind(self.server_address)
        self.server_name, self.server_port = HOST, self.server_address[1]


class Server6(Server):
    address_family = socket.AF_INET6


def listen():
    servers = [Server(("127.0.0.1", PORT), Handler)]
    try:
        servers.append(Server6(("::1", PORT), Handler))
    except OSError as fault:
        # A machine without IPv6 can't; somebody else on ::1 would get our visitors.
        if fault.errno in (48, 98, 10048):
            raise
    return servers


def main():
    launcher = sys.argv[1] if len(sys.argv) > 1 else "start-linux.sh"
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
        sys.stderr.reconfigure(encoding="utf-8")
    try:
        servers = listen()
    except OSError:
        sys.stderr.write(WORDS["portTaken"].replace("{port}", str(PORT)).replace("{command}", launcher))
        return 1
    address = "http://%s:%d/" % (HOST, PORT)
    sys.stdout.write(WORDS["greeting"].replace("{address}", address))
    sys.stdout.flush()
    if not ("CI" in os.environ or "TIRKELIM_NO_BROWSER" in os.environ):
        webbrowser.open(address)
    for server in servers[1:]:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        servers[0].serve_forever()
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
