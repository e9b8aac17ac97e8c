/*
 * One pass over the bytes. A scanner for each kind of token says how far it goes; sentences are cut in a second, cheap
 * pass over the tokens, because whether a point ends one depends on what stands behind it.
 *
 *   "Xiaomi zahlt der Nokia Corp. 1,2 Mrd. Dollar. Das war's."
 *   Xiaomi|zahlt|der|Nokia|Corp.|1,2|Mrd.|Dollar|.||Das|war|'s|.
 */
#include <accord/token.h>

#include <stdlib.h>
#include <string.h>

enum byte_class { OTHER, SPACE, UPPER, LOWER, DIGIT };

/* Of ASCII; what lies beyond it asks the tables of utf8proc. */
static const uint8_t ascii_classes[128] = {
	['\t'] = SPACE, ['\n'] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE, ['\r'] = SPACE, [' '] = SPACE,
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT,
	['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
	['A'] = UPPER, ['B'] = UPPER, ['C'] = UPPER, ['D'] = UPPER, ['E'] = UPPER, ['F'] = UPPER, ['G'] = UPPER,
	['H'] = UPPER, ['I'] = UPPER, ['J'] = UPPER, ['K'] = UPPER, ['L'] = UPPER, ['M'] = UPPER, ['N'] = UPPER,
	['O'] = UPPER, ['P'] = UPPER, ['Q'] = UPPER, ['R'] = UPPER, ['S'] = UPPER, ['T'] = UPPER, ['U'] = UPPER,
	['V'] = UPPER, ['W'] = UPPER, ['X'] = UPPER, ['Y'] = UPPER, ['Z'] = UPPER,
	['a'] = LOWER, ['b'] = LOWER, ['c'] = LOWER, ['d'] = LOWER, ['e'] = LOWER, ['f'] = LOWER, ['g'] = LOWER,
	['h'] = LOWER, ['i'] = LOWER, ['j'] = LOWER, ['k'] = LOWER, ['l'] = LOWER, ['m'] = LOWER, ['n'] = LOWER,
	['o'] = LOWER, ['p'] = LOWER, ['q'] = LOWER, ['r'] = LOWER, ['s'] = LOWER, ['t'] = LOWER, ['u'] = LOWER,
	['v'] = LOWER, ['w'] = LOWER, ['x'] = LOWER, ['y'] = LOWER, ['z'] = LOWER};

/* What stands behind a word and is no part of it, whatever the word is. */
static const bool ends_words[256] = {['\t'] = true, ['\n'] = true, ['\r'] = true, [' '] = true, ['!'] = true, ['"'] = true,
                                     ['('] = true,  [')'] = true,  [','] = true,  ['-'] = true, ['/'] = true, [';'] = true,
                                     ['<'] = true,  ['>'] = true,  ['?'] = true,  ['['] = true, [']'] = true};

typedef struct scanner {
	const char *bytes;
	size_t len, at;
	bool italian, german;
	accord_arena *arena;
	accord_token *items;
	size_t count, capacity;
	uint16_t letters; /* of the token being read */
	uint8_t flags;
} scanner;

/* Words that keep their point, folded and without it, sorted. Those after which a sentence may go on with a capital. */
static const char *const abbreviations[] = {
	"abs",   "ag",   "approx", "art",  "aug", "avv", "bd",   "bio",  "bros", "bspw", "bzw",  "ca",   "cf",   "chr", "cit",
	"co",    "col",  "corp",   "dec",  "dep", "dez", "dipl", "dir",  "div",  "doc",  "dott", "dr",   "ecc",  "ed",
	"engl",  "etc",  "evtl",   "exkl", "feb", "fig", "fr", "frl",  "gen",  "ggf",  "gov",  "hon",  "hr",   "inc",  "incl",
	"ing",   "inkl", "int",    "jan",  "jr",  "jul", "jun",  "lt",   "ltd",  "mag",  "max",  "mgr",  "mill", "min",  "mio",
	"mld",   "mln",  "mr",     "mrd",  "mrs", "ms",  "mt",   "nov",  "nr",   "oct",  "okt",  "on",   "p",    "pag",
	"prof",  "proff", "prot",  "pty",  "rag", "rep", "resp", "rev",  "rif",  "rs", "sec",  "sen",  "sep",  "sept", "sig",
	"sog",   "soc",  "sr",     "st",   "str", "tab", "tel",  "tsd",  "u",    "univ", "usw",  "v",   "vgl",  "vol",  "vs",
	"zzgl"};

/* Words that begin a sentence also behind an abbreviation's point; folded, sorted. */
static const char *const starters[] = {
	"a",    "als",  "an",   "and",  "as",   "at",   "auch", "auf",  "bei",  "but",  "da",   "das",  "dem",  "den",
	"der",  "des",  "die",  "dies", "diese", "dieser", "e", "ein",  "eine", "er",   "es",   "for",  "gli",  "he",
	"i",    "il",   "im",   "in",   "it",   "its",  "la",   "le",   "lo",   "ma",   "man",  "mit",  "nach", "nel",
	"nella", "on",  "per",  "she",  "si",   "sie",  "so",   "that", "the",  "their", "they", "this", "to", "un",
	"una",  "und",  "unter", "we",  "when", "while", "wir", "with", "zu",   "zum"};

/* Units that stand glued to a number: "7.2bn", "90er", "5th". */
static const char *const glued_units[] = {"b",  "bn", "er",  "k",   "m",   "mbit", "mia", "mio", "mld", "mln",
                                          "mn", "mrd", "nd", "rd",  "st",  "th",   "tn",  "trn"};

static int compare(const void *key, const void *element)
{
	return strcmp(key, *(const char *const *)element);
}

static bool listed(const char *bytes, size_t len, const char *const *list, size_t count)
{
	char key[12];
	if (!len || len >= sizeof key)
		return false;
	for (size_t i = 0; i < len; i++)
		key[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? (char)(bytes[i] + 32) : bytes[i];
	key[len] = '\0';
	return bsearch(key, list, count, sizeof *list, compare) != NULL;
}
#define LISTED(bytes, len, list) listed(bytes, len, list, sizeof(list) / sizeof *(list))

static enum byte_class wide_class(const scanner *s, size_t at, size_t *size)
{
	unsigned char first = (unsigned char)s->bytes[at], second = at + 1 < s->len ? (unsigned char)s->bytes[at + 1] : 0;
	if (first == 0xC3 && second >= 0x80 && second < 0xC0) { /* À to ÿ, of which × and ÷ are no letters */
		*size = 2;
		return (second | 0x20) == 0xB7 ? OTHER : second < 0x9F ? UPPER : LOWER;
	}
	uint32_t point = accord_utf8_decode(s->bytes, s->len, at, size);
	if (accord_is_space(point))
		return SPACE;
	if (!accord_is_letter(point))
		return OTHER;
	return accord_is_upper(point) ? UPPER : LOWER;
}

static inline enum byte_class class_at(const scanner *s, size_t at, size_t *size)
{
	*size = 1;
	if (at >= s->len)
		return SPACE;
	unsigned char c = (unsigned char)s->bytes[at];
	return c < 0x80 ? (enum byte_class)ascii_classes[c] : wide_class(s, at, size);
}

static bool word_at(const scanner *s, size_t at)
{
	size_t size;
	enum byte_class c = class_at(s, at, &size);
	return c == UPPER || c == LOWER;
}

static bool word_or_digit_at(const scanner *s, size_t at)
{
	size_t size;
	return class_at(s, at, &size) >= UPPER;
}

static bool digit_at(const scanner *s, size_t at)
{
	return at < s->len && s->bytes[at] >= '0' && s->bytes[at] <= '9';
}

/* The length of an apostrophe at a place, 0 if none stands there. */
static size_t apostrophe_at(const scanner *s, size_t at)
{
	if (at < s->len && s->bytes[at] == '\'')
		return 1;
	if (at + 2 < s->len && (unsigned char)s->bytes[at] == 0xE2 && (unsigned char)s->bytes[at + 1] == 0x80 &&
	    (unsigned char)s->bytes[at + 2] == 0x99)
		return 3;
	return 0;
}

static bool grow(scanner *s)
{
	size_t capacity = s->capacity ? s->capacity * 2 : 256;
	s->items = accord_arena_grow(s->arena, s->items, s->capacity * sizeof *s->items, capacity * sizeof *s->items);
	s->capacity = s->items ? capacity : 0;
	return s->items != NULL;
}

static inline bool push(scanner *s, size_t start, size_t end, accord_token_kind kind)
{
	if (s->count == s->capacity && !grow(s))
		return false;
	s->items[s->count++] = (accord_token){(uint32_t)start, (uint32_t)end, (uint8_t)kind, s->flags, s->letters};
	s->flags = 0;
	s->letters = 0;
	return true;
}

/* Letters and digits in one run, small ASCII ones in a stride; sets the shape flags. */
static size_t scan_run(scanner *s, size_t at)
{
	size_t size, upper = 0, digits = 0, count = 0, start = at;
	bool mixed = false, lower = false;
	for (;; at += size, count++) {
		size_t from = at;
		while (at < s->len && s->bytes[at] >= 'a' && s->bytes[at] <= 'z')
			at++;
		lower |= at > from;
		count += at - from;
		enum byte_class c = class_at(s, at, &size);
		if (c < UPPER)
			break;
		if (c == UPPER) {
			mixed |= lower;
			upper++;
			if (at == start)
				s->flags |= ACCORD_TOKEN_CAPITAL;
		}
		lower |= c == LOWER;
		digits += c == DIGIT;
	}
	s->letters = count < (size_t)(UINT16_MAX - s->letters) ? (uint16_t)(s->letters + count) : UINT16_MAX;
	if (upper > 1 && !lower)
		s->flags |= ACCORD_TOKEN_UPPER;
	if (mixed || (digits && digits < count))
		s->flags |= ACCORD_TOKEN_MIXED;
	return at;
}

/* "S.p.A.", "U.S.", "z.B.", "J.P.": one or two letters and a point, at least twice; returns the end, or `at`. */
static size_t scan_initials(const scanner *s, size_t at)
{
	size_t parts = 0, end = at;
	/* most words show with their third byte that they are none */
	if (at + 2 < s->len && s->bytes[at + 1] != '.' && s->bytes[at + 2] != '.' && (unsigned char)s->bytes[at] < 0x80 &&
	    (unsigned char)s->bytes[at + 1] < 0x80)
		return at;
	for (;;) {
		size_t p = end, letters = 0, size;
		while (letters < 3 && word_at(s, p)) {
			class_at(s, p, &size);
			p += size;
			letters++;
		}
		if (!letters || letters > 2)
			break;
		if (p < s->len && s->bytes[p] == '.') {
			end = p + 1;
			parts++;
			continue;
		}
		if (parts && letters == 1 && !word_or_digit_at(s, p)) { /* S.p.A without the last point */
			end = p;
			parts++;
		}
		break;
	}
	return parts >= 2 ? end : at;
}

static size_t scan_url(const scanner *s, size_t at)
{
	if (s->bytes[at] != 'h' && s->bytes[at] != 'w')
		return at;
	bool scheme = s->len - at > 8 && (!memcmp(s->bytes + at, "http://", 7) || !memcmp(s->bytes + at, "https://", 8));
	if (!scheme && !(s->len - at > 5 && !memcmp(s->bytes + at, "www.", 4)))
		return at;
	size_t size;
	while (at < s->len && class_at(s, at, &size) != SPACE && !strchr("\"<>()", s->bytes[at]))
		at += size;
	while (strchr(".,;:!?'", s->bytes[at - 1]))
		at--;
	return at;
}

/* "Amazon.com", "t3n.de": a point and two to four lower-case letters, then no more letters. */
static size_t scan_domain(const scanner *s, size_t at)
{
	if (at >= s->len || s->bytes[at] != '.')
		return at;
	size_t p = at + 1;
	while (p < s->len && s->bytes[p] >= 'a' && s->bytes[p] <= 'z')
		p++;
	size_t letters = p - at - 1;
	return letters >= 2 && letters <= 4 && !word_or_digit_at(s, p) ? p : at;
}

/* What stays joined to a run: AT&T, Disney+, C++. */
static size_t scan_joined(scanner *s, size_t at)
{
	while (at + 1 < s->len && s->bytes[at] == '&' && word_or_digit_at(s, at + 1))
		at = scan_run(s, at + 1);
	while (at < s->len && s->bytes[at] == '+' && !word_or_digit_at(s, at + 1))
		at++;
	return at;
}

static bool clitic(scanner *s, size_t at, size_t *end)
{
	size_t mark = apostrophe_at(s, at), size;
	if (!mark)
		return false;
	static const char *const tails[] = {"s", "S", "ll", "re", "ve", "d", "m"};
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		size_t n = strlen(tails[i]);
		if (at + mark + n <= s->len && !memcmp(s->bytes + at + mark, tails[i], n) &&
		    class_at(s, at + mark + n, &size) < UPPER) {
			*end = at + mark + n;
			return true;
		}
	}
	return false;
}

/* Y400bn, W1.2trn: yen and won, as agencies write them. */
static bool letter_currency(const scanner *s, size_t at)
{
	static const char *const units[] = {"bn", "trn", "tn", "mn", "m"};
	if (s->bytes[at] != 'Y' && s->bytes[at] != 'W')
		return false;
	size_t i = at + 1;
	while (i < s->len && (digit_at(s, i) || (i > at + 1 && (s->bytes[i] == '.' || s->bytes[i] == ','))))
		i++;
	for (size_t k = 0; i > at + 1 && k < sizeof units / sizeof *units; k++) {
		size_t n = strlen(units[k]);
		if (i + n <= s->len && !memcmp(s->bytes + i, units[k], n) && !word_or_digit_at(s, i + n))
			return true;
	}
	return false;
}

/* The end of a currency's code that is glued to its figure (CNY183.5, Rs500), 0 if there is none. */
static size_t scan_currency(const scanner *s, size_t at)
{
	static const char *const codes[] = {"AED", "AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "DKr", "Dh", "EUR", "GBP",
	                                    "HKD", "INR", "JPY", "KRW", "NKr", "NOK", "PLN", "MXN", "NIS", "NZD", "RMB", "Rmb",
	                                    "Rs",  "SEK", "SFr", "SGD", "SKr", "TWD", "USD"};
	if (letter_currency(s, at))
		return at + 1;
	if (at + 3 >= s->len || (!digit_at(s, at + 3) && !digit_at(s, at + 2)))
		return 0;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		size_t n = strlen(codes[i]), end = at + n;
		if (end < s->len && s->bytes[end] >= '0' && s->bytes[end] <= '9' && !memcmp(s->bytes + at, codes[i], n))
			return end;
	}
	return 0;
}

