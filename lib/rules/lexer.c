/* White space, comments and names: what every part of a rule file shares. */
#include "syntax.h"

bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
	       c == '-' || (unsigned char)c >= 0x80;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A comment begins with # at the start of a line or behind white space, and a blank behind it. */
static bool comment_at(const struct reader *r)
{
	const char *bytes = r->source->bytes;
	if (bytes[r->at] != '#' || (r->at > 0 && !blank(bytes[r->at - 1])))
		return false;
	return r->at + 1 >= r->source->len || blank(bytes[r->at + 1]);
}

void skip_blank(struct reader *r)
{
	const char *bytes = r->source->bytes;
	while (r->at < r->end) {
		if (blank(bytes[r->at])) {
			r->at++;
		} else if (comment_at(r)) {
			while (r->at < r->end && bytes[r->at] != '\n')
				r->at++;
		} else {
			break;
		}
	}
}

accord_slice read_name(struct reader *r)
{
	uint32_t start = r->at;
	while (r->at < r->end && is_name_byte(r->source->bytes[r->at]))
		r->at++;
	return (accord_slice){r->source->bytes + start, r->at - start};
}
