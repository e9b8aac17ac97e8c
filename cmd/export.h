/* What the parts of `accord export` share. */
#ifndef CMD_EXPORT_H
#define CMD_EXPORT_H

#include "question.h"

/*
 * export_bundle.c: the deals of these rows as a tar file that can be run again elsewhere: citations.ndjson,
 * documents.ndjson, the bytes of each page under pages/SHA256, the rules in use under rules/. Compressed as
 * the name says
 * (.gz, .zst, .xz; else not). The exit status.
 */
int export_bundle(struct question *q, const char *path, const int64_t *rows, size_t count);

/* export_warc.c: all pages that are kept, every version, as a web archive. The exit status. */
int export_warc(accord_store *store, accord_arena *arena);

#endif
