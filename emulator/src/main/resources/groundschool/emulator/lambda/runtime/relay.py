"""Lets programs that speak TCP reach the two sockets that lead out of an isolated environment."""

import _thread
import socket
import sys


def _copy(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def _relay(inner, path):
    outer = socket.socket(socket.AF_UNIX)
    try:
        outer.connect(path)
        _thread.start_new_thread(_copy, (outer, inner))
        _copy(inner, outer)
    except OSError:
        inner.close()


def _serve(server, path):
    while True:
        inner, _ = server.accept()
        inner.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _thread.start_new_thread(_relay, (inner, path))


def listen(pairs):
    """Relays as each PORT=PATH says."""
    for pair in pairs:
        port, path = pair.split("=")
        server = socket.socket()
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", int(port)))
        server.listen(128)
        _thread.start_new_thread(_serve, (server, path))


def main(arguments):
    """Relays beside a program that is not ours, and ends as that does: PORT=PATH... -- PROGRAM..."""
    import os

    split = arguments.index("--")
    listen(arguments[:split])
    try:
        child = os.posix_spawn(arguments[split + 1], arguments[split + 1 :], os.environ)
    except FileNotFoundError:
        os._exit(127)
    except OSError:
        os._exit(126)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os._exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main(sys.argv[1:])
