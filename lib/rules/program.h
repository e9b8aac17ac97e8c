/*
 * The rules of a language as they run. A pattern is cut at its trigger, the one atom that wakes it: what stands before
 * is matched backwards from the trigger item, what stands behind it forwards, so that cost is bounded by what lies
 * around a trigger and the nearest argument wins on both sides.
 *
 *   acquirer:COMPANY ... @buy:finite ... target:COMPANY
 *   <------ back ------- trigger ------ fore --------->
 */
#ifndef RULES_PROGRAM_H
#define RULES_PROGRAM_H

#include "syntax.h"

#include <accord/hash_map.h>
#include <accord/image.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <pthread.h>
#include <stdatomic.h>

#define MAX_SLOTS 16
#define MAX_CODE 400
#define MAX_ITEMS 4000  /* items of a sentence that are looked at */
#define MAX_GLOB_NODES 32000
#define MAX_PROGRAMS 200000
#define MAX_NEEDS 8    /* of a program */
#define MAX_NEEDED 60  /* words of which a need asks one */
#define MAX_NEED_ATOMS 4000
#define MAX_NEED_SETS 4000
#define MAX_SPLIT 64    /* programs that one pattern with choices may become */

/* ---- atoms: what one item is tested for --------------------------------------------------------------------------- */

enum atom_kind { A_LEXICAL, A_EXACT, A_REGEX, A_KIND, A_NOT };

/* Beside the bits 1 << accord_item_kind: what A_KIND can ask. */
enum {
	KIND_CAPITAL = 1 << 16,  /* a word with a capital */
	KIND_NP_WORD = 1 << 17,  /* may stand in a noun phrase */
	KIND_NP_HEAD = 1 << 18,  /* may be its head */
	KIND_ANY = 1 << 19,
	KIND_GOVERNED = 1 << 21, /* with the company's bit: one that hangs on a preposition will do */
	KIND_NEWCOMER = 1 << 22, /* an unknown name that stands where a company may */
	KIND_NAME_WORD = 1 << 20 /* NAME also takes a capitalised word that no entry knows */
};

/* How a company may stand: flags of an instruction. */
enum {
	STAND_BARE = 1,         /* not governed by a preposition or possessive */
	STAND_GENITIVE = 2,     /* with 's */
	STAND_MAYBE_GENITIVE = 4,
	STAND_LINKED = 8        /* a hyphen or noun that follows belongs to the pattern */
};

/*
 * Marks: a set of atoms, folded into some bits by their numbers, and bits for found things. An item has those of the
 * atoms that it satisfies, so one AND tells of most atoms that it does not. The last bit every item has, the edges of
 * the sentence too: a program that asks for that one alone asks for nothing.
 */
#define MARK_BITS 56
#define MARK_WORDS (((uint64_t)1 << MARK_BITS) - 1)
#define MARK_FOUND ((uint64_t)1 << 57) /* a person, place, product, other name */
#define MARK_COMPANY ((uint64_t)1 << 58)
#define MARK_AMOUNT ((uint64_t)1 << 59)
#define MARK_DATE ((uint64_t)1 << 60)
#define MARK_PERCENT ((uint64_t)1 << 61)
#define MARK_NUMBER ((uint64_t)1 << 62) /* a number, or what begins with a digit */
#define MARK_ALWAYS ((uint64_t)1 << 63)

/* The mark of a found thing, by its kind; 0 for words and punctuation. */
static inline uint64_t kind_mark(unsigned kind)
{
	static const uint64_t marks[] = {
		[ACCORD_ITEM_NUMBER] = MARK_NUMBER,  [ACCORD_ITEM_COMPANY] = MARK_COMPANY, [ACCORD_ITEM_AMOUNT] = MARK_AMOUNT,
		[ACCORD_ITEM_DATE] = MARK_DATE,      [ACCORD_ITEM_PERCENT] = MARK_PERCENT, [ACCORD_ITEM_PERSON] = MARK_FOUND,
		[ACCORD_ITEM_PLACE] = MARK_FOUND,    [ACCORD_ITEM_PRODUCT] = MARK_FOUND,   [ACCORD_ITEM_ORGANIZATION] = MARK_FOUND,
		[ACCORD_ITEM_NAME] = MARK_FOUND};
	return kind < sizeof marks / sizeof *marks ? marks[kind] : 0;
}

