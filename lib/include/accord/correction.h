/**
 * @file correction.h
 * A correction is a test: words of an article, and which deals today's rules must or must not find in them.
 * Corrections stand in DIR/LANG/corrections.examples of a rule folder, as people can read and mend them:
 *
 *   correction d-ef3356d91ce7
 *     document   rd6e275c
 *     published  2013-06-10
 *     title      Kestrel Labs wird wohl verkauft
 *     text       Der Messtechniker Alvaro Systems soll …
 *     not        acquisition acquirer="Alvaro Systems" target="Kestrel Labs"
 *     deal       investment rumor investor="Alvaro Systems" recipient="Kestrel Labs"
 *
 * `not`: no deal of this type has all these parties in these roles. `deal`: one has, with this status where
 * one is named. `text` is a paragraph; several are written one below the other.
 */
#ifndef ACCORD_CORRECTION_H
#define ACCORD_CORRECTION_H

#include <accord/buffer.h>
#include <accord/tag.h>

typedef struct accord_expectation {
	bool wanted; /**< `deal`; else `not` */
	accord_deal_type type;
	int status; /**< accord_deal_status, or -1 for any */
	accord_party *parties;
	size_t party_count;
} accord_expectation;

typedef struct accord_correction {
	accord_slice name; /**< of the deal that was corrected, or of what is missing */
	accord_slice lang, document, published, title, text;
	accord_expectation *expectations;
	size_t expectation_count;
	const char *path; /**< where it is written */
	uint32_t line;
} accord_correction;

/**
 * Read the corrections of rule folders; a folder without any is fine.
 *
 * @return ACCORD_OK; ACCORD_ERULE with file and line of the first mistake; ACCORD_EIO; ACCORD_ENOMEM
 */
accord_status accord_corrections_read(accord_arena *arena, const char *const *folders, size_t folder_count,
				      accord_correction **list, size_t *count, accord_error *err);

/** As it stands in the file. */
void accord_correction_write(accord_buffer *out, const accord_correction *correction);

/** `acquisition rumor acquirer="Alvaro Systems"`; also what accord correct takes. `words` are parted by
 * blanks. */
accord_status accord_expectation_read(accord_arena *arena, accord_slice words,
				      accord_expectation *expectation, accord_error *err);
void accord_expectation_write(accord_buffer *out, const accord_expectation *expectation);

/** Whether a deal is of that type, has (if `with_status`) that status and all the parties in their roles. */
bool accord_expectation_met(accord_arena *scratch, const accord_expectation *expectation,
			    const accord_deal *deal, bool with_status);

/**
 * Tag the words by the rules of `tagger` and compare.
 *
 * @param[out] found  the deals that were found there, each with its rule, on one line; may be NULL
 */
accord_status accord_correction_holds(const accord_tagger *tagger, accord_arena *scratch,
				      const accord_correction *correction, accord_buffer *found, bool *holds,
				      accord_error *err);

/**
 * The smallest part of an article in which today's rules tell a deal as they do in the whole: the paragraph
 * of its first evidence with the title, else all of it. Without a deal, the first paragraph that names all
 * parties of `expectation`.
 *
 * @param[out] correction  title, text, lang, document and published are filled
 */
accord_status accord_correction_excerpt(const accord_tagger *tagger, accord_arena *arena,
					const accord_document *doc, const accord_deal *deal,
					const accord_expectation *expectation, accord_correction *correction,
					accord_error *err);

#endif
