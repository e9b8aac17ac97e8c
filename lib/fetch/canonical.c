/*
 * One story, one key. A link reaches us through feeds, newsletters, search engines and AMP caches, each
 * adding its own dress; what is taken off here are families of parameters whose names belong to known
 * trackers or session mechanisms, never a name that sites use for content (id, p, ref, source, from, page).
 * When in doubt a parameter stays: two keys for one story are mended later by its text, one key for two
 * stories loses one of them.
 *
 * The families are from the trackers' own documentation (Google, Meta, Matomo, AT Internet, Adobe, HubSpot,
 * Webtrekk, Yahoo, …), not from any list of sites.
 */
#include <accord/url.h>

#include <string.h>

#define DEEPEST_WRAPPER 4

/* A name ending in '*' is a prefix. Compared in lower case, percent-decoded. */
static const char *const trackers[] = {
	/* campaigns */
	"utm_*",
	"utm-*",
	"itm_*",
	"mtm_*",
	"matomo_*",
	"pk_*",
	"piwik_*",
	"hsa_*",
	"ns_campaign",
	"ns_mchannel",
	"ns_source",
	"ns_linkname",
	"ns_fee",
	"wt_*",
	"wt.*",
	"at_medium",
	"at_campaign*",
	"at_custom*",
	"at_link*",
	"at_format",
	"at_creation",
	"at_variant",
	"at_general*",
	"at_ptr*",
	"at_channel",
	"at_platform",
	"at_term",
	"at_audience",
	"at_network",
	"at_type",
	"at_emailtype",
	"at_recipient*",
	"at_bbc*",
	"xtor",
	"cmp",
	"cmpid",
	"cmp_id",
	"campaign_id",
	"icid",
	"ncid",
	"ocid",
	"s_cid",
	"s_kwcid",
	"sc_cid",
	"sc_channel",
	"sc_campaign",
	"sc_medium",
	"sc_publisher",
	"sc_country",
	"sc_content",
	"ef_id",
	"ftag",
	"spm",
	"scm",
	"_openstat",
	"yptr",
	"ref_src",
	"ref_url",
	"sr_share",
	"mbid",
	"smid",
	"smtyp",
	"wprov",
	"wpisrc",
	"wpmm",
	"soc_src",
	"soc_trk",
	"tblci",
	"taboola_*",
	"dicbo",
	"obclickid",
	"ob_click_id",
	"echobox",
	"pd_source",
	"__twitter_impression",
	"trk_*",
	"trkcampaign",
	"trkid",
	"stm_*",
	"rss_source",
	/* click identifiers */
	"fbclid",
	"fb_action_*",
	"fb_source",
	"fb_ref",
	"fb_comment_id",
	"gclid",
	"gclsrc",
	"gad_*",
	"dclid",
	"wbraid",
	"gbraid",
	"msclkid",
	"yclid",
	"ysclid",
	"ymclid",
	"twclid",
	"ttclid",
	"igshid",
	"igsh",
	"li_fat_id",
	"mibextid",
	"srsltid",
	"sccid",
	"rdt_cid",
	"epik",
	"irclickid",
	"irgwc",
	"cjevent",
	"zanpid",
	"awc",
	"tduid",
	"wickedid",
	"guccounter",
	"guce_*",
	"_ga",
	"_gl",
	"_gac",
	"_ga_*",
	"__gda",
	/* newsletters and marketing suites */
	"mc_cid",
	"mc_eid",
	"mc_tc",
	"mkt_tok",
	"_hsenc",
	"_hsmi",
	"__hs*",
	"hsctatracking",
	"vero_*",
	"oly_*",
	"elqtrack*",
	"elqtrackid",
	"elq",
	"elqaid",
	"elqat",
	"elqcampaignid",
	"dm_i",
	"_ke",
	"_kx",
	"_bta_*",
	"bsft_*",
	"ml_subscriber*",
	"nr_email_referer",
	"sfmc_*",
	"emci",
	"emdi",
	"ceid",
	"ck_subscriber_id",
	"_branch_*",
	"rb_clickid",
	"hmb_*",
	"iesrc",
	"ic_source",
	/* AMP */
	"amp",
	"amp_*",
};