/*
 * A program as its trigger sees it: what shows at a glance that it cannot match here. Of the marks on a side one must be
 * met: by the neighbour or, where a gap comes first, by some item up to which that gap may run.
 */
struct wake {
	uint64_t left, right;
	uint32_t program;
	uint32_t needs;          /* in the language's wake_needs, up to a 0 */
	uint16_t kinds;          /* 1 << accord_item_kind: found things that must be in the sentence */
	uint8_t left_run;        /* how many from here on, behind the same door, ask the same of companies and of the left side */
	uint8_t right_run;       /* … and of the right side */
	uint8_t companies, companies_before, companies_behind; /* as in the program */
	uint8_t left_gap : 4, right_gap : 4; /* 0: no gap comes first; else 1 + enum gap_kind */
};

_Static_assert(sizeof(struct wake) == 32, "two stand in a line of the cache");

/*
 * A need: what some word beside the trigger must satisfy. The number of an atom, NEED_EXPRESSIONS and that of an expression, or NEED_SETS
 * and the number of a set of these of which one will do; NEED_BEHIND where that word stands behind the trigger.
 */
#define NEED_EXPRESSIONS MAX_NEED_ATOMS
#define NEED_SETS 0x1000
#define NEED_BEHIND 0x8000

/*
 * The programs of one trigger and kind, those side by side that ask the same (wakes.c), and what they all ask for: most words of
 * a text that might wake something are turned away here.
 */
struct gate {
	uint64_t left, right; /* of which the neighbour must have one */
	uint32_t first, count; /* in the language's wakes */
	uint32_t first_door;   /* in the language's doors */
	uint16_t door_count;
	uint16_t companies;
};

/*
 * Behind a gate, programs that cannot do without one and the same word: of all that turns programs away it turns away the most.
 * Nineteen of twenty that were woken are never looked at.
 */
struct door {
	uint16_t need;      /* 0: there is no such word */
	uint16_t count;     /* its wakes stand behind those of the door before */
	uint16_t kinds;     /* what they all ask for, as in a wake */
	uint16_t companies; /* the fewest that one of them asks for */
};

/* While rules are loaded: a program that waits for its gate. */
struct pending_wake {
	struct wake wake;
	uint32_t next; /* of the same gate, + 1 */
	uint16_t door; /* the need that tells its door */
	uint16_t needs[MAX_NEEDS];
	uint8_t need_count;
};

struct atom {
	uint8_t kind;
	uint8_t rank;      /* how rare a trigger it makes; 0: cannot wake anything */
	bool verbal;       /* its words are forms of verbs */
	bool finite;       /* en: of finite forms only; "was bought" is none, though the word might be */
	uint16_t need;     /* its number among the atoms that some program cannot do without; 0 if it is none */
	uint64_t mark;
	uint32_t kinds;    /* A_KIND */
	uint32_t inner;    /* A_NOT */
	uint32_t regex;    /* A_REGEX */
	accord_slice text; /* as written, for explanations; of A_EXACT the very text */
	uint32_t gates[ACCORD_RULE_KINDS]; /* what it wakes; 0: nothing. While rules are loaded its last pending wake, + 1 */
};

/* A word that satisfies an atom. */
struct word_atom {
	accord_word word;
	uint32_t atom;
	accord_word particle; /* must stand at the clause's end */
	bool simple;          /* a form of a verb without a particle (de: a finite one): none may stand there; no bare word */
};

