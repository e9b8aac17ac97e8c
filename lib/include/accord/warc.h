/**
 * @file warc.h
 * Web archives (WARC 1.0 and 1.1, ISO 28500): the HTML pages in them, one after the other. Read by libarchive, whatever
 * the compression (a gzip member a record, zstd, none); memory is one record.
 */
#ifndef ACCORD_WARC_H
#define ACCORD_WARC_H

#include <accord/error.h>
#include <accord/text.h>

#include <stdbool.h>

/** A page of an archive; slices are NUL-terminated and valid during the call. */
typedef struct accord_warc_page {
	accord_slice id;           /**< WARC-Record-ID without the angle brackets, or unknown */
	accord_slice url;          /**< WARC-Target-URI */
	accord_slice date;         /**< WARC-Date, ISO 8601 */
	accord_slice content_type; /**< the server's header, or the record's */
	accord_slice body;         /**< as the server meant it: chunks joined, gzip undone */
	accord_error *error;       /**< set if the record could not be read: then body is unknown */
} accord_warc_page;

/** Told of each page; false if it failed. */
typedef bool (*accord_warc_each)(void *context, const accord_warc_page *page);

/**
 * Read `path` ("-" is standard input) and hand on its pages: response and resource records that hold HTML, with status 200.
 *
 * @param[out] all_good  false if a call returned false
 * @return ACCORD_OK; ACCORD_EIO if it cannot be read; ACCORD_EINPUT with the byte offset where the archive is damaged, after
 *         all pages before that place were handed on
 */
accord_status accord_warc_read(const char *path, accord_warc_each each, void *context, bool *all_good,
                               accord_error *err);

#endif
