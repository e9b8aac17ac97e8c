/* Which of the matches of date and amount rules stay, and what their captures are. */
#ifndef TAG_CHOOSE_H
#define TAG_CHOOSE_H

#include <accord/rules.h>

/* The items that a match is about: its `span` capture, or the capture that the field `span` names, else all
 * that it took in. */
void match_span(const accord_match *match, uint32_t *first, uint32_t *last);

/*
 * The longest matches, then those of higher priority, none overlapping another's span, in order of place.
 * `matches` is sorted on the way. Returns how many; `*chosen` lives in the arena.
 */
size_t choose_matches(accord_match *matches, size_t count, size_t items, accord_arena *arena,
		      accord_match ***chosen);

/* A capture by its name, NULL if the match has none. */
const accord_binding *match_binding(const accord_match *match, accord_slice name);

/* The value that a class gives to one of the captured words; unknown if none has one. */
accord_slice match_class_value(const accord_rule_language *rules, const accord_item *items,
			       const accord_binding *binding, const char *class_name);

#endif
