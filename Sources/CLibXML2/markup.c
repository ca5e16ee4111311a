#include "CLibXML2.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "tag_guard.h"

struct tarikh_markup {
  tarikh_event *events;
  size_t event_count;
  size_t event_room;
  uint8_t *bytes;
  size_t byte_count;
  size_t byte_room;
  tarikh_limits limits;
  uint32_t depth;
  tarikh_outcome outcome;
  uint32_t line;
};

// MARK: - The list

static void stop(xmlParserCtxtPtr context, tarikh_outcome outcome) {
  tarikh_markup *markup = context->_private;
  if (markup->outcome == TARIKH_READ) {
    markup->outcome = outcome;
    markup->line = context->input != NULL && context->input->line > 0
                       ? (uint32_t)context->input->line
                       : 0;
  }
  xmlStopParser(context);
}

static bool add_bytes(tarikh_markup *markup, const uint8_t *bytes, size_t count) {
  if (markup->byte_room - markup->byte_count < count) {
    size_t room = (markup->byte_count + count) * 2;
    uint8_t *grown = realloc(markup->bytes, room);
    if (grown == NULL) return false;
    markup->bytes = grown;
    markup->byte_room = room;
  }
  if (count > 0) memcpy(markup->bytes + markup->byte_count, bytes, count);
  markup->byte_count += count;
  return true;
}

static void add(xmlParserCtxtPtr context, tarikh_event_kind kind, const xmlChar *text,
                size_t count) {
  tarikh_markup *markup = context->_private;
  if (markup->outcome != TARIKH_READ) return;
  if (markup->event_count == markup->event_room) {
    size_t room = markup->event_room * 2 + 256;
    tarikh_event *grown = realloc(markup->events, room * sizeof *grown);
    if (grown == NULL) return stop(context, TARIKH_NO_MEMORY);
    markup->events = grown;
    markup->event_room = room;
  }
  size_t start = markup->byte_count;
  if (count > UINT32_MAX || !add_bytes(markup, text, count)) {
    return stop(context, TARIKH_NO_MEMORY);
  }
  tarikh_event *last =
      markup->event_count > 0 ? &markup->events[markup->event_count - 1] : NULL;
  // libxml2 hands out a text in pieces.
  if (kind == TARIKH_TEXT && last != NULL && last->kind == TARIKH_TEXT &&
      count <= UINT32_MAX - last->length) {
    last->length += (uint32_t)count;
    return;
  }
  markup->events[markup->event_count++] =
      (tarikh_event){.start = start, .length = (uint32_t)count, .kind = (uint32_t)kind};
}

static void add_name(xmlParserCtxtPtr context, tarikh_event_kind kind, const xmlChar *name) {
  add(context, kind, name, name == NULL ? 0 : strlen((const char *)name));
}

// MARK: - What libxml2 calls

static void open_element(xmlParserCtxtPtr context, const xmlChar *name) {
  tarikh_markup *markup = context->_private;
  markup->depth += 1;
  if (markup->depth > markup->limits.depth) return stop(context, TARIKH_TOO_DEEP);
  add_name(context, TARIKH_START, name);
}

static void html_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  open_element(user, name);
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
    add_name(user, TARIKH_ATTRIBUTE, attributes[0]);
    add_name(user, TARIKH_VALUE, attributes[1]);
  }
}

static void html_end(void *user, const xmlChar *name) {
  tarikh_markup *markup = ((xmlParserCtxtPtr)user)->_private;
  (void)name;
  if (markup->depth == 0) return;
  markup->depth -= 1;
  add(user, TARIKH_END, NULL, 0);
}

static void xml_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                      int namespace_count, const xmlChar **namespaces, int attribute_count,
                      int defaulted_count, const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  open_element(user, name);
  if (uri != NULL) add_name(user, TARIKH_NAMESPACE, uri);
  for (int index = 0; index < attribute_count; index++, attributes += 5) {
    add_name(user, TARIKH_ATTRIBUTE, attributes[0]);
    add(user, TARIKH_VALUE, attributes[3], (size_t)(attributes[4] - attributes[3]));
  }
}

static void xml_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  html_end(user, name);
}

