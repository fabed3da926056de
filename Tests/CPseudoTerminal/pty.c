#define _GNU_SOURCE 1
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/// Where the shell keeps its two ends.
enum { CHANNEL = 3, TTY = 4 };

// Between fork and exec only system calls: the test process has other threads, whose locks are lost in the child.

static void reset_signals(void) {
  sigset_t none;
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void run_program(const char *path, char *const arguments[], char *const environment[]) {
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(TTY, descriptor);
  close_range(3, ~0U, 0);
  reset_signals();
  // Programs crash on purpose here and need not leave their memory behind.
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  execve(path, arguments, environment);
  _exit(127);
}

static void place_job(pid_t program, int place) {
  if (place == PTY_FOREGROUND) tcsetpgrp(TTY, program);
}

/// Tells each change of the job, and where the job has stopped, waits for an order.
static void watch_job(pid_t program) {
  for (;;) {
    int status = 0;
    while (waitpid(program, &status, WUNTRACED) < 0) {
      if (errno != EINTR) _exit(1);
    }
    if (WIFSTOPPED(status)) tcsetpgrp(TTY, getpgrp());
    if (write(CHANNEL, &status, sizeof status) < 0) _exit(1);
    if (!WIFSTOPPED(status)) _exit(0);
    char order = 0;
    if (read(CHANNEL, &order, 1) != 1) _exit(1);
    place_job(program, order);
    kill(-program, SIGCONT);
  }
}

/// The shell: leads a session on the terminal, runs the program there as a job, and keeps nothing else open.
static void run_shell(
  const char *terminal_name, int channel, const char *path, char *const arguments[], char *const environment[],
  int place) {
  reset_signals();
  // A shell outlives its terminal and may hand it to a job at any time.
  signal(SIGHUP, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
  setsid();
  int tty = open(terminal_name, O_RDWR);
  if (tty < 0 || ioctl(tty, TIOCSCTTY, 0) != 0) _exit(1);
  tty = fcntl(tty, F_DUPFD, TTY + 1);
  channel = fcntl(channel, F_DUPFD, TTY + 1);
  dup2(tty, TTY);
  dup2(channel, CHANNEL);
  close_range(TTY + 1, ~0U, 0);

  pid_t program = fork();
  if (program < 0) _exit(1);
  // Both sides set the group, so that it is set whoever runs first.
  if (program == 0) {
    setpgid(0, 0);
    place_job(getpid(), place);
    run_program(path, arguments, environment);
  }
  setpgid(program, program);
  place_job(program, place);
  if (write(CHANNEL, &program, sizeof program) < 0) _exit(1);
  watch_job(program);
}

int pty_open(int columns, int rows) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (terminal < 0) return -1;
  if (grantpt(terminal) != 0 || unlockpt(terminal) != 0 || pty_resize(terminal, columns, rows) != 0) {
    close(terminal);
    return -1;
  }
  return terminal;
}

int pty_start(
  struct pty_job *job, int terminal, const char *path, char *const arguments[], char *const environment[],
  enum pty_place place) {
  int channel[2];
  char name[64];
  if (ptsname_r(terminal, name, sizeof name) != 0) return -1;
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel) != 0) return -1;
  job->shell = channel[0];

  job->shell_process = fork();
  if (job->shell_process < 0) return -1;
  if (job->shell_process == 0) run_shell(name, channel[1], path, arguments, environment, place);
  close(channel[1]);
  if (read(job->shell, &job->program, sizeof job->program) != sizeof job->program) {
    errno = ECHILD;
    return -1;
  }
  return 0;
}

int pty_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int pty_continue(struct pty_job *job, enum pty_place place) {
  char order = (char)place;
  // Where the shell has gone with its job, the test is told by the result and not by a signal.
  return send(job->shell, &order, 1, MSG_NOSIGNAL) == 1 ? 0 : -1;
}
