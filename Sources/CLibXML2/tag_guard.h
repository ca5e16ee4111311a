#ifndef TARIKH_TAG_GUARD_H
#define TARIKH_TAG_GUARD_H

#include "CLibXML2.h"

/// Looks over the tags without building anything, in one pass.
///
/// libxml2 compares every attribute of a tag with all before it, and looks for every end tag among
/// all open elements; counting first keeps both from becoming quadratic.
tarikh_outcome tarikh_guard_tags(const uint8_t *bytes, size_t count, tarikh_language language,
                                 tarikh_limits limits, uint32_t *line);

#endif
