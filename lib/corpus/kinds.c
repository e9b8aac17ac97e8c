/* What a file is: by its first bytes where they say so beyond doubt, else by its name, else by a look at the text. */
#include "reader.h"

#include <fnmatch.h>
#include <string.h>
#include <strings.h>

#define TAR_HEADER 512
#define LOOK 4096 /* bytes of a text that are looked at */

accord_corpus_kind accord_corpus_kind_named(const char *name)
{
	static const char *const names[] = {
		[ACCORD_CORPUS_HTML] = "html",   [ACCORD_CORPUS_MHTML] = "mhtml", [ACCORD_CORPUS_WARC] = "warc",
		[ACCORD_CORPUS_LINES] = "ndjson", [ACCORD_CORPUS_TEXT] = "text"};
	for (int i = ACCORD_CORPUS_HTML; i <= ACCORD_CORPUS_TEXT; i++)
		if (!strcmp(name, names[i]))
			return (accord_corpus_kind)i;
	return ACCORD_CORPUS_ANY;
}

static bool ends_in(const char *name, size_t len, const char *tail)
{
	size_t t = strlen(tail);
	return len > t && !strncasecmp(name + len - t, tail, t);
}

/* The length of the name without what compression puts behind it. */
static size_t bare_length(const char *name)
{
	static const char *const packed[] = {".gz", ".zst", ".br", ".bz2", ".xz", ".lz4", ".lzma", ".Z"};
	size_t len = strlen(name);
	for (size_t i = 0; i < sizeof packed / sizeof *packed; i++)
		if (ends_in(name, len, packed[i]))
			return len - strlen(packed[i]);
	return len;
}

int kind_of_name(const char *name)
{
	static const struct {
		const char *tail;
		int kind;
	} tails[] = {
		{".html", ACCORD_CORPUS_HTML},   {".htm", ACCORD_CORPUS_HTML},     {".xhtml", ACCORD_CORPUS_HTML},
		{".xht", ACCORD_CORPUS_HTML},    {".mht", ACCORD_CORPUS_MHTML},    {".mhtml", ACCORD_CORPUS_MHTML},
		{".warc", ACCORD_CORPUS_WARC},   {".ndjson", ACCORD_CORPUS_LINES}, {".jsonl", ACCORD_CORPUS_LINES},
		{".tar", TAR},  {".tgz", TAR},   {".tbz2", TAR}, {".tbz", TAR},    {".txz", TAR},
		{".tzst", TAR}, {".zip", ZIP},   {".wacz", ZIP}, {".css", NOTHING}, {".js", NOTHING},
		{".png", NOTHING}, {".jpg", NOTHING}, {".jpeg", NOTHING}, {".gif", NOTHING}, {".webp", NOTHING},
		{".svg", NOTHING}, {".woff", NOTHING}, {".woff2", NOTHING}, {".ico", NOTHING}, {".pdf", NOTHING},
		{".mp3", NOTHING}, {".mp4", NOTHING}, {".cdx", NOTHING}, {".cdxj", NOTHING}, {".idx", NOTHING}};
	size_t len = bare_length(name);
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
		if (ends_in(name, len, tails[i].tail))
			return tails[i].kind;
	return ACCORD_CORPUS_ANY;
}

enum packing packing_of(struct stream *s, const char *name)
{
	static const struct {
		const char *magic;
		size_t len;
		enum packing packing;
	} magics[] = {{"\x1f\x8b", 2, GZIP},          {"\x28\xb5\x2f\xfd", 4, ZSTD}, {"\x5d\x2a\x4d\x18", 4, ZSTD},
		      {"BZh", 3, OTHER},              {"\xfd" "7zXZ", 5, OTHER},     {"\x04\x22\x4d\x18", 4, OTHER},
		      {"\x5d\x00\x00", 3, OTHER},     {"\x1f\x9d", 2, OTHER}};
	size_t have = stream_want(s, 1);
	if (ends_in(name, strlen(name), ".br"))
		return BROTLI;
	if (!have || strchr("{[<\r\n\t W\xef", stream_bytes(s)[0]))
		return PLAIN; /* no look ahead that would keep a pipe waiting */
	have = stream_want(s, 5);
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (have >= magics[i].len && !memcmp(stream_bytes(s), magics[i].magic, magics[i].len))
			return magics[i].packing;
	return PLAIN;
}

static bool begins(const char *bytes, size_t len, const char *word)
{
	size_t n = strlen(word);
	return len >= n && !strncasecmp(bytes, word, n);
}

