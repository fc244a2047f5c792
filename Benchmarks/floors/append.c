// SPDX-License-Identifier: MIT
// The least that makes a line durable: append, fdatasync. append FILE COUNT prints how many
// nanoseconds each took. A pause between them, as between a person's keys, is the third argument,
// in milliseconds.

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  char line[400];
  memset(line, 'x', sizeof line);
  line[sizeof line - 1] = '\n';
  int file = open(argv[1], O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (file < 0) return 73;
  long pause = atol(argv[3]);
  for (long count = atol(argv[2]); count > 0; count--) {
    usleep((useconds_t)pause * 1000);
    long long before = now();
    if (write(file, line, sizeof line) != sizeof line || fdatasync(file) != 0) return 74;
    printf("%lld\n", now() - before);
  }
  return 0;
}
