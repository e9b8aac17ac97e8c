/*
 * RFC 9309. One pass over the lines collects two sets of rules, those of the groups that name our agent and
 * those of "*"; the first replaces the second if there is such a group at all, even an empty one.
 *
 * Patterns and URLs are brought to one spelling first (2.2.2: octets outside US-ASCII and such as must be
 * escaped are, unreserved ones are not), so that the comparison is one of bytes. '*' and '$' are written %2A
 * and %24 where they are plain characters. A pattern is then a chain of literals, and since '*' takes
 * anything, the leftmost place for each is as good as any other: no going back, and no pattern costs more
 * than its length and the URL's together.
 */
#include <accord/robots.h>
#include <accord/url.h>

#include <stdlib.h>
#include <string.h>

#define MAX_SITEMAPS 256

struct rule {
	accord_slice line, pattern;
	uint32_t number;
	bool allow, anchored;
};

struct rule_set {
	struct rule *rules;
	size_t count, capacity;
	double crawl_delay;
	bool named; /* a group of this agent stands in the file */
};

struct accord_robots {
	struct rule_set own, any;
	accord_slice *sitemaps;
	size_t sitemap_count;
};

enum key { KEY_NONE, KEY_AGENT, KEY_ALLOW, KEY_DISALLOW, KEY_DELAY, KEY_SITEMAP };

/* The spellings that webmasters use, misspellings of real files among them. */
static const struct {
	const char *name;
	enum key key;
} keys[] = {
	{"user-agent", KEY_AGENT},  {"useragent", KEY_AGENT},   {"user agent", KEY_AGENT},
	{"allow", KEY_ALLOW},       {"disallow", KEY_DISALLOW}, {"dissallow", KEY_DISALLOW},
	{"dissalow", KEY_DISALLOW}, {"disalow", KEY_DISALLOW},  {"diasllow", KEY_DISALLOW},
	{"disallaw", KEY_DISALLOW}, {"crawl-delay", KEY_DELAY}, {"crawldelay", KEY_DELAY},
	{"sitemap", KEY_SITEMAP},   {"site-map", KEY_SITEMAP},
};

struct reading {
	accord_arena *arena;
	accord_robots *robots;
	accord_slice agent;
	bool for_own, for_any; /* whom the group at hand is for */
	bool group_open;       /* its first rule has not come yet: another agent line joins it */
	bool failed;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\0';
}

static accord_slice trimmed(accord_slice s)
{
	while (s.len && is_blank(s.data[0])) {
		s.data++;
		s.len--;
	}
	while (s.len && is_blank(s.data[s.len - 1]))
		s.len--;
	return s;
}

static bool same_word(accord_slice a, accord_slice b)
{
	return a.len == b.len && !strncasecmp(a.data, b.data, a.len);
}

/* The part of an agent's name that identifies it. Digits are beyond the RFC, but names have them. */
static accord_slice product_token(accord_slice name)
{
	size_t n = 0;
	while (n < name.len &&
	       (((name.data[n] | 32) >= 'a' && (name.data[n] | 32) <= 'z') ||
		(name.data[n] >= '0' && name.data[n] <= '9') || name.data[n] == '_' || name.data[n] == '-'))
		n++;
	return (accord_slice){name.data, n};
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 32) >= 'a' && (c | 32) <= 'f')
		return (c | 32) - 'a' + 10;
	return -1;
}

static size_t put_octet(char *out, unsigned char octet, bool escaped, bool pattern)
{
	static const char hex[] = "0123456789ABCDEF";
	bool reserved = octet && strchr(":/?#[]@!&()+,;=%", octet);
	bool special = octet == '*' || octet == '$';
	bool plain = octet > 0x20 && octet < 0x7f && !strchr("\"<>\\^`{|}", octet) && !reserved && !special;
	if (plain || (reserved && !escaped) || (special && !escaped && pattern)) {
		out[0] = (char)octet;
		return 1;
	}
	out[0] = '%';
	out[1] = hex[octet >> 4];
	out[2] = hex[octet & 15];
	return 3;
}

/* One spelling for patterns and URLs; `out` has room for three times the input. */
static size_t one_spelling(accord_slice in, char *out, bool pattern)
{
	size_t n = 0;
	for (size_t i = 0; i < in.len; i++) {
		bool escaped = in.data[i] == '%' && i + 2 < in.len && hex_value(in.data[i + 1]) >= 0 &&
			       hex_value(in.data[i + 2]) >= 0;
		unsigned char octet = (unsigned char)in.data[i];
		if (escaped) {
			octet = (unsigned char)(hex_value(in.data[i + 1]) << 4 | hex_value(in.data[i + 2]));
			i += 2;
		} else if (pattern && octet == '*' && n && out[n - 1] == '*') {
			continue;
		} else if (pattern && octet == '$' && i + 1 < in.len) {
			n += put_octet(out + n, octet, true, true); /* an anchor only at the end */
			continue;
		}
		n += put_octet(out + n, octet, escaped, pattern);
	}
	return n;
}

