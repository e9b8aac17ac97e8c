/* Which reports become one deal, and what they agree on: cases/gather.cases, forwards and backwards. */
#include "table.h"

#include <accord/store.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define MOST_REPORTS 16

struct told {
	accord_document doc;
	accord_deal deals[4];
	accord_party parties[4][8];
	int reports[4]; /* their numbers in the case */
};

struct outcome {
	char lines[MOST_REPORTS][128];
	size_t count;
};

static void add_party(accord_deal *deal, char name, accord_role role)
{
	static const char names[] = "abcdefghijklmnopqrstuvwxyz";
	accord_slice slice = {&names[name - 'a'], 1};
	deal->parties[deal->party_count++] = (accord_party){slice, slice, role, ACCORD_COMPANY};
}

/* Roles by type: who acts, on what. */
static void read_parties(accord_deal *deal, const char *text)
{
	static const accord_role roles[ACCORD_DEAL_TYPES][2] = {
		[ACCORD_ACQUISITION] = {ACCORD_ACQUIRER, ACCORD_TARGET},
		[ACCORD_MERGER] = {ACCORD_PARTY, ACCORD_PARTY},
		[ACCORD_INVESTMENT] = {ACCORD_INVESTOR, ACCORD_RECIPIENT},
		[ACCORD_JOINT_VENTURE] = {ACCORD_PARTNER, ACCORD_VENTURE},
		[ACCORD_PARTNERSHIP] = {ACCORD_PARTNER, ACCORD_PARTNER},
		[ACCORD_LICENSING] = {ACCORD_PARTY, ACCORD_LICENSEE},
		[ACCORD_ASSET_SALE] = {ACCORD_BUYER, ACCORD_SELLER},
		[ACCORD_SUPPLY] = {ACCORD_SUPPLIER, ACCORD_CUSTOMER},
		[ACCORD_SETTLEMENT] = {ACCORD_PARTY, ACCORD_PARTY},
		[ACCORD_SPIN_OFF] = {ACCORD_PARENT, ACCORD_UNIT},
	};
	accord_role role = roles[deal->type][0];
	for (; *text; text++)
		if (*text == '>')
			role = roles[deal->type][1];
		else if (*text == '<')
			role = ACCORD_SELLER;
		else if (*text >= 'a' && *text <= 'z')
			add_party(deal, *text, role);
}

static accord_slice kept(accord_arena *arena, const char *text)
{
	return strcmp(text, "-") ? accord_slice_copy(arena, accord_slice_of(text)) : (accord_slice){NULL, 0};
}

/* "type parties status date @published [value currency]" */
static bool read_report(accord_arena *arena, struct told *told, const char *text, int number)
{
	char type[32], parties[32], status[32], date[32], published[32], currency[4] = "", name[16];
	double amount = 0;
	int n = sscanf(text, "%31s %31s %31s %31s @%31s %lf %3s", type, parties, status, date, published, &amount,
	               currency);
	size_t k = told->doc.deal_count;
	if (n < 5 || k == 4)
		return false;
	accord_deal *deal = &told->deals[k];
	*deal = (accord_deal){.type = (accord_deal_type)accord_deal_type_from(accord_slice_of(type)),
	                      .status = (accord_deal_status)accord_deal_status_from(accord_slice_of(status)),
	                      .date = kept(arena, date),
	                      .parties = told->parties[k],
	                      .rule = accord_slice_of("r"),
	                      .confidence = 0.9};
	deal->value.amount = amount;
	strcpy(deal->value.currency, currency);
	read_parties(deal, parties);
	snprintf(name, sizeof name, "r%d", number);
	told->reports[k] = number;
	if (!k) {
		told->doc.id = kept(arena, name);
		told->doc.text = told->doc.id;
		told->doc.published = kept(arena, published);
	}
	told->doc.deals = told->deals;
	told->doc.deal_count++;
	return true;
}

