/*
 * Mistakes of rule files: all of them are collected and shown in the order of the files, each with its line, a caret
 * as wide as what is wrong, and a hint of what would be right.
 */
#include "syntax.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MISTAKES 200
#define MESSAGE_BYTES 400
#define WORD_BYTES 40 /* longer words are not compared */

static char *format_list(accord_arena *arena, const char *format, va_list list)
{
	char text[MESSAGE_BYTES];
	int n = vsnprintf(text, sizeof text, format, list);
	size_t len = n < 0 ? 0 : (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;
	while (len && ((unsigned char)text[len - 1] & 0xC0) == 0x80 && !accord_utf8_valid(text, len))
		len--;
	return accord_arena_copy(arena, text, len);
}

char *arena_format(accord_arena *arena, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	char *text = format_list(arena, format, list);
	va_end(list);
	return text;
}

static void add(struct diagnosis *d, struct extent at, bool warning, const char *hint, const char *format, va_list list)
{
	const char *message = format_list(d->arena, format, list);
	for (size_t i = 0; message && i < d->count; i++) /* a clause is read once for each verb: one mistake is told once */
		if (d->items[i].at.source == at.source && d->items[i].at.start == at.start &&
		    !strcmp(d->items[i].message, message))
			return;
	d->errors += !warning;
	if (d->count == MAX_MISTAKES)
		return;
	if (d->count == d->capacity) {
		size_t capacity = d->capacity ? d->capacity * 2 : 16;
		struct mistake *grown = accord_arena_grow(d->arena, d->items, d->capacity * sizeof *grown,
		                                          capacity * sizeof *grown);
		if (!grown)
			return;
		d->items = grown;
		d->capacity = capacity;
	}
	d->items[d->count++] = (struct mistake){at, message ? message : "out of memory", hint, warning};
}

void diagnose(struct diagnosis *d, struct extent at, const char *hint, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	add(d, at, false, hint, format, list);
	va_end(list);
}

void diagnose_warning(struct diagnosis *d, struct extent at, const char *hint, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	add(d, at, true, hint, format, list);
	va_end(list);
}

void take_mistakes(struct diagnosis *d, const struct diagnosis *from)
{
	d->errors += from->errors;
	for (size_t i = 0; i < from->count; i++) {
		struct mistake *grown = d->count < d->capacity ? d->items : NULL;
		if (!grown) {
			size_t capacity = d->capacity ? d->capacity * 2 : 16;
			grown = accord_arena_grow(d->arena, d->items, d->capacity * sizeof *grown, capacity * sizeof *grown);
			if (!grown)
				return;
			d->items = grown;
			d->capacity = capacity;
		}
		d->items[d->count++] = from->items[i];
	}
}

static int by_place(const void *a, const void *b)
{
	const struct mistake *x = a, *y = b;
	if (x->at.source != y->at.source) {
		if (!x->at.source || !y->at.source)
			return x->at.source ? 1 : -1;
		int order = strcmp(x->at.source->path, y->at.source->path);
		if (order)
			return order;
	}
	return x->at.start < y->at.start ? -1 : x->at.start > y->at.start;
}

/* Line and column of a mistake, its line, and how many characters of it are wrong. */
static void place(const struct mistake *m, accord_error *err, accord_slice *line, uint32_t *width)
{
	const struct source *s = m->at.source;
	size_t start = m->at.start < s->len ? m->at.start : s->len, begin = start, end = start, number = 1;
	while (begin > 0 && s->bytes[begin - 1] != '\n')
		begin--;
	while (end < s->len && s->bytes[end] != '\n')
		end++;
	for (size_t i = 0; i < begin; i++)
		number += s->bytes[i] == '\n';
	size_t last = m->at.end < end ? m->at.end : end;
	accord_error_at(err, s->path, (uint32_t)number, (uint32_t)accord_utf8_count(s->bytes + begin, start - begin) + 1);
	*line = (accord_slice){s->bytes + begin, end - begin};
	if (line->len && line->data[line->len - 1] == '\r')
		line->len--;
	*width = last > start ? (uint32_t)accord_utf8_count(s->bytes + start, last - start) : 1;
}

void diagnosis_report(struct diagnosis *d, accord_rules_report report, void *context, accord_error *err)
{
	bool told = false;
	if (d->count)
		qsort(d->items, d->count, sizeof *d->items, by_place);
	for (size_t i = 0; i < d->count; i++) {
		accord_error e;
		accord_slice line = {"", 0};
		uint32_t width = 0;
		accord_error_set(&e, ACCORD_ERULE, "%s", d->items[i].message);
		if (d->items[i].at.source)
			place(&d->items[i], &e, &line, &width);
		if (!d->items[i].warning && !told && err)
			*err = e;
		told |= !d->items[i].warning;
		if (report)
			report(context, &e, line, width, d->items[i].hint, d->items[i].warning);
	}
}

/* Levenshtein's distance with neighbours swapped (Damerau), two rows and the one before. */
static size_t distance(accord_slice a, const char *b, size_t b_len)
{
	size_t rows[3][WORD_BYTES + 1];
	if (a.len > WORD_BYTES || b_len > WORD_BYTES)
		return WORD_BYTES;
	for (size_t j = 0; j <= b_len; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t best = above[j - 1] + (a.data[i - 1] != b[j - 1]);
			if (above[j] + 1 < best)
				best = above[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a.data[i - 1] == b[j - 2] && a.data[i - 2] == b[j - 1] &&
			    two_above[j - 2] + 1 < best)
				best = two_above[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[a.len % 3][b_len];
}

const char *nearest_word(accord_slice word, const char *const *words, size_t count)
{
	const char *best = NULL;
	size_t least = word.len / 3 + 1;
	for (size_t i = 0; i < count; i++) {
		size_t far = distance(word, words[i], strlen(words[i]));
		if (far < least || (far == least && !best && word.len > 3)) {
			least = far;
			best = words[i];
		}
	}
	return best;
}

const char *suggest(accord_arena *arena, accord_slice word, const char *const *words, size_t count, const char *rest)
{
	const char *best = nearest_word(word, words, count);
	char list[MESSAGE_BYTES];
	size_t at = 0;
	list[0] = '\0';
	for (size_t i = 0; i < count && i < 20 && at + 60 < sizeof list; i++)
		at += (size_t)snprintf(list + at, sizeof list - at, "%s%.40s", i ? ", " : "", words[i]);
	if (!count)
		return best;
	if (best)
		return arena_format(arena, "did you mean %s? %s %s", best, rest, list);
	return arena_format(arena, "%s %s", rest, list);
}
