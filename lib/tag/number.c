/*
 * A number word is looked up in the classes of its language; one that is not there is cut into parts, the
 * longest first, since German and Italian write numbers in one word: zwei|und|zwanzig,
 * mille|nove|cento|settanta.
 */
#include "number.h"

#include <string.h>

#define MAX_DIGITS 18

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether all marks before the last group of digits cut groups of three. */
static bool grouped(accord_slice t, char mark)
{
	size_t since = 0;
	bool seen = false;
	for (size_t i = 0; i < t.len; i++) {
		if (digit(t.data[i])) {
			since++;
			continue;
		}
		if (t.data[i] != mark || since > 3 || !since || (seen && since != 3))
			return false;
		seen = true;
		since = 0;
	}
	return seen && since == 3;
}

static bool plain_value(accord_slice t, char skip, char decimal, double *value)
{
	double whole = 0, fraction = 0, place = 1;
	bool behind = false;
	size_t digits = 0;
	for (size_t i = 0; i < t.len; i++) {
		char c = t.data[i];
		if (digit(c)) {
			if (++digits > MAX_DIGITS)
				return false;
			if (behind)
				fraction = fraction * 10 + (c - '0'), place *= 10;
			else
				whole = whole * 10 + (c - '0');
		} else if (c == decimal && !behind) {
			behind = true;
		} else if (c != skip || behind) {
			return false;
		}
	}
	*value = whole + fraction / place;
	return digits > 0;
}

bool number_from_digits(accord_slice t, const char *lang, double *value)
{
	if (!t.len || !digit(t.data[0]))
		return false;
	char thousands = strcmp(lang, "en") ? '.' : ',', decimal = thousands == '.' ? ',' : '.';
	size_t marks = 0, points = 0, commas = 0, others = 0;
	for (size_t i = 0; i < t.len; i++) {
		if (digit(t.data[i]))
			continue;
		marks++;
		points += t.data[i] == '.';
		commas += t.data[i] == ',';
		others += t.data[i] != '.' && t.data[i] != ',';
	}
	if (!marks)
		return plain_value(t, 0, 0, value);
	if (others)
		return grouped(t, '\'') && plain_value(t, '\'', decimal, value);
	if (points && commas) { /* the last kind of mark is the decimal one: 1.500,5 and 1,500.5 */
		char last = t.data[t.len - 1];
		for (size_t i = t.len; i-- > 0;)
			if (!digit(t.data[i])) {
				last = t.data[i];
				break;
			}
		size_t of_last = last == '.' ? points : commas;
		char other = last == '.' ? ',' : '.';
		accord_slice head = {t.data, (size_t)((const char *)memchr(t.data, last, t.len) - t.data)};
		return of_last == 1 && grouped(head, other) && plain_value(t, other, last, value);
	}
	char mark = points ? '.' : ',';
	if (marks > 1)
		return grouped(t, mark) && plain_value(t, mark, 0, value);
	if (mark == thousands && grouped(t, mark) && t.data[0] != '0')
		return plain_value(t, mark, 0, value);
	return plain_value(t, 0, mark, value);
}

/* ---- words
 * ------------------------------------------------------------------------------------------------------- */

struct part {
	const char *text;
	int value; /* negative: multiplies what stands before; 0: joins */
};

/* The longest of two parts that begin alike stands first. */
static const struct part german[] = {
	{"einhundert", 100}, {"eintausend", 1000}, {"dreizehn", 13}, {"vierzehn", 14},  {"fünfzehn", 15},
	{"sechzehn", 16},    {"siebzehn", 17},     {"achtzehn", 18}, {"neunzehn", 19},  {"zwanzig", 20},
	{"dreißig", 30},     {"dreissig", 30},     {"vierzig", 40},  {"fünfzig", 50},   {"sechzig", 60},
	{"siebzig", 70},     {"achtzig", 80},      {"neunzig", 90},  {"hundert", -100}, {"tausend", -1000},
	{"sieben", 7},       {"sechs", 6},         {"zwölf", 12},    {"zehn", 10},      {"eins", 1},
	{"zwei", 2},         {"drei", 3},          {"vier", 4},      {"fünf", 5},       {"acht", 8},
	{"neun", 9},         {"elf", 11},          {"ein", 1},       {"und", 0},        {NULL, 0}};
static const struct part italian[] = {{"quattordici", 14}, {"diciassette", 17}, {"diciannove", 19},
				      {"cinquanta", 50},   {"cinquant", 50},    {"sessanta", 60},
				      {"sessant", 60},     {"settanta", 70},    {"settant", 70},
				      {"quaranta", 40},    {"quarant", 40},     {"novanta", 90},
				      {"novant", 90},      {"ottanta", 80},     {"ottant", 80},
				      {"trenta", 30},      {"trent", 30},       {"diciotto", 18},
				      {"quindici", 15},    {"tredici", 13},     {"dodici", 12},
				      {"undici", 11},      {"sedici", 16},      {"quattro", 4},
				      {"cinque", 5},       {"venti", 20},       {"vent", 20},
				      {"cento", -100},     {"cent", -100},      {"mille", 1000},
				      {"mila", -1000},     {"sette", 7},        {"dieci", 10},
				      {"nove", 9},         {"otto", 8},         {"due", 2},
				      {"tre", 3},          {"tré", 3},          {"sei", 6},
				      {"uno", 1},          {"un", 1},           {NULL, 0}};
