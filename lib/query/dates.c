/*
 * Dates as people write them: ISO ("2019-11"), the orders of the three languages ("05.11.2019", "11/2019", "5
 * novembre 2019", "Q3 2019"), and what is counted from today ("last month", "vor 3 Wochen", "3 mesi fa",
 * "30d").
 */
#include <accord/period.h>
#include <accord/query.h>

#include <string.h>

#define MOST_WORDS 5

struct date_word {
	const char *text;
	int value;
};

static const struct date_word months[] = {
	{"january", 1},   {"jan", 1},       {"januar", 1},    {"janner", 1},   {"gennaio", 1},
	{"gen", 1},       {"february", 2},  {"feb", 2},       {"februar", 2},  {"febbraio", 2},
	{"march", 3},     {"mar", 3},       {"marz", 3},      {"maerz", 3},    {"marzo", 3},
	{"april", 4},     {"apr", 4},       {"aprile", 4},    {"may", 5},      {"mai", 5},
	{"maggio", 5},    {"mag", 5},       {"june", 6},      {"jun", 6},      {"juni", 6},
	{"giugno", 6},    {"giu", 6},       {"july", 7},      {"jul", 7},      {"juli", 7},
	{"luglio", 7},    {"lug", 7},       {"august", 8},    {"aug", 8},      {"agosto", 8},
	{"ago", 8},       {"september", 9}, {"sep", 9},       {"sept", 9},     {"settembre", 9},
	{"set", 9},       {"october", 10},  {"oct", 10},      {"oktober", 10}, {"okt", 10},
	{"ottobre", 10},  {"ott", 10},      {"november", 11}, {"nov", 11},     {"novembre", 11},
	{"december", 12}, {"dec", 12},      {"dezember", 12}, {"dez", 12},     {"dicembre", 12},
	{"dic", 12},
};

/* d, w, m, y as characters */
static const struct date_word units[] = {
	{"d", 'd'},       {"day", 'd'},    {"days", 'd'},    {"tag", 'd'},       {"tage", 'd'},
	{"tagen", 'd'},   {"giorno", 'd'}, {"giorni", 'd'},  {"w", 'w'},         {"week", 'w'},
	{"weeks", 'w'},   {"woche", 'w'},  {"wochen", 'w'},  {"settimana", 'w'}, {"settimane", 'w'},
	{"m", 'm'},       {"month", 'm'},  {"months", 'm'},  {"monat", 'm'},     {"monate", 'm'},
	{"monaten", 'm'}, {"mese", 'm'},   {"mesi", 'm'},    {"y", 'y'},         {"year", 'y'},
	{"years", 'y'},   {"jahr", 'y'},   {"jahre", 'y'},   {"jahren", 'y'},    {"anno", 'y'},
	{"anni", 'y'},    {"q", 'q'},      {"quarter", 'q'}, {"quartal", 'q'},   {"trimestre", 'q'},
};

/* -1 last, 0 this */
static const struct date_word which[] = {
	{"last", -1},       {"past", -1},        {"previous", -1},    {"letzte", -1},  {"letzten", -1},
	{"letzter", -1},    {"letztes", -1},     {"vorige", -1},      {"vorigen", -1}, {"voriges", -1},
	{"vergangene", -1}, {"vergangenen", -1}, {"vergangenes", -1}, {"scorso", -1},  {"scorsa", -1},
	{"ultimo", -1},     {"ultima", -1},      {"passato", -1},     {"passata", -1}, {"this", 0},
	{"current", 0},     {"diese", 0},        {"diesen", 0},       {"dieser", 0},   {"dieses", 0},
	{"questo", 0},      {"questa", 0},
};

static const struct date_word days[] = {
	{"today", 0},      {"heute", 0},    {"oggi", 0},  {"now", 0},
	{"yesterday", -1}, {"gestern", -1}, {"ieri", -1}, {"vorgestern", -2},
};

#define LOOK_UP(table, word, value) look_up(table, sizeof table / sizeof *table, word, value)

static bool look_up(const struct date_word *table, size_t count, accord_slice word, int *value)
{
	for (size_t i = 0; i < count; i++)
		if (accord_slice_is(word, table[i].text)) {
			*value = table[i].value;
			return true;
		}
	return false;
}

