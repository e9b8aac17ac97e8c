#!/usr/bin/env python3
"""The documents of a Parquet table that deals_of_pages.py wrote, as accord wrote them:

    parquet_to_ndjson.py FOLDER... | accord import --tagged -

Rows with an error are left out; --errors gives them alone.
"""
import argparse
import pathlib
import sys

import pyarrow.parquet


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    options.add_argument("folders", nargs="+", type=pathlib.Path)
    given = options.parse_args()
    for folder in given.folders:
        for path in sorted(folder.rglob("*.parquet")) if folder.is_dir() else [folder]:
            for batch in pyarrow.parquet.ParquetFile(path).iter_batches(columns=["error", "document"]):
                for error, document in zip(*(column.to_pylist() for column in batch.columns)):
                    if (error is not None) == given.errors:
                        sys.stdout.write(document + "\n")


main()
