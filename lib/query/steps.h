/* How far the rules came in a sentence, the furthest pattern of each rule. */
#ifndef QUERY_STEPS_H
#define QUERY_STEPS_H

#include <accord/why.h>

#define MOST_STEPS 512

struct rule_steps {
	accord_why_step *items; /* room for MOST_STEPS, the caller's */
	size_t count, woken;
	const accord_sentence_trace *trace;
};

/* Fills the list, the furthest first. What a company's name alone woke tells nothing unless it came to its
 * end. */
accord_status rule_steps_of(struct rule_steps *list, accord_arena *arena,
			    const accord_sentence_trace *sentence);

#endif