static void add_rule(struct reading *r, struct rule_set *set, const struct rule *rule)
{
	if (set->count == set->capacity) {
		size_t capacity = set->capacity ? 2 * set->capacity : 16;
		struct rule *grown = accord_arena_grow(r->arena, set->rules, set->capacity * sizeof *grown,
						       capacity * sizeof *grown);
		if (!grown) {
			r->failed = true;
			return;
		}
		set->rules = grown;
		set->capacity = capacity;
	}
	set->rules[set->count++] = *rule;
}

static void read_rule(struct reading *r, bool allow, accord_slice line, accord_slice path, uint32_t number)
{
	r->group_open = false;
	if (!path.len || (path.data[0] != '/' && path.data[0] != '*') || (!r->for_own && !r->for_any))
		return;
	char *pattern = accord_arena_alloc(r->arena, 3 * path.len);
	if (!pattern) {
		r->failed = true;
		return;
	}
	struct rule rule = {
		.pattern = {pattern, one_spelling(path, pattern, true)}, .number = number, .allow = allow};
	rule.anchored = pattern[rule.pattern.len - 1] == '$';
	rule.line = (accord_slice){accord_arena_copy(r->arena, line.data, line.len), line.len};
	if (r->for_own)
		add_rule(r, &r->robots->own, &rule);
	if (r->for_any)
		add_rule(r, &r->robots->any, &rule);
}

static void read_agent(struct reading *r, accord_slice name)
{
	if (!r->group_open)
		r->for_own = r->for_any = false;
	r->group_open = true;
	if (name.len && name.data[0] == '*' && (name.len == 1 || is_blank(name.data[1]))) {
		r->for_any = r->robots->any.named = true;
	} else if (r->agent.len && same_word(product_token(name), r->agent)) {
		r->for_own = r->robots->own.named = true;
	}
}

/* Seconds; what is no number, or negative, is no delay. */
static void read_delay(struct reading *r, accord_slice value)
{
	char text[32], *end;
	if (!value.len || value.len >= sizeof text || value.data[0] < '0' || value.data[0] > '9')
		return;
	memcpy(text, value.data, value.len);
	text[value.len] = '\0';
	double seconds = strtod(text, &end);
	if (end == text || !(seconds >= 0 && seconds <= 1e6))
		return;
	if (r->for_own)
		r->robots->own.crawl_delay = seconds;
	if (r->for_any)
		r->robots->any.crawl_delay = seconds;
}

static void read_sitemap(struct reading *r, accord_slice address)
{
	accord_robots *robots = r->robots;
	if (!address.len || robots->sitemap_count == MAX_SITEMAPS)
		return;
	if (!robots->sitemaps)
		robots->sitemaps = accord_arena_calloc(r->arena, MAX_SITEMAPS, sizeof *robots->sitemaps);
	char *copy = accord_arena_copy(r->arena, address.data, address.len);
	if (!robots->sitemaps || !copy)
		r->failed = true;
	else
		robots->sitemaps[robots->sitemap_count++] = (accord_slice){copy, address.len};
}

static enum key key_named(accord_slice name)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (same_word(name, accord_slice_of(keys[i].name)))
			return keys[i].key;
	return KEY_NONE;
}

/* "key: value"; the colon may be missing where the line has just two words. */
static enum key split_line(accord_slice line, accord_slice *value)
{
	const char *colon = memchr(line.data, ':', line.len);
	size_t n = colon ? (size_t)(colon - line.data) : 0;
	if (!colon) {
		while (n < line.len && !is_blank(line.data[n]))
			n++;
		*value = trimmed((accord_slice){line.data + n, line.len - n});
		for (size_t i = 0; i < value->len; i++)
			if (is_blank(value->data[i]))
				return KEY_NONE;
		return value->len ? key_named((accord_slice){line.data, n}) : KEY_NONE;
	}
	*value = trimmed((accord_slice){colon + 1, line.len - n - 1});
	return key_named(trimmed((accord_slice){line.data, n}));
}

static void read_line(struct reading *r, accord_slice line, uint32_t number)
{
	accord_slice value;
	const char *comment = memchr(line.data, '#', line.len);
	if (comment)
		line.len = (size_t)(comment - line.data);
	line = trimmed(line);
	switch (line.len ? split_line(line, &value) : KEY_NONE) {
	case KEY_AGENT:
		read_agent(r, value);
		break;
	case KEY_ALLOW:
		read_rule(r, true, line, value, number);
		break;
	case KEY_DISALLOW:
		read_rule(r, false, line, value, number);
		break;
	case KEY_DELAY:
		read_delay(r, value);
		break;
	case KEY_SITEMAP:
		read_sitemap(r, value);
		break;
	case KEY_NONE:
		break;
	}
}

