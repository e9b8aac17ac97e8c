/**
 * @file feed_date.h
 * Dates as feeds write them, which is in every way there is: RFC 822 with and without its rules, ISO 8601 at
 * any length, asctime, German and Italian month names, seconds since 1970.
 *
 *   Di, 05 Nov 2019 17:06:00 MEZ    ->  2019-11-05T17:06:00+01:00
 *   5. November 2019, 17.06 Uhr     ->  2019-11-05T17:06:00
 *   20031231                        ->  2003-12-31
 */
#ifndef ACCORD_FEED_DATE_H
#define ACCORD_FEED_DATE_H

#include <accord/error.h>
#include <accord/text.h>

/** Room for the longest text that accord_feed_date_text writes, NUL included. */
#define ACCORD_FEED_DATE_SIZE 32

/** A date as precisely as it was written. Unknown parts are 0. */
typedef struct accord_feed_date {
	int year;       /**< 1900 to 2100: others are nobody's news */
	int month, day; /**< 0 if the text names no month or day */
	int hour, minute, second;
	int offset; /**< minutes east of Greenwich */
	bool has_time, has_offset;
	bool zulu; /**< the offset was written as GMT, UTC or Z */
} accord_feed_date;

/**
 * Read a date. A weekday is not held against the date; 24:00 is the next day's 0:00; a leap second is the
 * second before.
 *
 * @param text  UTF-8 with anything around it
 * @return ACCORD_OK; ACCORD_EINPUT with what is wrong ("February 2019 has no day 31")
 */
accord_status accord_feed_date_read(accord_slice text, accord_feed_date *date, accord_error *err);

/**
 * The date as ISO 8601: `2019`, `2019-11`, `2019-11-05`, or with its time and offset; Z where it was written
 * as GMT, and no offset where none was written.
 *
 * @param buffer  room for ACCORD_FEED_DATE_SIZE bytes
 * @return length written, without the NUL
 */
size_t accord_feed_date_text(const accord_feed_date *date, char *buffer);

#endif
