/* Opening the store that the options name. */
#include "stored.h"

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
