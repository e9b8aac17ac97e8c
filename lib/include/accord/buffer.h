/**
 * @file buffer.h
 * Bytes that grow, up to a ceiling that must be named. A failed append sets `failed` and leaves the bytes as they were;
 * later appends do nothing, so a writer may check once at the end.
 */
#ifndef ACCORD_BUFFER_H
#define ACCORD_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct accord_buffer {
	char *data; /**< NUL-terminated once something was appended; else NULL */
	size_t len, capacity, ceiling;
	bool failed;
} accord_buffer;

/** An empty buffer that may grow to `ceiling` bytes. */
void accord_buffer_init(accord_buffer *buffer, size_t ceiling);
/** Give back the bytes; the buffer may be used again. */
void accord_buffer_free(accord_buffer *buffer);
/** Empty, memory kept; clears `failed`. */
void accord_buffer_clear(accord_buffer *buffer);
/** Room for `extra` more bytes behind `len`; false if that is over the ceiling or out of memory. */
bool accord_buffer_reserve(accord_buffer *buffer, size_t extra);
void accord_buffer_append(accord_buffer *buffer, const char *bytes, size_t len);
void accord_buffer_append_text(accord_buffer *buffer, const char *text);
void accord_buffer_append_char(accord_buffer *buffer, char c);
void accord_buffer_append_format(accord_buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
