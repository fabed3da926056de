// What is on its way to the terminal: collected until it is whole, then sent at once.
//
// The library writes in small pieces, one for about every place it moves to, and has no way of being told otherwise. So
// it writes into a file in memory, and what has come together there goes to the terminal in one write: a frame is never
// seen half drawn. Only where the system lets no file grow, not even one in memory, it writes to the terminal itself.

#define _GNU_SOURCE 1

#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

static FILE *collection;
/// How many bytes the collection begins with before there is anything to send.
static off_t head;
static bool is_direct;

/// Far more than any frame takes.
enum { MOST_BYTES = 16 << 20 };

void ct_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd sink = {.fd = descriptor, .events = POLLOUT};
      if (poll(&sink, 1, -1) < 0 && errno != EINTR) return;
      continue;
    }
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

FILE *ct_open_output(void) {
  struct rlimit limit;
  is_direct = getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur < MOST_BYTES;
  int descriptor = is_direct ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3) : memfd_create("screen", MFD_CLOEXEC);
  if (descriptor < 0) return NULL;
  collection = fdopen(descriptor, "w");
  if (collection == NULL) close(descriptor);
  return collection;
}

void ct_close_output(void) {
  fclose(collection);
  collection = NULL;
}

bool ct_collects_output(void) { return !is_direct; }

void ct_begin_output(const char *sequence) {
  if (is_direct) return;
  lseek(fileno(collection), 0, SEEK_SET);
  ct_collect(sequence);
  head = (off_t)strlen(sequence);
}

void ct_collect(const char *sequence) { ct_write_all(fileno(collection), sequence, strlen(sequence)); }

bool ct_has_output(void) { return !is_direct && lseek(fileno(collection), 0, SEEK_CUR) > head; }

void ct_send_output(void) {
  size_t count = (size_t)lseek(fileno(collection), 0, SEEK_CUR);
  const char *bytes = mmap(NULL, count, PROT_READ, MAP_SHARED, fileno(collection), 0);
  // Where there is no memory for it, it goes out together with the next.
  if (bytes == MAP_FAILED) return;
  ct_write_all(STDOUT_FILENO, bytes, count);
  munmap((void *)bytes, count);
  lseek(fileno(collection), 0, SEEK_SET);
}
