/* A company file: read, looked into by every name it gives, and thrown away. */
#include <accord/gazetteer.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

struct context {
	const accord_gazetteer *gazetteer;
};

static void look_up(void *context, accord_slice name)
{
	const struct context *c = context;
	accord_gazetteer_find(c->gazetteer, name);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	accord_gazetteer *gazetteer = NULL;
	accord_error err;
	if (accord_gazetteer_read((const char *)bytes, size, &gazetteer, &err) != ACCORD_OK) {
		if (!err.message[0])
			abort();
		return 0;
	}
	struct context context = {gazetteer};
	size_t count = accord_gazetteer_count(gazetteer);
	for (size_t i = 0; i < count && i < 50; i++) {
		const accord_known_company *company = accord_gazetteer_company(gazetteer, i);
		if (accord_gazetteer_find(gazetteer, company->id) != company)
			abort();
		accord_gazetteer_each_name(gazetteer, company, look_up, &context);
	}
	accord_gazetteer_free(gazetteer);
	return 0;
}
