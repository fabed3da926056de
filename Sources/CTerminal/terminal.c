// Taking the terminal, giving it back, and its size.

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#if !__has_include(<curses.h>)
#error "The headers of ncursesw are missing. Debian and Ubuntu: sudo apt install libncurses-dev"
#endif

#include "internal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BRACKETED_PASTE_ON "\033[?2004h"
#define BRACKETED_PASTE_OFF "\033[?2004l"
// Each mode by itself: of a list some terminals read the first alone.
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define SYNCHRONISED_ON "\033[?2026h"
#define SYNCHRONISED_OFF "\033[?2026l"

enum { LARGEST_SIZE = 1000 };

static SCREEN *screen;
/// Where the library writes to.
static FILE *output;
static bool is_open;
/// Whether the terminal may be in another state than before; a handler asks.
static volatile sig_atomic_t is_taken;
/// Whether anything was sent to it, which has to be undone.
static volatile sig_atomic_t is_shown;
static bool wants_colors;
/// The name of the terminal's description in terminfo.
static char entry[CT_LONGEST_NAME + 1];
static struct termios modes_before;
static bool utf8_locale;
static bool brackets_pastes;
static bool paste_is_bracketed;
static bool reports_mouse;
static bool wants_mouse;
static bool mouse_is_on;
static bool synchronises;

/// The bytes that give the terminal back, ready for a handler that may call nothing which builds them.
static struct ct_bytes restoration;

/// Sends a sequence by itself: for handlers.
static void emit(const char *sequence) { ct_write_all(STDOUT_FILENO, sequence, strlen(sequence)); }

// The locale

/// Whether the name of the user's locale ends in UTF-8, however that is spelt.
static bool locale_name_is_utf8(void) {
  const char *name = getenv("LC_ALL");
  if (!name || !*name) name = getenv("LC_CTYPE");
  if (!name || !*name) name = getenv("LANG");
  const char *codeset = name ? strchr(name, '.') : NULL;
  return codeset && (strncasecmp(codeset, ".utf-8", 6) == 0 || strncasecmp(codeset, ".utf8", 5) == 0);
}

/// Reads whether UTF-8 was asked for, then makes the library read and write UTF-8 all the same.
static void adopt_locale(void) {
  static bool is_adopted;
  // The second time it would find what the first one has set.
  if (is_adopted) return;
  is_adopted = true;
  // Only LC_CTYPE: a number keeps its decimal point, whatever the language. A locale that is not installed here, as
  // over ssh, still says by its name what the terminal shows.
  bool is_known = setlocale(LC_CTYPE, "") != NULL;
  utf8_locale = is_known ? strcmp(nl_langinfo(CODESET), "UTF-8") == 0 : locale_name_is_utf8();
  if (!is_known || !utf8_locale) setlocale(LC_CTYPE, "C.UTF-8");
}

bool ct_locale_is_utf8(void) {
  adopt_locale();
  return utf8_locale;
}

// The size

/// The window's own figure wins; LINES and COLUMNS count where the window has none.
static int dimension(unsigned short measured, const char *variable, long otherwise) {
  long number = measured;
  if (number == 0) {
    const char *text = getenv(variable);
    number = text == NULL ? 0 : strtol(text, NULL, 10);
  }
  if (number < 1) number = otherwise;
  return (int)(number > LARGEST_SIZE ? LARGEST_SIZE : number);
}

static void measure(int *columns, int *rows) {
  struct winsize window = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  *columns = dimension(window.ws_col, "COLUMNS", 80);
  *rows = dimension(window.ws_row, "LINES", 24);
}

void ct_get_size(int *columns, int *rows) {
  *columns = COLS;
  *rows = LINES;
}

// Taking and giving back

void ct_restore_in_emergency(void) {
  if (!is_taken) return;
  // First what cannot be held up by a terminal that takes nothing any more.
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  // Leaving a screen that was never entered would move the cursor to where it never was.
  if (!is_shown) return;
  if (synchronises) emit(SYNCHRONISED_OFF);
  if (paste_is_bracketed) emit(BRACKETED_PASTE_OFF);
  if (mouse_is_on) emit(MOUSE_OFF);
  ct_write_all(STDOUT_FILENO, restoration.text, restoration.count);
}

