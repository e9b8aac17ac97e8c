/*
 * accord correct: what a reader knows better becomes a test in the user's own rules. It changes no deal: a
 * rule does, and then `accord reprocess`.
 */
#include "corrections.h"
#include "stored.h"

#include <accord/rules.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct args {
	const char *db, *document;
	struct text_list rules;
	bool print;
};

static const struct option_spec options[] = {
	DB_OPTION(struct args),
	{"document", 0, "ID", "only what this article tells of the deal", OPTION_TEXT,
	 offsetof(struct args, document)},
	{"rules", 0, "DIR", "the folder to write to (default: ~/.config/accord/rules)", OPTION_LIST,
	 offsetof(struct args, rules)},
	{"print", 0, NULL, "write to standard output instead", OPTION_FLAG, offsetof(struct args, print)},
	OPTIONS_END,
};

extern const struct command correct_command;

struct correcting {
	const struct args *args;
	accord_store *store;
	accord_arena *arena;
	accord_tagger *tagger;
	accord_buffer out; /* of one language */
	const char *lang;
	size_t written, failing;
	int status; /* EXIT_USAGE after a word that nobody understands */
};

/* $XDG_CONFIG_HOME/accord/rules, or the one that --rules names last. */
static const char *target_folder(const struct args *args, accord_arena *arena)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	char path[4096];
	if (args->rules.count)
		return args->rules.items[args->rules.count - 1];
	if (config && *config)
		snprintf(path, sizeof path, "%s/accord/rules", config);
	else if (home && *home)
		snprintf(path, sizeof path, "%s/.config/accord/rules", home);
	else
		return NULL;
	return accord_arena_copy(arena, path, strlen(path));
}

static bool make_folders(char *path)
{
	for (char *p = path + 1; (p = strchr(p, '/')); *p++ = '/') {
		*p = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST) {
			complain_text("%s: %s", path, strerror(errno));
			*p = '/';
			return false;
		}
	}
	return true;
}

/* Behind what stands there already. */
static bool append(struct correcting *c, const char *folder, const char *lang)
{
	char path[4300];
	snprintf(path, sizeof path, "%s/%s/corrections.examples", folder, lang);
	if (!make_folders(path))
		return false;
	FILE *file = fopen(path, "ab");
	bool good = file && fwrite(c->out.data, 1, c->out.len, file) == c->out.len;
	good = file && fclose(file) == 0 && good;
	if (good)
		fprintf(stderr, "accord correct: written to %s\n", path);
	else
		complain_text("%s: %s", path, strerror(errno));
	return good;
}

static void tell_rule(const struct correcting *c, accord_slice name, const char *lang)
{
	const accord_rule_language *rules = accord_rules_for(accord_tagger_rules(c->tagger), lang);
	const accord_rule *rule;
	uint32_t line;
	for (size_t i = 0; rules && (rule = accord_rules_at(rules, i)); i++)
		if (accord_slice_is(name, accord_rule_name(rule))) {
			const char *path = accord_rule_place(rule, &line);
			fprintf(stderr, "  %.*s stands in %s:%u\n", (int)name.len, name.data, path, line);
		}
}

static bool add(struct correcting *c, accord_correction *correction, accord_slice rule)
{
	accord_buffer found;
	accord_error err = {0};
	bool holds = false;
	static const char *const languages[] = {"de", "it", "en"};
	c->lang = NULL;
	for (size_t i = 0; i < 3; i++)
		if (accord_slice_is(correction->lang, languages[i]))
			c->lang = languages[i];
	if (!c->lang) {
		complain_text("the article is in none of de, it, en");
		return false;
	}
	accord_buffer_init(&found, 1 << 20);
	if (accord_correction_holds(c->tagger, c->arena, correction, &found, &holds, &err) != ACCORD_OK) {
		complain(&err);
		accord_buffer_free(&found);
		return false;
	}
	accord_buffer_init(&c->out, (size_t)16 << 20);
	accord_buffer_append_char(&c->out, '\n');
	accord_correction_write(&c->out, correction);
	c->written++;
	c->failing += !holds;
	if (!holds) {
		fprintf(stderr, "accord correct: it does not hold yet; today's rules find: %s\n",
			found.data ? found.data : "");
		tell_rule(c, rule, c->lang);
	}
	accord_buffer_free(&found);
	const char *folder = target_folder(c->args, c->arena);
	bool good = c->args->print ? flush_output(&c->out) : folder && append(c, folder, c->lang);
	if (!folder && !c->args->print)
		complain_text("no folder for the correction: set HOME, or name one with --rules");
	accord_buffer_free(&c->out);
	return good;
}