/* What a word is to rules, in one place. */
struct word_row {
	uint64_t marks;
	uint32_t first_pair; /* its pairs go to the next row's first */
	uint32_t first_need; /* so do its needs */
	uint32_t first_wake; /* and those of its pairs that wake something */
	uint8_t wakes;       /* bits 1 << accord_rule_kind */
	uint8_t bits;        /* WORD_… */
};

/* What a word wakes by one of its pairs; those of one kind stand together. */
struct word_wake {
	uint32_t gate;
	accord_word particle; /* as in the pair */
	uint16_t atom;
	uint16_t run;         /* how many of the kind are left, this one too; there are fewer than atoms */
	uint8_t kind;
	bool simple;          /* as in the pair */
	bool exact;           /* the atom asks for the very text */
};

/* Atoms of which a need asks one: in the language's set_atoms. */
struct need_set {
	uint32_t first, count;
};

/* Words with a star: a trie from the end (suffixes) or the beginning (prefixes); nodes by (node, byte). */
struct glob_trie {
	struct glob_node {
		uint32_t first_child, next_sibling;
		uint32_t first_atom; /* index of glob_atoms + 1, chained */
		uint32_t parent_end; /* nearest node above with atoms */
		uint8_t byte;
	} *nodes;
	size_t count, capacity;
};

struct glob_atom {
	uint32_t atom, next;
	uint16_t need;
};

struct regex {
	pcre2_code *code;
	accord_slice text;
	uint8_t first[32]; /* bytes that can begin a match */
};

/* Bits of accord_item.expressions; an expression that has none is asked each time. */
#define KNOWN_EXPRESSIONS 63
#define EXPRESSIONS_ASKED ((uint64_t)1 << KNOWN_EXPRESSIONS)

/* ---- programs ----------------------------------------------------------------------------------------------------- */

enum opcode { OP_ATOM, OP_GAP, OP_SPLIT, OP_JUMP, OP_LEFT, OP_RIGHT, OP_START, OP_END, OP_BESIDE, OP_MATCH };

/* No byte of it is unused, so that pieces of code can be compared as bytes; four stand in a line of the cache. */
struct instruction {
	uint64_t marks;    /* of which the item must have one, or no way from here leads on */
	uint16_t atom;
	uint16_t x;        /* where to go on */
	union {
		uint16_t y;     /* of OP_SPLIT: the way that is not preferred */
		uint16_t flags; /* of an atom: how a company may stand */
	};
	uint8_t op, arg;   /* arg: gap kind; slot */
};

_Static_assert(sizeof(struct instruction) == 16, "a small instruction");

#define MAX_ATOMS UINT16_MAX

/* What the item where code begins may be: one of these atoms. Most programs end here, for the price of a look. */
struct opening {
	uint32_t atom, flags;
};

#define MAX_OPENINGS 12

struct code {
	struct instruction *items;
	uint16_t count;
	uint16_t opening_count; /* 0: anything may stand there, or nothing */
	struct opening *openings;
};

struct slot {
	accord_slice name;
	int role; /* accord_role or -1 */
};

/* `von=seller`: looked for in the clause when the core has matched. */
struct argument {
	accord_slice key;     /* as written */
	struct code code;     /* key, `..`, role */
	struct slot slots[MAX_SLOTS];
	uint8_t slot_count;
	bool required;
};

struct program {
	/* What is asked of the sentence before the program runs stands together at the beginning. */
	uint8_t companies;  /* how many company items it needs at least; how many of them before and behind the trigger */
	uint8_t companies_before, companies_behind;
	uint8_t weight;     /* atoms that it asks for: of two readings the one that asks for more is the better */
	uint16_t kinds;     /* 1 << accord_item_kind: found things that must be in the sentence */
	uint32_t trigger, trigger_flags;
	uint64_t trigger_marks; /* of which an item that wakes it has one */
	const accord_rule *rule;
	const char *clause; /* name of the clause or phrase, or NULL */
	int status;
	uint8_t slot_count, argument_count;
	struct code back, fore;
	const struct slot *slots; /* shared by the programs of a pattern */
	const struct argument *arguments;
	struct extent at;   /* the line of the rule */
	struct extent clause_at;
};