/// Keys one by one and unseen, Enter told from Ctrl-J, and Ctrl-S no longer freezes the screen. Line feeds and tabs go
/// out as they are, for the library moves with them. It cannot set this itself, as it does not see the terminal.
static void set_modes(void) {
  // The keys are read elsewhere: drawing must not stop to look for them.
  typeahead(-1);
  nonl();

  struct termios modes = modes_before;
  modes.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
  modes.c_oflag &= ~(tcflag_t)(ONLCR | TABDLY);
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  modes.c_lflag |= ISIG;
  // Reading never waits: a key that is a signal takes back what was typed before it, also what was already announced.
  modes.c_cc[VMIN] = 0;
  modes.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

/// What each collection begins with.
static void begin_output(void) { ct_begin_output(synchronises ? SYNCHRONISED_ON : ""); }

static void send_output(void) {
  if (ct_has_output()) {
    if (synchronises) ct_collect(SYNCHRONISED_OFF);
    is_shown = true;
    ct_send_output();
  }
  begin_output();
}

/// Makes the screen of the terminal; false where there is no memory for it.
static bool take(void) {
  // The window's own size, whatever LINES and COLUMNS say.
  use_env(FALSE);
  use_tioctl(TRUE);
  restoration.count = 0;
  is_taken = true;
  is_shown = !ct_collects_output();
  screen = newterm(entry, output, stdin);
  if (screen == NULL) {
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
    is_taken = false;
    return false;
  }
  brackets_pastes = ct_speaks_ansi();
  reports_mouse = ct_knows_mouse_reports();
  synchronises = ct_knows_synchronised_updates() && ct_collects_output();
  begin_output();
  set_modes();
  // Nothing has been written yet; from here on there is something to undo.
  ct_describe_restoration(&restoration);
  keypad(stdscr, TRUE);
  ct_start_colors(wants_colors);
  ct_adopt_size();
  return true;
}

/// Sends what is collected, and with it what switches the mouse to what is wanted. While it is on the terminal keeps its
/// clicks from its own selection of text.
static void switch_mouse(void) {
  bool wanted = reports_mouse && wants_mouse;
  if (wanted != mouse_is_on) ct_collect(wanted ? MOUSE_ON : MOUSE_OFF);
  // Whoever interrupts has to find it on as long as it may be.
  mouse_is_on |= wanted;
  send_output();
  mouse_is_on = wanted;
}

bool ct_reports_mouse(void) { return reports_mouse; }

void ct_want_mouse(bool wanted) {
  wants_mouse = wanted;
  // Before the first frame nothing is written.
  if (paste_is_bracketed) switch_mouse();
}

static void give_back(void) {
  if (screen == NULL) return;
  if (mouse_is_on) ct_collect(MOUSE_OFF);
  if (paste_is_bracketed) ct_collect(BRACKETED_PASTE_OFF);
  paste_is_bracketed = false;
  endwin();
  send_output();
  mouse_is_on = false;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
  is_taken = false;
  delscreen(screen);
  screen = NULL;
}

enum ct_opening ct_open(bool colors) {
  static bool closes_at_exit;
  enum ct_opening problem = CT_OPENED;
  if (is_open) return CT_ALREADY_OPEN;
  if (tcgetattr(STDIN_FILENO, &modes_before) != 0 || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  const char *name = ct_choose_entry(&problem);
  if (name == NULL) return problem;
  pid_t foreground = tcgetpgrp(STDIN_FILENO);
  if (foreground != -1 && foreground != getpgrp()) return CT_IN_BACKGROUND;

  adopt_locale();
  strncpy(entry, name, CT_LONGEST_NAME);
  wants_colors = colors;
  wants_mouse = false;
  // Ours come first: the library keeps its own handlers away from signals that are already taken.
  if (!ct_catch_signals()) return CT_REFUSED;
  output = ct_open_output();
  if (output == NULL || !take()) {
    if (output != NULL) ct_close_output();
    ct_release_signals();
    return CT_REFUSED;
  }
  is_open = true;
  ct_capture_errors();
  if (!closes_at_exit) closes_at_exit = atexit(ct_close) == 0;
  return CT_OPENED;
}

void ct_close(void) {
  if (!is_open) return;
  is_open = false;
  give_back();
  ct_close_output();
  ct_release_errors();
  ct_release_signals();
}

// Whoever had the terminal meanwhile may have left it in any state, so it is taken as if for the first time. The
// library's own way of coming back would also reset the palette, and with it the user's own colours.

bool ct_suspend(void) {
  give_back();
  ct_stop_job();
  // What the user has set in the meantime is what the terminal gets back in the end.
  tcgetattr(STDIN_FILENO, &modes_before);
  return take();
}

bool ct_retake(void) {
  give_back();
  return take();
}

void ct_adopt_size(void) {
  int columns = 0, rows = 0;
  measure(&columns, &rows);
  if (columns != COLS || rows != LINES) resize_term(rows, columns);
  ct_describe_restoration(&restoration);
  clearok(curscr, TRUE);
}

void ct_flush(void) {
  wrefresh(stdscr);
  if (brackets_pastes && !paste_is_bracketed) {
    paste_is_bracketed = true;
    ct_collect(BRACKETED_PASTE_ON);
  }
  switch_mouse();
}