#ifdef __SSE2__
#include <emmintrin.h>

/* Of sixteen bytes the small letters from the first on, counted. */
static inline size_t small_letters(const char *bytes)
{
	const __m128i shift = _mm_set1_epi8((char)(0x80 - 'a')), bound = _mm_set1_epi8((char)(0x80 - 'a' + 'z'));
	__m128i word = _mm_add_epi8(_mm_loadu_si128((const __m128i *)(const void *)bytes), shift);
	unsigned others = (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(word, bound));
	return (size_t)__builtin_ctz(others | 0x10000);
}
#endif

/* Where the small letters end that begin at a place. */
static inline size_t behind_small_letters(const scanner *s, size_t at)
{
#ifdef __SSE2__
	for (size_t more = 16; more == 16 && at + 16 <= s->len; at += more)
		more = small_letters(s->bytes + at);
#endif
	while (at < s->len && s->bytes[at] >= 'a' && s->bytes[at] <= 'z')
		at++;
	return at;
}

/*
 * Most words are small letters behind one that may be a capital, and what ends them is no sign that might belong to a word:
 * then all that scan_word looks for is not there. False, with nothing done, of any other word.
 */
static inline bool scan_plain_word(scanner *s, size_t *end)
{
	const char *bytes = s->bytes;
	size_t at = s->at + 1, wide = 0;
	unsigned char first = (unsigned char)bytes[s->at];
	if (first >= 0x80)
		return false;
	for (;; at += 2, wide++) {
		at = behind_small_letters(s, at);
		if (at + 1 >= s->len || (unsigned char)bytes[at] != 0xC3 || (unsigned char)bytes[at + 1] < 0x9F ||
		    (unsigned char)bytes[at + 1] == 0xB7 || (unsigned char)bytes[at + 1] >= 0xC0)
			break;
	}
	if (at - s->at >= UINT16_MAX || (at < s->len && !ends_words[(unsigned char)bytes[at]]))
		return false;
	s->letters = (uint16_t)(at - s->at - wide);
	s->flags |= ascii_classes[first] == UPPER ? ACCORD_TOKEN_CAPITAL : 0;
	*end = at;
	return true;
}

