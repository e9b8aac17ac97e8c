/* Sentences that stand in articles but are none of them: "Read also:", newsletter pitches, notes of the
 * consent tool. */
#ifndef PAGE_PHRASES_H
#define PAGE_PHRASES_H

#include <accord/text.h>

/* Why a short block is such a sentence, or NULL. */
const char *page_phrase_reason(accord_slice text);

/* Whether such a sentence at the head of an element speaks for all of it: "Read also", "Subscribe", "Leave a reply". */
bool page_phrase_heads_box(const char *reason);

#endif
