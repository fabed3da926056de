// Signals as events, waiting and reading, and what happens when the program crashes.

#define _GNU_SOURCE 1

#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { UNHEARD_SECONDS = 3 };

/// Signals that become events, in the order in which they are told: those that end the program first.
static int events[NSIG];
static int event_count;
static int ending_event_count;
/// Signals of a program that cannot go on.
static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};

enum { CRASH_COUNT = sizeof crashes / sizeof *crashes };

static struct sigaction events_before[NSIG];
static struct sigaction crashes_before[CRASH_COUNT];
static volatile sig_atomic_t has_arrived[NSIG];
static volatile time_t unheard_since;
static int wake_pipe[2] = {-1, -1};

static int errors_kept = -1;
static int errors_before = -1;
static char last_words[512];
static volatile sig_atomic_t last_words_length;

/// Room for a handler when the stack itself has run out.
static char handler_stack[65536];

// Standard error

void ct_capture_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  errors_kept = memfd_create("standard-error", MFD_CLOEXEC);
  if (errors_kept < 0) return;
  errors_before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (errors_before >= 0) dup2(errors_kept, STDERR_FILENO);
}

void ct_release_errors(void) {
  if (errors_before >= 0) {
    char bytes[512];
    ssize_t count;
    off_t offset = 0;
    dup2(errors_before, STDERR_FILENO);
    close(errors_before);
    errors_before = -1;
    while ((count = pread(errors_kept, bytes, sizeof bytes, offset)) > 0) {
      ct_write_all(STDERR_FILENO, bytes, (size_t)count);
      offset += count;
    }
  }
  if (errors_kept >= 0) close(errors_kept);
  errors_kept = -1;
}

void ct_set_last_words(const char *line) {
  last_words_length = 0;
  size_t length = strlen(line);
  if (length >= sizeof last_words) length = sizeof last_words - 1;
  memcpy(last_words, line, length);
  last_words[length] = '\n';
  last_words_length = (sig_atomic_t)(length + 1);
}

// Handlers

/// Ends the process by a signal's default action, from wherever we are.
static _Noreturn void die_by_default(int number) {
  sigset_t one;
  signal(number, SIG_DFL);
  sigemptyset(&one);
  sigaddset(&one, number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(number);
  _exit(128 + number);
}

/// Seconds of a clock that nobody sets.
static time_t now(void) {
  struct timespec time = {0};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec;
}

static volatile sig_atomic_t fatal;
static volatile time_t last_moment;

static void stop_waiting(int number) {
  (void)number;
  // Others may send this signal too.
  if (now() >= last_moment) die_by_default(fatal);
}

/// Ends the process in two seconds, whatever it waits for by then: a terminal may take nothing any more.
static void limit_the_end(int number) {
  struct sigaction action = {.sa_handler = stop_waiting};
  sigset_t one;
  fatal = number;
  last_moment = now() + 2;
  sigaction(SIGALRM, &action, NULL);
  sigemptyset(&one);
  sigaddset(&one, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  alarm(2);
}

/// Nothing can be trusted any more: only system calls, and bytes that were prepared before.
static void crash(int number) {
  limit_the_end(number);
  ct_restore_in_emergency();
  ct_release_errors();
  ct_write_all(STDERR_FILENO, last_words, (size_t)last_words_length);
  die_by_default(number);
}

/// Every signal that would end the process is among them, or the terminal would stay as it is then.
static void list_events(void) {
  static const int ending[] = {SIGTERM, SIGHUP,  SIGINT,  SIGQUIT, SIGPIPE, SIGALRM,   SIGUSR1,
                               SIGUSR2, SIGXCPU, SIGPROF, SIGIO,   SIGPWR,  SIGVTALRM, SIGSTKFLT};
  static const int passing[] = {SIGTSTP, SIGCONT, SIGWINCH};
  event_count = 0;
  for (size_t index = 0; index < sizeof ending / sizeof *ending; index++) events[event_count++] = ending[index];
  // Those without a name are no constants.
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) events[event_count++] = number;
  ending_event_count = event_count;
  for (size_t index = 0; index < sizeof passing / sizeof *passing; index++) events[event_count++] = passing[index];
}

/// Notes that a signal has arrived and wakes the wait.
static void note(int number) {
  int error = errno;
  for (int index = 0; index < event_count; index++) {
    if (events[index] != number) continue;
    if (index < ending_event_count) {
      // A program that does not listen must still be possible to end, and then without a wrecked terminal.
      if (!has_arrived[index]) unheard_since = now();
      else if (now() - unheard_since >= UNHEARD_SECONDS) crash(number);
    }
    has_arrived[index] = 1;
  }
  // Where the pipe is full, a byte that wakes is already in it.
  ssize_t ignored = write(wake_pipe[1], "", 1);
  (void)ignored;
  errno = error;
}

static void handle(const int *numbers, int count, void (*handler)(int), int flags, struct sigaction *before) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigset_t set;
  sigfillset(&action.sa_mask);
  sigemptyset(&set);
  for (int index = 0; index < count; index++) {
    sigaction(numbers[index], NULL, &before[index]);
    // What the caller wants ignored, as nohup does, stays ignored.
    bool is_ignored = before[index].sa_handler == SIG_IGN && handler == note;
    if (!is_ignored) sigaction(numbers[index], &action, NULL);
    sigaddset(&set, numbers[index]);
  }
  sigprocmask(SIG_UNBLOCK, &set, NULL);
}