static bool scan_any_word(scanner *s)
{
	size_t start = s->at, end = scan_currency(s, start), tail;
	if (end) {
		s->letters = (uint16_t)(end - start);
		s->flags |= ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_UPPER;
		s->at = end;
		return push(s, start, end, ACCORD_TOKEN_WORD);
	}
	end = scan_url(s, start);
	if (end > start) {
		s->at = end;
		return push(s, start, end, ACCORD_TOKEN_WORD);
	}
	end = scan_initials(s, start);
	if (end > start) {
		s->flags |= ACCORD_TOKEN_ABBREVIATION;
		size_t size;
		if (class_at(s, start, &size) == UPPER)
			s->flags |= ACCORD_TOKEN_CAPITAL;
		s->letters = (uint16_t)(end - start);
		s->at = end;
		return push(s, start, end, ACCORD_TOKEN_WORD);
	}
	end = scan_joined(s, scan_run(s, start));
	size_t domain = scan_domain(s, end);
	if (domain > end) {
		end = domain;
	} else if (end < s->len && s->bytes[end] == '.' && LISTED(s->bytes + start, end - start, abbreviations) &&
	           end + 1 < s->len) {
		end++;
		s->flags |= ACCORD_TOKEN_ABBREVIATION;
	}
	size_t mark = apostrophe_at(s, end);
	if (mark && !clitic(s, end, &tail) && word_at(s, end + mark)) {
		if (s->italian || end - start <= 1)
			end += mark; /* dell'accordo, l'Oréal */
		else
			end = scan_run(s, end + mark); /* O'Reilly */
	} else if (end - start > 3 && mark && !memcmp(s->bytes + end - 1, "n", 1) &&
	           end + mark < s->len && s->bytes[end + mark] == 't' && !word_or_digit_at(s, end + mark + 1)) {
		size_t stem = end - 1; /* did|n't */
		s->at = end + mark + 1;
		return push(s, start, stem, ACCORD_TOKEN_WORD) && push(s, stem, s->at, ACCORD_TOKEN_WORD);
	}
	s->at = end;
	if (!push(s, start, end, ACCORD_TOKEN_WORD))
		return false;
	if (clitic(s, end, &tail)) {
		s->at = tail;
		return push(s, end, tail, ACCORD_TOKEN_WORD);
	}
	return true;
}