struct accord_rule {
	const char *name;
	accord_rule_kind kind;
	int type, priority, status;
	struct field *fields;
	size_t field_count;
	uint64_t field_marks; /* of the fields' names (rules.c): most fields that are asked for a rule has not */
	struct extent at; /* its name */
	uint32_t folder;
	struct program *unless;
	size_t unless_count;
	accord_rule_example *examples;
	size_t example_count;
	bool fires; /* it has at least one program */
};

/* ---- classes, lets, clauses --------------------------------------------------------------------------------------- */

struct member {
	struct node *pattern; /* what was written; NULL for an included class or an entry of the lexicon */
	accord_slice text, include, value;
	struct extent at;
	accord_lemma lemmas[4]; /* entries of that name: noun, verb, adjective, word */
	uint8_t lemma_count;
};

struct class_word {
	accord_word word, particle;
	uint32_t forms; /* ACCORD_FORM_ANY of a word without an entry */
	bool verbal, simple;
	accord_slice value;
};

struct word_class {
	accord_slice name;
	struct member *members;
	size_t count, capacity;
	struct class_word *words; /* in order of the word; globs and phrases are not among them */
	size_t word_count, word_capacity;
	struct extent at;
	uint32_t folder;
	uint16_t number; /* from 1 */
	bool open;       /* being walked: an inclusion that leads back */
	bool used;
};

/* A `let`, `clause` or `phrase`. */
struct template {
	accord_slice name;
	struct node *pattern;
	struct extent at;
	uint32_t folder;
	int status;
	bool open;
};

struct template_list {
	struct template *items;
	size_t count, capacity;
};

/* Bits of what words are in any sentence, for gaps. */
enum { WORD_STOPS_PHRASE = 1, WORD_FUNCTION = 2, WORD_PARTICLE = 4, WORD_COORDINATOR = 8, WORD_NOUN = 16, WORD_NUMBER = 32,
       WORD_AUXILIARY = 64, WORD_ADVERB = 128 };

struct accord_rule_language {
	char lang[3];
	bool german;
	accord_arena *arena;
	accord_arena *scratch;       /* while loading: what one pattern needs on its way */
	struct diagnosis *diagnosis; /* while loading */
	struct diagnosis mistakes;
	accord_lexicon *lexicon;
	struct word_class *classes;
	size_t class_count, class_capacity;
	accord_hash_map *class_names; /* name -> number */
	struct template_list lets, clauses, phrases;
	accord_rule **rules;
	size_t rule_count, rule_capacity;

