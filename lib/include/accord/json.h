/**
 * @file json.h
 * JSON out, written straight into a buffer; JSON in is jansson's (this header includes it). Numbers of ours are written
 * without a superfluous fraction, strings as UTF-8 with only the escapes that RFC 8259 asks for; bytes that are not
 * UTF-8 become U+FFFD.
 *
 *   accord_json_begin_object(&w);
 *   accord_json_key(&w, "title"); accord_json_string(&w, title, len);
 *   accord_json_end_object(&w);
 */
#ifndef ACCORD_JSON_H
#define ACCORD_JSON_H

#include <accord/buffer.h>
#include <accord/error.h>
#include <accord/text.h>

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct accord_json_writer {
	accord_buffer *out;
	bool comma; /**< a value stands before the place we are at */
} accord_json_writer;

void accord_json_init(accord_json_writer *writer, accord_buffer *out);
void accord_json_begin_object(accord_json_writer *writer);
void accord_json_end_object(accord_json_writer *writer);
void accord_json_begin_array(accord_json_writer *writer);
void accord_json_end_array(accord_json_writer *writer);
/** A member's name; a plain ASCII word. */
void accord_json_key(accord_json_writer *writer, const char *key);
void accord_json_string(accord_json_writer *writer, const char *bytes, size_t len);
/** A slice as a string; one without data as null. */
void accord_json_slice(accord_json_writer *writer, accord_slice slice);
void accord_json_int(accord_json_writer *writer, int64_t value);
/** The shortest of %.15g and %.17g that reads back the same; whole numbers without a point. */
void accord_json_number(accord_json_writer *writer, double value);
void accord_json_bool(accord_json_writer *writer, bool value);
void accord_json_null(accord_json_writer *writer);
/** A value that is JSON already. */
void accord_json_raw(accord_json_writer *writer, const char *json, size_t len);

/** key + slice, left out if the slice has no data. */
void accord_json_member(accord_json_writer *writer, const char *key, accord_slice slice);

/**
 * Read one JSON text. Depth and size are limited by jansson (2048 levels) and by the caller.
 *
 * @param[out] value  to be given back with json_decref
 * @return ACCORD_OK; ACCORD_EINPUT with line, column and what is wrong
 */
accord_status accord_json_read(const char *bytes, size_t len, json_t **value, accord_error *err);

/** A string member of an object as a slice into the json_t; {NULL, 0} if it is absent or no string. */
accord_slice accord_json_get(const json_t *object, const char *key);

#endif
