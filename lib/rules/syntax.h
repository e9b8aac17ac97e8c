/*
 * Rule files as trees, before any name in them is looked up. Every node keeps its place in the source, so that a later
 * stage can point at it; line and column are computed when a mistake is printed.
 */
#ifndef RULES_SYNTAX_H
#define RULES_SYNTAX_H

#include <accord/rules.h>

#define MAX_FILE_BYTES ((size_t)4 << 20)
#define MAX_BLOCKS 20000       /* of one file */
#define MAX_FIELDS 400         /* of one block */
#define MAX_PATTERN_NODES 600  /* of one pattern as written */
#define MAX_NESTING 24
#define MAX_MEMBERS 4000       /* of one class */

struct source {
	const char *path;     /* as it is shown */
	const char *bytes;
	size_t len;
	char lang[3];
	uint32_t folder;      /* number of the folder in the overlay */
	bool lexicon;         /* a .lex file */
};

/* A stretch of a source. */
struct extent {
	const struct source *source;
	uint32_t start, end;
};

/* ---- diagnose.c: mistakes, collected and shown in the order of the files ------------------------------------------ */

struct mistake {
	struct extent at;
	const char *message, *hint; /* hint may be NULL */
	bool warning;
};

struct diagnosis {
	accord_arena *arena;
	struct mistake *items;
	size_t count, capacity, errors;
};

void diagnose(struct diagnosis *d, struct extent at, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void diagnose_warning(struct diagnosis *d, struct extent at, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* Add the mistakes of another list; their texts stay where they are. */
void take_mistakes(struct diagnosis *d, const struct diagnosis *from);
/* Tell each mistake; the first error goes into `err`. */
void diagnosis_report(struct diagnosis *d, accord_rules_report report, void *context, accord_error *err);
/* printf into the arena; NULL without memory. */
char *arena_format(accord_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The word of a list that is nearest to a misspelt one (edit distance at most a third of it), NULL if none is near. */
const char *nearest_word(accord_slice word, const char *const *words, size_t count);
/* "did you mean A? " and what else there is, for a hint. */
const char *suggest(accord_arena *arena, accord_slice word, const char *const *words, size_t count, const char *rest);

/* ---- patterns ----------------------------------------------------------------------------------------------------- */

enum node_kind { N_SEQ, N_ALT, N_ATOM, N_NOT, N_GAP, N_REPEAT, N_CAPTURE, N_START, N_END, N_SLOT,
                 N_BESIDE, /* ~x: the neighbour is not x, and is not taken in */
                 N_LEFT, N_RIGHT /* where a capture begins and ends, once it is opened */ };
enum gap_kind { GAP_PHRASE, GAP_CLAUSE, GAP_REST };
enum atom_syntax { S_WORD, S_EXACT, S_LEMMA, S_CLASS, S_GLOB, S_REGEX, S_KIND, S_RESOLVED };

struct node {
	struct extent at;
	uint8_t kind;
	uint8_t atom;      /* enum atom_syntax */
	uint8_t gap;
	bool trigger;      /* the VERB or NOUN of a frame */
	bool optional;     /* a slot written SUBJECT? */
	uint16_t min, max; /* N_REPEAT */
	uint16_t slot;     /* N_CAPTURE: number in the program */
	uint32_t id;       /* S_RESOLVED: number of the atom */
	uint32_t flags;    /* S_KIND, S_RESOLVED: how a company may stand there */
	accord_slice text; /* word, lemma, class, glob, regex; name of a capture or slot */
	accord_slice form; /* behind the colon, or unknown */
	struct node **kids;
	size_t count;
};

/* What is left of a line to be read as a pattern. */
struct reader {
	const struct source *source;
	struct diagnosis *diagnosis;
	accord_arena *arena;
	uint32_t at, end;
	size_t nodes, depth;
	bool failed;
};

/* lexer.c */
void skip_blank(struct reader *r);         /* white space, line ends and comments */
accord_slice read_name(struct reader *r);  /* letters, digits, _ . - */
bool is_name_byte(char c);

/* pattern.c: the pattern up to the end, `->` or a closing bracket; NULL after a mistake. */
struct node *parse_pattern(struct reader *r);
struct node *parse_item(struct reader *r); /* one atom with its quantifier */
struct node *new_node(accord_arena *arena, enum node_kind kind, struct extent at);
bool add_kid(accord_arena *arena, struct node *parent, struct node *kid);

/* ---- blocks ------------------------------------------------------------------------------------------------------- */

enum block_kind {
	B_RULE, B_DATE, B_AMOUNT, B_MENTION, B_CUE, B_FOLLOW, B_REFERENCE, /* in the order of accord_rule_kind */
	B_CLASS, B_LET, B_CLAUSE, B_PHRASE, B_VERB, B_NOUN, B_WORD, B_ADJECTIVE, B_COMPANY, B_KINDS
};

struct field {
	accord_slice name, value; /* value trimmed, may hold line ends and comments */
	struct extent name_at, value_at;
	uint32_t line; /* of its first line, from 1 */
};

struct block {
	enum block_kind kind;
	struct extent at, name_at, rest_at; /* the keyword; the name; what follows the name, with continuation lines */
	accord_slice name;
	struct field *fields;
	size_t field_count;
};

struct parsed_file {
	struct source source;
	struct block *blocks;
	size_t block_count;
};

/* parser.c: cut a file into blocks and fields. */
void parse_file(accord_arena *arena, struct diagnosis *d, struct parsed_file *file);
const char *block_kind_name(enum block_kind kind);

#endif
