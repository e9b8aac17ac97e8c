/* From options and environment to what the fetch engine wants to know. */
#include "network.h"

#include <stdlib.h>
#include <string.h>

#define A_DAY 86400.0

bool seconds_of(const char *text, double most, double *seconds)
{
	char *end;
	double value = strtod(text, &end);
	if (end == text || *end || !(value >= 0 && value <= most))
		return false;
	*seconds = value;
	return true;
}

bool network_options(const struct command *command, const struct network_args *args,
		     accord_fetch_options *options)
{
	*options = accord_fetch_defaults();
	options->contact = args->contact ? args->contact : getenv("ACCORD_CONTACT");
	options->allow_hosts = args->allow_hosts.items;
	options->allow_count = args->allow_hosts.count;
	options->ca_file = args->ca_file;
	if (args->agent)
		options->agent = args->agent;
	if (args->jobs > 0)
		options->hosts_at_once = args->jobs < 256 ? (unsigned)args->jobs : 256;
	const struct {
		const char *name, *text;
		double *seconds;
	} times[] = {{"delay", args->delay, &options->pause},
		     {"timeout", args->timeout, &options->request_seconds},
		     {"deadline", args->deadline, &options->run_seconds}};
	for (size_t i = 0; i < sizeof times / sizeof *times; i++)
		if (times[i].text && !seconds_of(times[i].text, A_DAY, times[i].seconds)) {
			usage_error(command, "--%s %s: that is no number of seconds up to a day",
				    times[i].name, times[i].text);
			return false;
		}
	return true;
}

bool network_may_start(const accord_fetch_options *options)
{
	if ((options->contact && *options->contact) || options->allow_count)
		return true;
	complain_text("no contact is named, and other people's servers are not asked without one: "
		      "--contact URL-OR-ADDRESS, or ACCORD_CONTACT");
	return false;
}
