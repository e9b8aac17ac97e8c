/* Where rules are looked for when no folder is named. */
#include <accord/rules.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef ACCORD_RULES_DIR
#define ACCORD_RULES_DIR "/usr/local/share/accord/rules"
#endif
#ifndef ACCORD_SOURCE_RULES
#define ACCORD_SOURCE_RULES ""
#endif
#ifndef ACCORD_BUILD_DIR
#define ACCORD_BUILD_DIR ""
#endif

static pthread_mutex_t folder_lock = PTHREAD_MUTEX_INITIALIZER;
static char user_folder[4096], own_folder[4096];

static bool is_folder(const char *path)
{
	struct stat about;
	return path[0] && !stat(path, &about) && S_ISDIR(about.st_mode);
}

/* A program that lies below the build folder reads the rules of its source tree. */
static bool in_build_tree(const char *self)
{
	size_t len = sizeof ACCORD_BUILD_DIR - 1;
	return len && !strncmp(self, ACCORD_BUILD_DIR, len) && self[len] == '/';
}

/* ../share/accord/rules, seen from the program: an installation that was moved, or has another prefix. */
static bool beside_program(const char *self)
{
	const char *slash = strrchr(self, '/');
	int n = slash ? snprintf(own_folder, sizeof own_folder, "%.*s/../share/accord/rules", (int)(slash - self), self) : -1;
	return n > 0 && (size_t)n < sizeof own_folder && is_folder(own_folder);
}

static const char *find_shipped_folder(void)
{
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	self[n > 0 ? n : 0] = '\0';
	if (in_build_tree(self) && is_folder(ACCORD_SOURCE_RULES))
		return ACCORD_SOURCE_RULES;
	pthread_mutex_lock(&folder_lock);
	const char *found = beside_program(self) ? own_folder : ACCORD_RULES_DIR;
	pthread_mutex_unlock(&folder_lock);
	return found;
}

static const char *find_user_folder(void)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME"), *found = NULL;
	pthread_mutex_lock(&folder_lock);
	int n = config && config[0] ? snprintf(user_folder, sizeof user_folder, "%s/accord/rules", config) :
	        home ? snprintf(user_folder, sizeof user_folder, "%s/.config/accord/rules", home) : -1;
	if (n > 0 && (size_t)n < sizeof user_folder && is_folder(user_folder))
		found = user_folder;
	pthread_mutex_unlock(&folder_lock);
	return found;
}

size_t accord_rules_default_folders(const char *folders[ACCORD_DEFAULT_FOLDERS])
{
	const char *named = getenv("ACCORD_RULES"), *user = find_user_folder();
	size_t count = 0;
	if (named && named[0]) {
		folders[0] = named;
		return 1;
	}
	folders[count++] = find_shipped_folder();
	if (user)
		folders[count++] = user;
	return count;
}
