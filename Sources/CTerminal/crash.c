// SPDX-License-Identifier: MIT
//
// Signals. Everything a handler calls here is async-signal-safe: a crash may come inside malloc.

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CTerminal.h"
#include "session.h"

static const int fatal[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT, SIGSYS};
static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { FATAL = sizeof fatal / sizeof fatal[0], CAUGHT = sizeof caught / sizeof caught[0] };

static struct sigaction fatal_before[FATAL], caught_before[CAUGHT];
static int fatal_caught;
static void (*curses_resize)(int);
static _Atomic uint64_t pending;
static int signal_bell = -1;
static int real_stderr = -1, kept_stderr = -1;

int tocsin_bell_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int tocsin_signal_descriptor(void) { return signal_bell; }

uint64_t tocsin_take_signals(void) {
  uint64_t rung;
  if (read(signal_bell, &rung, sizeof rung) < 0 && errno != EAGAIN) return 0;
  return atomic_exchange(&pending, 0);
}

static void on_caught(int number) {
  int saved = errno;
  atomic_fetch_or(&pending, (uint64_t)1 << number);
  // Curses only notes the resize; without the bell a resize just before poll would go unseen.
  if (number == SIGWINCH && curses_resize != NULL) curses_resize(number);
  uint64_t one = 1;
  if (write(signal_bell, &one, sizeof one) < 0) errno = saved;
  errno = saved;
}

// What was written to stderr meanwhile belongs on the normal screen, in order, and only once.
static void show_kept_stderr(void) {
  char buffer[1024];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(kept_stderr, buffer, sizeof buffer, offset)) > 0) {
    tocsin_write_all(real_stderr, buffer, (size_t)count);
    offset += count;
  }
  if (offset > 0 && ftruncate(kept_stderr, 0) != 0) return;
}

void tocsin_unhold(void) {
  if (tocsin_session.permissions != 0) {
    fchmod(tocsin_session.output, tocsin_session.permissions);
    tocsin_session.permissions = 0;
  }
  if (real_stderr >= 0 && kept_stderr >= 0) {
    dup2(real_stderr, STDERR_FILENO);
    show_kept_stderr();
  }
}

void tocsin_hold(void) {
  struct tocsin_session *s = &tocsin_session;
  struct stat status;
  // Like mesg n: a `wall` or `write` would land in the middle of the screen.
  if (s->permissions == 0 && fstat(s->output, &status) == 0 && (status.st_mode & S_IWGRP)) {
    mode_t found = status.st_mode & 07777;
    if (fchmod(s->output, found & ~(mode_t)(S_IWGRP | S_IWOTH)) == 0) s->permissions = found;
  }
  // A stderr that goes to a file already stays there.
  if (kept_stderr >= 0 || isatty(STDERR_FILENO)) {
    if (kept_stderr < 0) kept_stderr = memfd_create("tocsin-stderr", MFD_CLOEXEC);
    if (real_stderr < 0) real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    if (kept_stderr >= 0 && real_stderr >= 0) {
      fcntl(kept_stderr, F_SETFL, O_APPEND);
      dup2(kept_stderr, STDERR_FILENO);
    }
  }
  s->held = 1;
}

static void give_back(void) {
  struct tocsin_session *s = &tocsin_session;
  if (!atomic_exchange(&s->held, 0)) return;
  if (s->mouse) tocsin_write_all(s->output, TOCSIN_MOUSE_OFF, sizeof TOCSIN_MOUSE_OFF - 1);
  tocsin_write_all(s->output, s->restore, s->restore_length);
  tcsetattr(s->output, TCSANOW, &s->modes);
  tocsin_unhold();
}

static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  give_back();
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
  }
  errno = saved;
  // A fault comes again when the instruction does, now with the true place for the backtrace.
  // A signal somebody sent (abort does) would not.
  if (info->si_code <= 0) raise(number);
}

void tocsin_let_job_stop(int let) {
  for (int i = 0; i < CAUGHT; i++) {
    if (caught[i] != SIGTSTP || caught_before[i].sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_flags = SA_RESTART};
    action.sa_handler = let ? SIG_DFL : on_caught;
    sigaction(SIGTSTP, &action, NULL);
  }
}

void tocsin_remember_handlers(void) {
  if (signal_bell < 0) signal_bell = tocsin_bell_open();
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], NULL, &caught_before[i]);
  // Curses leaves SIGTSTP alone only if it finds a handler. Otherwise it ignores the signal while
  // it draws, and a stop that comes then is lost.
  tocsin_let_job_stop(0);
}

// Handlers need room of their own: a stack overflow leaves none. The runtime's stack is kept.
static void ensure_signal_stack(void) {
  static char room[32768];
  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    stack = (stack_t){.ss_sp = room, .ss_size = sizeof room};
    sigaltstack(&stack, NULL);
  }
}

void tocsin_install_handlers(void) {
  static int registered;
  if (!registered) registered = atexit(give_back) == 0;

  struct sigaction resize;
  sigaction(SIGWINCH, NULL, &resize);
  // Curses installs its handler once per process; a second terminal needs the one seen first.
  if (resize.sa_handler != SIG_DFL && resize.sa_handler != SIG_IGN) {
    curses_resize = resize.sa_handler;
  }
  for (int i = 0; i < CAUGHT; i++) {
    // What the parent had us ignore (nohup) stays ignored.
    if (caught_before[i].sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_handler = on_caught};
    action.sa_flags = caught[i] == SIGWINCH ? 0 : SA_RESTART;
    sigaction(caught[i], &action, NULL);
  }
  ensure_signal_stack();
  fatal_caught = 1;
  for (int i = 0; i < FATAL; i++) {
    struct sigaction action = {.sa_sigaction = on_fatal};
    action.sa_flags = SA_SIGINFO | SA_RESETHAND | SA_NODEFER | SA_ONSTACK;
    sigaction(fatal[i], &action, &fatal_before[i]);
  }
}

void tocsin_remove_handlers(void) {
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &caught_before[i], NULL);
  for (int i = 0; i < FATAL && fatal_caught; i++) sigaction(fatal[i], &fatal_before[i], NULL);
  fatal_caught = 0;
}
