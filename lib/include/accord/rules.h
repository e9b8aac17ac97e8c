/**
 * @file rules.h
 * Rule files in, matches out. A rule set is loaded once, immutable afterwards, shared by threads. Rules match over
 * *items*: a sentence in which everything that earlier stages found (a company, an amount, a date) is one item.
 * The language is docs/rule-language.md.
 */
#ifndef ACCORD_RULES_H
#define ACCORD_RULES_H

#include <accord/document.h>
#include <accord/lexicon.h>
#include <accord/token.h>

typedef enum accord_item_kind {
	ACCORD_ITEM_WORD,
	ACCORD_ITEM_PUNCT,
	ACCORD_ITEM_NUMBER,  /**< digits, or a number word */
	ACCORD_ITEM_COMPANY, /**< one company, or a coordination "A, B und C" (entity_count > 1) */
	ACCORD_ITEM_AMOUNT,
	ACCORD_ITEM_DATE,
	ACCORD_ITEM_PERCENT,
	ACCORD_ITEM_PERSON,
	ACCORD_ITEM_PLACE,
	ACCORD_ITEM_PRODUCT,
	ACCORD_ITEM_ORGANIZATION, /**< authority, university, club, medium: a name that is no company */
	ACCORD_ITEM_NAME          /**< a capitalised name that no list knows */
} accord_item_kind;

enum {
	ACCORD_ITEM_CAPITAL = 1,
	ACCORD_ITEM_UPPER = 2,
	ACCORD_ITEM_SPACE = 8,
	ACCORD_ITEM_SENTENCE_START = 16,
	ACCORD_ITEM_GENITIVE = 64,   /**< a name with a possessive: Microsofts, Google's (the 's is part of the item) */
	ACCORD_ITEM_REFERENCE = 128, /**< a pronoun, epithet or relative pronoun that was resolved to its company */
	ACCORD_ITEM_GOVERNED = 256,  /**< a company inside a prepositional phrase or possessive: no bare argument, `...` may skip it */
	ACCORD_ITEM_INNER = 512,      /**< a determiner or premodifier of the noun phrase that follows: `..` skips it */
	ACCORD_ITEM_DOUBTFUL = 1024, /**< a NAME that looks like a common word, a place or a person: no newcomer of a deal */
	ACCORD_ITEM_ATTACHED = 2048, /**< the preposition of a noun that tells a deal ("die Übernahme von"): no argument of another word */
	ACCORD_ITEM_VAGUE = 4096      /**< a reference whose words say nothing of its company: "the company", "it" */
};

typedef struct accord_item {
	accord_slice text;  /**< the bytes of the item, in the field */
	uint32_t start, end;
	uint16_t flags;
	uint8_t kind;
	uint8_t depth;      /**< 0 main clause, 1 a clause embedded in it (relative, dass), 2 … ; `...` skips what is deeper */
	uint16_t clause;    /**< number of the clause in the sentence; a clause interrupted by an embedded one keeps its number */
	uint16_t entity_count;
	uint32_t entity;    /**< index of the first entity in the stage's own list for that kind */
	accord_word word;   /**< the folded form in the language's lexicon, 0 if no rule knows it */
	uint32_t suffixes;  /**< internal to the matcher: which `*word` and `word*` globs fit; 0 until asked */
	uint8_t wakes;        /**< internal to the matcher: the rule kinds that the word, a glob or an expression may wake, 1 << kind */
	uint64_t expressions; /**< internal to the matcher: which expressions match the text; 0 until asked, and when the text changes */
	uint64_t marks;       /**< internal to the matcher: what the word is to rules at a glance */
} accord_item;

typedef struct accord_ruleset accord_ruleset;        /**< all languages */
typedef struct accord_rule_language accord_rule_language; /**< the rules, lexicon and classes of one language */
typedef struct accord_rule accord_rule;

/** What a rule is for; the block's keyword in the file. */
typedef enum accord_rule_kind {
	ACCORD_RULE_DEAL,      /**< `rule`: binds roles of a deal type */
	ACCORD_RULE_DATE,      /**< `date`: captures go into its `value` template (lib/tag/timex.c) */
	ACCORD_RULE_AMOUNT,    /**< `amount` */
	ACCORD_RULE_COMPANY,   /**< `mention`: finds companies (capture `name`) or non-companies by context */
	ACCORD_RULE_CUE,       /**< `cue`: a status word with its scope */
	ACCORD_RULE_FOLLOW,    /**< `follow`: adds value, date or party to the deal before */
	ACCORD_RULE_REFERENCE, /**< `reference`: an epithet or pronoun */
	ACCORD_RULE_KINDS
} accord_rule_kind;

