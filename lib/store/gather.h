/* Which reports in a block tell the same deal (gather.c), and what the reports of one deal agree on
 * (consensus.c). */
#ifndef STORE_GATHER_H
#define STORE_GATHER_H

#include <accord/arena.h>
#include <accord/document.h>
#include <accord/period.h>

#define MENTION_PARTIES 16

struct mention_party {
	int64_t company;
	accord_slice key;
	uint8_t role, kind;
};

/* A deal in a document, with what gathering looks at. */
struct mention {
	int64_t deal, document;
	accord_slice document_key, site, lang, published, title, date, object;
	accord_deal_type type;
	accord_deal_status status;
	accord_period told;         /* the days that `date` covers */
	bool has_date, fresh, copy; /* copy: its document repeats another's text */
	int64_t day;                /* of publication; UNKNOWN_DAY */
	accord_money value;
	double confidence;
	struct mention_party parties[MENTION_PARTIES];
	size_t party_count;
	size_t gathering; /* result: index of the first mention of its gathering */
};

#define UNKNOWN_DAY INT64_MIN

/* Mentions of one block and family in, `gathering` of each out. The order of the mentions does not matter. */
accord_status gather_mentions(accord_arena *arena, struct mention *mentions, size_t count, accord_error *err);

/* Whether two stated values can be the same: other currencies can, so can amounts within a third. */
bool values_contradict(const accord_money *a, const accord_money *b);

struct step {
	accord_deal_status status;
	accord_slice date;
	const struct mention *by;
};

struct consensus {
	accord_deal deal;   /* parties with ids (keys), in order of roles */
	int64_t *companies; /* rows of the parties */
	struct step *steps;
	size_t step_count;
	const struct mention *headline;
	size_t reports, sources; /* documents; sites with words of their own */
	accord_slice langs;
	bool fresh;
	int64_t last_day; /* first day of the latest step or news, UNKNOWN_DAY */
};

/* Mentions of one event, sorted by publication in place. */
accord_status agree_on_event(accord_arena *arena, struct mention *mentions, size_t count,
			     struct consensus *event, accord_error *err);

#endif
