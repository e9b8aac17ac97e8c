/* NDJSON: a document a line, handed on as it comes. */
#include "reader.h"

#include <string.h>

static bool is_blank(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!strchr(" \t\r\n", bytes[i]) || !bytes[i])
			return false;
	return true;
}

/* The list of pages that WACZ files carry beside their web archives: it holds no documents. */
static bool is_page_list(const struct stream *s, size_t len)
{
	return len < 1024 && memmem(stream_bytes(s), len, "json-pages-", 11) && memmem(stream_bytes(s), len, "\"format\"", 8);
}

/* "{" alone: one JSON value over several lines; each of them would be an error. */
static bool is_indented_json(const struct stream *s, size_t len)
{
	const char *bytes = stream_bytes(s);
	return len && bytes[0] == '{' && is_blank(bytes + 1, len - 1);
}

static void skip_line(struct stream *s)
{
	if (stream_find(s, "\n", 1))
		stream_take(s, 1);
	else
		stream_take(s, stream_have(s));
}

/* Behind damage a line may begin in its middle: then the rest of it is passed over. */
static bool go_on(struct reader *r, const struct place *p, struct stream *s)
{
	give_damage(r, p, s);
	if (!stream_resume(s))
		return false;
	if (stream_want(s, 1) && stream_bytes(s)[0] != '{')
		skip_line(s);
	return true;
}

static void give_line(struct reader *r, const struct place *p, struct stream *s, uint32_t number, size_t len)
{
	accord_corpus_record record = {.kind = ACCORD_CORPUS_LINES, .offset = stream_place(s), .line = number};
	char *bytes = (char *)s->window + s->at;
	size_t used = len;
	if (number == 1 && len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3))
		bytes += 3, len -= 3;
	while (len && (bytes[len - 1] == '\n' || bytes[len - 1] == '\r'))
		len--;
	if (!is_blank(bytes, len)) {
		/* The window always has room behind: its byte is lent for the NUL. */
		char kept = bytes[len];
		bytes[len] = '\0';
		record.bytes = (accord_slice){bytes, len};
		give(r, p, &record);
		bytes[len] = kept;
	}
	stream_take(s, used);
}

void read_lines(struct reader *r, struct place *p, struct stream *s)
{
	for (uint32_t number = 1; !r->stopped; number++) {
		size_t len = stream_line(s, ACCORD_CORPUS_CEILING);
		bool cut = s->state == STREAM_DAMAGED && len == stream_have(s) && (!len || stream_bytes(s)[len - 1] != '\n');
		if (number == 1 && is_page_list(s, len))
			return;
		if (number == 1 && is_indented_json(s, len)) {
			give_problem(r, p, stream_place(s), number, "JSON over several lines; a document is an object on one line (jq -c . makes it one)");
			drain(r, p, s);
			return;
		}
		if (cut) {
			if (!go_on(r, p, s))
				return;
		} else if (len) {
			give_line(r, p, s, number, len);
		} else if (stream_have(s)) {
			give_problem(r, p, stream_place(s), number, "a line is larger than %zu MiB", ACCORD_CORPUS_CEILING >> 20);
			skip_line(s);
		} else {
			return;
		}
	}
}
