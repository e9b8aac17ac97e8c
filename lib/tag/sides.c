/*
 * Who of two supplies the other, where the words leave it open: "Tesla signed a supply agreement with Albemarle", "Albemarle signed a
 * supply agreement with Tesla". Goods go one way, from who makes the stuff to who makes a part of it, a machine of the parts, and
 * uses the machine. What a firm makes is told by the company files (`kind`) or its name; of two of the same step, or of one that has none,
 * the words are taken as they stand.
 */
#include "deal.h"

#include <string.h>

#define TELLS_SIDES 41 /* rules from this priority on know who supplies */
#define NO_STEP 0

static const struct {
	const char *kind;
	int step;
} steps[] = {
	{"chemistry", 1},  {"chip", 2},      {"battery", 2},   {"solar", 2},      {"storage", 2},   {"software", 3},
	{"hardware", 3},   {"security", 3},  {"it services", 3}, {"IT services", 3}, {"industry", 3}, {"car tech", 4},
	{"car", 5},        {"aerospace", 5}, {"telecom", 6},   {"airline", 6},    {"bank", 6},      {"insurance", 6},
	{"retail", 6},     {"transport", 6}, {"logistics", 6}, {"food", 6},       {"media", 6},
};

/* What a firm that no file knows is told to make by the last word of its name: "Piedmont Lithium", "Great Wall Motors". */
static const struct {
	const char *word;
	int step;
} last_words[] = {
	{"Lithium", 1},    {"Mining", 1},   {"Minerals", 1},  {"Chemicals", 1}, {"Chemical", 1},       {"Materials", 1},
	{"Steel", 1},      {"Metals", 1},   {"Nickel", 1},    {"Semiconductor", 2}, {"Semiconductors", 2}, {"Microelectronics", 2},
	{"Battery", 2},    {"Batteries", 2}, {"Solar", 2},    {"Software", 3},  {"Systems", 3},        {"Electronics", 3},
	{"Networks", 3},   {"Motors", 5},   {"Motor", 5},     {"Automotive", 5}, {"Airlines", 6},      {"Airways", 6},
	{"Bank", 6},       {"Telecom", 6},  {"Insurance", 6}, {"Railways", 6},  {"Mobile", 6},         {"Stores", 6},
};

static int step_of_name(accord_slice name)
{
	for (size_t i = 0; i < sizeof last_words / sizeof *last_words; i++) {
		size_t n = strlen(last_words[i].word);
		if (name.len > n + 1 && name.data[name.len - n - 1] == ' ' && !memcmp(name.data + name.len - n, last_words[i].word, n))
			return last_words[i].step;
	}
	return NO_STEP;
}

static int step_of(const struct analysis *a, const struct candidate_party *p)
{
	const struct company *company = p->company != UINT32_MAX ? &a->companies[p->company] : NULL;
	for (size_t i = 0; company && i < sizeof steps / sizeof *steps; i++)
		if (accord_slice_is(company->kind, steps[i].kind))
			return steps[i].step;
	return company && !company->kind.len ? step_of_name(company->name) : NO_STEP;
}

void right_sides(const struct analysis *a, struct candidate *c)
{
	int first_supplier = 0, last_customer = 0;
	if (c->type != ACCORD_SUPPLY || accord_rule_priority(c->match->rule) >= TELLS_SIDES)
		return;
	for (size_t i = 0; i < c->party_count; i++) {
		int step = step_of(a, &c->parties[i]);
		if (step == NO_STEP)
			return;
		if (c->parties[i].role == ACCORD_SUPPLIER && (!first_supplier || step < first_supplier))
			first_supplier = step;
		if (c->parties[i].role == ACCORD_CUSTOMER && step > last_customer)
			last_customer = step;
	}
	for (size_t i = 0; last_customer && first_supplier > last_customer && i < c->party_count; i++)
		c->parties[i].role = c->parties[i].role == ACCORD_SUPPLIER ? ACCORD_CUSTOMER : ACCORD_SUPPLIER;
}