	struct atom *atoms; /* from 1 */
	size_t atom_count, atom_capacity;
	uint16_t need_count;      /* atoms with a number for needs, and 1 */
	accord_hash_map *atom_names;
	struct code_table *codes; /* while loading: what was emitted so far */
	struct word_atom *pairs;
	size_t pair_count, pair_capacity;
	struct word_row *rows;    /* by word; one more behind the last */
	uint16_t *needs;          /* of the atoms that words satisfy, those that are needed: atom.need */
	size_t need_pair_count;
	struct word_wake *word_wakes;
	size_t word_wake_count;
	struct gate *gates;       /* from 1 */
	size_t gate_count, gate_capacity;
	struct door *doors;
	size_t door_count;
	struct wake *wakes;
	size_t wake_count;
	uint16_t *wake_needs;
	size_t wake_need_count;
	struct pending_wake *pending; /* while loading */
	size_t pending_count, pending_capacity;
	struct need_set *need_sets;
	size_t need_set_count, need_set_capacity;
	uint16_t *set_atoms;      /* the atoms of sets, by atom.need */
	size_t set_atom_count, set_atom_capacity;
	accord_hash_map *set_names; /* while loading */
	size_t word_count;
	struct glob_trie suffixes, prefixes;
	struct glob_atom *glob_atoms;
	size_t glob_atom_count, glob_atom_capacity;
	uint8_t glob_kinds;       /* rule kinds that a glob wakes */
	struct regex *regexes;
	pcre2_match_context *match_context; /* with a limit on backtracking */
	size_t regex_count, regex_capacity;
	uint32_t *regex_triggers; /* atoms */
	size_t regex_trigger_count, regex_trigger_capacity;
	uint8_t regex_kinds;
	uint64_t regex_wakes[ACCORD_RULE_KINDS]; /* the expressions that wake a kind, as bits of accord_item.expressions */
	uint8_t regex_first[32];  /* bytes that begin a match of any regex that wakes something */
	uint32_t by_kind[ACCORD_RULE_KINDS][12];            /* gates of programs that an item kind wakes; as those of atoms */
	uint16_t item_kinds_wake[ACCORD_RULE_KINDS];        /* bits 1 << item kind */
	uint32_t any_item[ACCORD_RULE_KINDS];

	struct program *programs;
	size_t program_count, program_capacity;
	uint16_t party_kinds;     /* 1 << accord_item_kind: what a role of a deal may bind */
	size_t warnings;          /* that its files gave */
	accord_image image;       /* what all of this lies in, if it was compiled at an earlier start */
};

/* A language is compiled when the set is loaded; where an image of it is kept, that is read when it is first asked for. */
struct later {
	pthread_mutex_t lock;
	atomic_bool ready;
	uint64_t key;
	accord_rule_language language;
};

struct loading;

struct accord_ruleset {
	accord_arena *arena;
	struct later *languages[3]; /* NULL: the folders have none of it; apart from the set, since asking may load one */
	struct loading *loading;    /* what was read, for a language of which the image turns out to be damaged */
	uint64_t hash;
	size_t warnings;
};

/* classes.c */
void read_class(accord_rule_language *l, const struct block *b);
void resolve_classes(accord_rule_language *l);
struct word_class *find_class(const accord_rule_language *l, accord_slice name);
typedef void (*class_visit)(void *context, const struct class_word *word);
void each_lemma_word(const accord_rule_language *l, accord_lemma lemma, class_visit visit, void *context);
/* The members of a class that are no plain words (globs, phrases, expressions), inclusions followed. */
typedef bool (*member_visit)(void *context, const struct member *member);
bool each_pattern_member(accord_rule_language *l, struct word_class *c, member_visit visit, void *context);
bool class_holds_word(const accord_rule_language *l, const char *class_name, accord_word word);
const char *class_hint(accord_rule_language *l, accord_slice name);