/* Names that carry a session whatever their value. */
static const char *const sessions[] = {
	"phpsessid", "jsessionid",    "aspsessionid*",   "asp.net_sessionid",
	"sessionid", "session_id",    "session-id",      "sessid",
	"oscsid",    "xtcsid",        "modsid",          "zenid",
	"cfid",      "cftoken",       "jservsessionid*", "ci_session",
	"cgisessid", "viewsessionid",
};

/* Names that carry a session if the value looks like one; else it is a number of the site's own. */
static const char *const likely_sessions[] = {"sid",           "s",   "session", "sess", "sessionkey",
					      "token_session", "psid"};

/* Redirectors that name their target in a parameter. A host beginning with '.' stands for all under it. */
static const struct wrapper {
	const char *host, *path, *parameter;
} wrappers[] = {
	{"google.*", "/url", "q"},
	{"google.*", "/url", "url"},
	{"l.facebook.com", "/l.php", "u"},
	{"lm.facebook.com", "/l.php", "u"},
	{"l.instagram.com", "/", "u"},
	{"l.threads.net", "/", "u"},
	{"duckduckgo.com", "/l/", "uddg"},
	{"out.reddit.com", NULL, "url"},
	{"youtube.com", "/redirect", "q"},
	{"linkedin.com", "/redir/redirect", "url"},
	{"bing.com", "/news/apiclick.aspx", "url"},
	{"vk.com", "/away.php", "to"},
	{"t.umblr.com", "/redirect", "z"},
	{"slack-redir.net", "/link", "url"},
};

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool is_escape(const char *p, const char *end)
{
	return end - p >= 3 && *p == '%' && hex_value(p[1]) >= 0 && hex_value(p[2]) >= 0;
}

