/// Runs a program on a terminal of its own, as a job of a small shell: for tests only.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

/// A running job, as the test holds it.
struct pty_job {
  /// Where the shell reports what became of the job, and takes orders.
  int shell;
  pid_t shell_process;
  pid_t program;
};

/// Where the job stands on the terminal when it starts or goes on.
enum pty_place { PTY_FOREGROUND = 'f', PTY_BACKGROUND = 'b' };

/// Makes a terminal and gives the end at which its user sits, to write what is typed and to read what is shown.
///
/// -1 with `errno` where there is none. Reading and writing never block.
int pty_open(int columns, int rows);

/// Starts a program as a job of a new session on that terminal; 0, or -1 with `errno`.
///
/// No signal is blocked or ignored in the program.
int pty_start(
  struct pty_job *job, int terminal, const char *path, char *const arguments[], char *const environment[],
  enum pty_place place);

/// Gives the window another size, as dragging its corner does; the program gets SIGWINCH.
int pty_resize(int terminal, int columns, int rows);

/// Lets a stopped job go on, as `fg` and `bg` do.
int pty_continue(struct pty_job *job, enum pty_place place);

/// How many columns the C library gives a character, as ncurses asks it: -1 where it cannot be printed.
int character_columns(int character);

#endif
