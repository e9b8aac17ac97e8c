#!/usr/bin/env python3
"""Deals of saved pages on a Spark cluster, as Parquet.

    spark-submit --py-files accord_spark.py --archives rules.tar.gz#rules deals_of_pages.py ndjson|parquet|warc INPUT OUTPUT [--rules rules]

ndjson    text files of documents with `html` or `text`, through RDD.pipe
parquet   a table with columns `url` and `html`
warc      a text file of paths or addresses of WARC files, one a line: one task a file
"""
import argparse

from accord_spark import MEMBERS, SCHEMA, extract_archives, extract_pages
from pyspark.sql import SparkSession
from pyspark.sql.functions import from_json


ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "ACCORD_CACHE": "accord-cache"}  # RDD.pipe hands on nothing else


def from_ndjson(spark, path, program, rules):
    """RDD.pipe: the shortest way. Status 1 says that some page has an error, which its row says too; any other ends the task, and
    Spark runs it again. Folders that came with the job stand in the executor's working folder."""
    rules = " ".join(f"--rules {name}" for name in rules)
    command = f"sh -c '{program} extract --jobs 1 --from ndjson {rules} || [ $? -eq 1 ]'"
    lines = spark.sparkContext.textFile(path).pipe(command, ENVIRONMENT, checkCode=True)
    documents = spark.createDataFrame(lines.map(lambda line: (line,)), "document string")
    return documents.select(from_json("document", MEMBERS).alias("tagged"), "document").select("tagged.*", "document")


def from_parquet(spark, path, program, rules):
    return spark.read.parquet(path).mapInPandas(extract_pages(program, rules), SCHEMA)


def from_warc(spark, path, program, rules):
    paths = spark.read.text(path).withColumnRenamed("value", "path")
    return paths.repartition(max(1, paths.count())).mapInPandas(extract_archives(program, rules), SCHEMA)


FORMS = {"ndjson": from_ndjson, "parquet": from_parquet, "warc": from_warc}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("form", choices=FORMS)
    options.add_argument("input")
    options.add_argument("output")
    options.add_argument("--program", default="accord", help="accord, as the workers find it")
    options.add_argument("--rules", action="append", default=[], help="a folder of rules that came with the job")
    given = options.parse_args()
    spark = SparkSession.builder.appName("accord").getOrCreate()
    FORMS[given.form](spark, given.input, given.program, given.rules).write.parquet(given.output, compression="zstd")


if __name__ == "__main__":
    main()
