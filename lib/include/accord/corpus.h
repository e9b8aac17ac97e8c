/**
 * @file corpus.h
 * Saved corpora as one stream of records, whatever they are kept in: pages and lines of NDJSON out of files, folders,
 * tar and zip archives, web archives (WARC 1.0 and 1.1, WACZ), MHTML, all of them compressed or not. Content decides
 * what a file is where its name does not. Memory is one record; only the names of one folder at a time are kept besides.
 *
 * Damage never ends a run silently: what stands before it is handed on, then a record with `error` that names file and
 * byte, then what can be found again behind it (the next gzip member or zstd frame, the next record of a WARC, the next
 * entry of a tar or zip).
 */
#ifndef ACCORD_CORPUS_H
#define ACCORD_CORPUS_H

#include <accord/error.h>
#include <accord/text.h>

#include <stdbool.h>
#include <stdint.h>

/** What a file, or a member of an archive, holds. */
typedef enum accord_corpus_kind {
	ACCORD_CORPUS_ANY,   /**< its name and its first bytes tell */
	ACCORD_CORPUS_HTML,  /**< one page */
	ACCORD_CORPUS_MHTML, /**< one page as browsers save it, with its pictures (RFC 2557) */
	ACCORD_CORPUS_WARC,  /**< a web archive */
	ACCORD_CORPUS_LINES, /**< a document a line (NDJSON) */
	ACCORD_CORPUS_TEXT   /**< a text, whatever it is: only where it was asked for */
} accord_corpus_kind;

/** The largest record in bytes, unpacked; larger ones are records with `error`. */
#define ACCORD_CORPUS_CEILING ((size_t)512 << 20)

/**
 * Where a reading is. Files are counted in the order in which they are read; what is to be skipped is set before, from what an
 * earlier reading of the same inputs had reached: these files are not opened, these records of the next one not handed on.
 */
typedef struct accord_corpus_progress {
	uint64_t read;     /**< bytes of all files, packed as they are */
	uint64_t files;    /**< begun so far */
	uint64_t records;  /**< of the last of them, this one included */
	uint64_t identity; /**< a hash of the paths, sizes and times of the files begun so far; not 0 */
	uint64_t skip_files, skip_records;
} accord_corpus_progress;

/** A page, a line or a text. Slices are NUL-terminated; everything is valid during the call. */
typedef struct accord_corpus_record {
	accord_corpus_kind kind; /**< HTML, LINES or TEXT */
	const char *file;        /**< path as given or found; "-" for standard input */
	const char *member;      /**< name inside the archive, "a.zip" being the file; NULL outside of archives */
	uint64_t offset;         /**< byte of `file` where it begins; in what was packed as a whole, unpacked bytes */
	uint32_t line;           /**< number of a line, from 1; else 0 */
	accord_slice bytes;      /**< of a page as its server meant it: chunks joined, codings undone; of a line without its end */
	accord_slice id;         /**< WARC-Record-ID without the angle brackets, or unknown */
	accord_slice url;        /**< of the WARC record, the MHTML part, the comment that a browser left; or unknown */
	accord_slice content_type;  /**< as the server sent it, else the record's; or unknown */
	accord_slice date;          /**< when the page was fetched or saved, ISO 8601, or unknown */
	accord_slice etag, last_modified; /**< of the server's header, or unknown */
	accord_slice address;       /**< WARC-IP-Address, or unknown */
	int http_status;            /**< 0 where there is none */
	accord_corpus_progress progress; /**< with this record */
	const accord_error *error;  /**< set if the record could not be read: then `bytes` is unknown */
} accord_corpus_record;

/** Told of each record; false ends the reading. */
typedef bool (*accord_corpus_each)(void *context, const accord_corpus_record *record);

typedef struct accord_corpus_options {
	accord_corpus_kind from;      /**< what all inputs are; archives and compression are recognised all the same */
	accord_corpus_kind otherwise; /**< what a file is taken for that says nothing; ANY means HTML */
	/**
	 * Shell patterns (fnmatch): only files in folders, members of archives and records of web archives that match one
	 * are taken. A pattern with "://" is held against the URL of a record, one with a slash against the end of the path,
	 * else against the last part of the name.
	 */
	const char *const *match;
	size_t match_count;
	/** Called before a read that would wait for a pipe or terminal; may be NULL. */
	void (*waiting)(void *context);
	/** Told of what is no error but should be known, as a line for people; may be NULL. */
	void (*notice)(void *context, const char *text);
} accord_corpus_options;

/**
 * Hand on all records of `path` in order: a file, "-" for standard input, or a folder with all below it in the order of
 * the names. Hidden files, and in folders links and what is no page, line or archive, are passed over.
 *
 * @param options   may be NULL
 * @param progress  goes on from what it says, zero at first, so that several paths are one reading; may be NULL
 * @param context   handed to each, waiting and notice
 * @return false if `each` ended it
 */
bool accord_corpus_read(const char *path, const accord_corpus_options *options, accord_corpus_progress *progress,
                        accord_corpus_each each, void *context);

/**
 * The same for a list of paths in a file ("-": standard input), one a line, or, with `nul`, each ended by a NUL. Read as it
 * comes.
 */
bool accord_corpus_read_list(const char *list, bool nul, const accord_corpus_options *options,
                             accord_corpus_progress *progress, accord_corpus_each each, void *context);

/**
 * Add the files that accord_corpus_read would open to `progress`, without opening them: their sizes to `read`, themselves to
 * `files` and `identity`.
 *
 * @param sought  the identity that an earlier reading had reached, or 0
 * @return the number of files up to there, the last one included; 0 if it is not met
 */
uint64_t accord_corpus_measure(const char *path, const accord_corpus_options *options, accord_corpus_progress *progress,
                               uint64_t sought);

/** A kind by its name: html, mhtml, warc, ndjson, text; ANY if there is none of that name. */
accord_corpus_kind accord_corpus_kind_named(const char *name);

#endif
