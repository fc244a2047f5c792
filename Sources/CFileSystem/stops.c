// SPDX-License-Identifier: MIT
//
// Control-Z stops a whole process, whichever thread the signal reaches, so a mask of one thread is
// not enough to keep a holder of a lock running.

#define _GNU_SOURCE

#include "CFileSystem.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

// Read-held by every thread that must not be stopped, write-held by one that stops the process.
static pthread_rwlock_t gate = PTHREAD_RWLOCK_INITIALIZER;

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static int holders;
static volatile sig_atomic_t was_stopped;

static void remember(int signal) {
  (void)signal;
  was_stopped = 1;
}

static int handler_is(void (*handler)(int)) {
  struct sigaction now;
  return sigaction(SIGTSTP, NULL, &now) == 0 && now.sa_handler == handler;
}

static void handle_by(void (*handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, NULL);
}

void cfs_hold_stops(void) {
  pthread_rwlock_rdlock(&gate);
  pthread_mutex_lock(&guard);
  // Where the program handles the signal itself, it decides when to stop, by `cfs_begin_stop`.
  if (holders++ == 0 && handler_is(SIG_DFL)) handle_by(remember);
  pthread_mutex_unlock(&guard);
}

void cfs_release_stops(void) {
  int stop = 0;
  pthread_mutex_lock(&guard);
  if (--holders == 0) {
    if (handler_is(remember)) handle_by(SIG_DFL);
    stop = was_stopped;
    was_stopped = 0;
  }
  pthread_mutex_unlock(&guard);
  pthread_rwlock_unlock(&gate);
  if (stop) kill(getpid(), SIGTSTP);
}

void cfs_begin_stop(void) { pthread_rwlock_wrlock(&gate); }
void cfs_end_stop(void) { pthread_rwlock_unlock(&gate); }
