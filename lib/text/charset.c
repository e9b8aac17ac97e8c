/*
 * The encoding of a page, in the order of the WHATWG (https://encoding.spec.whatwg.org): BOM, HTTP header, what the
 * document declares, detection. A name that the bytes contradict loses: valid UTF-8 beyond ASCII is UTF-8 whatever the page
 * says, and declared UTF-8 that is mostly none is detected. iconv does the conversion.
 */
#include <accord/text.h>
#include <accord/buffer.h>

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <uchardet.h>

#define DETECTED_BYTES ((size_t)128 * 1024)

/* Labels that are in use, and the encoding that browsers take them for. */
static const struct {
	const char *label, *name;
} labels[] = {
	{"utf-8", "UTF-8"}, {"utf8", "UTF-8"}, {"unicode-1-1-utf-8", "UTF-8"},
	{"iso-8859-1", "windows-1252"}, {"iso8859-1", "windows-1252"}, {"iso_8859-1", "windows-1252"},
	{"latin1", "windows-1252"}, {"latin-1", "windows-1252"}, {"l1", "windows-1252"}, {"ascii", "windows-1252"},
	{"us-ascii", "windows-1252"}, {"ansi_x3.4-1968", "windows-1252"}, {"cp1252", "windows-1252"},
	{"windows-1252", "windows-1252"}, {"x-cp1252", "windows-1252"}, {"windows-1250", "windows-1250"},
	{"windows-1251", "windows-1251"}, {"cp1251", "windows-1251"}, {"windows-1253", "windows-1253"},
	{"windows-1254", "windows-1254"}, {"iso-8859-9", "windows-1254"}, {"latin5", "windows-1254"},
	{"windows-1255", "windows-1255"}, {"windows-1256", "windows-1256"}, {"windows-1257", "windows-1257"},
	{"windows-1258", "windows-1258"}, {"windows-874", "windows-874"}, {"tis-620", "windows-874"},
	{"iso-8859-2", "ISO-8859-2"}, {"latin2", "ISO-8859-2"}, {"iso-8859-3", "ISO-8859-3"},
	{"iso-8859-4", "ISO-8859-4"}, {"iso-8859-5", "ISO-8859-5"}, {"iso-8859-6", "ISO-8859-6"},
	{"iso-8859-7", "ISO-8859-7"}, {"iso-8859-8", "ISO-8859-8"}, {"iso-8859-10", "ISO-8859-10"},
	{"iso-8859-13", "ISO-8859-13"}, {"iso-8859-14", "ISO-8859-14"}, {"iso-8859-15", "ISO-8859-15"},
	{"iso8859-15", "ISO-8859-15"}, {"latin9", "ISO-8859-15"}, {"latin-9", "ISO-8859-15"},
	{"iso-8859-16", "ISO-8859-16"}, {"macintosh", "macintosh"}, {"mac", "macintosh"}, {"x-mac-roman", "macintosh"},
	{"macroman", "macintosh"}, {"koi8-r", "KOI8-R"}, {"koi8-u", "KOI8-U"}, {"ibm866", "IBM866"},
	{"gb2312", "GBK"}, {"gbk", "GBK"}, {"gb18030", "GB18030"}, {"big5", "Big5"}, {"euc-jp", "EUC-JP"},
	{"shift_jis", "Shift_JIS"}, {"shift-jis", "Shift_JIS"}, {"sjis", "Shift_JIS"}, {"windows-31j", "Shift_JIS"},
	{"iso-2022-jp", "ISO-2022-JP"}, {"euc-kr", "EUC-KR"}, {"ks_c_5601-1987", "EUC-KR"},
	{"utf-16", "UTF-16LE"}, {"utf-16le", "UTF-16LE"}, {"utf-16be", "UTF-16BE"}, {"unicode", "UTF-16LE"},
	{"utf-32", "UTF-32"}, {"utf-32le", "UTF-32LE"}, {"utf-32be", "UTF-32BE"}, {"ucs-2", "UTF-16LE"},
	{"utf-7", NULL}, {"windows-936", "GBK"}, {"ebcdic-cp-us", "IBM037"}, {"ibm037", "IBM037"}, {"cp037", "IBM037"}};

static const char *name_of(const char *label, size_t len)
{
	while (len && strchr(" \t\r\n\"'", *label))
		label++, len--;
	while (len && strchr(" \t\r\n\"';", label[len - 1]))
		len--;
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (strlen(labels[i].label) == len && !strncasecmp(labels[i].label, label, len))
			return labels[i].name;
	return NULL;
}

/* charset=… of a Content-Type header. */
static const char *header_charset(const char *content_type)
{
	const char *at = content_type ? strcasestr(content_type, "charset=") : NULL;
	if (!at)
		return NULL;
	at += strlen("charset=");
	return name_of(at, strcspn(at + (*at == '"' || *at == '\''), ";,\"'") + (*at == '"' || *at == '\''));
}

/* The encoding that a byte order mark tells, and its length. */
static const char *bom(const unsigned char *p, size_t len, size_t *size)
{
	*size = 0;
	if (len >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF)
		return *size = 3, "UTF-8";
	if (len >= 4 && !memcmp(p, "\xFF\xFE\0\0", 4))
		return *size = 4, "UTF-32LE";
	if (len >= 4 && !memcmp(p, "\0\0\xFE\xFF", 4))
		return *size = 4, "UTF-32BE";
	if (len >= 2 && p[0] == 0xFF && p[1] == 0xFE)
		return *size = 2, "UTF-16LE";
	if (len >= 2 && p[0] == 0xFE && p[1] == 0xFF)
		return *size = 2, "UTF-16BE";
	return NULL;
}