static bool is_alnum(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* RFC 3986, 2.3. */
static bool is_unreserved(int c)
{
	return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/*
 * Escapes of unreserved octets are undone, the hex digits of the others written in upper case. An octet that
 * would complete an escape together with a stray '%' before it stays, so that a second pass finds nothing to
 * do.
 */
static accord_slice plain_escapes(accord_arena *arena, accord_slice part)
{
	char *out = accord_arena_alloc(arena, part.len + 1);
	size_t n = 0;
	if (!out)
		return part;
	const char *end = part.data + part.len;
	for (const char *p = part.data; p < end; p++) {
		if (!is_escape(p, end)) {
			out[n++] = *p;
			continue;
		}
		int value = hex_value(p[1]) << 4 | hex_value(p[2]);
		bool stray = hex_value((char)value) >= 0 &&
			     ((n >= 1 && out[n - 1] == '%') ||
			      (n >= 2 && out[n - 2] == '%' && hex_value(out[n - 1]) >= 0));
		if (value < 0x80 && is_unreserved(value) && !stray) {
			out[n++] = (char)value;
		} else {
			out[n++] = '%';
			out[n++] = "0123456789ABCDEF"[value >> 4];
			out[n++] = "0123456789ABCDEF"[value & 15];
		}
		p += 2;
	}
	out[n] = '\0';
	return (accord_slice){out, n};
}

/* `pattern` is lower case and may end in '*'. */
static bool name_is(accord_slice name, const char *pattern)
{
	size_t n = strlen(pattern);
	bool prefix = n && pattern[n - 1] == '*';
	n -= prefix;
	if (prefix ? name.len < n : name.len != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(name.data[i]) != pattern[i])
			return false;
	return true;
}

static bool name_in(accord_slice name, const char *const *patterns, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (name_is(name, patterns[i]))
			return true;
	return false;
}

#define IN(name, table) name_in(name, table, sizeof(table) / sizeof *(table))

/* A long word of letters and digits with digits in it: nobody numbers articles so. */
static bool looks_like_session(accord_slice value)
{
	size_t digits = 0;
	if (value.len < 20)
		return false;
	for (size_t i = 0; i < value.len; i++) {
		if (!is_alnum((unsigned char)value.data[i]))
			return false;
		digits += value.data[i] >= '0' && value.data[i] <= '9';
	}
	return digits >= 4;
}

static bool is_session(accord_slice name, accord_slice value)
{
	return IN(name, sessions) || (IN(name, likely_sessions) && looks_like_session(value));
}

static bool selects_amp(accord_slice name, accord_slice value)
{
	static const char *const names[] = {"outputtype", "output", "format", "view", "layout", "mode"};
	return IN(name, names) && name_is(value, "amp");
}

/* "name=value" taken apart; a parameter without '=' is all name. */
static void split_parameter(accord_slice parameter, accord_slice *name, accord_slice *value)
{
	const char *equals = memchr(parameter.data, '=', parameter.len);
	size_t n = equals ? (size_t)(equals - parameter.data) : parameter.len;
	*name = (accord_slice){parameter.data, n};
	*value = equals ? (accord_slice){equals + 1, parameter.len - n - 1} : (accord_slice){"", 0};
}

static accord_slice next_part(accord_slice *rest, char separator)
{
	const char *at = memchr(rest->data, separator, rest->len);
	accord_slice part = {rest->data, at ? (size_t)(at - rest->data) : rest->len};
	size_t used = part.len + (at != NULL);
	rest->data += used;
	rest->len -= used;
	return part;
}

/* Ampersands that a feed escaped once too often: "&amp;", "&#038;" (the latter looks like a fragment). */
static accord_slice undo_html_ampersands(accord_arena *arena, accord_slice text)
{
	static const char *const forms[] = {"&amp;", "&#038;", "&#38;", "&#x26;"};
	char *out = NULL;
	size_t n = 0;
	const char *query = memchr(text.data, '?', text.len);
	if (!query || !memchr(query, '&', text.len - (size_t)(query - text.data)) ||
	    !(out = accord_arena_alloc(arena, text.len + 1)))
		return text;
	for (size_t i = 0; i < text.len; i++) {
		out[n++] = text.data[i];
		if (text.data[i] != '&' || text.data + i < query)
			continue;
		for (bool again = true; again;) {
			again = false;
			for (size_t f = 0; f < sizeof forms / sizeof *forms && !again; f++) {
				/* also "&amp;amp;": behind the first '&' the form goes on without one */
				size_t len = strlen(forms[f]) - 1;
				if (text.len - i > len &&
				    !strncasecmp(text.data + i + 1, forms[f] + 1, len)) {
					i += len;
					again = true;
				}
			}
		}
	}
	out[n] = '\0';
	return (accord_slice){out, n};
}

/* What is left of a query without trackers, sessions and empty parameters; unknown if nothing is. */
static accord_slice clean_query(accord_arena *arena, accord_slice query)
{
	accord_slice none = {NULL, 0};
	if (!query.data)
		return none;
	query = plain_escapes(arena, query);
	char *out = accord_arena_alloc(arena, query.len + 1);
	size_t n = 0;
	if (!out)
		return query;
	for (accord_slice rest = query; rest.len;) {
		accord_slice parameter = next_part(&rest, '&'), name, value;
		split_parameter(parameter, &name, &value);
		if (!parameter.len || IN(name, trackers) || is_session(name, value) ||
		    selects_amp(name, value))
			continue;
		if (n)
			out[n++] = '&';
		memcpy(out + n, parameter.data, parameter.len);
		n += parameter.len;
	}
	out[n] = '\0';
	return n ? (accord_slice){out, n} : none;
}

/* "(S(abc))", "(X(1)S(abc))": ASP.NET without cookies. */
static bool is_aspnet_session(accord_slice segment)
{
	if (segment.len < 5 || segment.data[0] != '(' || segment.data[segment.len - 1] != ')')
		return false;
	size_t i = 1;
	while (i < segment.len - 1) {
		if (!strchr("ASFX", segment.data[i]) || segment.data[i + 1] != '(')
			return false;
		for (i += 2; i < segment.len - 1 && (is_unreserved((unsigned char)segment.data[i])); i++)
			;
		if (segment.data[i++] != ')')
			return false;
	}
	return i == segment.len - 1;
}

/* A segment without ";jsessionid=…". Other path parameters are the site's own. */
static size_t put_segment(char *out, accord_slice segment)
{
	size_t n = 0;
	bool first = true;
	for (accord_slice rest = segment; rest.len || first; first = false) {
		const char *before = rest.data;
		accord_slice part = next_part(&rest, ';'), name, value;
		split_parameter(part, &name, &value);
		if (!first && (name_in(name, sessions, sizeof sessions / sizeof *sessions)))
			continue;
		if (!first)
			out[n++] = ';';
		memcpy(out + n, part.data, part.len);
		n += part.len;
		if (before + part.len < rest.data && !rest.len) /* a ';' at the end stays */
			out[n++] = ';';
	}
	return n;
}

static size_t clean_segments(accord_slice path, char *out)
{
	size_t n = 0;
	accord_slice rest = {path.data + 1, path.len - 1};
	for (bool more = true; more;) {
		const char *before = rest.data;
		accord_slice segment = next_part(&rest, '/');
		more = before + segment.len < rest.data;
		if (is_aspnet_session(segment)) {
			if (!more)
				out[n++] = '/';
			continue;
		}
		out[n++] = '/';
		n += put_segment(out + n, segment);
	}
	return n;
}

static bool ends_with(const char *path, size_t len, const char *end)
{
	size_t n = strlen(end);
	if (len <= n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(path[len - n + i]) != end[i])
			return false;
	return true;
}

/* "/a/1/amp/" -> "/a/1/", "/a/1.amp.html" -> "/a/1.html". A path that is nothing but "/amp" is a page of its
 * own. */
static size_t strip_amp(char *path, size_t len)
{
	if (ends_with(path, len, "/amp/"))
		return len - 4;
	if (ends_with(path, len, "/amp") || (ends_with(path, len, ".amp") && path[len - 5] != '/'))
		return len - 4;
	static const char *const files[] = {".amp.html", ".amp.htm"};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (ends_with(path, len, files[i]) && path[len - strlen(files[i]) - 1] != '/') {
			size_t tail = strlen(files[i]) - 4;
			memmove(path + len - tail - 4, path + len - tail, tail);
			return len - 4;
		}
	return len;
}

static accord_slice clean_path(accord_arena *arena, accord_slice path)
{
	path = plain_escapes(arena, path);
	char *out = accord_arena_alloc(arena, path.len + 2);
	if (!out)
		return path;
	size_t n = clean_segments(path, out), before;
	do
		n = strip_amp(out, before = n);
	while (n != before);
	return (accord_slice){out, n};
}

/* Single-page applications name the page behind '#': "#/news/5", "#!/news/5". */
static accord_slice route_of(accord_slice fragment)
{
	size_t skip = fragment.len && fragment.data[0] == '!';
	if (fragment.len > skip + 1 && fragment.data[skip] == '/')
		return fragment;
	return (accord_slice){NULL, 0};
}

/* `pattern` may end in ".*": any top-level domain (google.de, google.co.uk). A "www." in front does not
 * count. */
static bool host_is(accord_slice host, const char *pattern)
{
	if (host.len > 4 && !memcmp(host.data, "www.", 4)) {
		host.data += 4;
		host.len -= 4;
	}
	size_t n = strlen(pattern);
	if (n < 2 || strcmp(pattern + n - 2, ".*") != 0)
		return accord_slice_is(host, pattern);
	return host.len > n - 1 && host.len <= n + 6 && !memcmp(host.data, pattern, n - 1);
}

/* The URL as the cache of an AMP viewer holds it: /c/s/HOST/PATH, /v/…, /amp/s/HOST/PATH; "s" means https. */
static bool unwrap_amp(accord_arena *arena, const accord_url *url, accord_slice *inside)
{
	static const char *const caches[] = {".cdn.ampproject.org", ".ampproject.net", ".bing-amp.com"};
	static const char *const folders[] = {"/c/", "/v/", "/wp/"};
	bool cache = accord_slice_is(url->host, "cdn.ampproject.org");
	for (size_t i = 0; i < sizeof caches / sizeof *caches; i++)
		cache = cache || ends_with(url->host.data, url->host.len, caches[i]);
	accord_slice path = url->path;
	size_t skip = 0;
	for (size_t i = 0; cache && i < sizeof folders / sizeof *folders; i++)
		if (path.len > strlen(folders[i]) && !memcmp(path.data, folders[i], strlen(folders[i])))
			skip = strlen(folders[i]);
	if (host_is(url->host, "google.*") && path.len > 5 && !memcmp(path.data, "/amp/", 5))
		skip = 5;
	if (!skip)
		return false;
	bool secure = path.len > skip + 2 && !memcmp(path.data + skip, "s/", 2);
	skip += secure ? 2 : 0;
	size_t host_len = 0;
	while (skip + host_len < path.len && path.data[skip + host_len] != '/')
		host_len++;
	if (!host_len || !memchr(path.data + skip, '.', host_len))
		return false;
	char *out = accord_arena_alloc(arena, path.len + url->query.len + sizeof "https://?");
	if (!out)
		return false;
	size_t n = secure ? 8 : 7;
	memcpy(out, secure ? "https://" : "http://", n);
	memcpy(out + n, path.data + skip, path.len - skip);
	n += path.len - skip;
	if (url->query.data) {
		out[n++] = '?';
		memcpy(out + n, url->query.data, url->query.len);
		n += url->query.len;
	}
	*inside = (accord_slice){out, n};
	return true;
}

static accord_slice decoded(accord_arena *arena, accord_slice value)
{
	char *out = accord_arena_alloc(arena, value.len + 1);
	size_t n = 0;
	if (!out)
		return (accord_slice){NULL, 0};
	for (const char *p = value.data, *end = p + value.len; p < end; p++) {
		if (is_escape(p, end)) {
			out[n++] = (char)(hex_value(p[1]) << 4 | hex_value(p[2]));
			p += 2;
		} else {
			out[n++] = *p;
		}
	}
	return (accord_slice){out, n};
}

static bool unwrap_redirector(accord_arena *arena, const accord_url *url, accord_slice *inside)
{
	for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
		const struct wrapper *w = &wrappers[i];
		if (!url->query.data || !host_is(url->host, w->host) ||
		    (w->path && !accord_slice_is(url->path, w->path)))
			continue;
		for (accord_slice rest = url->query; rest.len;) {
			accord_slice name, value;
			split_parameter(next_part(&rest, '&'), &name, &value);
			if (!accord_slice_is(name, w->parameter))
				continue;
			*inside = decoded(arena, value);
			return inside->data != NULL;
		}
	}
	return false;
}

accord_status accord_url_canonical(accord_arena *arena, accord_slice text, accord_slice *canonical,
				   accord_error *err)
{
	accord_url url, inner;
	accord_slice inside;
	if (!text.data)
		text = (accord_slice){"", 0};
	accord_status status = accord_url_parse(arena, undo_html_ampersands(arena, text), NULL, &url, err);
	if (status != ACCORD_OK)
		return status;
	for (int depth = 0; depth < DEEPEST_WRAPPER; depth++) {
		if (!unwrap_amp(arena, &url, &inside) && !unwrap_redirector(arena, &url, &inside))
			break;
		if (accord_url_parse(arena, inside, NULL, &inner, NULL) != ACCORD_OK)
			break;
		url = inner;
	}
	url.path = clean_path(arena, url.path);
	url.query = clean_query(arena, url.query);
	url.fragment = route_of(url.fragment);
	*canonical = accord_url_text(arena, &url, true);
	return canonical->data ? ACCORD_OK : accord_error_set(err, ACCORD_ENOMEM, "out of memory");
}
