/**
 * @file error.h
 * Status codes and the error record. A code exists only where a caller would act on it; the sentence for people stands
 * in the record.
 */
#ifndef ACCORD_ERROR_H
#define ACCORD_ERROR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef enum accord_status {
	ACCORD_OK = 0,
	ACCORD_EIO,       /**< a file could not be opened, read or written */
	ACCORD_EINPUT,    /**< an input is not what it should be: no feed, no article, bad JSON */
	ACCORD_ERULE,     /**< a rule file has a mistake */
	ACCORD_ESTORE,    /**< the store refused */
	ACCORD_ENET,      /**< the network or a server failed */
	ACCORD_ENOTFOUND, /**< nothing of that name */
	ACCORD_ENOMEM     /**< out of memory, or a ceiling was reached */
} accord_status;

/** What went wrong and where. Filled on failure only; every function that takes one accepts NULL. */
typedef struct accord_error {
	accord_status status;
	char message[240];     /**< one line for people: "feed ends inside <item>" */
	char source[240];      /**< file or URL, "" if none */
	uint32_t line, column; /**< from 1, column in characters; 0 if unknown */
} accord_error;

/**
 * Fill `err` (may be NULL) with a printf-formatted message and return `status`, so that a failing function can end in
 * `return accord_error_set(err, ACCORD_EINPUT, "no <channel> in feed")`. Source and place are cleared.
 */
accord_status accord_error_set(accord_error *err, accord_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/** Add the source (file or URL) to an error that has none yet; a longer name is cut. */
void accord_error_at(accord_error *err, const char *source, uint32_t line, uint32_t column);

/**
 * The sentence as it goes to standard error, "source:line:column: message", parts without a value left out.
 *
 * @param buffer,size  where to write; always NUL-terminated
 * @return buffer
 */
const char *accord_error_text(const accord_error *err, char *buffer, size_t size);

#endif