/* atoms.c */
uint32_t atom_word(accord_rule_language *l, accord_slice folded);
/* The atom that a word of a pattern was found to be, as it is written there; 0 if that was not remembered. */
uint32_t atom_of_text(const accord_rule_language *l, bool exact, accord_slice text);
void remember_atom(accord_rule_language *l, bool exact, accord_slice text, uint32_t atom);
uint32_t atom_exact(accord_rule_language *l, accord_slice text);
uint32_t atom_lemma(accord_rule_language *l, const struct node *node, uint32_t forms);
uint32_t atom_class(accord_rule_language *l, struct word_class *c, accord_slice form, uint32_t forms);
uint32_t atom_glob(accord_rule_language *l, accord_slice folded);
uint32_t atom_regex(accord_rule_language *l, const struct node *node);
/* The code of an expression; false with an error of PCRE2 and its place. */
bool compile_expression(struct regex *re, int *code, size_t *offset);
uint32_t atom_of_kind(accord_rule_language *l, const char *name, uint32_t kinds);
uint32_t atom_not(accord_rule_language *l, uint32_t inner);
uint32_t atom_finite(accord_rule_language *l);
accord_lemma lemma_of_any(const accord_rule_language *l, accord_slice name, accord_lemma found[4], uint8_t *count);
void *grow_array(accord_arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* globs.c */
bool glob_add(accord_rule_language *l, struct glob_trie *trie, accord_slice text, bool reversed, uint32_t atom);
uint32_t glob_find(const struct glob_trie *trie, accord_slice folded, bool reversed);
bool glob_holds(const accord_rule_language *l, const struct glob_trie *trie, uint32_t node, uint32_t atom);

/* openings.c: of code that has been written: the marks, then what it can begin with; false without memory. */
void spread_all_marks(const accord_rule_language *l, struct code *code);
bool note_openings(const accord_rule_language *l, struct code *code);

/* codes.c: the same code as one that was emitted before, if there is one; else a copy that is kept. False without memory. */
bool share_code(accord_rule_language *l, struct code *code);
/* The marks of which an item that satisfies an atom has one. */
uint64_t marks_of_atom(const accord_rule_language *l, uint32_t atom);
/* The marks of which one must be met where code begins, or behind the gap that it begins with (0, or 1 + its kind). */
uint64_t opening_marks(const struct code *code, uint8_t *gap);

/* needs.c: what a list of elements cut at `trigger` asks for anywhere: the kinds of found things, and at most MAX_NEEDS needs. */
uint16_t found_kinds(const accord_rule_language *l, struct node *const *list, size_t count);
size_t note_needs(accord_rule_language *l, struct node *const *list, size_t count, size_t trigger, uint16_t *needs);

/* wakes.c: a program waits for what wakes it (a gate of an atom or an item's kind); then all stand in order. False without memory. */
bool push_wake(accord_rule_language *l, uint32_t *gate, const struct wake *wake, const uint16_t *needs, size_t need_count);
bool arrange_wakes(accord_rule_language *l);

/* word_index.c: after all atoms are known. */
bool index_words(accord_rule_language *l);

/* resolve.c: names in a pattern are looked up; NULL after a mistake or where the clause does not suit the frame. */
struct frame {
	enum { FRAME_NONE, FRAME_VERB, FRAME_NOUN } kind;
	struct node *head;                 /* the verb or noun as written */
	struct node *subject, *object, *by, *of;
	struct argument *arguments;
	size_t argument_count;
};

struct resolution {
	accord_rule_language *language;
	accord_rule *rule;                 /* NULL while clauses are checked */
	const struct frame *frame;
	struct slot slots[MAX_SLOTS];
	const struct slot *kept_slots; /* a copy that lives with the language, made with the first program */
	size_t slot_count, depth, nodes;
	bool failed, unsuited, check_only;
};

struct node *resolve(struct resolution *r, const struct node *node);

/* compiler.c: a resolved pattern becomes programs; false after a mistake. */
bool compile_pattern(struct resolution *r, accord_rule *rule, struct node *pattern, const struct program *model,
                     bool unless, struct program **made, size_t *made_count);
bool compile_argument(struct resolution *r, struct node *pattern, struct argument *argument);

/* frames.c */
void read_template(accord_rule_language *l, const struct block *b);
void check_templates(accord_rule_language *l);
void compile_frame(accord_rule_language *l, accord_rule *rule, const struct field *field, bool noun);
int read_arrow(struct reader *r); /* `-> talks`: the status, -1 if there is none */
struct reader reader_of(accord_rule_language *l, struct extent at);
accord_slice without_comment(accord_slice value);

/* rules.c */
void read_rule(accord_rule_language *l, const struct block *b);
void compile_rule(accord_rule_language *l, accord_rule *rule);

/* ruleset.c */
bool prepare_matching(accord_rule_language *l);
void free_language(accord_rule_language *l);

/*
 * compiled.c: a language as it was compiled at an earlier start. `folders` and `key` are numbers of the folders and of all
 * that its files say. False if there is nothing that fits; then `l` is untouched or freed.
 */
extern const accord_image_type lexicon_image_type; /* lexicon.c */
bool read_compiled(accord_rule_language *l, const char *lang, uint64_t folders, uint64_t key);
/* Whether there is one by the look of its beginning; reading it may still fail. */
bool has_compiled(const char *lang, uint64_t folders, uint64_t key);
bool write_compiled(const accord_rule_language *l, uint64_t folders, uint64_t key, const accord_image_region *sources,
                    size_t source_count);

/* examples.c */
void read_examples(accord_rule_language *l, accord_rule *rule);

/* matcher.c */
#define ASKED_EXCEPTIONS 64

struct asked_exception {
	const accord_rule *rule;
	uint16_t clause;
	bool holds;
};

struct sentence_run {
	const accord_rule_language *language;
	accord_item *items;
	size_t count;
	accord_arena *scratch;
	pcre2_match_data *match_data; /* made when the first expression is asked */
	const uint64_t *marks;        /* of item i at i + 1, the edges too; NULL: not asked */
	uint64_t all_marks;           /* those that any item has, if marks is not NULL */
	struct known_run *known;      /* what pieces of code did at a trigger; NULL: not kept */
	uint32_t known_used;          /* its places that hold something, as bits */
	struct collection *likely;    /* only programs that may match are woken; NULL: all */
	size_t closed_at;             /* the item, + 1, of which closing_particle was asked last, and what it said */
	accord_word closed_by;
	uint8_t *regex_known;         /* a byte a (regex, item): 0 not asked, 1 no, 2 yes; NULL if there are too many */
	struct asked_exception *asked; /* made when the first exception is asked */
};

/* How far a program came: for explanations. */
struct progress {
	int reached;              /* atoms matched beside the trigger, in both directions */
	uint32_t stop;            /* the item at which the furthest thread stopped */
	const struct instruction *missing; /* the atom that was wanted there */
};

typedef struct captures {
	int16_t first[MAX_SLOTS], last[MAX_SLOTS];
} captures;

/*
 * What a piece of code did at a trigger: programs share their halves, so that many of those that a word wakes ask the
 * same. A few places, found by the code's address; the trigger is the one of the program that runs.
 */
#define KNOWN_RUNS 32

struct known_run {
	const struct instruction *code;
	uint32_t trigger;
	bool found;
	int32_t end;
	captures caught;
};

#define GAPS 3

/* Which expressions of the language match a text. */
uint64_t expressions_of(const accord_rule_language *l, accord_slice text);

/* Whether an expression, by its number, matches an item. */
bool expression_matches(struct sentence_run *run, uint32_t regex, size_t i);

/* The marks that are met by some item up to which a gap may run that begins beside a trigger. */
uint64_t marks_in_reach(const struct sentence_run *run, size_t trigger, int direction, enum gap_kind gap);
bool atom_matches(struct sentence_run *run, uint32_t atom, uint32_t flags, size_t i);
bool run_program(struct sentence_run *run, const struct program *p, size_t trigger, captures *found, uint32_t *first,
                 uint32_t *last, struct progress *progress);
bool run_argument(struct sentence_run *run, const struct argument *a, size_t at, captures *found, uint32_t *last);

/* triggers.c */
int rivals(const accord_match *a, const accord_match *b); /* 0 if they compete */
int compare_rank(const accord_match *a, const accord_match *b, const char **by);
typedef bool (*wake_call)(void *context, const struct wake *wake, size_t item);
bool wake_programs(struct sentence_run *run, accord_rule_kind kind, wake_call call, void *context);
bool unless_holds(struct sentence_run *run, const accord_rule *rule, size_t trigger);
bool bind_arguments(struct sentence_run *run, const struct program *p, size_t trigger, const captures *core,
                    accord_match *match);
bool particle_fits(struct sentence_run *run, accord_word particle, bool simple, size_t i);

#endif