/* What the words say about a deal: `wrong`, a type, a status, ROLE=COMPANY in any order; false after a
 * message. */
static bool read_claim(struct correcting *c, const accord_deal *deal, int count, char **words,
		       accord_expectation * not, accord_expectation *want, bool *wrong)
{
	*wrong = false;
	not ->wanted = false;
	not ->status = -1;
	*want = (accord_expectation){true, deal->type, -1, NULL, 0};
	want->parties =
		accord_arena_calloc(c->arena, deal->party_count + (size_t)count + 1, sizeof *want->parties);
	if (!want->parties)
		return false;
	for (int i = 0; i < count; i++) {
		accord_slice word = accord_slice_of(words[i]);
		const char *equals = strchr(words[i], '=');
		int type = accord_deal_type_from(word), status = accord_deal_status_from(word);
		int role =
			equals ? accord_role_from((accord_slice){words[i], (size_t)(equals - words[i])}) : -1;
		if (!strcmp(words[i], "wrong"))
			*wrong = true;
		else if (type >= 0)
			want->type = (accord_deal_type)type;
		else if (status >= 0)
			want->status = status;
		else if (role >= 0 && equals[1])
			want->parties[want->party_count++] = (accord_party){
				{NULL, 0}, accord_slice_of(equals + 1), (accord_role)role, ACCORD_COMPANY};
		else
			return (c->status = usage_error(
					&correct_command,
					"'%s' is neither wrong nor a type, a status or ROLE=COMPANY",
					words[i])) < 0;
	}
	/* Companies that the words do not name keep their roles, as far as the type has them. */
	for (size_t i = 0; i < deal->party_count; i++) {
		bool named = false;
		for (size_t k = 0; k < want->party_count; k++)
			named |= accord_slice_equal(want->parties[k].name, deal->parties[i].name) ||
				 accord_slice_equal(want->parties[k].name, deal->parties[i].id);
		if (!named && accord_type_has_role(want->type, deal->parties[i].role))
			want->parties[want->party_count++] = deal->parties[i];
	}
	for (size_t i = 0; i < want->party_count; i++)
		if (!accord_type_has_role(want->type, want->parties[i].role))
			return (c->status = usage_error(&correct_command, "%s has no role '%s'",
							accord_deal_type_name(want->type),
							accord_role_name(want->parties[i].role))) < 0;
	if (!*wrong && want->party_count == 0)
		return (c->status = usage_error(&correct_command,
						"say the roles too: %s ROLE=COMPANY ROLE=COMPANY",
						accord_deal_type_name(want->type))) < 0;
	not ->type = deal->type;
	not ->parties = deal->parties;
	not ->party_count = deal->party_count;
	return true;
}

static bool same_claim(const accord_expectation *a, const accord_expectation *b)
{
	bool same = a->type == b->type && a->party_count == b->party_count;
	for (size_t i = 0; same && i < a->party_count; i++) {
		bool found = false;
		for (size_t k = 0; k < b->party_count; k++)
			found |= a->parties[i].role == b->parties[k].role &&
				 accord_slice_equal(a->parties[i].name, b->parties[k].name);
		same = found;
	}
	return same;
}

static bool correct_report(struct correcting *c, const accord_event *event, const accord_event_report *report,
			   int count, char **words)
{
	accord_expectation claims[2];
	accord_stored_document stored;
	accord_error err = {0};
	accord_correction correction = {.name = event->id, .expectations = claims};
	bool wrong;
	if (!read_claim(c, &report->deal, count, words, &claims[0], &claims[1], &wrong))
		return false;
	if (accord_store_get_document(c->store, c->arena, report->document, &stored, &err) != ACCORD_OK ||
	    accord_correction_excerpt(c->tagger, c->arena, &stored.document, &report->deal, NULL, &correction,
				      &err) != ACCORD_OK) {
		complain(&err);
		return false;
	}
	if (wrong) {
		correction.expectation_count = 1;
	} else if (same_claim(&claims[0], &claims[1])) { /* only the status is another */
		correction.expectations = &claims[1];
		correction.expectation_count = 1;
	} else {
		correction.expectation_count = 2;
	}
	return add(c, &correction, report->deal.rule);
}

