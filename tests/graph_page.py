#!/usr/bin/env python3
"""Opens the page of `accord graph --format html` in a headless browser: graph_page.py ACCORD DOCUMENTS.ndjson.

The page must run its script, show all links, hide those of a type that the address names, and ask nothing of any other place.
Exit status 77 (passed over) without a chromium.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "headless_shell")


def dump(browser, folder, address):
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + os.path.join(folder, "profile"),
               "--virtual-time-budget=3000", "--dump-dom", address]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120).stdout.decode("utf-8")


def shown(page):
    """The number that the script wrote, and the links that are not hidden."""
    said = re.search(r'data-shown="(\d+)"', page)
    links = re.findall(r'<g class="(link[^"]*)"', page)
    return (int(said[1]) if said else None), sum("off" not in link.split() for link in links), len(links)


def main():
    accord, documents = sys.argv[1:3]
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        print("no browser here")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        db, path = os.path.join(folder, "accord.db"), os.path.join(folder, "graph.html")
        subprocess.run([accord, "import", "--quiet", "--tagged", "--db", db, documents], check=True)
        html = subprocess.run([accord, "graph", "--db", db, "--format", "html"], check=True, stdout=subprocess.PIPE).stdout
        with open(path, "wb") as file:
            file.write(html)
        foreign = re.findall(rb'(?:src|href)\s*=|@import|url\((?!#)', html)
        whole = dump(browser, folder, "file://" + path)
        hidden = dump(browser, folder, "file://" + path + "#hide=0")
    says, visible, links = shown(whole)
    says_hidden, visible_hidden, _ = shown(hidden)
    acquisitions = len(re.findall(r'<g class="link[^"]*" data-type="0"', whole))
    checks = {
        "nothing from outside": not foreign,
        "the script ran": says is not None and says == visible == links > 0,
        "a legend": 'id="legend"' in whole and "acquisition (" in whole,
        "a hidden type": acquisitions > 0 and says_hidden == visible_hidden == links - acquisitions,
        "its key is struck": 'class="key struck" data-type="0"' in hidden,
        "companies without a link are hidden": len(re.findall(r'class="node off"', hidden)) > 0,
    }
    for name, good in checks.items():
        if not good:
            print("failed:", name)
    print("%d links, %d without acquisitions" % (visible, visible_hidden))
    return not all(checks.values())


if __name__ == "__main__":
    sys.exit(main())