/**
 * Load rule folders, later ones over earlier ones: a rule of the same name replaces. Reads the .lex and .rules files below DIR/de, DIR/it, DIR/en.
 *
 * @param report    called for each mistake, in order; `line` is the source line; may be NULL (the first mistake is in err)
 * @return ACCORD_OK; ACCORD_ERULE if there was any mistake (no rule set is made); ACCORD_EIO if a folder cannot be read
 */
typedef void (*accord_rules_report)(void *context, const accord_error *err, accord_slice line, uint32_t width,
                                    const char *hint, bool warning);
accord_status accord_rules_load(const char *const *folders, size_t folder_count, accord_rules_report report,
                                void *context, accord_ruleset **rules, accord_error *err);
/** A set of one language from one file's bytes: for tests, editors and fuzzers. `path` is the name in mistakes. */
accord_status accord_rules_load_bytes(const char *lang, const char *path, accord_slice bytes, accord_rules_report report,
                                      void *context, accord_ruleset **rules, accord_error *err);
void accord_rules_free(accord_ruleset *rules);

/** A number that changes when a rule or word file does. */
uint64_t accord_rules_hash(const accord_ruleset *rules);

#define ACCORD_DEFAULT_FOLDERS 2
/**
 * The folders to load when none is named: ACCORD_RULES alone if it is set; else the installed rules (or the source tree's,
 * for a program run from its build tree), and over them $XDG_CONFIG_HOME/accord/rules if there is such a folder.
 *
 * @param[out] folders  static or environment strings; valid until the environment changes
 * @return how many
 */
size_t accord_rules_default_folders(const char *folders[ACCORD_DEFAULT_FOLDERS]);

/** Whether the folders have rules of a language. */
bool accord_rules_have(const accord_ruleset *rules, const char *lang);
/**
 * The rules of "de", "it" or "en"; NULL for any other language, and without memory. A language that was compiled at an
 * earlier start is read when it is first asked for, by one thread while others wait.
 */
const accord_rule_language *accord_rules_for(const accord_ruleset *rules, const char *lang);
const accord_lexicon *accord_rules_lexicon(const accord_rule_language *lang);

/** A word class (`class buy …`), by name without @; 0 if it is not defined. Class numbers are below 65536. */
uint32_t accord_rules_class(const accord_rule_language *lang, const char *name);
/** Whether a word (in any form of the mask) belongs to a class. */
bool accord_rules_in_class(const accord_rule_language *lang, accord_word word, uint32_t class_number, uint32_t forms);
/** The value a class member was given (`class month Januar=01`); unknown if none. */
accord_slice accord_rules_class_value(const accord_rule_language *lang, accord_word word, uint32_t class_number);

/** Every word of a class, a word with several readings more than once, with the value that it was given or unknown. */
void accord_rules_each_word(const accord_rule_language *lang, uint32_t class_number,
                            void (*each)(void *context, accord_word word, accord_slice value), void *context);

/** A captured role or name: items[first .. last]. */
typedef struct accord_binding {
	accord_slice name; /**< "acquirer", "value", "year" */
	int role;          /**< accord_role for roles of a deal, else -1 */
	uint32_t first, last;
} accord_binding;

typedef struct accord_match {
	const accord_rule *rule;
	uint32_t first, last; /**< items covered by the core pattern */
	uint32_t trigger;     /**< the item that woke it */
	const char *clause;   /**< the clause or phrase of the language by which it matched, NULL for a plain pattern */
	int status;           /**< accord_deal_status that clause or rule gives, or -1 */
	unsigned weight;      /**< how many atoms the pattern asked for */
	accord_binding *bindings;
	size_t binding_count;
} accord_match;

const char *accord_rule_name(const accord_rule *rule);
accord_rule_kind accord_rule_kind_of(const accord_rule *rule);
int accord_rule_type(const accord_rule *rule);     /**< accord_deal_type, -1 if it is no deal rule */
int accord_rule_priority(const accord_rule *rule); /**< default 50 */
/** A field of the rule as written (`value`, `scope`, `confidence`); unknown if it has none. */
accord_slice accord_rule_field(const accord_rule *rule, const char *field);

/** A `yes` or `no` of a rule: a sentence, and what must be bound in it. */
typedef struct accord_example_mark {
	accord_slice name;   /**< "acquirer", "value" */
	uint32_t start, end; /**< bytes of the sentence */
} accord_example_mark;

