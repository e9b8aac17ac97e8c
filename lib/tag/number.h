/*
 * Numbers as a text has them: "1.500,5" by the marks of its language, "zweiundzwanzig",
 * "millenovecentosettanta", "twenty-two", "2 hundred thousand".
 */
#ifndef TAG_NUMBER_H
#define TAG_NUMBER_H

#include <accord/rules.h>

/* Digits with marks; false if the text is none (05.11.2019). `lang` decides what a single mark before three
 * digits is. */
bool number_from_digits(accord_slice text, const char *lang, double *value);

/* Items[first .. last] as one number; classes `number`, `one`, `ordinal`, `scale` give words their values. */
bool number_from_items(const accord_rule_language *rules, const char *lang, const accord_item *items,
		       size_t first, size_t last, double *value);

#endif
