/// What the files of this target share and Swift does not see.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include "CTerminal.h"

#include <stddef.h>
#include <stdio.h>
#include <termios.h>

/// The longest name of a terminal that is believed.
enum { CT_LONGEST_NAME = 64 };

/// Bytes prepared for a moment in which nothing can be built.
struct ct_bytes {
  char text[256];
  size_t count;
};

/// The name to look up in terminfo, or NULL with the reason why there is none.
const char *ct_choose_entry(enum ct_opening *problem);

/// Whether the open terminal takes sequences of ANSI, so that a mode it does not know does no harm.
bool ct_speaks_ansi(void);

/// Whether the open terminal can say in numbers which cell the mouse was pressed on.
bool ct_knows_mouse_reports(void);

/// Whether updates may be put in brackets, so that the open terminal shows each of them at once.
bool ct_knows_synchronised_updates(void);

/// Says what gives the open terminal back: its keys, its cursor, its looks and its first screen.
void ct_describe_restoration(struct ct_bytes *bytes);

/// Sets up the colours that the terminal has, or none.
void ct_start_colors(bool wanted);

/// Writes all bytes to a descriptor; safe inside a signal handler.
void ct_write_all(int descriptor, const char *bytes, size_t count);

/// Makes the file that collects what is to be sent; NULL where it cannot be had.
FILE *ct_open_output(void);

/// Whether what is to be sent is collected first. Where a file may not grow it goes out piece by piece.
bool ct_collects_output(void);

/// Forgets what was collected.
void ct_close_output(void);

/// Starts an empty collection with a sequence that is only sent if something follows.
void ct_begin_output(const char *sequence);

/// Adds a sequence to what is to be sent.
void ct_collect(const char *sequence);

/// Whether there is anything to send.
bool ct_has_output(void);

/// Sends all that was collected, in one write, and starts anew.
void ct_send_output(void);

/// Installs the handlers; false where the pipe that wakes the wait cannot be had.
bool ct_catch_signals(void);

/// Puts back the handlers that were there before.
void ct_release_signals(void);

/// Stops the job of this process by the default action and comes back when it goes on.
void ct_stop_job(void);

/// Keeps standard error aside while the screen is open, so that the message of a crash outlives the screen.
void ct_capture_errors(void);

/// Puts standard error back and lets it say what it was told meanwhile; safe inside a signal handler.
void ct_release_errors(void);

/// Gives the terminal back with nothing but system calls: for handlers, when no other code can be trusted.
void ct_restore_in_emergency(void);

#endif
