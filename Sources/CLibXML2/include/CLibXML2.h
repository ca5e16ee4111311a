// Markup as a flat list of events, read by libxml2; none of its types shows here.
#ifndef TARIKH_CLIBXML2_H
#define TARIKH_CLIBXML2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What is read.
typedef enum {
  TARIKH_HTML,
  TARIKH_XML,
} tarikh_language;

/// What an event is. Attributes follow the start of their element: a name, then its value.
typedef enum {
  TARIKH_START,
  TARIKH_NAMESPACE,
  TARIKH_ATTRIBUTE,
  TARIKH_VALUE,
  TARIKH_TEXT,
  TARIKH_END,
} tarikh_event_kind;

/// One event; its text is `length` bytes from `start` of the list's bytes.
typedef struct {
  size_t start;
  uint32_t length;
  uint32_t kind;
} tarikh_event;

/// Why reading stopped.
typedef enum {
  /// It did not: everything was read.
  TARIKH_READ,
  TARIKH_TOO_MANY_ATTRIBUTES,
  TARIKH_TOO_MANY_TAGS,
  TARIKH_TOO_DEEP,
  /// Entities are declared; they are never expanded.
  TARIKH_ENTITIES,
  /// The XML is not well-formed; what came before is there.
  TARIKH_MALFORMED,
  TARIKH_NO_MEMORY,
} tarikh_outcome;

/// The most that is read; a tag over it is looked at before libxml2 is, which would be quadratic.
typedef struct {
  uint32_t attributes;
  uint32_t tags;
  uint32_t depth;
} tarikh_limits;

/// A list of events and the bytes they are of.
typedef struct tarikh_markup tarikh_markup;

/// Reads UTF-8, whatever the markup says of its own encoding. NULL when there is no memory.
tarikh_markup *_Nullable tarikh_markup_read(const uint8_t *_Nullable bytes, size_t count,
                                            tarikh_language language, tarikh_limits limits);
void tarikh_markup_free(tarikh_markup *_Nonnull markup);

tarikh_outcome tarikh_markup_outcome(const tarikh_markup *_Nonnull markup);
/// The line where it stopped, counted from 1; 0 when it is not known.
uint32_t tarikh_markup_line(const tarikh_markup *_Nonnull markup);

size_t tarikh_markup_event_count(const tarikh_markup *_Nonnull markup);
const tarikh_event *_Nullable tarikh_markup_events(const tarikh_markup *_Nonnull markup);
size_t tarikh_markup_byte_count(const tarikh_markup *_Nonnull markup);
const uint8_t *_Nullable tarikh_markup_bytes(const tarikh_markup *_Nonnull markup);

#endif