static inline bool scan_word(scanner *s)
{
	size_t start = s->at, end;
	if (!scan_plain_word(s, &end))
		return scan_any_word(s);
	s->at = end;
	return push(s, start, end, ACCORD_TOKEN_WORD);
}

/* Digits with inner marks: 1.500, 5,44, 1'200, 05.11.2019, 17:06. */
static size_t scan_digits(const scanner *s, size_t at)
{
	for (;;) {
		while (digit_at(s, at))
			at++;
		if (at < s->len && strchr(".,:'", s->bytes[at]) && digit_at(s, at + 1))
			at += 2;
		else
			return at;
	}
}

static bool scan_number(scanner *s)
{
	size_t start = s->at, end = scan_digits(s, start);
	bool plain = true;
	for (size_t i = start; i < end; i++)
		plain &= digit_at(s, i);
	if (word_at(s, end) || (end < s->len && s->bytes[end] == '&' && word_or_digit_at(s, end + 1))) {
		uint8_t flags = s->flags;
		size_t run = scan_joined(s, scan_run(s, end));
		bool unit = LISTED(s->bytes + end, run - end, glued_units) &&
		            (s->bytes[end] >= 'a' || run - end > 1 || (start && strchr("$", s->bytes[start - 1])) ||
		             (start > 2 && (unsigned char)s->bytes[start - 1] >= 0x80));
		if (plain && !unit) { /* 3M, 5G, 1&1 */
			s->flags |= ACCORD_TOKEN_MIXED | ACCORD_TOKEN_CAPITAL;
			s->at = run;
			return push(s, start, run, ACCORD_TOKEN_WORD);
		}
		s->flags = flags;
		s->letters = 0;
	}
	s->at = end;
	return push(s, start, end, ACCORD_TOKEN_NUMBER);
}