static const struct part none[] = {{NULL, 0}};

/* zwei und zwanzig: 2 + 20; neun zehn hundert: 19 × 100; tausend: what was gathered × 1000. */
static bool word_value(const struct part *parts, accord_slice word, double *value)
{
	double total = 0, group = 0, last = 0;
	size_t at = 0, used = 0;
	while (at < word.len) {
		const struct part *p = parts;
		while (p->text && (strlen(p->text) > word.len - at ||
				   memcmp(word.data + at, p->text, strlen(p->text)) != 0))
			p++;
		if (!p->text || ++used > 12)
			return false;
		at += strlen(p->text);
		if (p->value == -1000 || p->value == 1000) {
			total += (group > 0 ? group : 1) * 1000;
			group = last = 0;
		} else if (p->value < 0) {
			group = (group > 0 ? group : 1) * -p->value;
			last = 0;
		} else if (p->value > 0) {
			/* "zweidrei" is no number: of two parts one must be the tens */
			if (last > 0 && last < 10 && p->value < 10)
				return false;
			group += p->value;
			last = p->value;
		} else if (!last) {
			return false;
		}
	}
	*value = total + group;
	return used > 0;
}

static bool class_number(const accord_rule_language *rules, accord_word word, const char *name, double *value)
{
	uint32_t class_of = word ? accord_rules_class(rules, name) : 0;
	accord_slice v = class_of ? accord_rules_class_value(rules, word, class_of) : (accord_slice){NULL, 0};
	return v.data && number_from_digits(v, "en", value);
}

/* Where a part begins in a word, not at its beginning; NULL if it does not. */
static const char *find_part(accord_slice word, const char *part)
{
	size_t n = strlen(part);
	for (size_t i = 1; i + n <= word.len; i++)
		if (!memcmp(word.data + i, part, n))
			return word.data + i;
	return NULL;
}

static bool item_value(const accord_rule_language *rules, const char *lang, const accord_item *item,
		       double *value)
{
	char folded[64];
	size_t n = 0;
	if (item->text.len && digit(item->text.data[0]))
		return number_from_digits(item->text, lang, value);
	if (class_number(rules, item->word, "number", value) ||
	    class_number(rules, item->word, "one", value) ||
	    class_number(rules, item->word, "scale", value) ||
	    class_number(rules, item->word, "ordinal", value) ||
	    class_number(rules, item->word, "fraction", value) ||
	    class_number(rules, item->word, "round_number", value))
		return true;
	if (item->text.len < 3 || item->text.len >= sizeof folded)
		return false;
	for (; n < item->text.len; n++) {
		char c = item->text.data[n];
		folded[n] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	accord_slice word = {folded, n};
	/* fünfeinhalb */
	if (lang[0] == 'd' && n > 7 && !memcmp(folded + n - 7, "einhalb", 7) &&
	    word_value(german, (accord_slice){folded, n - 7}, value)) {
		*value += 0.5;
		return true;
	}
	/* zehntägigen, 14jährige: how many */
	static const char *const spans[] = {"jährig", "monatig", "wöchig", "tägig", "stündig", "minütig"};
	for (size_t i = 0; lang[0] == 'd' && i < sizeof spans / sizeof *spans; i++) {
		const char *at = find_part(word, spans[i]);
		if (at)
			return word_value(german, (accord_slice){folded, (size_t)(at - folded)}, value);
	}
	return word_value(lang[0] == 'd' ? german : lang[0] == 'i' ? italian : none, word, value);
}

static bool three_digits(accord_slice t)
{
	return t.len == 3 && digit(t.data[0]) && digit(t.data[1]) && digit(t.data[2]);
}

bool number_from_items(const accord_rule_language *rules, const char *lang, const accord_item *items,
		       size_t first, size_t last, double *value)
{
	double total = 0, group = 0, fraction = 0, v, one;
	size_t found = 0;
	for (size_t i = first; i <= last; i++) {
		if (items[i].kind == ACCORD_ITEM_PUNCT)
			continue;
		if (!item_value(rules, lang, &items[i], &v))
			continue;
		found++;
		if (i > first && found > 1 && three_digits(items[i].text) && digit(items[i - 1].text.data[0])) {
			group = group * 1000 + v; /* 500 000 */
			continue;
		}
		if (v > 0 && v < 1) { /* half an hour; two and a half: the article is no one */
			fraction = v;
			size_t before = i; /* two-and-a-half */
			while (before > first && items[before - 1].kind == ACCORD_ITEM_PUNCT)
				before--;
			group -= before > first &&
				 class_number(rules, items[before - 1].word, "one", &one) && group > 0;
			continue;
		}
		if (fraction > 0 && found == 2 && v == 1)
			continue;
		if (v >= 1000 && i > first) {
			total += (group > 0 ? group : 1) * v;
			group = 0;
		} else if (v == 100 && group > 0 && group < 100) {
			group *= 100;
		} else if (found > 1 && group > 0 && group < 100 && v >= 10 && v < 100) {
			group = group * 100 + v; /* nineteen eighty-four */
		} else {
			group += v;
		}
	}
	*value = total + group + fraction;
	return found > 0;
}
