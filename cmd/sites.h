/* The rules for single sites that clean, extract and fetch share. */
#ifndef SITES_H
#define SITES_H

#include <accord/page.h>

/* Read the folder `sites` of the rule folders; `sites` stays NULL if there is none. False after a message. */
bool load_sites(accord_site_rules **sites);

#endif