static bool scan_punct(scanner *s)
{
	size_t start = s->at, size;
	class_at(s, start, &size);
	size_t end = start + size;
	char c = s->bytes[start];
	if (c == '.' || c == '-') /* "..." and "--" are one */
		while (end < s->len && s->bytes[end] == c)
			end++;
	s->at = end;
	return push(s, start, end, ACCORD_TOKEN_PUNCT);
}

/* ---- sentences ------------------------------------------------------------------------------------------------ */

static bool closing_mark(accord_slice text, const accord_token *t)
{
	if (t->kind != ACCORD_TOKEN_PUNCT)
		return false;
	const char *p = text.data + t->start;
	size_t n = t->end - t->start;
	return (n == 1 && strchr("\"')]", *p)) || (n == 2 && !memcmp(p, "\xC2\xBB", 2)) ||
	       (n == 3 && (!memcmp(p, "\xE2\x80\x9C", 3) || !memcmp(p, "\xE2\x80\x9D", 3) || !memcmp(p, "\xE2\x80\x99", 3)));
}

static bool ends_sentence(accord_slice text, const accord_token *t)
{
	if (t->kind != ACCORD_TOKEN_PUNCT)
		return false;
	const char *p = text.data + t->start;
	return *p == '.' || *p == '!' || *p == '?' || (t->end - t->start == 3 && !memcmp(p, "\xE2\x80\xA6", 3));
}

