// SPDX-License-Identifier: MIT
// The least that makes a line durable for a key in a program whose screen goes on meanwhile: the key
// is read, another thread is woken, appends and flushes, and marks in a second file that it did.
// keyed FILE MARK

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t woken = PTHREAD_COND_INITIALIZER;
static int asked;
static int file, mark;

static void *append(void *unused) {
  char line[400], word[400];
  memset(line, 'x', sizeof line);
  line[sizeof line - 1] = '\n';
  for (int count = 1;; count++) {
    pthread_mutex_lock(&lock);
    while (asked < count) pthread_cond_wait(&woken, &lock);
    pthread_mutex_unlock(&lock);
    if (write(file, line, sizeof line) != sizeof line || fdatasync(file) != 0) return unused;
    memset(word, ' ', sizeof word);
    snprintf(word, sizeof word, "keyed\nflushed %d\n", count);
    if (pwrite(mark, word, sizeof word, 0) != sizeof word) return unused;
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  file = open(argv[1], O_WRONLY | O_CREAT | O_APPEND, 0600);
  mark = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0 || mark < 0) return 73;
  struct termios modes;
  tcgetattr(0, &modes);
  cfmakeraw(&modes);
  tcsetattr(0, TCSANOW, &modes);
  pthread_t thread;
  pthread_create(&thread, NULL, append, NULL);
  if (write(1, "ready", 5) != 5) return 74;
  struct pollfd input = {.fd = 0, .events = POLLIN};
  char key;
  while (poll(&input, 1, -1) == 1 && read(0, &key, 1) == 1 && key != 'q') {
    pthread_mutex_lock(&lock);
    asked++;
    pthread_cond_signal(&woken);
    pthread_mutex_unlock(&lock);
  }
  return 0;
}
