/* JSON in: jansson, with its errors in our words. */
#include <accord/json.h>

#include <string.h>

accord_status accord_json_read(const char *bytes, size_t len, json_t **value, accord_error *err)
{
	json_error_t error;
	*value = json_loadb(bytes, len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
	if (*value)
		return ACCORD_OK;
	accord_error_set(err, ACCORD_EINPUT, "no JSON: %s", error.text);
	if (error.line > 0)
		accord_error_at(err, NULL, (uint32_t)error.line, error.column > 0 ? (uint32_t)error.column : 0);
	return ACCORD_EINPUT;
}

accord_slice accord_json_get(const json_t *object, const char *key)
{
	const json_t *member = json_object_get(object, key);
	if (!json_is_string(member))
		return (accord_slice){NULL, 0};
	return (accord_slice){json_string_value(member), json_string_length(member)};
}
