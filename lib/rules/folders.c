/* Where rules are looked for when no folder is named. */
#include <accord/rules.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
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

static pthread_mutex_t user_lock = PTHREAD_MUTEX_INITIALIZER;
static char user_folder[4096];

static bool is_folder(const char *path)
{
	struct stat about;
	return path[0] && !stat(path, &about) && S_ISDIR(about.st_mode);
}

/* A program that lies below the build folder reads the rules of its source tree. */
static bool in_build_tree(void)
{
	char self[4096];
	size_t len = sizeof ACCORD_BUILD_DIR - 1;
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	if (n <= 0 || !len || (size_t)n <= len)
		return false;
	self[n] = '\0';
	for (size_t i = 0; i < len; i++)
		if (self[i] != ACCORD_BUILD_DIR[i])
			return false;
	return self[len] == '/';
}

static const char *find_user_folder(void)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME"), *found = NULL;
	pthread_mutex_lock(&user_lock);
	int n = config && config[0] ? snprintf(user_folder, sizeof user_folder, "%s/accord/rules", config) :
	        home ? snprintf(user_folder, sizeof user_folder, "%s/.config/accord/rules", home) : -1;
	if (n > 0 && (size_t)n < sizeof user_folder && is_folder(user_folder))
		found = user_folder;
	pthread_mutex_unlock(&user_lock);
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
	folders[count++] = in_build_tree() && is_folder(ACCORD_SOURCE_RULES) ? ACCORD_SOURCE_RULES : ACCORD_RULES_DIR;
	if (user)
		folders[count++] = user;
	return count;
}
