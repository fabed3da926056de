// What terminfo knows about the terminal.

#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1

#include "internal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static bool is_safe_name(const char *name) {
  size_t length = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+._-");
  return length > 0 && length <= CT_LONGEST_NAME && name[length] == '\0';
}

const char *ct_terminal_name(void) {
  const char *name = getenv("TERM");
  return name != NULL && is_safe_name(name) ? name : "";
}

static bool begins_with_one_of(const char *text, const char *const *prefixes) {
  for (; *prefixes != NULL; prefixes++) {
    if (strncmp(text, *prefixes, strlen(*prefixes)) == 0) return true;
  }
  return false;
}

/// Whether the terminal has a capability; -1 stands for one that its description takes back.
static bool has(const char *capability) { return capability != NULL && capability != (const char *)-1; }

/// Terminals that understand what xterm-256color sends, whether or not this system has heard of them.
static bool is_modern(const char *name) {
  static const char *const modern[] = {
    "alacritty", "contour", "foot", "ghostty", "kitty", "konsole", "mintty", "rio", "wezterm", NULL};
  if (strncmp(name, "xterm-", 6) == 0) name += 6;
  return begins_with_one_of(name, modern);
}

// The terminal is never asked what it knows, so this is a list.
bool ct_knows_synchronised_updates(void) {
  static const char *const by_name[] = {
    "alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm", NULL};
  static const char *const by_program[] = {"WezTerm", "contour", "ghostty", "iTerm.app", "rio", NULL};
  const char *name = ct_terminal_name();
  if (has(tigetstr("Sync"))) return true;
  // A multiplexer passes the program's name on but not its abilities.
  if (strncmp(name, "xterm", 5) == 0) {
    const char *program = getenv("TERM_PROGRAM");
    if (program != NULL && begins_with_one_of(program, by_program)) return true;
    if (name[5] == '-') name += 6;
  }
  return begins_with_one_of(name, by_name);
}

// A key that begins with ESC [ < says so. Others send the old reports, which have no place for a wide window: the Linux
// console, rxvt. A multiplexer is described with the old ones too, but sends what it is asked for.
bool ct_knows_mouse_reports(void) {
  static const char *const multiplexers[] = {"screen", "tmux", NULL};
  if (!ct_speaks_ansi() || !has(key_mouse)) return false;
  return strncmp(key_mouse, "\033[<", 3) == 0 || begins_with_one_of(ct_terminal_name(), multiplexers);
}

/// Whether terminfo has an entry of that name that can place the cursor.
static bool is_usable(const char *name) {
  int problem = 0;
  if (setupterm(name, STDOUT_FILENO, &problem) == ERR) return false;
  bool usable = has(cursor_address) && has(clear_screen);
  del_curterm(cur_term);
  return usable;
}

const char *ct_choose_entry(enum ct_opening *problem) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0') {
    *problem = CT_TERM_UNSET;
  } else if (strcmp(name, "dumb") == 0) {
    *problem = CT_TERM_DUMB;
  } else if (!is_safe_name(name)) {
    *problem = CT_TERM_UNKNOWN;
  } else if (is_usable(name)) {
    return name;
  } else if (is_modern(name) && is_usable("xterm-256color")) {
    return "xterm-256color";
  } else {
    *problem = CT_TERM_UNKNOWN;
  }
  return NULL;
}

bool ct_speaks_ansi(void) { return strncmp(cursor_address, "\033[", 2) == 0; }

/// Adds a terminfo string without its padding, which no terminal of today waits for.
static void append(struct ct_bytes *bytes, const char *sequence) {
  if (!has(sequence)) return;
  while (*sequence != '\0' && bytes->count < sizeof bytes->text) {
    if (sequence[0] == '$' && sequence[1] == '<') {
      const char *end = strchr(sequence, '>');
      if (end == NULL) return;
      sequence = end + 1;
    } else {
      bytes->text[bytes->count++] = *sequence++;
    }
  }
}

void ct_describe_restoration(struct ct_bytes *bytes) {
  bytes->count = 0;
  append(bytes, keypad_local);
  append(bytes, enter_am_mode);
  append(bytes, exit_attribute_mode);
  if (has(exit_ca_mode)) {
    append(bytes, exit_ca_mode);
  } else {
    append(bytes, tiparm(cursor_address, LINES - 1, 0));
    append(bytes, clr_eol);
  }
  // Last, since leaving the screen may bring back a cursor that was kept before anything was shown.
  append(bytes, cursor_normal);
  append(bytes, "\r");
}
