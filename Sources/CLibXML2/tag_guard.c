#include "tag_guard.h"

#include <string.h>
#include <strings.h>

static bool is_space(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

static bool is_letter(uint8_t byte) {
  return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool has(const uint8_t *at, const uint8_t *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - at) >= length && strncasecmp((const char *)at, word, length) == 0;
}

/// Where a word begins; the end when it does not.
static const uint8_t *find(const uint8_t *at, const uint8_t *end, const char *word) {
  while (at < end) {
    at = memchr(at, word[0], (size_t)(end - at));
    if (at == NULL) return end;
    if (has(at, end, word)) return at;
    at++;
  }
  return end;
}

/// The elements whose content is no markup.
static const char *const raw_elements[] = {"script", "style", NULL};

/// Steps behind a tag and counts its attributes.
static const uint8_t *skip_tag(const uint8_t *at, const uint8_t *end, uint32_t *attributes) {
  uint8_t quote = 0;
  bool at_boundary = false;
  *attributes = 0;
  for (; at < end; at++) {
    uint8_t byte = *at;
    if (quote != 0) {
      if (byte == quote) {
        quote = 0;
        at_boundary = true;
      }
    } else if (byte == '>') {
      return at + 1;
    } else if ((byte == '"' || byte == '\'') && at[-1] == '=') {
      quote = byte;
    } else if (is_space(byte) || byte == '/') {
      at_boundary = true;
    } else {
      // A sign of equality between spaces belongs to the name before it.
      if (at_boundary && byte != '=') *attributes += 1;
      at_boundary = false;
    }
  }
  return end;
}

tarikh_outcome tarikh_guard_tags(const uint8_t *bytes, size_t count, tarikh_language language,
                                 tarikh_limits limits, uint32_t *line) {
  const uint8_t *end = bytes + count;
  const uint8_t *at = bytes;
  uint32_t tags = 0;
  tarikh_outcome outcome = TARIKH_READ;
  while (outcome == TARIKH_READ && at < end) {
    const uint8_t *open = memchr(at, '<', (size_t)(end - at));
    if (open == NULL || open + 1 >= end) break;
    at = open + 1;
    if (has(open, end, "<!--")) {
      at = find(open + 4, end, "-->");
      continue;
    }
    if (language == TARIKH_XML && has(open, end, "<![CDATA[")) {
      at = find(open + 9, end, "]]>");
      continue;
    }
    if (!is_letter(*at) && *at != '/' && *at < 0x80 && *at != '_') continue;
    const char *raw = NULL;
    for (size_t index = 0; language == TARIKH_HTML && raw_elements[index] != NULL; index++) {
      const char *name = raw_elements[index];
      const uint8_t *after = at + strlen(name);
      if (has(at, end, name) && (after == end || !is_letter(*after))) raw = name;
    }
    uint32_t attributes = 0;
    at = skip_tag(at, end, &attributes);
    tags += 1;
    if (attributes > limits.attributes) outcome = TARIKH_TOO_MANY_ATTRIBUTES;
    if (tags > limits.tags) outcome = TARIKH_TOO_MANY_TAGS;
    while (raw != NULL && at < end) {
      at = find(at, end, "</");
      if (has(at, end, "</") && has(at + 2, end, raw)) break;
      if (at < end) at += 2;
    }
    if (outcome != TARIKH_READ) {
      *line = 1;
      for (const uint8_t *byte = bytes; byte < open; byte++) *line += *byte == '\n';
    }
  }
  return outcome;
}
