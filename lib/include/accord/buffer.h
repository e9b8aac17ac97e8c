/**
 * @file buffer.h
 * Bytes that grow, up to a ceiling that must be named. A failed append sets `failed` and leaves the bytes as they were;
 * later appends do nothing, so a writer may check once at the end.
 */
#ifndef ACCORD_BUFFER_H
#define ACCORD_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

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

/** Append; on failure nothing is. Inline, since most of what is written is a few bytes that fit. */
static inline void accord_buffer_append(accord_buffer *buffer, const char *bytes, size_t len)
{
	bool fits = !buffer->failed && len < buffer->capacity - buffer->len;
	if (!fits && !accord_buffer_reserve(buffer, len))
		return;
	if (len)
		memcpy(buffer->data + buffer->len, bytes, len);
	buffer->len += len;
	buffer->data[buffer->len] = '\0';
}

static inline void accord_buffer_append_text(accord_buffer *buffer, const char *text)
{
	accord_buffer_append(buffer, text, strlen(text));
}

static inline void accord_buffer_append_char(accord_buffer *buffer, char c)
{
	accord_buffer_append(buffer, &c, 1);
}

void accord_buffer_append_format(accord_buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