/* Whether no sentence can end before a token, as its own looks and those of the one before it show. */
static inline bool goes_on(const accord_token *before, const accord_token *t)
{
	if (t->flags & ACCORD_TOKEN_PARAGRAPH)
		return false;
	return (t->kind == ACCORD_TOKEN_WORD && !(t->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_MIXED))) ||
	       (before->kind != ACCORD_TOKEN_PUNCT && !(before->flags & ACCORD_TOKEN_ABBREVIATION));
}

static bool begins_sentence(const scanner *s, const accord_token *t)
{
	return (t->flags & (ACCORD_TOKEN_CAPITAL | ACCORD_TOKEN_PARAGRAPH)) || t->kind == ACCORD_TOKEN_NUMBER ||
	       (t->kind == ACCORD_TOKEN_PUNCT && (unsigned char)s->bytes[t->start] != ',') ||
	       (t->flags & ACCORD_TOKEN_MIXED);
}

/* "+++ Nokia kauft zu +++ Apple …": the crosses of a ticker part its items. */
static bool ticker_mark(const scanner *s, size_t i)
{
	return i && s->bytes[s->items[i].start] == '+' && s->bytes[s->items[i - 1].start] == '+' &&
	       s->items[i - 1].end == s->items[i].start;
}

/* Between tokens i - 1 and i: does a sentence end? */
static bool sentence_break(const scanner *s, accord_slice text, size_t i)
{
	const accord_token *t = &s->items[i];
	if (t->flags & ACCORD_TOKEN_PARAGRAPH)
		return true;
	if (!(t->flags & ACCORD_TOKEN_SPACE) || !begins_sentence(s, t))
		return false;
	size_t end = i - 1;
	while (end > 0 && closing_mark(text, &s->items[end]) && !(s->items[end].flags & ACCORD_TOKEN_SPACE))
		end--;
	const accord_token *last = &s->items[end];
	if (ticker_mark(s, end))
		return true;
	if (last->flags & ACCORD_TOKEN_ABBREVIATION)
		return LISTED(text.data + t->start, (size_t)(t->end - t->start), starters);
	if (!ends_sentence(text, last))
		return false;
	if (s->german && end && text.data[last->start] == '.' && s->items[end - 1].kind == ACCORD_TOKEN_NUMBER &&
	    s->items[end - 1].end == last->start && last->start - s->items[end - 1].start <= 2)
		return LISTED(text.data + t->start, (size_t)(t->end - t->start), starters); /* am 5. November */
	if (end && text.data[last->start] == '.' && s->items[end - 1].letters == 1 &&
	    (s->items[end - 1].flags & ACCORD_TOKEN_CAPITAL) && s->items[end - 1].end == last->start)
		return LISTED(text.data + t->start, (size_t)(t->end - t->start), starters); /* Paul S. Grewal */
	return true;
}

