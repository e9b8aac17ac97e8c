/* Markup into plain text, as titles and names need it. */
#ifndef FEED_PLAIN_TEXT_H
#define FEED_PLAIN_TEXT_H

#include <accord/buffer.h>
#include <accord/text.h>

/* The code point of a named reference ("auml", without & and ;), 0 if HTML has none of that name. */
uint32_t html_entity(const char *name, size_t len);

/* Whether HTML has an element of that name, in any case. */
bool html_element(const char *name, size_t len);
/* Whether it is one without an end tag. */
bool html_void(const char *name, size_t len);
/* Whether text carries a tag or reference that HTML knows: then it is HTML, whatever its type says. */
bool looks_like_html(accord_slice text);

/*
 * The reference that begins at text[at] == '&': its code point and how many bytes it takes, or 0 if it is
 * none. 128 to 159 are read as windows-1252, as browsers do.
 */
uint32_t html_reference(const char *text, size_t len, size_t at, size_t *size);

enum plain_mode {
	PLAIN_RAW,   /* it is plain text: only white space is put in order */
	PLAIN_GUESS, /* tags that HTML knows go, references are read; "a < b" and "List<String>" stay */
	PLAIN_HTML   /* every tag goes */
};

/* Append as one line: runs of white space are one blank, none at the ends. */
void plain_text(accord_buffer *out, accord_slice text, enum plain_mode mode);

#endif
