#include "CLibRSVG.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

// As librsvg's header has them (librsvg 2.52 and later).
typedef struct {
  double x, y, width, height;
} rectangle;

typedef struct {
  double length;
  int unit;
} length;

typedef struct {
  void *(*read)(const unsigned char *bytes, unsigned long count, void **error);
  int (*pixels)(void *handle, double *width, double *height);
  void (*dimensions)(
    void *handle, int *has_width, length *width, int *has_height, length *height, int *has_box,
    rectangle *box);
  int (*render)(void *handle, void *context, const rectangle *room, void **error);
  void (*release)(void *object);
  void (*drop)(void *error);
} functions;

struct tarikh_drawing {
  void *handle;
  double width, height;
};

static functions library;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/// GLib's types cannot be taken back, so it stays loaded.
static void load(void) {
  void *file = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (file == NULL) return;
  // The way POSIX shows to turn the address of an object into one of a function.
  *(void **)&library.read = dlsym(file, "rsvg_handle_new_from_data");
  *(void **)&library.pixels = dlsym(file, "rsvg_handle_get_intrinsic_size_in_pixels");
  *(void **)&library.dimensions = dlsym(file, "rsvg_handle_get_intrinsic_dimensions");
  *(void **)&library.render = dlsym(file, "rsvg_handle_render_document");
  *(void **)&library.release = dlsym(file, "g_object_unref");
  *(void **)&library.drop = dlsym(file, "g_error_free");
  is_loaded = library.read && library.pixels && library.dimensions && library.render
    && library.release && library.drop;
}

/// Whether the drawing tells how large it is, or at least of what shape.
static bool measure(tarikh_drawing *drawing) {
  if (!library.pixels(drawing->handle, &drawing->width, &drawing->height)) {
    int has_width, has_height, has_box;
    length width, height;
    rectangle box;
    library.dimensions(drawing->handle, &has_width, &width, &has_height, &height, &has_box, &box);
    if (!has_box) return false;
    drawing->width = box.width;
    drawing->height = box.height;
  }
  return drawing->width > 0 && drawing->height > 0;
}

tarikh_drawing *tarikh_drawing_open(const void *bytes, size_t count, tarikh_drawing_fault *fault) {
  pthread_once(&once, load);
  *fault = TARIKH_DRAWING_NO_LIBRARY;
  if (!is_loaded) return NULL;
  *fault = TARIKH_DRAWING_BROKEN;
  tarikh_drawing *drawing = calloc(1, sizeof *drawing);
  if (drawing == NULL) return NULL;
  void *error = NULL;
  drawing->handle = library.read(bytes, count, &error);
  if (error != NULL) library.drop(error);
  if (drawing->handle == NULL) {
    free(drawing);
    return NULL;
  }
  if (!measure(drawing)) {
    *fault = TARIKH_DRAWING_NO_EXTENT;
    tarikh_drawing_close(drawing);
    return NULL;
  }
  *fault = TARIKH_DRAWING_READ;
  return drawing;
}

void tarikh_drawing_extent(const tarikh_drawing *drawing, double *width, double *height) {
  *width = drawing->width;
  *height = drawing->height;
}

bool tarikh_drawing_draw(
  const tarikh_drawing *drawing, void *context, double x, double y, double width, double height) {
  rectangle room = {x, y, width, height};
  void *error = NULL;
  int is_drawn = library.render(drawing->handle, context, &room, &error);
  if (error != NULL) library.drop(error);
  return is_drawn != 0;
}

void tarikh_drawing_close(tarikh_drawing *drawing) {
  if (drawing == NULL) return;
  library.release(drawing->handle);
  free(drawing);
}
