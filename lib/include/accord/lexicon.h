/**
 * @file lexicon.h
 * The words of one language that rules speak of: forms made from dictionary entries, their lemmas, and word classes.
 * Immutable once it is built, so threads share it.
 */
#ifndef ACCORD_LEXICON_H
#define ACCORD_LEXICON_H

#include <accord/arena.h>
#include <accord/error.h>
#include <accord/text.h>

#include <stdbool.h>
#include <stdint.h>

/** A folded word form (accord_text_fold), numbered from 1; 0 is a word that no rule and no entry names. */
typedef uint32_t accord_word;
/** A dictionary entry, numbered from 1. */
typedef uint32_t accord_lemma;

typedef enum accord_pos { ACCORD_POS_WORD, ACCORD_POS_VERB, ACCORD_POS_NOUN, ACCORD_POS_ADJECTIVE } accord_pos;

/** Forms as rules name them (`<kaufen:pp>`); a form of the word may be several at once ("übernommen" pp and adj). */
enum {
	ACCORD_FORM_FINITE = 1 << 0,      /**< finite, any tense; other bits tell the mood (en: third person and past) */
	ACCORD_FORM_INF = 1 << 1,         /**< infinitive */
	ACCORD_FORM_PP = 1 << 2,          /**< past participle, uninflected use (it: all four endings) */
	ACCORD_FORM_ADJ = 1 << 3,         /**< participle with an adjective's ending: übernommene */
	ACCORD_FORM_ZU = 1 << 4,          /**< aufzukaufen ("zu übernehmen" is two words: zu and an infinitive) */
	ACCORD_FORM_FINAL = 1 << 5,       /**< de: finite form as it stands at the clause's end: aufkauft, and übernimmt too */
	ACCORD_FORM_ING = 1 << 6,         /**< en -ing, it gerund (ger is the same bit), de present participle */
	ACCORD_FORM_PAST = 1 << 7,        /**< finite and past: kaufte, acquisì, bought */
	ACCORD_FORM_PRESENT = 1 << 8,     /**< finite and present */
	ACCORD_FORM_SUBJUNCTIVE = 1 << 9, /**< Konjunktiv I (de: kaufe, übernehme in the third person), congiuntivo */
	ACCORD_FORM_CONDITIONAL = 1 << 10,/**< condizionale; Konjunktiv II where it differs from the preterite */
	ACCORD_FORM_FUTURE = 1 << 11,     /**< acquisirà */
	ACCORD_FORM_PLURAL = 1 << 12,     /**< en base form as a finite plural ("Google and Apple buy"); nouns: plural */
	ACCORD_FORM_SINGULAR = 1 << 13,   /**< nouns: singular; verbs: third person singular */
	ACCORD_FORM_CLITIC = 1 << 14,     /**< with an enclitic object: acquisirla, rilevandone */
	ACCORD_FORM_GENITIVE = 1 << 15,   /**< nouns (de): Konzerns */
	ACCORD_FORM_STEM = 1 << 16,       /**< de: the finite form of a separable verb without its particle ("kauft" of auf|kaufen) */
	ACCORD_FORM_BASE = 1 << 17        /**< a `word` in any form, an adjective without ending: no reading is without a bit */
};
#define ACCORD_FORM_ANY 0xFFFFFFFFu

/** One way to read a word form. */
typedef struct accord_reading {
	accord_lemma lemma;
	uint32_t forms;
	accord_word particle; /**< the particle that must stand behind it in the clause (kauft … auf, snapped … up), or 0 */
} accord_reading;

typedef struct accord_lexicon accord_lexicon;

accord_lexicon *accord_lexicon_new(const char *lang);
void accord_lexicon_free(accord_lexicon *lexicon);

/** Intern a folded form; used while rules are compiled. 0 without memory. */
accord_word accord_lexicon_intern(accord_lexicon *lexicon, const char *folded, size_t len);

/**
 * Add a dictionary entry, `verb übernehmen  übernimmt übernahm übernommen`, `noun Übernahme  Übernahmen`,
 * `word di  del dello …`, `adjective finnisch`: its forms are made, interned and given readings.
 *
 * @param pos    what it is
 * @param lemma  as written; `|` separates a particle: auf|kaufen, snap|up. An entry that is there already gets these
 *               forms too
 * @param forms  the irregular forms given in the file, positional or named (`pp=stretto`); a named one replaces what
 *               would be made; verbs: de present 3rd singular, preterite, participle; it present 3rd singular and
 *               plural, remote past 3rd singular, participle; en past, participle; nouns: plural, `-` if there is none
 * @return ACCORD_OK; ACCORD_ERULE with what is missing or wrong ("'anbieten' is irregular: three more forms are needed")
 */
accord_status accord_lexicon_add(accord_lexicon *lexicon, accord_pos pos, accord_slice lemma, const accord_slice *forms,
                                 size_t form_count, accord_lemma *added, accord_error *err);

/** The lemma of that name (`übernehmen`, `auf|kaufen`); 0 if there is none. Names of different pos are different lemmas. */
accord_lemma accord_lexicon_lemma(const accord_lexicon *lexicon, accord_pos pos, accord_slice name);
accord_slice accord_lexicon_lemma_name(const accord_lexicon *lexicon, accord_lemma lemma, accord_pos *pos);

/** The id of a folded form, 0 if unknown. One hash look-up; no allocation. */
accord_word accord_lexicon_word(const accord_lexicon *lexicon, const char *folded, size_t len);
/** The folded form behind an id. */
accord_slice accord_lexicon_form(const accord_lexicon *lexicon, accord_word word);
/** The readings of a form; count 0 for a bare word. Valid while the lexicon lives and nothing is added. */
const accord_reading *accord_lexicon_readings(const accord_lexicon *lexicon, accord_word word, size_t *count);

/** Every form of a lemma with its form bits, for `accord rules forms`; calls back in a fixed order. */
void accord_lexicon_each_form(const accord_lexicon *lexicon, accord_lemma lemma,
                              void (*each)(void *context, accord_slice form, uint32_t forms), void *context);

/** "finite", "pp", "ger" … as a mask; 0 if there is no such form in that language. */
uint32_t accord_form_from(const char *lang, accord_slice name);
/** The names of a mask's bits, "finite past singular", into `buffer`. */
const char *accord_form_names(uint32_t forms, char *buffer, size_t size);

#endif
