/* What was meant by a word that is none: the nearest of a list, two letters off at most. */
#include "near.h"

#include <string.h>

#define LONGEST 32

/* Letters to change, add, leave out or swap with the next. */
static size_t distance(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), rows[3][LONGEST + 1];
	if (n > LONGEST || m > LONGEST)
		return SIZE_MAX;
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t k = 0; k <= m; k++)
		last[k] = k;
	for (size_t i = 1; i <= n; i++) {
		row[0] = i;
		for (size_t k = 1; k <= m; k++) {
			size_t best = last[k - 1] + (a[i - 1] != b[k - 1]);
			best = last[k] + 1 < best ? last[k] + 1 : best;
			best = row[k - 1] + 1 < best ? row[k - 1] + 1 : best;
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] && before[k - 2] + 1 < best)
				best = before[k - 2] + 1;
			row[k] = best;
		}
		size_t *oldest = before;
		before = last;
		last = row;
		row = oldest;
	}
	return last[m];
}

void near_look(struct near *near, const char *candidate)
{
	size_t off = distance(near->word, candidate), len = strlen(near->word);
	bool begins = len >= 3 && !strncmp(near->word, candidate, len);
	if (begins && off > 2)
		off = 2;
	if (off > (len < 4 ? 1 : 2) || (near->best && off >= near->off))
		return;
	near->best = candidate;
	near->off = off;
}
