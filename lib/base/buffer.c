#include <accord/buffer.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void accord_buffer_init(accord_buffer *buffer, size_t ceiling)
{
	*buffer = (accord_buffer){.ceiling = ceiling};
}

void accord_buffer_free(accord_buffer *buffer)
{
	free(buffer->data);
	*buffer = (accord_buffer){.ceiling = buffer->ceiling};
}

void accord_buffer_clear(accord_buffer *buffer)
{
	buffer->len = 0;
	buffer->failed = false;
	if (buffer->data)
		buffer->data[0] = '\0';
}

bool accord_buffer_reserve(accord_buffer *buffer, size_t extra)
{
	if (buffer->failed)
		return false;
	if (extra > buffer->ceiling || buffer->len > buffer->ceiling - extra) {
		buffer->failed = true;
		return false;
	}
	size_t need = buffer->len + extra + 1;
	if (need <= buffer->capacity)
		return true;
	size_t capacity = buffer->capacity ? buffer->capacity * 2 : 256;
	if (capacity < need)
		capacity = need;
	if (capacity > buffer->ceiling + 1)
		capacity = buffer->ceiling + 1;
	char *data = realloc(buffer->data, capacity);
	if (!data) {
		buffer->failed = true;
		return false;
	}
	buffer->data = data;
	buffer->capacity = capacity;
	return true;
}

void accord_buffer_append_format(accord_buffer *buffer, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len >= 0 && accord_buffer_reserve(buffer, (size_t)len)) {
		vsnprintf(buffer->data + buffer->len, (size_t)len + 1, format, again);
		buffer->len += (size_t)len;
	}
	va_end(again);
}