static bool correct_deal(struct correcting *c, const accord_event *event, int count, char **words)
{
	size_t seen = 0;
	for (size_t i = 0; i < event->report_count; i++) {
		const accord_event_report *r = &event->reports[i];
		if (c->args->document ? !accord_slice_is(r->document, c->args->document)
				      : r->copy_of.data != NULL)
			continue;
		seen++;
		if (!correct_report(c, event, r, count, words))
			return false;
	}
	if (!seen)
		complain_text("no article %s tells that deal",
			      c->args->document ? c->args->document : "of its own words");
	return seen > 0;
}

/* accord correct ARTICLE missing TYPE [STATUS] ROLE=COMPANY ROLE=COMPANY */
static bool correct_missing(struct correcting *c, const accord_document *doc, int count, char **words)
{
	accord_expectation want;
	accord_error err = {0};
	accord_correction correction = {.name = doc->id, .expectations = &want, .expectation_count = 1};
	accord_buffer text;
	accord_buffer_init(&text, 1 << 16);
	for (int i = 0; i < count; i++) { /* the shell has taken the quotes away */
		const char *equals = strchr(words[i], '='), *blank = strchr(words[i], ' ');
		if (equals && blank)
			accord_buffer_append_format(&text, " %.*s=\"%s\"", (int)(equals - words[i]), words[i],
						    equals + 1);
		else
			accord_buffer_append_format(&text, " %s", words[i]);
	}
	accord_slice claim =
		accord_slice_copy(c->arena, (accord_slice){text.data ? text.data : "", text.len});
	accord_buffer_free(&text);
	if (accord_expectation_read(c->arena, claim, &want, &err) != ACCORD_OK)
		return (c->status = usage_error(&correct_command, "%s", err.message)) < 0;
	want.wanted = true;
	if (!want.party_count)
		return (c->status = usage_error(&correct_command,
						"which companies? ROLE=COMPANY ROLE=COMPANY")) < 0;
	if (accord_correction_excerpt(c->tagger, c->arena, doc, NULL, &want, &correction, &err) !=
	    ACCORD_OK) {
		complain(&err);
		return false;
	}
	return add(c, &correction, (accord_slice){NULL, 0});
}

static bool correct(struct correcting *c, int count, char **words)
{
	accord_event event;
	accord_stored_document stored;
	accord_error err = {0}, second = {0};
	accord_slice id = accord_slice_of(words[0]);
	if (!strcmp(words[1], "missing")) {
		if (accord_store_get_document(c->store, c->arena, id, &stored, &err) != ACCORD_OK) {
			complain(&err);
			return false;
		}
		return correct_missing(c, &stored.document, count - 2, words + 2);
	}
	if (accord_store_find_event(c->store, c->arena, id, &event, &err) == ACCORD_OK)
		return correct_deal(c, &event, count - 1, words + 1);
	if (err.status == ACCORD_ENOTFOUND &&
	    accord_store_get_document(c->store, c->arena, id, &stored, &second) == ACCORD_OK)
		complain_text("%s is an article: accord correct %s missing TYPE ROLE=COMPANY ROLE=COMPANY",
			      words[0], words[0]);
	else
		complain(&err);
	return false;
}

static int run(const void *options_read, int count, char **words)
{
	struct correcting c = {.args = options_read};
	accord_error err = {0};
	if (count < 2)
		return usage_error(&correct_command, "which deal, and what is right?");
	c.store = open_store(c.args->db, ACCORD_STORE_READ);
	c.arena = accord_arena_new(0);
	bool good = c.store && c.arena;
	if (good && accord_tagger_new(NULL, 0, &c.tagger, &err) != ACCORD_OK) {
		complain(&err);
		good = false;
	}
	good = good && correct(&c, count, words);
	if (good && c.failing)
		fprintf(stderr, "accord correct: when the rules are mended, `accord rules test` tells, and "
				"`accord reprocess` "
				"applies them\n");
	accord_tagger_free(c.tagger);
	accord_arena_free(c.arena);
	accord_store_close(c.store);
	return good ? EXIT_ALL_WELL : c.status ? c.status : EXIT_SOME_FAILED;
}

const struct command correct_command = {
	"correct",
	"DEAL wrong | DEAL [TYPE] [STATUS] [ROLE=COMPANY...] | ARTICLE missing TYPE [STATUS] ROLE=COMPANY...",
	"what a reader knows better becomes a test in the user's rules",
	options,
	sizeof(struct args),
	run};
