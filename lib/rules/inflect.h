/*
 * What lexicon.c and the inflections of the three languages share: one entry being spread into its forms.
 * All text here is folded already.
 */
#ifndef RULES_INFLECT_H
#define RULES_INFLECT_H

#include <accord/lexicon.h>

#define GIVEN_MAX 32  /* irregular forms that one entry may give */
#define FORM_MAX 160  /* bytes of a form; an entry's own words are at most a third of it */

/* A form that the file gives: positional (key.len == 0) or named, `pp=stretto`. */
typedef struct given_form {
	accord_slice key, form;
} given_form;

typedef struct paradigm {
	accord_lexicon *lexicon;
	accord_lemma lemma;
	accord_word particle;  /* of the readings that are added now */
	accord_slice prefix;   /* stands before each form that is added now: auf + gekauft */
	accord_slice name;     /* the word itself, without particle and bar */
	accord_slice separable; /* the particle, or nothing */
	given_form given[GIVEN_MAX];
	size_t given_count;
	accord_status status;
} paradigm;

/* Add stem + ending, behind the prefix, as a form of the lemma. */
void paradigm_add(paradigm *p, uint32_t forms, accord_slice stem, const char *ending);
/* Add one form for each of the endings, which are separated by a space. */
void paradigm_add_all(paradigm *p, uint32_t forms, accord_slice stem, const char *endings);
/* The i-th positional form, or nothing; `-` is nothing too. */
accord_slice paradigm_positional(const paradigm *p, size_t i);
/* Whether the i-th positional form is there at all, even as `-`. */
bool paradigm_has_positional(const paradigm *p, size_t i);
/* The n-th form given under a key, or nothing. */
accord_slice paradigm_named(const paradigm *p, const char *key, size_t n);
/* Add every form given under a key; false if there is none. */
bool paradigm_add_named(paradigm *p, const char *key, uint32_t forms);

/* Slices as words: does it end so, begin so; without its last bytes; without its first bytes. */
bool ends_with(accord_slice word, const char *ending);
bool begins_with(accord_slice word, const char *beginning);
accord_slice without_last(accord_slice word, size_t bytes);
accord_slice without_first(accord_slice word, size_t bytes);
char last_byte(accord_slice word);
bool one_of(accord_slice word, const char *const *list, size_t count);
#define ONE_OF(word, list) one_of(word, list, sizeof(list) / sizeof *(list))

accord_status inflect_de(paradigm *p, accord_pos pos, accord_error *err);
accord_status inflect_it(paradigm *p, accord_pos pos, accord_error *err);
accord_status inflect_en(paradigm *p, accord_pos pos, accord_error *err);

#endif