static bool has_line(const char *bytes, size_t len, const char *word)
{
	for (const char *at = bytes, *end = bytes + len; at < end; at++) {
		if (begins(at, (size_t)(end - at), word))
			return true;
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at)
			break;
	}
	return false;
}

/* A page, beyond doubt: for files in folders whose names say nothing. */
static bool is_page(const char *text, size_t len)
{
	while (begins(text, len, "<!--") || begins(text, len, "<?xml")) {
		const char *mark = begins(text, len, "<?") ? "?>" : "-->";
		const char *stop = memmem(text, len, mark, strlen(mark));
		if (!stop)
			return false;
		stop += strlen(mark);
		len -= (size_t)(stop - text);
		text = stop;
		while (len && strchr(" \t\r\n", *text))
			text++, len--;
	}
	return begins(text, len, "<!doctype html") || begins(text, len, "<html");
}

/* One object on the first line, as far as the look reaches, with what is to be read in it. JSON over several lines is something else. */
static bool is_document_line(const char *text, size_t len)
{
	const char *end = memchr(text, '\n', len);
	size_t line = end ? (size_t)(end - text) : len;
	while (end && line && strchr(" \t\r", text[line - 1]))
		line--;
	if (end && text[line - 1] != '}')
		return false;
	return memmem(text, line, "\"text\"", 6) || memmem(text, line, "\"html\"", 6);
}

static int kind_of_text(const char *text, size_t len, bool chosen)
{
	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3))
		text += 3, len -= 3;
	while (len && strchr(" \t\r\n", *text))
		text++, len--;
	if (begins(text, len, "WARC/1."))
		return ACCORD_CORPUS_WARC;
	if (begins(text, len, "{")) /* in a folder or archive much begins so that holds no documents */
		return chosen || is_document_line(text, len) ? ACCORD_CORPUS_LINES : NOTHING;
	if (begins(text, len, "<"))
		return chosen || is_page(text, len) ? ACCORD_CORPUS_HTML : NOTHING;
	if (has_line(text, len, "MIME-Version:") && has_line(text, len, "Content-Type: multipart/related"))
		return ACCORD_CORPUS_MHTML;
	return ACCORD_CORPUS_ANY;
}

static bool is_tar(const struct stream *s)
{
	return stream_have(s) >= TAR_HEADER && !memcmp(stream_bytes(s) + 257, "ustar", 5);
}

static bool is_zip(const struct stream *s)
{
	return stream_have(s) >= 4 &&
	       (!memcmp(stream_bytes(s), "PK\3\4", 4) || !memcmp(stream_bytes(s), "PK\5\6", 4));
}

int kind_of(struct stream *s, const char *name, bool chosen, const struct reader *r)
{
	int named = kind_of_name(name), from = (int)r->options->from;
	size_t have = stream_want(s, 1);
	bool text = have && strchr("{[<\r\n\t ", stream_bytes(s)[0]);
	if (!text) {
		have = stream_want(s, TAR_HEADER);
		if (is_zip(s) || is_tar(s))
			return is_zip(s) ? ZIP : TAR;
	}
	bool warc = begins(stream_bytes(s), have, "WARC/1.");
	if (warc && from != ACCORD_CORPUS_TEXT)
		return ACCORD_CORPUS_WARC; /* neither JSON nor a page begins so */
	if (from)
		return from;
	if (named)
		return named;
	if (have > LOOK)
		have = LOOK;
	return kind_of_text(stream_bytes(s), have, chosen);
}

/* ---- patterns -------------------------------------------------------------------------------------------------------- */

static bool is_url_pattern(const char *pattern)
{
	return strstr(pattern, "://") != NULL;
}

/* Whether the pattern takes the path or what stands behind one of its slashes. */
static bool tail_matches(const char *pattern, const char *name)
{
	for (const char *at = name; at; at = strchr(at, '/')) {
		at += *at == '/';
		if (!fnmatch(pattern, at, FNM_PATHNAME))
			return true;
	}
	return false;
}

bool name_matches(const struct reader *r, const char *name)
{
	const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
	bool asked = false;
	for (size_t i = 0; i < r->options->match_count; i++) {
		const char *pattern = r->options->match[i];
		if (is_url_pattern(pattern))
			continue;
		asked = true;
		if (strchr(pattern, '/') ? tail_matches(pattern, name) : !fnmatch(pattern, base, 0))
			return true;
	}
	return !asked;
}

bool url_matches(const struct reader *r, const char *url)
{
	bool asked = false;
	for (size_t i = 0; i < r->options->match_count; i++) {
		if (!is_url_pattern(r->options->match[i]))
			continue;
		asked = true;
		if (!fnmatch(r->options->match[i], url, 0))
			return true;
	}
	return !asked;
}