/* A number of at most six digits, a trailing point or º taken off. */
static bool number(accord_slice word, int *value)
{
	while (word.len && strchr(".,", word.data[word.len - 1]))
		word.len--;
	if (!word.len || word.len > 6)
		return false;
	int n = 0;
	for (size_t i = 0; i < word.len; i++) {
		if (word.data[i] < '0' || word.data[i] > '9')
			return false;
		n = n * 10 + (word.data[i] - '0');
	}
	*value = n;
	return true;
}

static bool in_years(int year)
{
	return year >= 1800 && year <= 2200;
}

static void set_months(int64_t year, int first, int count, accord_period *p)
{
	while (first < 1) {
		first += 12;
		year--;
	}
	int last = first + count - 1;
	int64_t last_year = year + (last - 1) / 12;
	last = (last - 1) % 12 + 1;
	*p = (accord_period){
		accord_day_of(year, (unsigned)first, 1),
		accord_day_of(last_year, (unsigned)last, accord_month_days(last_year, (unsigned)last))};
}

/* "05.11.2019", "5/11/2019", "11.2019", "11/2019": day first, as all three languages of the news here have
 * it. */
static bool point_date(accord_slice word, accord_period *p)
{
	int part[3] = {0}, n = 0;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.data[i];
		if (c >= '0' && c <= '9' && part[n] < 100000)
			part[n] = part[n] * 10 + (c - '0');
		else if ((c == '.' || c == '/') && n < 2 && i + 1 < word.len)
			n++;
		else
			return false;
	}
	if (n == 1 && part[0] >= 1 && part[0] <= 12 && in_years(part[1])) {
		set_months(part[1], part[0], 1, p);
		return true;
	}
	if (n != 2 || !in_years(part[2]) || part[1] < 1 || part[1] > 12 || part[0] < 1 ||
	    part[0] > (int)accord_month_days(part[2], (unsigned)part[1]))
		return false;
	p->from = p->to = accord_day_of(part[2], (unsigned)part[1], (unsigned)part[0]);
	return true;
}

/* "30d", "6m": the last so many days up to today. */
static bool ago(int count, int unit, int64_t today, accord_period *p, bool span)
{
	int64_t year, day = today;
	unsigned month, dom;
	accord_day_split(today, &year, &month, &dom);
	if (count > 20000)
		return false;
	if (unit == 'd')
		day = today - count;
	else if (unit == 'w')
		day = today - 7 * (int64_t)count;
	else {
		int64_t back = (int64_t)count * (unit == 'y'   ? 12
						 : unit == 'q' ? 3
							       : 1),
			m = year * 12 + (int)month - 1 - back;
		if (m < 12)
			return false;
		unsigned last = accord_month_days(m / 12, (unsigned)(m % 12) + 1);
		day = accord_day_of(m / 12, (unsigned)(m % 12) + 1, dom < last ? dom : last);
	}
	*p = (accord_period){day, span ? today : day};
	return true;
}

/* "last month", "this year". */
static bool calendar(int shift, int unit, int64_t today, accord_period *p)
{
	int64_t year;
	unsigned month, dom;
	accord_day_split(today, &year, &month, &dom);
	switch (unit) {
	case 'd':
		*p = (accord_period){today + shift, today + shift};
		return true;
	case 'w':
		p->from = today - (today + 3) % 7 + 7 * shift;
		p->to = p->from + 6;
		return true;
	case 'm':
		set_months(year, (int)month + shift, 1, p);
		return true;
	case 'q':
		set_months(year, ((int)month - 1) / 3 * 3 + 1 + 3 * shift, 3, p);
		return true;
	default:
		set_months(year + shift, 1, 12, p);
		return true;
	}
}

