/*
 * The encoding of a page, in the order of the WHATWG (https://encoding.spec.whatwg.org): byte order mark,
 * HTTP header, what the document declares, detection, windows-1252. A name that the bytes contradict loses:
 * valid UTF-8 beyond ASCII is UTF-8 whatever the page says, and a document that is mostly not UTF-8 is not
 * UTF-8.
 *
 *   header utf-8, meta iso-8859-15, "Preis: 5 \xA4"      -> no UTF-8; the meta element is right: "Preis: 5 €"
 *   header iso-8859-1, "f\xC3\xBCr"                      -> UTF-8
 *
 * windows-1252 and ISO-8859-15 are decoded here, the rest by iconv. Both take the bytes 0x80 to 0x9F for the
 * quotes and dashes of windows-1252: in ISO-8859-15 they would be control characters, which nobody writes.
 */
#include <accord/buffer.h>
#include <accord/text.h>

#include "ascii.h"
#include "charset_labels.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <uchardet.h>

#define DETECTED_BYTES ((size_t)64 * 1024)
#define BEFORE_DETECTED ((size_t)1024)

static const char utf8_name[] = "UTF-8", western_name[] = "windows-1252";

static const char *name_of(accord_slice label)
{
	char key[32];
	size_t used = 1;
	key[0] = ' ';
	for (size_t i = 0; i < label.len; i++) {
		char c = label.data[i];
		if (strchr(" \t\r\n\f\"';", c))
			continue;
		if (used == sizeof key - 2)
			return NULL;
		key[used++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	if (used == 1)
		return NULL;
	memcpy(key + used, " ", 2);
	for (size_t i = 0; i < sizeof charset_labels / sizeof *charset_labels; i++)
		if (strstr(charset_labels[i].labels, key))
			return charset_labels[i].name;
	return NULL;
}

/* charset=… of a Content-Type header. */
static const char *header_charset(const char *content_type)
{
	const char *at = content_type ? strcasestr(content_type, "charset") : NULL;
	if (!at)
		return NULL;
	at += strlen("charset");
	at += strspn(at, " \t");
	if (*at++ != '=')
		return NULL;
	at += strspn(at, " \t\"'");
	return name_of((accord_slice){at, strcspn(at, ";,\"'")});
}

/* The encoding that a byte order mark tells, and its length. */
static const char *marked(const char *p, size_t len, size_t *size)
{
	static const struct {
		const char *bytes, *name;
		size_t len;
	} marks[] = {{"\xEF\xBB\xBF", utf8_name, 3},
		     {"\xFF\xFE\0\0", "UTF-32LE", 4},
		     {"\0\0\xFE\xFF", "UTF-32BE", 4},
		     {"\xFF\xFE", "UTF-16LE", 2},
		     {"\xFE\xFF", "UTF-16BE", 2}};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (len >= marks[i].len && !memcmp(p, marks[i].bytes, marks[i].len))
			return *size = marks[i].len, marks[i].name;
	return *size = 0, NULL;
}

/* Markup in two- or four-byte units without a mark shows in its zeroes: "<\0" or "\0<". */
static const char *zero_pattern(const char *p, size_t len)
{
	if (len < 4)
		return NULL;
	unsigned zeroes = (p[0] == 0) | (p[1] == 0) << 1 | (p[2] == 0) << 2 | (p[3] == 0) << 3;
	switch (zeroes) {
	case 0x7:
		return "UTF-32BE";
	case 0xE:
		return "UTF-32LE";
	case 0xA:
		return "UTF-16LE";
	case 0x5:
		return "UTF-16BE";
	default:
		return NULL;
	}
}

/* How much of the bytes beyond ASCII is well-formed UTF-8, and how much would be the letters and quotes of
 * western Europe. */
typedef struct shape {
	size_t high, sequences, broken, western, first;
	bool cut; /* the only broken bytes are a sequence cut off by the end */
} shape;

/* Of windows-1252: € ‚ „ … ‘ ’ “ ” • – —, no-break space, § © « ® ° · », and the accented letters of de, it,
 * fr, es, en. */
static bool is_western(unsigned char c)
{
	static const char usual[] =
		"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\xA0\xA3\xA4\xA7\xA9\xAB\xAE\xB0\xB2\xB3\xB4\xB7"
		"\xBB\xC0\xC4\xC8\xC9\xCC\xD1\xD2\xD6\xD9\xDC\xDF\xE0\xE1\xE2\xE4\xE7\xE8\xE9\xEA\xEB\xEC"
		"\xED\xEE\xEF\xF1\xF2\xF3\xF4\xF6\xF9\xFA\xFB\xFC";
	return strchr(usual, c) != NULL;
}

static shape shape_of(const char *bytes, size_t len)
{
	shape seen = {.first = len};
	size_t at = 0, size, last_broken = 0;
	while ((at = ascii_run(bytes, len, at)) < len) {
		if (seen.first == len)
			seen.first = at;
		bool broken = accord_utf8_decode(bytes, len, at, &size) == ACCORD_REPLACEMENT && size == 1;
		last_broken = broken && !seen.broken ? at : last_broken;
		seen.broken += broken;
		seen.sequences += !broken;
		seen.high += size;
		for (size_t i = at; i < at + size; i++)
			seen.western += is_western((unsigned char)bytes[i]);
		at += size;
	}
	seen.cut = seen.broken && seen.broken < 4 && len - last_broken == seen.broken &&
		   (unsigned char)bytes[last_broken] >= 0xC2;
	return seen;
}

static const char *detect(const char *bytes, size_t len, const shape *seen)
{
	/* Western languages have few letters beyond ASCII, and those are known; uchardet guesses wildly about
	 * so few. */
	if (seen->western * 10 >= seen->high * 9 && seen->high * 5 <= len)
		return western_name;
	size_t from = seen->first > BEFORE_DETECTED ? seen->first - BEFORE_DETECTED : 0;
	size_t size = len - from < DETECTED_BYTES ? len - from : DETECTED_BYTES;
	uchardet_t detector = uchardet_new();
	const char *name = NULL;
	if (detector && uchardet_handle_data(detector, bytes + from, size) == 0) {
		uchardet_data_end(detector);
		name = name_of(accord_slice_of(uchardet_get_charset(detector)));
	}
	if (detector)
		uchardet_delete(detector);
	return name && strcmp(name, utf8_name) != 0 ? name : western_name;
}

static bool is_wide(const char *name)
{
	return !strncmp(name, "UTF-16", 6) || !strncmp(name, "UTF-32", 6);
}

/* Encodings whose letters are not told by the top bit: the bytes say nothing against them. */
static bool is_unlike_ascii(const char *name)
{
	return !strcmp(name, "IBM037") || !strcmp(name, "ISO-2022-JP");
}

/* The first of the names (each may be NULL) that the bytes do not contradict; else what they look like. */
static const char *judge(const char *bytes, size_t len, const char *const names[2])
{
	for (size_t i = 0; i < 2; i++)
		if (names[i] && is_unlike_ascii(names[i]))
			return names[i];
	shape seen = shape_of(bytes, len);
	bool plausible = !seen.broken || seen.cut || seen.sequences > seen.broken * 4;
	if (seen.high && plausible)
		return utf8_name;
	for (size_t i = 0; i < 2; i++) {
		/* A document in which ASCII can be read as such is not in wide units. */
		if (!names[i] || is_wide(names[i]))
			continue;
		if (!seen.high || strcmp(names[i], utf8_name) != 0 || seen.sequences > seen.broken)
			return names[i];
	}
	return seen.high ? detect(bytes, len, &seen) : utf8_name;
}

static const uint16_t high_controls[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
					   0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
					   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
					   0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

static uint32_t western_point(unsigned char c, bool latin9)
{
	static const unsigned char changed[] = {0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE};
	static const uint16_t points[] = {0x20AC, 0x160, 0x161, 0x17D, 0x17E, 0x152, 0x153, 0x178};
	if (c >= 0x80 && c < 0xA0)
		return high_controls[c - 0x80];
	for (size_t i = 0; latin9 && i < sizeof changed; i++)
		if (changed[i] == c)
			return points[i];
	return c;
}

static accord_slice decode_western(accord_arena *arena, const char *bytes, size_t len, bool latin9)
{
	size_t at = 0, used = 0, high = 0;
	while ((at = ascii_run(bytes, len, at)) < len) {
		high++;
		at++;
	}
	char *out = high < (SIZE_MAX - len) / 2 ? accord_arena_alloc(arena, len + 2 * high + 1) : NULL;
	for (at = 0; out && at < len;) {
		size_t end = ascii_run(bytes, len, at);
		memcpy(out + used, bytes + at, end - at);
		used += end - at;
		at = end;
		if (at < len)
			used += accord_utf8_encode(western_point((unsigned char)bytes[at++], latin9),
						   out + used);
	}
	if (out)
		out[used] = '\0';
	return (accord_slice){out, used};
}

/* UTF-8 with each broken byte replaced. */
static accord_slice repair(accord_arena *arena, const char *bytes, size_t len)
{
	size_t at = 0, used = 0, size, broken = shape_of(bytes, len).broken;
	char *out = broken < (SIZE_MAX - len) / 2 ? accord_arena_alloc(arena, len + 2 * broken + 1) : NULL;
	for (; out && at < len; at += size) {
		size_t end = ascii_run(bytes, len, at);
		memcpy(out + used, bytes + at, end - at);
		used += end - at;
		if ((at = end) == len)
			break;
		used += accord_utf8_encode(accord_utf8_decode(bytes, len, at, &size), out + used);
	}
	if (out)
		out[used] = '\0';
	return (accord_slice){out, used};
}

static iconv_t open_converter(const char *name)
{
	static const char *const others[][2] = {{"windows-874", "CP874"},
						{"Shift_JIS", "CP932"},
						{"EUC-KR", "CP949"},
						{"Big5", "BIG5-HKSCS"},
						{"x-mac-cyrillic", "MAC-CYRILLIC"},
						{"GBK", "GB18030"}};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (!strcmp(others[i][0], name)) {
			iconv_t wider = iconv_open(utf8_name, others[i][1]);
			if (wider != (iconv_t)-1)
				return wider;
		}
	return iconv_open(utf8_name, name);
}

static accord_slice convert(accord_arena *arena, iconv_t converter, const char *bytes, size_t len,
			    size_t unit)
{
	accord_buffer out;
	accord_buffer_init(&out, SIZE_MAX / 4);
	char *in = (char *)(uintptr_t)bytes;
	size_t left = len;
	while (left && accord_buffer_reserve(&out, left + left / 2 + 64)) {
		char *to = out.data + out.len;
		size_t room = out.capacity - out.len - 1, before = room;
		size_t done = iconv(converter, &in, &left, &to, &room);
		out.len += before - room;
		if (done == (size_t)-1 && errno != E2BIG && left) { /* bytes that mean nothing there */
			size_t skipped = unit < left ? unit : left;
			accord_buffer_append(&out, "\xEF\xBF\xBD", 3);
			in += skipped;
			left -= skipped;
		}
	}
	char *copy = out.failed ? NULL : accord_arena_copy(arena, out.data ? out.data : "", out.len);
	accord_slice utf8 = {copy, out.len};
	accord_buffer_free(&out);
	return utf8;
}

static accord_slice decode_as(accord_arena *arena, const char *bytes, size_t len, const char **name)
{
	if (*name == utf8_name || !strcmp(*name, utf8_name))
		return accord_utf8_valid(bytes, len) ? (accord_slice){bytes, len} : repair(arena, bytes, len);
	bool latin9 = !strcmp(*name, "ISO-8859-15");
	if (latin9 || !strcmp(*name, western_name))
		return decode_western(arena, bytes, len, latin9);
	iconv_t converter = open_converter(*name);
	if (converter == (iconv_t)-1) {
		*name = western_name;
		return decode_western(arena, bytes, len, false);
	}
	size_t unit = !strncmp(*name, "UTF-16", 6) ? 2 : !strncmp(*name, "UTF-32", 6) ? 4 : 1;
	accord_slice utf8 = convert(arena, converter, bytes, len, unit);
	iconv_close(converter);
	return utf8;
}

accord_status accord_charset_decode(accord_arena *arena, const char *bytes, size_t len,
				    const char *content_type, accord_slice declared, accord_slice *utf8,
				    const char **charset, accord_error *err)
{
	size_t mark = 0;
	bytes = bytes ? bytes : "";
	const char *name = marked(bytes, len, &mark);
	if (!name)
		name = zero_pattern(bytes, len);
	if (!name) {
		const char *names[2] = {header_charset(content_type),
					declared.data ? name_of(declared) : NULL};
		name = judge(bytes, len, names);
	}
	*utf8 = decode_as(arena, bytes + mark, len - mark, &name);
	if (charset)
		*charset = name;
	return utf8->data ? ACCORD_OK : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
}
