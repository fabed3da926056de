// Stands between a program and the system: counts its calls on the files of one folder, and at one of them lets the
// call fail or kills the program. It is loaded before the program by LD_PRELOAD and takes its orders from variables.
//
//   FAIL_BELOW    the folder
//   FAIL_TALLY    a file that gets one byte for each call
//   FAIL_AT       the number of the call, from 0; none fails without it
//   FAIL_WITH     the error; 0 kills
//   FAIL_LASTING  every later call fails as well

#define _GNU_SOURCE 1
#include "CFailingCalls.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MOST_FILES = 1024 };

static const char *folder;
static int tally = -1;
static long place = -1;
static int error;
static bool is_lasting;
static long count;
static bool is_watched[MOST_FILES];

__attribute__((constructor)) static void take_orders(void) {
  folder = getenv("FAIL_BELOW");
  const char *file = getenv("FAIL_TALLY");
  if (file) tally = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *number = getenv("FAIL_AT");
  if (number) place = atol(number);
  const char *with = getenv("FAIL_WITH");
  if (with) error = atoi(with);
  is_lasting = getenv("FAIL_LASTING") != NULL;
}

static bool is_below(const char *path) { return folder && path && strncmp(path, folder, strlen(folder)) == 0; }

static bool is_ours(int file) { return file >= 0 && file < MOST_FILES && is_watched[file]; }

/// Counts a call, and whether it fails.
static bool fails(bool is_counted) {
  if (!is_counted) return false;
  long number = count++;
  if (tally >= 0) syscall(SYS_write, tally, ".", 1);
  if (place < 0 || (is_lasting ? number < place : number != place)) return false;
  if (error == 0) kill(getpid(), SIGKILL);
  errno = error;
  return true;
}

#define SYSTEM(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (fails(is_below(path))) return -1;
  int file = SYSTEM(open)(path, flags, mode);
  if (file >= 0 && file < MOST_FILES) is_watched[file] = is_below(path);
  return file;
}

int close(int file) {
  if (file >= 0 && file < MOST_FILES) is_watched[file] = false;
  return SYSTEM(close)(file);
}

DIR *opendir(const char *path) { return fails(is_below(path)) ? NULL : SYSTEM(opendir)(path); }

ssize_t read(int file, void *bytes, size_t size) {
  return fails(is_ours(file)) ? -1 : SYSTEM(read)(file, bytes, size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  return fails(is_ours(file)) ? -1 : SYSTEM(write)(file, bytes, size);
}

int fsync(int file) { return fails(is_ours(file)) ? -1 : SYSTEM(fsync)(file); }

int flock(int file, int operation) { return fails(is_ours(file)) ? -1 : SYSTEM(flock)(file, operation); }

int fstat(int file, struct stat *status) { return fails(is_ours(file)) ? -1 : SYSTEM(fstat)(file, status); }

int lstat(const char *path, struct stat *status) {
  return fails(is_below(path)) ? -1 : SYSTEM(lstat)(path, status);
}

ssize_t readlink(const char *path, char *target, size_t size) {
  return fails(is_below(path)) ? -1 : SYSTEM(readlink)(path, target, size);
}

int mkdir(const char *path, mode_t mode) { return fails(is_below(path)) ? -1 : SYSTEM(mkdir)(path, mode); }

int rename(const char *path, const char *other) {
  return fails(is_below(path)) ? -1 : SYSTEM(rename)(path, other);
}

int link(const char *path, const char *other) { return fails(is_below(path)) ? -1 : SYSTEM(link)(path, other); }

int unlink(const char *path) { return fails(is_below(path)) ? -1 : SYSTEM(unlink)(path); }
