/// The terminal as Swift sees it: numbers, bytes and a few closed enumerations; no word of curses.
///
/// There is one terminal per process and one thread that uses it. Only `ct_open` may be called first; everything
/// else needs an open terminal unless it says otherwise.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

#define CT_CLOSED __attribute__((enum_extensibility(closed)))

/// How an attempt to open the terminal ended.
enum CT_CLOSED ct_opening {
  CT_OPENED,
  CT_ALREADY_OPEN,
  CT_NOT_A_TERMINAL,
  CT_IN_BACKGROUND,
  CT_TERM_UNSET,
  CT_TERM_DUMB,
  CT_TERM_UNKNOWN,
  CT_REFUSED,
};

/// Why a wait ended.
enum CT_CLOSED ct_wake {
  CT_INPUT,
  CT_SIGNAL,
  CT_TIMEOUT,
  CT_HANG_UP,
};

/// Attributes of a run of text, to be combined by `|`.
enum ct_attribute {
  CT_BOLD = 1,
  CT_UNDERLINED = 2,
  CT_REVERSED = 4,
  CT_FAINT = 8,
};

/// The terminal's own colour, where a colour number from 0 is expected.
enum { CT_DEFAULT_COLOR = -1 };

/// Takes the terminal: full screen, keys one by one, signals as events; nothing is written where it fails.
enum ct_opening ct_open(bool colors);

/// Gives the terminal back as it was found; does nothing where it is not open.
void ct_close(void);

/// What TERM says, where that is safe to show, else an empty string; needs no open terminal.
const char *ct_terminal_name(void);

/// Whether the user's locale asks for UTF-8; needs no open terminal.
bool ct_locale_is_utf8(void);

/// How many colours may be drawn: 0, 8 or 256.
int ct_color_count(void);

/// Whether the terminal can report its mouse in a way that is read here.
bool ct_reports_mouse(void);

/// Says whether clicks are wanted from now on, as far as the terminal can report them; else they select text there.
void ct_want_mouse(bool wanted);

/// The size of the screen in cells, each from 1 to 1000.
void ct_get_size(int *columns, int *rows);

/// Takes over the size that the window has now; the screen is drawn anew by the next flush.
void ct_adopt_size(void);

/// Makes the screen empty, whatever the terminal shows, so that the next flush sends everything.
void ct_erase(void);

/// Draws UTF-8 text of one look from a cell to the right; colours are numbers or `CT_DEFAULT_COLOR`.
void ct_draw_run(
  int row, int column, const uint8_t *text, int byte_count, int foreground, int background, unsigned attributes);

/// Puts the visible cursor on a cell.
void ct_show_cursor(int row, int column);

/// Makes the cursor invisible, or parks it in the last cell where the terminal cannot do that.
void ct_hide_cursor(void);

/// Sends what has changed to the terminal.
void ct_flush(void);

/// Waits for input or a signal, at most so many milliseconds; without limit where they are negative.
enum ct_wake ct_wait(int milliseconds);

/// Reads what was typed: the number of bytes, 0 where there is nothing yet, -1 where the terminal is gone.
int ct_read(uint8_t *bytes, int capacity);

/// The next signal that has arrived, or 0; signals that ask the program to end come first.
int ct_take_signal(void);

/// Gives the terminal back, stops the whole job as Ctrl-Z does, and takes the terminal again when it goes on.
///
/// The screen is empty then; false where it cannot be had any more.
bool ct_suspend(void);

/// Takes the terminal again after somebody else may have changed it.
///
/// The screen is empty then; false where it cannot be had any more.
bool ct_retake(void);

/// Gives the terminal back and ends the process by a signal, so that its parent sees what happened.
void ct_die_of(int signal_number) __attribute__((noreturn));

/// Sets the line that a crash leaves on standard error after the terminal is restored; needs no open terminal.
void ct_set_last_words(const char *line);

#endif
