// Colours and text.

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1

#include "internal.h"

#include <curses.h>
#include <string.h>

enum { COLORS_AND_DEFAULT = 257 };

static int color_count;
static bool has_default_colors;

/// The pair of each foreground and background, both counted from the default colour; 0 until it is first needed.
static unsigned short pairs[COLORS_AND_DEFAULT][COLORS_AND_DEFAULT];
static int pair_count;

void ct_start_colors(bool wanted) {
  color_count = 0;
  pair_count = 0;
  memset(pairs, 0, sizeof pairs);
  if (!wanted || !has_colors() || start_color() == ERR || COLORS < 8) return;
  has_default_colors = use_default_colors() == OK;
  // Where colours are given by their red, green and blue, only the first eight are the numbers that we mean.
  color_count = COLORS >= 256 && tigetflag("RGB") != 1 ? 256 : 8;
}

int ct_color_count(void) { return color_count; }

/// The number of a pair of colours, allocated when it is first needed; pair 0 where there are no more.
static int pair_number(int foreground, int background) {
  if (color_count == 0 || (foreground < 0 && background < 0)) return 0;
  if (foreground >= color_count || background >= color_count) return 0;
  unsigned short *known = &pairs[foreground + 1][background + 1];
  if (*known == 0 && pair_count + 1 < COLOR_PAIRS) {
    int drawn_foreground = foreground < 0 && !has_default_colors ? COLOR_WHITE : foreground;
    int drawn_background = background < 0 && !has_default_colors ? COLOR_BLACK : background;
    if (init_extended_pair(pair_count + 1, drawn_foreground, drawn_background) == OK) {
      pair_count += 1;
      *known = (unsigned short)pair_count;
    }
  }
  return *known;
}

static attr_t curses_attributes(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & CT_BOLD) result |= A_BOLD;
  if (attributes & CT_UNDERLINED) result |= A_UNDERLINE;
  if (attributes & CT_REVERSED) result |= A_REVERSE;
  if (attributes & CT_FAINT) result |= A_DIM;
  return result;
}

void ct_draw_run(
  int row, int column, const uint8_t *text, int byte_count, int foreground, int background, unsigned attributes) {
  int pair = pair_number(foreground, background);
  wattr_set(stdscr, curses_attributes(attributes), (short)pair, &pair);
  mvwaddnstr(stdscr, row, column, (const char *)text, byte_count);
}

void ct_erase(void) {
  int pair = 0;
  wattr_set(stdscr, A_NORMAL, 0, &pair);
  werase(stdscr);
  clearok(curscr, TRUE);
}

void ct_show_cursor(int row, int column) {
  curs_set(1);
  leaveok(stdscr, FALSE);
  wmove(stdscr, row, column);
}

void ct_hide_cursor(void) {
  bool hidden = curs_set(0) != ERR;
  leaveok(stdscr, hidden);
  if (!hidden) wmove(stdscr, LINES - 1, COLS - 1);
}