static bool one_word(accord_slice word, int64_t today, accord_period *p)
{
	int value, unit;
	size_t digits = 0;
	if ((word.len >= 4 && accord_period_of(word, p)) || point_date(word, p))
		return true;
	if (LOOK_UP(days, word, &value)) {
		*p = (accord_period){today + value, today + value};
		return true;
	}
	if (LOOK_UP(months, word, &value)) { /* the last one of that name */
		int64_t year;
		unsigned month, dom;
		accord_day_split(today, &year, &month, &dom);
		set_months(year - (value > (int)month), value, 1, p);
		return true;
	}
	while (digits < word.len && word.data[digits] >= '0' && word.data[digits] <= '9')
		digits++;
	accord_slice rest = {word.data + digits, word.len - digits};
	return digits && rest.len && number((accord_slice){word.data, digits}, &value) &&
	       LOOK_UP(units, rest, &unit) && unit != 'q' && ago(value, unit, today, p, true);
}

/* "q3 2019", "2019 q3", "h1 2019" */
static bool part_of_year(accord_slice part, accord_slice year, accord_period *p)
{
	char iso[8];
	int y;
	if (part.len != 2 || !strchr("qh", part.data[0]) || !number(year, &y) || year.len != 4)
		return false;
	memcpy(iso, year.data, 4);
	iso[4] = '-';
	iso[5] = part.data[0] == 'q' ? 'Q' : 'H';
	iso[6] = part.data[1];
	return accord_period_of((accord_slice){iso, 7}, p);
}

static bool two_words(accord_slice a, accord_slice b, int64_t today, accord_period *p)
{
	int x, y;
	if (part_of_year(a, b, p) || part_of_year(b, a, p))
		return true;
	if (LOOK_UP(months, a, &x) && number(b, &y) && in_years(y)) {
		set_months(y, x, 1, p);
		return true;
	}
	if (LOOK_UP(which, a, &x) && LOOK_UP(units, b, &y))
		return calendar(x, y, today, p);
	return LOOK_UP(units, a, &y) && LOOK_UP(which, b, &x) && calendar(x, y, today, p);
}

static bool three_words(const accord_slice w[3], int64_t today, accord_period *p)
{
	int count, unit, x, month, year;
	if (number(w[0], &count) && LOOK_UP(months, w[1], &month) && number(w[2], &year) && in_years(year)) {
		if (count < 1 || count > (int)accord_month_days(year, (unsigned)month))
			return false;
		p->from = p->to = accord_day_of(year, (unsigned)month, (unsigned)count);
		return true;
	}
	if (accord_slice_is(w[0], "vor") && number(w[1], &count) && LOOK_UP(units, w[2], &unit))
		return ago(count, unit, today, p, false);
	if (number(w[0], &count) && LOOK_UP(units, w[1], &unit) &&
	    (accord_slice_is(w[2], "ago") || accord_slice_is(w[2], "fa")))
		return ago(count, unit, today, p, false);
	return LOOK_UP(which, w[0], &x) && x < 0 && number(w[1], &count) && LOOK_UP(units, w[2], &unit) &&
	       ago(count, unit, today, p, true);
}

bool accord_query_date(accord_slice text, int64_t today, int64_t *from, int64_t *to)
{
	accord_slice words[MOST_WORDS];
	accord_period p;
	size_t n = 0;
	bool good = false;
	text = accord_slice_trim(text);
	if (!text.len || text.len > 60)
		return false;
	accord_arena *arena = accord_arena_new(0);
	accord_slice folded = arena ? accord_text_fold_loose(arena, text) : (accord_slice){NULL, 0};
	if (accord_period_of(text, &p) && text.len > 3 && text.data[0] != '0')
		good = true; /* with its capitals: 2019-Q3, 2019-W45 */
	for (size_t i = 0; !good && i < folded.len && n < MOST_WORDS;) {
		size_t start = i;
		while (i < folded.len && folded.data[i] != ' ')
			i++;
		if (i > start)
			words[n++] = (accord_slice){folded.data + start, i - start};
		i++;
	}
	if (!good && n == 1 && words[0].len == 7 && words[0].data[4] == '-') /* 2019-q3 */
		good = part_of_year((accord_slice){words[0].data + 5, 2}, (accord_slice){words[0].data, 4},
				    &p);
	if (!good)
		good = (n == 1 && one_word(words[0], today, &p)) ||
		       (n == 2 && two_words(words[0], words[1], today, &p)) ||
		       (n == 3 && three_words(words, today, &p));
	accord_arena_free(arena);
	if (good) {
		*from = p.from;
		*to = p.to;
	}
	return good;
}
