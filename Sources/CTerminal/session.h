// SPDX-License-Identifier: MIT
//
// What the C files share. Plain static storage, because the crash handler must reach it.

#ifndef TOCSIN_SESSION_H
#define TOCSIN_SESSION_H

#include <stdatomic.h>
#include <sys/stat.h>
#include <termios.h>

#define TOCSIN_PASTE_ON "\033[?2004h"
#define TOCSIN_PASTE_OFF "\033[?2004l"
// Buttons and wheel (1000), told in decimals (1006).
#define TOCSIN_MOUSE_ON "\033[?1000h\033[?1006h"
#define TOCSIN_MOUSE_OFF "\033[?1006l\033[?1000l"

struct tocsin_session {
  atomic_int held;  // whether the terminal is in our modes and must be given back
  int input, output;
  int mouse;  // whether the terminal reports the mouse
  struct termios modes;  // as found
  mode_t permissions;    // of the tty as found, 0 if untouched
  char restore[256];     // bytes that bring the normal screen back
  size_t restore_length;
};

extern struct tocsin_session tocsin_session;

// screen.c, for input.c: the window keys are read from (a pad, so that reading never draws).
void *tocsin_key_window(void);
// terminfo.c: fills `restore` for the terminal just opened.
void tocsin_prepare_restore(void);
// input.c: sequences terminfo leaves out.
void tocsin_define_keys(void);

// crash.c
void tocsin_hold(void);               // stderr aside, no `write` messages, handlers armed
void tocsin_unhold(void);             // the opposite; async-signal-safe
void tocsin_install_handlers(void);   // once, after newterm, which installs its own
void tocsin_remove_handlers(void);
void tocsin_remember_handlers(void);  // before newterm
void tocsin_let_job_stop(int let);    // SIGTSTP by default action while released
void tocsin_write_all(int descriptor, const void *bytes, size_t count);

#endif
