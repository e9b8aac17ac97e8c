/* Words of full text, cut and folded; the parts of an expression. The rules are those of SQLite's unicode61:
 * letters, numbers and private characters make words, combining marks belong to them and are dropped. */
#include <accord/words.h>

#include <utf8proc.h>

#include <string.h>

static bool in_words(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
	case UTF8PROC_CATEGORY_CO:
		return true;
	default:
		return false;
	}
}

static bool is_mark(uint32_t c)
{
	return c >= 0x300 && c <= 0x362;
}

/* The Latin letter under the marks, in small. */
static uint32_t fold(uint32_t c)
{
	utf8proc_int32_t parts[8];
	int class = 0;
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c | 32 : c;
	if (c >= 0xC0 && c < 0x2000 &&
	    utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, &class) > 1 &&
	    parts[0] < 0x80)
		c = (uint32_t)parts[0];
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

bool accord_folded_word_next(accord_slice text, size_t *at, accord_folded_word *word)
{
	size_t size = 0;
	uint32_t c = 0;
	while (*at < text.len && !in_words(c = accord_utf8_decode(text.data, text.len, *at, &size)))
		*at += size;
	if (*at >= text.len)
		return false;
	word->start = *at;
	word->len = 0;
	for (; *at < text.len; *at += size) {
		c = accord_utf8_decode(text.data, text.len, *at, &size);
		if (is_mark(c))
			continue;
		if (!in_words(c))
			break;
		if (word->len < ACCORD_LONGEST_WORD)
			word->len += accord_utf8_encode(fold(c), word->folded + word->len);
	}
	word->end = *at;
	return true;
}

static accord_words_token phrase(accord_slice e, size_t *at)
{
	accord_words_token token = {ACCORD_WORDS_PHRASE, {e.data + *at + 1, 0}, false};
	size_t end = *at + 1;
	while (end < e.len && (e.data[end] != '"' || (end + 1 < e.len && e.data[end + 1] == '"')))
		end += e.data[end] == '"' ? 2 : 1;
	token.phrase.len = (end < e.len ? end : e.len) - *at - 1;
	*at = end < e.len ? end + 1 : e.len;
	token.begins = *at < e.len && e.data[*at] == '*';
	*at += token.begins;
	return token;
}

accord_words_token accord_words_next(accord_slice e, size_t *at)
{
	static const struct {
		const char *word;
		size_t len;
		int kind;
	} words[] = {{"AND", 3, ACCORD_WORDS_AND}, {"OR", 2, ACCORD_WORDS_OR},    {"NOT", 3, ACCORD_WORDS_NOT},
		     {"(", 1, ACCORD_WORDS_OPEN},  {")", 1, ACCORD_WORDS_CLOSE}};
	for (; *at < e.len; ++*at) {
		if (e.data[*at] == '"')
			return phrase(e, at);
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (e.len - *at >= words[i].len && !memcmp(e.data + *at, words[i].word, words[i].len)) {
				*at += words[i].len;
				return (accord_words_token){.kind = words[i].kind};
			}
	}
	return (accord_words_token){.kind = ACCORD_WORDS_END};
}
