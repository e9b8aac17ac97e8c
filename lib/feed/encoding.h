/* The bytes of a feed as UTF-8, in one piece or as they come. See encoding.c. */
#ifndef FEED_ENCODING_H
#define FEED_ENCODING_H

#include <accord/buffer.h>
#include <accord/text.h>

/* All bytes at once; `utf8` is the input itself where it was clean, else in the arena. */
accord_status decode_whole(accord_arena *arena, accord_slice bytes, const char *content_type,
			   accord_slice *utf8, const char **charset, accord_error *err);

/*
 * What a stream is read with, judged by its first bytes: iconv's name for it in `charset`, "utf-8" if nothing
 * is to be done. False if only the whole could tell.
 */
bool judge_stream(accord_arena *arena, accord_slice sample, const char *content_type, const char **charset);

#endif