static size_t read_case(accord_arena *arena, char *input, struct told *told)
{
	size_t n = 0;
	int number = 0;
	char *rest = input;
	for (char *part; (part = strtok_r(rest, "|", &rest));) {
		while (*part == ' ')
			part++;
		bool same = *part == '+';
		if (!same)
			memset(&told[n++], 0, sizeof *told);
		assert_true(read_report(arena, &told[n - 1], part + same, ++number));
	}
	return n;
}

/* The numbers of the reports that an event holds, found by document and status. */
static void write_outcome(accord_store *store, accord_arena *arena, const struct told *told, size_t count,
                          struct outcome *outcome)
{
	memset(outcome, 0, sizeof *outcome);
	for (int64_t row = 1; row < 100 && outcome->count < MOST_REPORTS; row++) {
		accord_event event;
		bool in[MOST_REPORTS + 1] = {false};
		if (accord_store_get_event(store, arena, row, &event, NULL) != ACCORD_OK)
			continue;
		for (size_t r = 0; r < event.report_count; r++)
			for (size_t d = 0; d < count; d++)
				for (size_t k = 0; k < told[d].doc.deal_count; k++)
					if (accord_slice_equal(event.reports[r].document, told[d].doc.id) &&
					    accord_slice_equal(event.reports[r].deal.parties[0].id,
					                       told[d].deals[k].parties[0].id))
						in[told[d].reports[k]] = true;
		char *line = outcome->lines[outcome->count++];
		for (int i = 1; i <= MOST_REPORTS; i++)
			if (in[i])
				sprintf(line + strlen(line), "%d ", i);
		sprintf(line + strlen(line), "%s %.*s", accord_deal_status_name(event.deal.status),
		        (int)event.deal.date.len, event.deal.date.data ? event.deal.date.data : "");
	}
}

static bool as_expected(const struct outcome *outcome, const char *expected)
{
	size_t events = 1, found = 0;
	for (const char *p = expected; (p = strstr(p, " | ")); p += 3)
		events++;
	for (size_t i = 0; i < outcome->count; i++) {
		const char *at = strstr(expected, outcome->lines[i]);
		size_t len = strlen(outcome->lines[i]);
		found += at && (at == expected || !strncmp(at - 2, "| ", 2)) && (!at[len] || !strncmp(at + len, " |", 2));
	}
	return events == outcome->count && found == events;
}

static bool run_order(accord_arena *arena, const struct told *told, size_t count, bool backwards, const char *expected)
{
	accord_store *store = NULL;
	struct outcome outcome;
	assert_int_equal(accord_store_open(":memory:", ACCORD_STORE_WRITE, &store, NULL), ACCORD_OK);
	for (size_t i = 0; i < count; i++) {
		const struct told *t = &told[backwards ? count - 1 - i : i];
		assert_int_equal(accord_store_put_document(store, &t->doc, NULL, NULL, NULL, NULL), ACCORD_OK);
		if (backwards) /* after each: one by one must give what all at once gives */
			assert_int_equal(accord_store_merge(store, false, NULL), ACCORD_OK);
	}
	assert_int_equal(accord_store_merge(store, false, NULL), ACCORD_OK);
	write_outcome(store, arena, told, count, &outcome);
	accord_store_close(store);
	bool good = as_expected(&outcome, expected);
	for (size_t i = 0; !good && i < outcome.count; i++)
		fprintf(stderr, "%s%s%s", backwards && !i ? "backwards: " : "", outcome.lines[i],
		        i + 1 < outcome.count ? " | " : "\n");
	return good;
}

static bool gather_case(char *input, char *expected)
{
	static struct told told[MOST_REPORTS];
	accord_arena *arena = accord_arena_new(0);
	size_t count = read_case(arena, input, told);
	bool good = run_order(arena, told, count, false, expected);
	good &= run_order(arena, told, count, true, expected);
	accord_arena_free(arena);
	return good;
}

static void gathers(void **state)
{
	(void)state;
	assert_int_equal(table_run(TEST_CASES "/gather.cases", gather_case), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(gathers)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