/* Lines end in LF, CR or CRLF. One that was cut off by the ceiling is not read. */
static void read_lines(struct reading *r, const char *bytes, size_t len, bool cut)
{
	uint32_t number = 1;
	for (size_t at = 0; at < len && !r->failed; number++) {
		size_t end = at;
		while (end < len && bytes[end] != '\n' && bytes[end] != '\r')
			end++;
		if (end < len || !cut)
			read_line(r, (accord_slice){bytes + at, end - at}, number);
		at = end + 1;
		if (end + 1 < len && bytes[end] == '\r' && bytes[end + 1] == '\n')
			at++;
	}
}

accord_status accord_robots_parse(accord_arena *arena, const char *bytes, size_t len, const char *agent,
				  accord_robots **robots, accord_error *err)
{
	struct reading r = {.arena = arena, .robots = accord_arena_calloc(arena, 1, sizeof **robots)};
	if (!r.robots)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory");
	r.robots->own.crawl_delay = r.robots->any.crawl_delay = -1;
	size_t name = strcspn(agent, "/");
	r.agent = trimmed((accord_slice){agent, name});
	bool cut = len > ACCORD_ROBOTS_LONGEST;
	if (cut)
		len = ACCORD_ROBOTS_LONGEST;
	if (len >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) {
		bytes += 3;
		len -= 3;
	}
	read_lines(&r, bytes, len, cut);
	if (r.failed)
		return accord_error_set(err, ACCORD_ENOMEM, "out of memory while reading robots.txt");
	*robots = r.robots;
	return ACCORD_OK;
}

static bool rule_matches(const struct rule *rule, accord_slice target)
{
	accord_slice rest = rule->pattern;
	rest.len -= rule->anchored;
	size_t at = 0;
	for (bool first = true;; first = false) {
		const char *star = memchr(rest.data, '*', rest.len);
		size_t n = star ? (size_t)(star - rest.data) : rest.len;
		if (target.len - at < n)
			return false;
		if (!star && rule->anchored) {
			size_t end = target.len - n;
			return (first ? end == at : true) && !memcmp(target.data + end, rest.data, n);
		}
		const char *found =
			first ? target.data : memmem(target.data + at, target.len - at, rest.data, n);
		if (!found || memcmp(found, rest.data, n) != 0)
			return false;
		if (!star)
			return true;
		at = (size_t)(found - target.data) + n;
		rest.data += n + 1;
		rest.len -= n + 1;
	}
}

/* Path and query in the one spelling; false if the URL is none of ours. */
static bool target_of(accord_arena *scratch, accord_slice url, accord_slice *target)
{
	accord_url parts;
	if (accord_url_parse(scratch, url, NULL, &parts, NULL) != ACCORD_OK)
		return false;
	size_t len = parts.path.len + 1 + parts.query.len;
	char *raw = accord_arena_alloc(scratch, len), *out = accord_arena_alloc(scratch, 3 * len);
	if (!raw || !out)
		return false;
	memcpy(raw, parts.path.data, parts.path.len);
	size_t n = parts.path.len;
	if (parts.query.data) {
		raw[n++] = '?';
		memcpy(raw + n, parts.query.data, parts.query.len);
		n += parts.query.len;
	}
	*target = (accord_slice){out, one_spelling((accord_slice){raw, n}, out, false)};
	return true;
}

accord_robots_verdict accord_robots_check(const accord_robots *robots, accord_arena *scratch,
					  accord_slice url)
{
	const struct rule_set *set = robots->own.named ? &robots->own : &robots->any;
	accord_robots_verdict verdict = {.allowed = true, .crawl_delay = set->crawl_delay};
	const struct rule *best = NULL;
	accord_slice target;
	if (!target_of(scratch, url, &target)) {
		verdict.allowed = false;
		return verdict;
	}
	if (accord_slice_is(target, "/robots.txt"))
		return verdict;
	for (size_t i = 0; i < set->count; i++) {
		const struct rule *rule = &set->rules[i];
		size_t least = best ? best->pattern.len : 0;
		if (rule->pattern.len < least ||
		    (best && rule->pattern.len == least && (best->allow || !rule->allow)))
			continue;
		if (rule_matches(rule, target))
			best = rule;
	}
	if (best) {
		verdict.allowed = best->allow;
		verdict.rule = best->line;
		verdict.line = best->number;
	}
	return verdict;
}

accord_slice accord_robots_sitemap(const accord_robots *robots, size_t index)
{
	return index < robots->sitemap_count ? robots->sitemaps[index] : (accord_slice){NULL, 0};
}