/* Markup in two- or four-byte units without a mark shows in its zeroes: "<\0" or "\0<". */
static const char *zero_pattern(const unsigned char *p, size_t len)
{
	if (len < 8)
		return NULL;
	if (!p[0] && !p[1] && !p[2] && p[3])
		return "UTF-32BE";
	if (p[0] && !p[1] && !p[2] && !p[3])
		return "UTF-32LE";
	if (p[0] && !p[1] && p[2] && !p[3])
		return "UTF-16LE";
	if (!p[0] && p[1] && !p[2] && p[3])
		return "UTF-16BE";
	return NULL;
}

struct shape {
	size_t high, sequences, broken;
};

/* How much of the bytes beyond ASCII is well-formed UTF-8. */
static struct shape shape_of(const char *bytes, size_t len)
{
	struct shape s = {0};
	for (size_t at = 0, size; at < len; at += size) {
		size = 1;
		if ((unsigned char)bytes[at] < 0x80)
			continue;
		s.high++;
		if (accord_utf8_decode(bytes, len, at, &size) == ACCORD_REPLACEMENT && size != 3)
			s.broken++;
		else
			s.sequences++;
	}
	return s;
}

static const char *detect(const char *bytes, size_t len)
{
	size_t first = 0;
	while (first < len && (unsigned char)bytes[first] < 0x80)
		first++;
	size_t from = first > DETECTED_BYTES / 4 ? first - DETECTED_BYTES / 4 : 0;
	size_t size = len - from < DETECTED_BYTES ? len - from : DETECTED_BYTES;
	uchardet_t detector = uchardet_new();
	const char *name = NULL;
	if (detector && uchardet_handle_data(detector, bytes + from, size) == 0) {
		uchardet_data_end(detector);
		const char *label = uchardet_get_charset(detector);
		name = name_of(label, strlen(label));
	}
	if (detector)
		uchardet_delete(detector);
	return name;
}

/* What the bytes are when nothing but their names tells: `named` may be NULL. */
static const char *judge(const char *bytes, size_t len, const char *named)
{
	if (named && (!strncmp(named, "UTF-16", 6) || !strncmp(named, "UTF-32", 6) || !strcmp(named, "IBM037") ||
	              !strcmp(named, "ISO-2022-JP"))) {
		const char *seen = zero_pattern((const unsigned char *)bytes, len);
		if (seen || !strcmp(named, "IBM037") || !strcmp(named, "ISO-2022-JP"))
			return seen && named[0] == 'U' ? seen : named;
		named = NULL; /* an ASCII document cannot declare UTF-16 */
	}
	struct shape s = shape_of(bytes, len);
	if (!s.high || !s.broken)
		return s.high || !named ? "UTF-8" : named;
	if (s.sequences > s.broken * 4)
		return "UTF-8";
	if (named && strcmp(named, "UTF-8") != 0)
		return named;
	const char *detected = detect(bytes, len);
	return detected && strcmp(detected, "UTF-8") != 0 ? detected : "windows-1252";
}

static accord_status convert(accord_arena *arena, const char *bytes, size_t len, const char *charset,
                             accord_slice *utf8, accord_error *err)
{
	iconv_t cd = iconv_open("UTF-8", charset);
	if (cd == (iconv_t)-1)
		return accord_error_set(err, ACCORD_EINPUT, "no converter for the charset %s", charset);
	accord_buffer out;
	accord_buffer_init(&out, SIZE_MAX / 4);
	char *in = (char *)(uintptr_t)bytes;
	size_t left = len;
	while (left && accord_buffer_reserve(&out, left * 2 + 64)) {
		char *to = out.data + out.len;
		size_t room = out.capacity - out.len - 1, before = room;
		size_t done = iconv(cd, &in, &left, &to, &room);
		out.len += before - room;
		if (done == (size_t)-1 && errno != E2BIG && left) { /* a byte that means nothing there */
			accord_buffer_append(&out, "\xEF\xBF\xBD", 3);
			in++;
			left--;
		}
	}
	iconv_close(cd);
	utf8->data = out.failed ? NULL : accord_arena_copy(arena, out.data ? out.data : "", out.len);
	utf8->len = out.len;
	accord_buffer_free(&out);
	return utf8->data ? ACCORD_OK : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
}

accord_status accord_charset_decode(accord_arena *arena, const char *bytes, size_t len, const char *content_type,
                                    accord_slice declared, accord_slice *utf8, const char **charset,
                                    accord_error *err)
{
	size_t mark;
	const char *name = bom((const unsigned char *)bytes, len, &mark);
	if (!name)
		name = zero_pattern((const unsigned char *)bytes, len);
	if (!name) {
		const char *named = header_charset(content_type);
		if (!named && declared.data)
			named = name_of(declared.data, declared.len);
		name = judge(bytes, len, named);
	}
	bytes += mark;
	len -= mark;
	if (charset)
		*charset = name;
	if (strcmp(name, "UTF-8") != 0)
		return convert(arena, bytes, len, name, utf8, err);
	*utf8 = (accord_slice){bytes, len};
	if (accord_utf8_valid(bytes, len))
		return ACCORD_OK;
	accord_status status = accord_text_normalize(arena, bytes, len, utf8);
	return status == ACCORD_OK ? status : accord_error_set(err, status, "out of memory");
}