bool ct_catch_signals(void) {
  if (pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  list_events();
  handle(events, event_count, note, SA_RESTART | SA_ONSTACK, events_before);
  handle(crashes, CRASH_COUNT, crash, SA_ONSTACK, crashes_before);
  return true;
}

void ct_release_signals(void) {
  for (int index = 0; index < event_count; index++) {
    sigaction(events[index], &events_before[index], NULL);
    has_arrived[index] = 0;
  }
  for (int index = 0; index < CRASH_COUNT; index++) sigaction(crashes[index], &crashes_before[index], NULL);
  close(wake_pipe[0]);
  close(wake_pipe[1]);
}

void ct_stop_job(void) {
  struct sigaction ours;
  struct sigaction by_default = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &by_default, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  for (int index = 0; index < event_count; index++) {
    if (events[index] == SIGCONT) has_arrived[index] = 0;
  }
}

void ct_die_of(int number) {
  ct_close();
  fflush(NULL);
  die_by_default(number);
}

// Waiting and reading

int ct_take_signal(void) {
  for (int index = 0; index < event_count; index++) {
    if (has_arrived[index]) {
      has_arrived[index] = 0;
      return events[index];
    }
  }
  return 0;
}

static bool signal_is_waiting(void) {
  for (int index = 0; index < event_count; index++) {
    if (has_arrived[index]) return true;
  }
  return false;
}

static void empty_wake_pipe(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
}

enum ct_wake ct_wait(int milliseconds) {
  for (;;) {
    if (signal_is_waiting()) return CT_SIGNAL;
    struct pollfd sources[] = {
      {.fd = wake_pipe[0], .events = POLLIN},
      {.fd = STDIN_FILENO, .events = POLLIN},
    };
    int count = poll(sources, 2, milliseconds < 0 ? -1 : milliseconds);
    if (count == 0) return CT_TIMEOUT;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return CT_HANG_UP;
    if (sources[0].revents != 0) {
      // The byte may be that of a signal which was taken before the byte was.
      empty_wake_pipe();
      continue;
    }
    return sources[1].revents & POLLIN ? CT_INPUT : CT_HANG_UP;
  }
}

int ct_read(uint8_t *bytes, int capacity) {
  ssize_t count = read(STDIN_FILENO, bytes, (size_t)capacity);
  if (count > 0) return (int)count;
  if (count < 0) return errno == EINTR || errno == EAGAIN ? 0 : -1;
  // Nothing there, or nobody: only of a terminal that is gone is more said than that it can be read.
  struct pollfd source = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&source, 1, 0) > 0 && source.revents & ~POLLIN ? -1 : 0;
}
