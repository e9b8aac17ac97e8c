/* Opening the store that the options name; what standard output is. */
#include "stored.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

accord_store *open_store(const char *db, accord_store_mode mode)
{
	accord_arena *arena = accord_arena_new(0);
	accord_store *store = NULL;
	accord_error err = {0};
	const char *path = arena ? accord_store_default_path(arena, db) : NULL;
	if (!path)
		complain_text("no place for the store: set HOME, or name a file with --db");
	else if (accord_store_open(path, mode, &store, &err) != ACCORD_OK)
		complain(&err);
	accord_arena_free(arena);
	return store;
}

static unsigned columns(void)
{
	const char *given = getenv("COLUMNS");
	long n = given ? strtol(given, NULL, 10) : 0;
	struct winsize size;
	if (n <= 0 && isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		n = size.ws_col;
	return n < 20 ? 80 : n > 1000 ? 1000 : (unsigned)n;
}

/* The language of values: that of numbers, else of messages, as setlocale looks it up. */
static const char *language(void)
{
	static const char *const names[] = {"LC_ALL", "LC_NUMERIC", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return !strncmp(value, "de", 2) ? "de" : !strncmp(value, "it", 2) ? "it" : "en";
	}
	return "en";
}

bool terminal_setup(accord_render *render, const char *color)
{
	bool terminal = isatty(STDOUT_FILENO), automatic = !color || !strcmp(color, "auto");
	const char *kind = getenv("TERM"), *plain = getenv("NO_COLOR");
	if (!automatic && strcmp(color, "always") != 0 && strcmp(color, "never") != 0)
		return false;
	bool capable = terminal && (!kind || strcmp(kind, "dumb") != 0);
	render->colour = automatic ? capable && !(plain && *plain) : !strcmp(color, "always");
	render->links = capable && render->colour;
	render->width = columns();
	render->lang = language();
	render->now = time(NULL);
	return true;
}
