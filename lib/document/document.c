/* The names of types, statuses and roles, and which belong together (the deal model). */
#include <accord/document.h>

static const char *const type_names[ACCORD_DEAL_TYPES] = {
	"acquisition", "merger",     "investment", "joint_venture", "partnership",
	"licensing",   "asset_sale", "supply",     "settlement",    "spin_off"};
static const char *const status_names[ACCORD_DEAL_STATUSES] = {"rumor",     "talks",     "announced",
                                                               "completed", "cancelled", "denied"};
static const char *const role_names[ACCORD_ROLES] = {
	"acquirer", "target",  "seller",   "party",    "investor", "recipient", "partner", "venture",
	"licensor", "licensee", "buyer",   "supplier", "customer", "parent",    "unit"};
static const char *const kind_names[] = {"company", "organization", "person"};
static const char *const timex_names[] = {"DATE", "TIME", "DURATION", "SET"};

#define ROLE(r) (1u << (r))
static const uint32_t roles_of_type[ACCORD_DEAL_TYPES] = {
	[ACCORD_ACQUISITION] = ROLE(ACCORD_ACQUIRER) | ROLE(ACCORD_TARGET) | ROLE(ACCORD_SELLER),
	[ACCORD_MERGER] = ROLE(ACCORD_PARTY),
	[ACCORD_INVESTMENT] = ROLE(ACCORD_INVESTOR) | ROLE(ACCORD_RECIPIENT),
	[ACCORD_JOINT_VENTURE] = ROLE(ACCORD_PARTNER) | ROLE(ACCORD_VENTURE),
	[ACCORD_PARTNERSHIP] = ROLE(ACCORD_PARTNER),
	[ACCORD_LICENSING] = ROLE(ACCORD_LICENSOR) | ROLE(ACCORD_LICENSEE) | ROLE(ACCORD_PARTY),
	[ACCORD_ASSET_SALE] = ROLE(ACCORD_BUYER) | ROLE(ACCORD_SELLER),
	[ACCORD_SUPPLY] = ROLE(ACCORD_SUPPLIER) | ROLE(ACCORD_CUSTOMER),
	[ACCORD_SETTLEMENT] = ROLE(ACCORD_PARTY),
	[ACCORD_SPIN_OFF] = ROLE(ACCORD_PARENT) | ROLE(ACCORD_UNIT)};

const char *accord_deal_type_name(accord_deal_type type)
{
	return type_names[type];
}

const char *accord_deal_status_name(accord_deal_status status)
{
	return status_names[status];
}

const char *accord_role_name(accord_role role)
{
	return role_names[role];
}

const char *accord_party_kind_name(accord_party_kind kind)
{
	return kind_names[kind];
}

const char *accord_timex_type_name(accord_timex_type type)
{
	return timex_names[type];
}

static int index_of(accord_slice name, const char *const *names, int count)
{
	for (int i = 0; i < count; i++)
		if (accord_slice_is(name, names[i]))
			return i;
	return -1;
}

int accord_deal_type_from(accord_slice name)
{
	return index_of(name, type_names, ACCORD_DEAL_TYPES);
}

int accord_deal_status_from(accord_slice name)
{
	return index_of(name, status_names, ACCORD_DEAL_STATUSES);
}

int accord_role_from(accord_slice name)
{
	return index_of(name, role_names, ACCORD_ROLES);
}

int accord_party_kind_from(accord_slice name)
{
	return index_of(name, kind_names, 3);
}

bool accord_type_has_role(accord_deal_type type, accord_role role)
{
	return roles_of_type[type] & ROLE(role);
}

bool accord_type_symmetric(accord_deal_type type)
{
	return type == ACCORD_MERGER || type == ACCORD_JOINT_VENTURE || type == ACCORD_PARTNERSHIP ||
	       type == ACCORD_SETTLEMENT;
}

accord_slice accord_document_field(const accord_document *doc, accord_field field)
{
	return field == ACCORD_TITLE ? doc->title : doc->text;
}