typedef struct accord_rule_example {
	bool positive;         /**< `yes` */
	accord_slice text;     /**< the sentence without its brackets */
	accord_example_mark *marks;
	size_t mark_count;
	accord_slice expected; /**< what stands behind `=>`: a status or a value; unknown if nothing does */
	const char *path;      /**< where it is written */
	uint32_t line, column;
	accord_slice source_line;
} accord_rule_example;

/** All rules of a language in the order of their names' files; `i` from 0, NULL behind the last. */
const accord_rule *accord_rules_at(const accord_rule_language *lang, size_t i);
/** Where a rule is written: path, line. */
const char *accord_rule_place(const accord_rule *rule, uint32_t *line);
/** The examples of a rule; they live as long as the rule set. */
size_t accord_rule_examples(const accord_rule *rule, const accord_rule_example **examples);
/**
 * The items of an example as its marks have them, for rules that are tried without the stages before: each marked
 * company role, value and date is one found item, every other word is itself. `unmarked` says whether a
 * word that is marked as a company in another example counts as one here.
 */
accord_status accord_rules_example_items(const accord_rule_language *lang, accord_arena *scratch,
                                         const accord_rule_example *example, bool unmarked, accord_item **items,
                                         size_t *count);

/** Sizes of a loaded set, for `accord rules check` and benchmarks. */
typedef struct accord_rules_figures {
	size_t rules, programs, words, classes, examples, warnings;
} accord_rules_figures;
accord_rules_figures accord_rules_count(const accord_ruleset *rules);

/** What became of a program that woke. */
typedef enum accord_rule_outcome {
	ACCORD_RULE_WON,
	ACCORD_RULE_BEATEN,    /**< matched, and another match went before it */
	ACCORD_RULE_EXCEPTED,  /**< its `unless` holds */
	ACCORD_RULE_LACKS,     /**< a preposition that must be there is missing */
	ACCORD_RULE_STOPPED,   /**< some item was not what it asked for */
	ACCORD_RULE_COMPANIES  /**< it asks for more companies than the sentence has */
} accord_rule_outcome;

typedef struct accord_rule_step {
	const accord_rule *rule;
	const char *clause;    /**< the clause or phrase tried, NULL for a plain pattern */
	uint32_t trigger;      /**< the item that woke it */
	accord_rule_outcome outcome;
	int reached;           /**< how far it came; only to be compared with other steps */
	const char *reason;    /**< in words, in the scratch arena */
} accord_rule_step;

/** Two matches of rules of which only the names decide which wins, although they bind other words. */
typedef void (*accord_rule_tie)(void *context, const accord_match *winner, const accord_match *other);
/** Tell `tie` of every such pair in a sentence. */
accord_status accord_rules_ties(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                accord_item *items, size_t count, accord_rule_tie tie, void *context);

/** Tell `step` of every program that woke in a sentence, at most 4000 of them. */
accord_status accord_rules_trace(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                 accord_item *items, size_t count, void (*step)(void *context, const accord_rule_step *step),
                                 void *context);

/**
 * Explain a sentence: which programs woke by which word, how far each came and what stopped it, which matched, which
 * won. One line a call, without a newline.
 */
accord_status accord_rules_explain(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                   accord_item *items, size_t count, void (*line)(void *context, const char *text),
                                   void *context);

/**
 * All matches of one kind of rule in a sentence, best ones only where several share type and trigger (priority, then roles
 * bound, then length, then name). Linear in the number of items for each rule that is woken.
 *
 * @param scratch       owns the matches
 * @param items,count   one sentence; `word` set; flags and clause numbers as the stage has them
 */
accord_status accord_rules_match(const accord_rule_language *lang, accord_rule_kind kind, accord_arena *scratch,
                                 accord_item *items, size_t count, accord_match **matches, size_t *match_count);

/** The kinds of items that a role of some deal rule may bind, as bits 1 << accord_item_kind. */
unsigned accord_rules_party_kinds(const accord_rule_language *lang);

/** Fill kind, word and globs of an item whose text is set, as a token of that kind; other fields stay. */
accord_status accord_rules_item(const accord_rule_language *lang, accord_arena *scratch, accord_token_kind kind,
                                accord_item *item);

/** Ask all expressions of the language once, for an item that will be matched again and again. */
void accord_rules_ask_expressions(const accord_rule_language *lang, accord_item *item);

/** Turn tokens into items without entities (words and numbers looked up in the lexicon). `items` is tokens.count long. */
accord_status accord_rules_items(const accord_rule_language *lang, accord_arena *scratch, accord_slice text,
                                 const accord_tokens *tokens, accord_item **items);

#endif
