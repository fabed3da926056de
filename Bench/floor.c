// The floor of speed: a terminal program that does what Attend does on the screen, and nothing else.
//
//   floor rows FILE    draws only the rows that a key has changed
//   floor all FILE     draws every row at each key
//
// FILE holds the frames that Attend shows for a script of keys (frames.py writes it). Each key shows the next one; an
// edit also computes the attention anew and formats its numbers. The end of the script ends the program.

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TOKENS = 4, DIMENSIONS = 3 };

/// What the file begins with; offsets count from its first byte.
struct header {
  int32_t rows, key_count;
  double q[TOKENS][DIMENSIONS], k[TOKENS][DIMENSIONS], v[TOKENS][DIMENSIONS];
  /// The offset of the frame before the first key and after each.
  int32_t frames[];
};

/// A picture of the screen: its cursor, -1 for none, and the offset of each row, with that of the end.
struct frame {
  int32_t cursor_row, cursor_column;
  int32_t rows[];
};

/// Neighbouring cells of one look, and their text.
struct run {
  int16_t column, foreground, background;
  uint8_t attributes, byte_count;
  char text[];
};

enum { BOLD = 1, UNDERLINED = 2, REVERSED = 4, FAINT = 8 };

static const char *file;
static const struct header *header;
static double q[TOKENS][DIMENSIONS], k[TOKENS][DIMENSIONS], v[TOKENS][DIMENSIONS];
static double scores[TOKENS][TOKENS], weights[TOKENS][TOKENS], outputs[TOKENS][DIMENSIONS];

static void compute_attention(void) {
  for (int i = 0; i < TOKENS; i++) {
    double sum = 0;
    for (int j = 0; j < TOKENS; j++) {
      scores[i][j] = 0;
      for (int c = 0; c < DIMENSIONS; c++) scores[i][j] += q[i][c] * k[j][c];
      sum += weights[i][j] = exp(scores[i][j]);
    }
    for (int j = 0; j < TOKENS; j++) weights[i][j] /= sum;
    for (int c = 0; c < DIMENSIONS; c++) {
      outputs[i][c] = 0;
      for (int j = 0; j < TOKENS; j++) outputs[i][c] += weights[i][j] * v[j][c];
    }
  }
}

/// Formats a matrix as a program does that shows it; the bytes are not looked at, for the frame already has them.
static void format(const double *numbers, int count) {
  static volatile char sink;
  char text[32];
  for (int index = 0; index < count; index++) {
    snprintf(text, sizeof text, "%6.2f", numbers[index]);
    sink = text[0];
  }
  (void)sink;
}

static void edit(double change) {
  k[1][2] += change;
  compute_attention();
  format(&q[0][0], TOKENS * DIMENSIONS);
  format(&k[0][0], TOKENS * DIMENSIONS);
  format(&v[0][0], TOKENS * DIMENSIONS);
  format(&scores[0][0], TOKENS * TOKENS);
  format(&weights[0][0], TOKENS * TOKENS);
  format(&outputs[0][0], TOKENS * DIMENSIONS);
}

static const struct frame *frame_after(int key) { return (const struct frame *)(file + header->frames[key]); }

static int pair_of(int foreground, int background) {
  static short pairs[257][257];
  static short count;
  if (foreground < 0 && background < 0) return 0;
  short *pair = &pairs[foreground + 1][background + 1];
  if (*pair == 0 && init_extended_pair(count + 1, foreground, background) == OK) *pair = ++count;
  return *pair;
}

static void draw_row(int row, const char *bytes, const char *end) {
  while (bytes < end) {
    const struct run *run = (const struct run *)bytes;
    attr_t attributes = A_NORMAL;
    if (run->attributes & BOLD) attributes |= A_BOLD;
    if (run->attributes & UNDERLINED) attributes |= A_UNDERLINE;
    if (run->attributes & REVERSED) attributes |= A_REVERSE;
    if (run->attributes & FAINT) attributes |= A_DIM;
    int pair = pair_of(run->foreground, run->background);
    attr_set(attributes, 0, &pair);
    mvaddnstr(row, run->column, run->text, run->byte_count);
    // The next one is aligned as the first.
    bytes += (sizeof *run + run->byte_count + 1) & ~(size_t)1;
  }
}

/// Draws the rows of a frame that differ from those of another, or all of them.
static void draw(const struct frame *frame, const struct frame *before) {
  if (before == NULL) erase();
  for (int row = 0; row < header->rows; row++) {
    const char *bytes = file + frame->rows[row];
    size_t count = (size_t)(frame->rows[row + 1] - frame->rows[row]);
    if (before != NULL) {
      size_t count_before = (size_t)(before->rows[row + 1] - before->rows[row]);
      if (count == count_before && memcmp(bytes, file + before->rows[row], count) == 0) continue;
    }
    draw_row(row, bytes, bytes + count);
  }
  curs_set(frame->cursor_row >= 0);
  leaveok(stdscr, frame->cursor_row < 0);
  if (frame->cursor_row >= 0) move(frame->cursor_row, frame->cursor_column);
  refresh();
}

static bool map_file(const char *path) {
  struct stat information;
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 || fstat(descriptor, &information) != 0) return false;
  file = mmap(NULL, (size_t)information.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  close(descriptor);
  header = (const struct header *)file;
  return file != MAP_FAILED;
}

int main(int count, char **words) {
  if (count != 3 || !map_file(words[2])) return 64;
  bool draws_all = strcmp(words[1], "all") == 0;
  memcpy(q, header->q, sizeof q);
  memcpy(k, header->k, sizeof k);
  memcpy(v, header->v, sizeof v);

  setlocale(LC_CTYPE, "");
  initscr();
  set_escdelay(25);
  cbreak();
  noecho();
  nonl();
  typeahead(-1);
  keypad(stdscr, TRUE);
  start_color();
  use_default_colors();

  int keys = 0;
  const struct frame *shown = NULL;
  while (keys < header->key_count) {
    const struct frame *next = frame_after(keys);
    draw(next, draws_all ? NULL : shown);
    shown = next;
    nodelay(stdscr, FALSE);
    int key = getch();
    while (key != ERR) {
      keys += 1;
      if (key == '+') edit(0.01);
      if (key == '-') edit(-0.01);
      if (draws_all || keys >= header->key_count) break;
      // Keys that have already arrived need no frame of their own.
      nodelay(stdscr, TRUE);
      key = getch();
    }
  }
  endwin();
  return 0;
}
