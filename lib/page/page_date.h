/*
 * Absolute dates as pages write them, for metadata only: ISO 8601 in attributes, and "05.11.2019 17:06 Uhr",
 * "5 novembre 2019", "Nov 5, 2019" near the headline. Dates inside the article's text are the tagger's
 * business.
 */
#ifndef PAGE_DATE_H
#define PAGE_DATE_H

#include <accord/arena.h>
#include <accord/text.h>

struct page_date {
	int16_t year; /* 0: no date */
	uint8_t month, day;
	int8_t hour, minute, second; /* -1 where not given */
	int16_t offset;              /* minutes east of Greenwich, PAGE_NO_OFFSET where not given */
};

#define PAGE_NO_OFFSET INT16_MIN

/*
 * Read a whole attribute or a stretch of running text: the first plausible date in it (1995 to 2100).
 *
 * @param month_first  whether 5/11/2019 is the eleventh of May
 * @param[out] begin,end  where it stands; may be NULL
 * @return false if there is none
 */
bool page_date_find(accord_slice text, bool month_first, struct page_date *date, size_t *begin, size_t *end);

/* /2019/11/05/ and the like in a URL. */
bool page_date_in_url(accord_slice url, struct page_date *date);

/* As ISO 8601, as much as is known. */
accord_slice page_date_text(accord_arena *arena, const struct page_date *date);

/*
 * A time given in UTC as Central Europe's clocks show it (EU summer time, Directive 2000/84/EC): the same
 * instant, but the day on which readers there got it.
 */
void page_date_to_central_europe(struct page_date *date);

/* Days since an arbitrary one, for differences. */
int32_t page_date_day_number(const struct page_date *date);

bool page_date_same_day(const struct page_date *a, const struct page_date *b);

#endif
