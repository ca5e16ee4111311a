// SVG drawings, drawn by librsvg. The library is loaded when a drawing is first asked for: it takes
// 11 MB, and most sheets carry none.
#ifndef TARIKH_CLIBRSVG_H
#define TARIKH_CLIBRSVG_H

#include <stdbool.h>
#include <stddef.h>

/// A drawing that was read.
typedef struct tarikh_drawing tarikh_drawing;

/// Why there is no drawing.
typedef enum {
  /// There is one.
  TARIKH_DRAWING_READ,
  /// librsvg is not installed.
  TARIKH_DRAWING_NO_LIBRARY,
  /// The bytes are no SVG, or a broken one.
  TARIKH_DRAWING_BROKEN,
  /// It tells no extent: neither width and height nor a viewBox.
  TARIKH_DRAWING_NO_EXTENT,
} tarikh_drawing_fault;

/// Reads a drawing; nothing outside of its bytes is opened. The caller closes it.
tarikh_drawing *tarikh_drawing_open(const void *bytes, size_t count, tarikh_drawing_fault *fault);

/// Its extent, in pixels of CSS; only the ratio matters to a sheet.
void tarikh_drawing_extent(const tarikh_drawing *drawing, double *width, double *height);

/// Draws it into a rectangle of a Cairo context; false when that failed.
bool tarikh_drawing_draw(
  const tarikh_drawing *drawing, void *context, double x, double y, double width, double height);

void tarikh_drawing_close(tarikh_drawing *drawing);

#endif
