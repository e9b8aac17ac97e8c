/*
 * Seats of companies: a comma list of towns as the three languages write them ("München, Munich, Monaco di Baviera"),
 * against a word of a text, which may be the town, its genitive, or what German makes of it: Walldorfer, Münchner,
 * Bremer, Basler. The changes of the stem stand in a table, since a mere common beginning would take the Pariser for Parma.
 */
#include "company.h"
#include "name_lines.h"

#include <string.h>

#define SHORTEST_TOWN 3

static const struct {
	const char *drop, *add;
} adjectives[] = {
	{"", "s"},     {"", "er"},    {"", "ner"},    {"", "aner"}, {"", "eser"},  {"", "r"},
	{"en", "ner"}, {"en", "er"},  {"el", "ler"},  {"e", "er"},  {"ich", "cher"},
	{"stadt", "städter"}, {"ingen", "inger"},
};

static bool ends_so(accord_slice text, const char *end)
{
	size_t n = strlen(end);
	return text.len >= n && !memcmp(text.data + text.len - n, end, n);
}

/* "Münchner" for "München"; behind it may stand -n or -s: "den Münchnern". */
static bool adjective_of(accord_slice word, accord_slice town)
{
	for (size_t k = 0; k < sizeof adjectives / sizeof *adjectives; k++) {
		size_t drop = strlen(adjectives[k].drop), add = strlen(adjectives[k].add);
		if (!ends_so(town, adjectives[k].drop) || town.len - drop < SHORTEST_TOWN)
			continue;
		size_t stem = town.len - drop;
		if (word.len < stem + add || word.len > stem + add + 1 || memcmp(word.data, town.data, stem) != 0 ||
		    memcmp(word.data + stem, adjectives[k].add, add) != 0)
			continue;
		if (word.len == stem + add || word.data[word.len - 1] == 'n' || word.data[word.len - 1] == 's')
			return true;
	}
	return false;
}

bool accord_gazetteer_seated(accord_slice seats, accord_slice place, bool adjective)
{
	accord_slice town;
	while (next_value(&seats, &town))
		if (accord_slice_equal(town, place) ||
		    (adjective && town.len >= SHORTEST_TOWN && adjective_of(place, town)))
			return true;
	return false;
}
