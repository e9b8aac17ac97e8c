#include "command.h"
#include "sites.h"

#include <accord/rules.h>

#include <stdio.h>
#include <unistd.h>

/* Rules for single sites stand in the folder `sites` of the rules; later folders are asked first. */
bool load_sites(accord_site_rules **sites)
{
	const char *folders[ACCORD_DEFAULT_FOLDERS];
	accord_error err = {0};
	for (size_t i = accord_rules_default_folders(folders); i-- > 0;) {
		char path[4096];
		if (!folders[i] || snprintf(path, sizeof path, "%s/sites", folders[i]) >= (int)sizeof path ||
		    access(path, R_OK) != 0)
			continue;
		if (accord_site_rules_load(path, sites, &err) == ACCORD_OK)
			return true;
		complain(&err);
		return false;
	}
	return true;
}
