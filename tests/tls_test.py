#!/usr/bin/env python3
"""accord fetch over TLS and HTTP/2, with a certificate authority of our own (openssl) and a server in node.js; what is not
installed is skipped with a word.

    tls_test.py PATH/TO/accord
"""
import json
import os
import shutil
import socket
import ssl
import sqlite3
import subprocess
import sys
import tempfile
import threading
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ACCORD = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "accord"
CERTIFICATES = """
set -e
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=Test-CA 2>&1
issue() {
	openssl req -newkey rsa:2048 -nodes -keyout $1.key -out $1.csr -subj /CN=$1
	printf 'subjectAltName=%s\\n' "$2" > $1.ext
	openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out $1.pem -days 2 -extfile $1.ext
}
issue right IP:127.0.0.1
issue other DNS:other.example
"""


@unittest.skipUnless(shutil.which("openssl"), "openssl is not installed")
class Tls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run(["sh", "-c", CERTIFICATES], cwd=cls.folder.name, check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def setUp(self):
        self.db = self.path("%s.db" % self.id().split(".")[-1])
        self.environment = {**os.environ, "HOME": self.folder.name, "LC_ALL": "C.UTF-8"}

    def accord(self, *words, port, ca="ca.pem", expect=0):
        command = [ACCORD, *words[0].split(), "--db", self.db, *words[1:]]
        if words[0] == "fetch":
            command += ["--untagged", "--delay", "0", "--allow-host", "127.0.0.1:%d" % port]
            command += ["--ca-file", self.path(ca)] if ca else []
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, timeout=60)
        self.assertEqual(done.returncode, expect, done.stderr)
        return done

    def error(self):
        with sqlite3.connect(self.db) as db:
            return db.execute("SELECT last_error FROM feed").fetchone()[0]

    @unittest.skipUnless(shutil.which("node"), "node.js is not installed: HTTP/2 is not tried")
    def test_http2_on_one_connection(self):
        node = subprocess.Popen(["node", os.path.join(HERE, "server", "http2.js"), self.path("right.pem"),
                                 self.path("right.key")], stdout=subprocess.PIPE, text=True)
        try:
            port = int(node.stdout.readline())
            self.accord("feeds add", "--unchecked", "https://127.0.0.1:%d/feed" % port, port=port)
            self.accord("fetch", port=port)
            self.accord("fetch", "--all", port=port)
        finally:
            node.terminate()
            lines, _ = node.communicate()
        requests = [json.loads(line) for line in lines.splitlines()]
        self.assertEqual([r[2] for r in requests], ["/robots.txt", "/feed", "/a/1", "/a/2", "/a/3", "/feed"])
        self.assertEqual({r[0] for r in requests}, {"2.0"})
        self.assertEqual([r[1] for r in requests], [1, 1, 1, 1, 1, 2])  # a connection a run
        self.assertEqual(requests[-1][3], '"h2"')
        with sqlite3.connect(self.db) as db:
            self.assertEqual(db.execute("SELECT count(*) FROM document").fetchone()[0], 3)

    def serve(self, certificate):
        """A server that answers 404 over TLS to whoever trusts its certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path(certificate + ".pem"), self.path(certificate + ".key"))
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)

        def work():
            while True:
                try:
                    plain, _ = listener.accept()
                except OSError:
                    return
                try:
                    with context.wrap_socket(plain, server_side=True) as connection:
                        while connection.recv(65536):
                            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                except OSError:
                    pass
        threading.Thread(target=work, daemon=True).start()
        return listener.getsockname()[1]

    def fetch_from(self, certificate, ca="ca.pem"):
        port = self.serve(certificate)
        self.accord("feeds add", "--unchecked", "https://127.0.0.1:%d/feed" % port, port=port)
        self.accord("fetch", port=port, ca=ca)
        return self.error()

    def test_a_trusted_server_is_heard(self):
        self.assertIn("404", self.fetch_from("right"))

    def test_an_unknown_authority_is_not_trusted(self):
        self.assertIn("certificate", self.fetch_from("right", ca=None))

    def test_a_certificate_of_another_name_is_not_trusted(self):
        self.assertIn("127.0.0.1", self.fetch_from("other"))
        self.assertNotIn("404", self.error())

    def test_a_missing_file_of_certificates_is_said(self):
        done = self.accord("fetch", port=1, ca="none.pem", expect=1)
        self.assertIn("none.pem", done.stderr)


if __name__ == "__main__":
    unittest.main()
