/**
 * @file gazetteer.h
 * The known companies (the .companies files of rules/companies) and the other names that tagging must tell
 * from them. Loaded once, immutable afterwards, shared by threads. All names are found at once, whatever
 * their number.
 */
#ifndef ACCORD_GAZETTEER_H
#define ACCORD_GAZETTEER_H

#include <accord/error.h>
#include <accord/text.h>

typedef struct accord_gazetteer accord_gazetteer;

/** One company of the files. Slices live with the gazetteer; a field that the file does not give is unknown.
 */
typedef struct accord_known_company {
	accord_slice id;       /**< the stable slug, "nokia" */
	accord_slice name;     /**< canonical name, "Nokia" */
	accord_slice country;  /**< ISO 3166-1, "FI" */
	accord_slice kind;     /**< "chip", "telecom", "bank" … */
	accord_slice wikidata; /**< "Q1418" */
	accord_slice ticker;   /**< "NOK" */
	accord_slice seat;     /**< towns of its headquarters, parted by commas: "München, Munich" */
	accord_slice parent;   /**< id of the company that it belongs to */
	accord_slice source;   /**< the file that it stands in */
	uint32_t line;
} accord_known_company;

/** Told of each mistake in a file; `line` is the source line, `width` how many characters are wrong. */
typedef void (*accord_gazetteer_report)(void *context, const accord_error *err, accord_slice line,
					uint32_t width, const char *hint, bool warning);

/**
 * Load the .companies files of DIR/companies, the .txt files of DIR/names, DIR/legal_forms.txt and
 * DIR/{de,it,en}/names.hints of each folder. A company of a later folder replaces the one of the same id. A
 * folder without such files is fine.
 *
 * @param report  called for every mistake; may be NULL (the first one is in err)
 * @return ACCORD_OK; ACCORD_ERULE with file, line and column; ACCORD_EIO; ACCORD_ENOMEM
 */
accord_status accord_gazetteer_load_reporting(const char *const *folders, size_t folder_count,
					      accord_gazetteer_report report, void *context,
					      accord_gazetteer **gazetteer, accord_error *err);

/** The same without a listener. */
accord_status accord_gazetteer_load(const char *const *folders, size_t folder_count,
				    accord_gazetteer **gazetteer, accord_error *err);

/** The same from the text of one company file in memory, for tests and fuzzers. `text` is copied. */
accord_status accord_gazetteer_read(const char *text, size_t len, accord_gazetteer **gazetteer,
				    accord_error *err);

void accord_gazetteer_free(accord_gazetteer *gazetteer);

/** A number that changes when a file does. */
uint64_t accord_gazetteer_hash(const accord_gazetteer *gazetteer);

size_t accord_gazetteer_count(const accord_gazetteer *gazetteer);
const accord_known_company *accord_gazetteer_company(const accord_gazetteer *gazetteer, size_t index);

/**
 * The company that somebody means by `name`: its id, name, alias or former name in any case, with or without
 * legal form.
 *
 * @return NULL if there is none
 */
const accord_known_company *accord_gazetteer_find(const accord_gazetteer *gazetteer, accord_slice name);

/**
 * Whether `place` is one of the towns of a company's `seats`.
 *
 * @param adjective  also the genitive and what German makes of the name: Walldorfer, Münchner, Basler
 */
bool accord_gazetteer_seated(accord_slice seats, accord_slice place, bool adjective);

/** Every name of a company, canonical one first, calling back in the order of the file. */
void accord_gazetteer_each_name(const accord_gazetteer *gazetteer, const accord_known_company *company,
				void (*each)(void *context, accord_slice name), void *context);

#endif
