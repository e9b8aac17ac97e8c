#!/usr/bin/env python3
"""Serves a folder on a loopback port, as a plain web server would: no charset in the header, so that pages tell their own.

    corpus.py --port-file FILE FOLDER
"""
import argparse
import functools
import http.server
import os


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {".html": "text/html", ".xml": "application/xml", ".json": "application/feed+json",
                      ".txt": "text/plain", "": "application/octet-stream"}

    def log_message(self, *args):
        pass


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port-file", required=True, help="where to write the port, once it listens")
    options.add_argument("folder")
    given = options.parse_args()
    handler = functools.partial(Handler, directory=os.path.abspath(given.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    part = given.port_file + ".part"
    with open(part, "w") as file:
        file.write(str(server.server_address[1]))
    os.rename(part, given.port_file)
    server.serve_forever()


main()
