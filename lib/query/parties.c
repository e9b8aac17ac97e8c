/* Parties with their direction, values by locale, labels. */
#include "render.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *type_label(accord_deal_type type)
{
	switch (type) {
	case ACCORD_JOINT_VENTURE:
		return "joint venture";
	case ACCORD_ASSET_SALE:
		return "asset sale";
	case ACCORD_SPIN_OFF:
		return "spin-off";
	default:
		return accord_deal_type_name(type);
	}
}

/* On which side of the arrow a role stands: 0 left, 1 right, 2 behind, in brackets. */
int role_side(accord_deal_type type, accord_role role)
{
	switch (role) {
	case ACCORD_TARGET:
	case ACCORD_RECIPIENT:
	case ACCORD_LICENSEE:
	case ACCORD_BUYER:
	case ACCORD_CUSTOMER:
	case ACCORD_UNIT:
	case ACCORD_VENTURE:
		return 1;
	case ACCORD_SELLER:
		return type == ACCORD_ASSET_SALE ? 0 : 2;
	default:
		return 0;
	}
}

static size_t on_side(const accord_deal *deal, int wanted)
{
	size_t n = 0;
	for (size_t i = 0; i < deal->party_count; i++)
		n += role_side(deal->type, deal->parties[i].role) == wanted;
	return n;
}

static void write_side(accord_buffer *out, const accord_deal *deal, int wanted, const char *between)
{
	bool more = false;
	for (size_t i = 0; i < deal->party_count; i++) {
		if (role_side(deal->type, deal->parties[i].role) != wanted)
			continue;
		if (more)
			accord_buffer_append_text(out, between);
		more = true;
		harmless_text(out, deal->parties[i].name);
	}
}

void write_parties(accord_buffer *out, const accord_deal *deal)
{
	size_t left = on_side(deal, 0), right = on_side(deal, 1), behind = on_side(deal, 2);
	bool mutual = deal->type == ACCORD_MERGER || deal->type == ACCORD_PARTNERSHIP ||
		      deal->type == ACCORD_SETTLEMENT || deal->type == ACCORD_JOINT_VENTURE ||
		      (deal->type == ACCORD_LICENSING && !right);
	write_side(out, deal, 0, mutual ? " – " : ", ");
	bool thing = !right && behind && deal->object.len;
	if (right || thing) {
		accord_buffer_append_text(out, left ? " → " : "→ ");
		if (right)
			write_side(out, deal, 1, ", ");
		else
			accord_render_text(out, deal->object, 40, false);
	}
	if (behind && (right || thing || !left)) {
		accord_buffer_append_text(out, left || right || thing ? " (from " : "(from ");
		write_side(out, deal, 2, ", ");
		accord_buffer_append_char(out, ')');
	} else if (behind) {
		accord_buffer_append_text(out, " ← ");
		write_side(out, deal, 2, ", ");
	}
}

void write_languages(accord_buffer *out, const accord_event *event)
{
	for (size_t i = 0; i < event->report_count; i++) {
		bool seen = !event->reports[i].lang.len;
		for (size_t k = 0; k < i; k++)
			seen |= accord_slice_equal(event->reports[k].lang, event->reports[i].lang);
		if (seen)
			continue;
		if (i)
			accord_buffer_append_char(out, ' ');
		harmless_text(out, event->reports[i].lang);
	}
}

size_t count_sources(const accord_event *event)
{
	size_t n = 0;
	for (size_t i = 0; i < event->report_count; i++) {
		const accord_event_report *r = &event->reports[i];
		bool again = r->copy_of.data != NULL;
		for (size_t k = 0; k < i && !again; k++)
			again = r->site.data && accord_slice_equal(event->reports[k].site, r->site) &&
				!event->reports[k].copy_of.data;
		n += !again;
	}
	return n ? n : event->report_count > 0;
}

const accord_event_report *lead_report(const accord_event *event)
{
	for (size_t i = 0; i < event->report_count; i++)
		if (event->headline.data && accord_slice_equal(event->reports[i].title, event->headline))
			return &event->reports[i];
	return event->report_count ? &event->reports[0] : NULL;
}

static const char *currency_sign(const char *code)
{
	return !strcmp(code, "USD")   ? "$"
	       : !strcmp(code, "EUR") ? "€"
	       : !strcmp(code, "GBP") ? "£"
	       : !strcmp(code, "JPY") ? "¥"
				      : code;
}

void accord_render_value(accord_buffer *out, const accord_money *value, const char *lang)
{
	static const struct {
		double from;
		const char *en, *de, *it;
	} scales[] = {{1e12, " tn", " Bio.", " bln"},
		      {1e9, " bn", " Mrd.", " mld"},
		      {1e6, " m", " Mio.", " mln"},
		      {0, "", "", ""}};
	bool german = lang && !strcmp(lang, "de"), italian = lang && !strcmp(lang, "it");
	char number[48];
	size_t s = 0;
	if (!value->currency[0])
		return;
	double amount = value->amount, magnitude = fabs(amount);
	if (!(magnitude < 1e18)) { /* no money: an error of a rule, or not a number */
		accord_buffer_append_format(out, "%.3g %s", amount, currency_sign(value->currency));
		return;
	}
	while (scales[s].from > 0 && magnitude < scales[s].from * 0.99995)
		s++;
	double shown = scales[s].from > 0 ? amount / scales[s].from : amount;
	if (fabs(shown) >= 100 || shown == floor(shown))
		snprintf(number, sizeof number, "%.0f", shown);
	else
		snprintf(number, sizeof number, "%.*f", fabs(shown) >= 10 ? 1 : 2, shown);
	size_t len = strlen(number);
	if (strchr(number, '.')) {
		while (number[len - 1] == '0')
			number[--len] = '\0';
		if (number[len - 1] == '.')
			number[--len] = '\0';
	}
	char *point = strchr(number, '.');
	if (point && (german || italian))
		*point = ',';
	accord_buffer_append_text(out, number);
	accord_buffer_append_text(out, german ? scales[s].de : italian ? scales[s].it : scales[s].en);
	accord_buffer_append_char(out, ' ');
	accord_buffer_append_text(out, currency_sign(value->currency));
}
