/// libvterm, a terminal emulator without a window, with what Swift cannot see of it: macros, unions and bit fields.
#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H

#if !__has_include(<vterm.h>)
#error "The headers of libvterm are missing; the tests need them. Debian and Ubuntu: sudo apt install libvterm-dev"
#endif
#include <vterm.h>

/// What the emulator tells by callbacks and does not keep where it can be asked.
struct vt_properties {
  int shows_cursor;
  int is_on_second_screen;
  /// What of the mouse the program is told, as a VTERM_PROP_MOUSE_ number.
  int mouse;
};

static inline int vt_note_property(VTermProp property, VTermValue *value, void *user) {
  struct vt_properties *properties = (struct vt_properties *)user;
  if (property == VTERM_PROP_CURSORVISIBLE) properties->shows_cursor = value->boolean;
  if (property == VTERM_PROP_ALTSCREEN) properties->is_on_second_screen = value->boolean;
  if (property == VTERM_PROP_MOUSE) properties->mouse = value->number;
  return 1;
}

/// Makes an emulator ready to be written to; its properties are kept at a place that outlives it.
static inline VTerm *vt_make(int columns, int rows, struct vt_properties *properties) {
  static const VTermScreenCallbacks callbacks = {.settermprop = vt_note_property};
  VTerm *emulator = vterm_new(rows, columns);
  vterm_set_utf8(emulator, 1);
  VTermScreen *screen = vterm_obtain_screen(emulator);
  vterm_screen_set_callbacks(screen, &callbacks, properties);
  vterm_screen_enable_altscreen(screen, 1);
  vterm_screen_reset(screen, 1);
  properties->shows_cursor = 1;
  properties->is_on_second_screen = 0;
  properties->mouse = VTERM_PROP_MOUSE_NONE;
  return emulator;
}

/// One cell; colours are palette numbers, -1 for the terminal's own, -2 for red, green and blue.
struct vt_cell {
  uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
  int width;
  int foreground;
  int background;
  int is_bold;
  int is_underlined;
  int is_reversed;
};

static inline int vt_color_number(const VTermColor *color, int is_default) {
  if (is_default) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

static inline struct vt_cell vt_get_cell(VTerm *emulator, int column, int row) {
  VTermScreenCell cell = {0};
  vterm_screen_get_cell(vterm_obtain_screen(emulator), (VTermPos){.row = row, .col = column}, &cell);
  struct vt_cell result = {
    .width = cell.width,
    .foreground = vt_color_number(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)),
    .background = vt_color_number(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)),
    .is_bold = cell.attrs.bold,
    .is_underlined = cell.attrs.underline != 0,
    .is_reversed = cell.attrs.reverse,
  };
  for (int index = 0; index < VTERM_MAX_CHARS_PER_CELL; index++) result.characters[index] = cell.chars[index];
  return result;
}

static inline VTermPos vt_get_cursor(VTerm *emulator) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(emulator), &position);
  return position;
}

#endif
