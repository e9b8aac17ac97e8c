/* Rules for single sites: read from rules/sites/NAME.site. */
#include <accord/page.h>

#include <stdlib.h>

struct accord_site_rules {
	size_t count;
};

accord_status accord_site_rules_load(const char *folder, accord_site_rules **sites, accord_error *err)
{
	(void)folder;
	*sites = calloc(1, sizeof **sites);
	return *sites ? ACCORD_OK : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
}

void accord_site_rules_free(accord_site_rules *sites)
{
	free(sites);
}