static void characters(void *user, const xmlChar *text, int count) {
  if (count > 0) add(user, TARIKH_TEXT, text, (size_t)count);
}

static void entity_declaration(void *user, const xmlChar *name, int type, const xmlChar *public_id,
                               const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  stop(user, TARIKH_ENTITIES);
}

static void reported(void *user, xmlErrorPtr error) {
  xmlParserCtxtPtr context = user;
  tarikh_markup *markup = context->_private;
  if (markup == NULL || error == NULL || error->level != XML_ERR_FATAL) return;
  if (markup->outcome == TARIKH_READ && markup->line == 0 && error->line > 0) {
    markup->line = (uint32_t)error->line;
  }
}

static xmlParserInputPtr load_nothing(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url, (void)id, (void)context;
  return NULL;
}

// MARK: - Reading

static void set_up(void) {
  xmlInitParser();
  // No file and no address is ever opened for what a document names.
  xmlSetExternalEntityLoader(load_nothing);
}

static void fill(xmlSAXHandler *handler, tarikh_language language) {
  memset(handler, 0, sizeof *handler);
  handler->initialized = XML_SAX2_MAGIC;
  handler->characters = characters;
  handler->ignorableWhitespace = characters;
  handler->cdataBlock = characters;
  handler->serror = reported;
  if (language == TARIKH_HTML) {
    handler->startElement = html_start;
    handler->endElement = html_end;
  } else {
    handler->startElementNs = xml_start;
    handler->endElementNs = xml_end;
    handler->entityDecl = entity_declaration;
  }
}

static void read_html(tarikh_markup *markup, const char *bytes, int count) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) {
    markup->outcome = TARIKH_NO_MEMORY;
    return;
  }
  fill(context->sax, TARIKH_HTML);
  context->_private = markup;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
  xmlDocPtr document = htmlCtxtReadMemory(context, bytes, count, NULL, "UTF-8", options);
  if (document != NULL) xmlFreeDoc(document);
  htmlFreeParserCtxt(context);
}

static void read_xml(tarikh_markup *markup, const char *bytes, int count) {
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) {
    markup->outcome = TARIKH_NO_MEMORY;
    return;
  }
  fill(context->sax, TARIKH_XML);
  context->_private = markup;
  int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA;
  xmlDocPtr document = xmlCtxtReadMemory(context, bytes, count, NULL, "UTF-8", options);
  if (document != NULL) xmlFreeDoc(document);
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  if (markup->outcome == TARIKH_READ && !context->wellFormed) markup->outcome = TARIKH_MALFORMED;
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
}

tarikh_markup *tarikh_markup_read(const uint8_t *bytes, size_t count, tarikh_language language,
                                  tarikh_limits limits) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, set_up);
  tarikh_markup *markup = calloc(1, sizeof *markup);
  if (markup == NULL) return NULL;
  markup->limits = limits;
  if (bytes == NULL || count == 0) return markup;
  if (count > INT32_MAX) {
    markup->outcome = TARIKH_NO_MEMORY;
    return markup;
  }
  markup->outcome = tarikh_guard_tags(bytes, count, language, limits, &markup->line);
  if (markup->outcome != TARIKH_READ) return markup;
  if (language == TARIKH_HTML) {
    read_html(markup, (const char *)bytes, (int)count);
  } else {
    read_xml(markup, (const char *)bytes, (int)count);
  }
  return markup;
}

void tarikh_markup_free(tarikh_markup *markup) {
  free(markup->events);
  free(markup->bytes);
  free(markup);
}

tarikh_outcome tarikh_markup_outcome(const tarikh_markup *markup) { return markup->outcome; }
uint32_t tarikh_markup_line(const tarikh_markup *markup) { return markup->line; }
size_t tarikh_markup_event_count(const tarikh_markup *markup) { return markup->event_count; }
const tarikh_event *tarikh_markup_events(const tarikh_markup *markup) { return markup->events; }
size_t tarikh_markup_byte_count(const tarikh_markup *markup) { return markup->byte_count; }
const uint8_t *tarikh_markup_bytes(const tarikh_markup *markup) { return markup->bytes; }