static accord_status cut_sentences(scanner *s, accord_slice text, accord_tokens *tokens)
{
	uint32_t *starts = accord_arena_alloc(s->arena, (s->count + 1) * sizeof *starts);
	if (!starts)
		return ACCORD_ENOMEM;
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		if (!i || (!goes_on(&s->items[i - 1], &s->items[i]) && sentence_break(s, text, i))) {
			s->items[i].flags |= ACCORD_TOKEN_SENTENCE;
			starts[n++] = (uint32_t)i;
		}
	starts[n] = (uint32_t)s->count;
	tokens->items = s->items;
	tokens->count = s->count;
	tokens->sentences = starts;
	tokens->sentence_count = n;
	return ACCORD_OK;
}

/* White space: notes whether it holds a line or paragraph break. A short line without a point is a heading or a crumb. */
static void skip_any_space(scanner *s)
{
	size_t newlines = 0, size;
	while (s->at < s->len && class_at(s, s->at, &size) == SPACE) {
		newlines += s->bytes[s->at] == '\n';
		s->at += size;
		s->flags |= ACCORD_TOKEN_SPACE;
	}
	if (!s->count || newlines > 1)
		s->flags |= ACCORD_TOKEN_PARAGRAPH;
	else if (newlines == 1 && s->at < s->len && class_at(s, s->at, &size) == UPPER) {
		const accord_token *last = &s->items[s->count - 1];
		size_t line = s->count - 1;
		while (line && !memchr(s->bytes + s->items[line - 1].end, '\n', s->items[line].start - s->items[line - 1].end))
			line--;
		bool ended = last->kind == ACCORD_TOKEN_PUNCT;
		if (ended || last->end - s->items[line].start < 80)
			s->flags |= ACCORD_TOKEN_PARAGRAPH;
	}
}

static inline void skip_space(scanner *s)
{
	const unsigned char *next = (const unsigned char *)s->bytes + s->at;
	if (s->count && s->at + 1 < s->len && next[0] == ' ' && next[1] > ' ' && next[1] < 0x80) { /* one blank between two words */
		s->flags |= ACCORD_TOKEN_SPACE;
		s->at++;
	} else if (!s->count || s->at >= s->len || next[0] <= ' ' || next[0] >= 0x80) {
		skip_any_space(s);
	}
}

accord_status accord_tokenize(accord_arena *arena, accord_slice text, const char *lang, accord_tokens *tokens)
{
	scanner s = {.bytes = text.data, .len = text.len, .arena = arena};
	*tokens = (accord_tokens){0};
	s.italian = lang && !strcmp(lang, "it");
	s.german = lang && !strcmp(lang, "de");
	if (text.len > UINT32_MAX)
		return ACCORD_ENOMEM;
	for (skip_space(&s); s.at < s.len; skip_space(&s)) {
		size_t size;
		enum byte_class c = class_at(&s, s.at, &size);
		bool pushed = c == DIGIT ? scan_number(&s) : c >= UPPER ? scan_word(&s) : scan_punct(&s);
		if (!pushed)
			return ACCORD_ENOMEM;
	}
	return cut_sentences(&s, text, tokens);
}
