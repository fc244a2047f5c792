// SPDX-License-Identifier: MIT

#define _GNU_SOURCE
#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "CTerminal.h"
#include "session.h"

struct tocsin_session tocsin_session;

static SCREEN *screen;
static WINDOW *keys;
static FILE *tty;  // opened only when a standard stream is no terminal
static struct { attr_t attributes; short pair; } looks[TOCSIN_LOOKS];
static cchar_t *run;
static int run_capacity;
static int is_utf8;

void *tocsin_key_window(void) { return keys; }

static int codeset_is(const char *name) { return strcmp(nl_langinfo(CODESET), name) == 0; }

// Only LC_CTYPE: numbers and messages elsewhere in the process must not change with the locale.
// A named encoding that is not UTF-8 is believed; only the nameless C locale is improved upon.
tocsin_encoding tocsin_choose_encoding(void) {
  setlocale(LC_CTYPE, "");
  is_utf8 = codeset_is("UTF-8");
  if (is_utf8) return TOCSIN_UTF8;
  if (codeset_is("ANSI_X3.4-1968")) {
    is_utf8 = setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL;
  }
  return is_utf8 ? TOCSIN_UTF8_ASSUMED : TOCSIN_NOT_UTF8;
}

static void set_modes(void) {
  raw();  // Control-C, -Z, -S and -\ are keys: a slip of a key ends nothing
  noecho();
  nonl();
  curs_set(0);
}

tocsin_outcome tocsin_open(const char *term) {
  if (screen != NULL) return TOCSIN_ALREADY_OPEN;
  struct tocsin_session *s = &tocsin_session;
  FILE *in = stdin, *out = stdout;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
    tty = fopen("/dev/tty", "r+e");
    if (tty == NULL) return TOCSIN_NO_TERMINAL;
    if (!isatty(STDIN_FILENO)) in = tty;
    if (!isatty(STDOUT_FILENO)) out = tty;
  }
  s->input = fileno(in);
  s->output = fileno(out);
  tcgetattr(s->output, &s->modes);

  unsetenv("LINES");  // either would freeze the size
  unsetenv("COLUMNS");
  tocsin_remember_handlers();
  screen = newterm(term, out, in);
  if (screen == NULL) {
    tocsin_remove_handlers();
    if (tty != NULL) fclose(tty);
    tty = NULL;
    return TOCSIN_FAILED;
  }
  tocsin_prepare_restore();
  tocsin_install_handlers();
  tocsin_hold();

  if (getenv("ESCDELAY") == NULL) set_escdelay(50);
  typeahead(-1);  // a frame is whole or not there; keys coalesce in the loop, not inside a frame
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  intrflush(keys, FALSE);
  leaveok(stdscr, FALSE);
  tocsin_define_keys();
  // A screen that never left its first state flushes at every cursor move: a frame of 150 bytes
  // goes out in a dozen writes. Leaving once, here, makes every later frame one write.
  endwin();
  set_modes();
  reset_prog_mode();
  tocsin_write_all(s->output, TOCSIN_PASTE_ON, strlen(TOCSIN_PASTE_ON));
  refresh();
  // Only now: a resume after this resets the palette (OSC 104), and with it the user's own colours.
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  return TOCSIN_OPENED;
}

static void write_mode(const char *sequence) {
  tocsin_write_all(tocsin_session.output, sequence, strlen(sequence));
}

void tocsin_set_mouse(int on) {
  if (screen == NULL || !tocsin_session.held || tocsin_session.mouse == on) return;
  // Noted before it is on and after it is off: a crash in between switches off once too often.
  if (on) tocsin_session.mouse = 1;
  write_mode(on ? TOCSIN_MOUSE_ON : TOCSIN_MOUSE_OFF);
  if (!on) tocsin_session.mouse = 0;
}

void tocsin_release(void) {
  if (screen == NULL || !tocsin_session.held) return;
  if (tocsin_session.mouse) write_mode(TOCSIN_MOUSE_OFF);
  write_mode(TOCSIN_PASTE_OFF);
  endwin();
  tcsetattr(tocsin_session.output, TCSADRAIN, &tocsin_session.modes);
  tocsin_session.held = 0;
  tocsin_unhold();
  tocsin_let_job_stop(1);
}

// The size may have changed while another program had the terminal, and nobody told us.
static void catch_up_with_size(void) {
  struct winsize size;
  if (ioctl(tocsin_session.output, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row != LINES || size.ws_col != COLS) {
    resizeterm(size.ws_row, size.ws_col);  // queues the resize as input
  }
}

void tocsin_retake(int keep_modes) {
  if (screen == NULL) return;
  if (keep_modes) endwin();  // known state first: what is on the screen now, nobody knows
  if (!keep_modes) {
    tcgetattr(tocsin_session.output, &tocsin_session.modes);
    def_shell_mode();
  }
  tocsin_let_job_stop(0);
  tocsin_hold();
  reset_prog_mode();
  set_modes();
  write_mode(TOCSIN_PASTE_ON);
  if (tocsin_session.mouse) write_mode(TOCSIN_MOUSE_ON);
  catch_up_with_size();
  clearok(curscr, TRUE);
}

void tocsin_stop_job(void) {
  // The default action does nothing in an orphaned process group (a login shell replaced by us):
  // then this simply returns, where SIGSTOP would stop for good.
  kill(0, SIGTSTP);
}

void tocsin_close(void) {
  if (screen == NULL) return;
  tocsin_release();
  tocsin_remove_handlers();
  delwin(keys);
  delscreen(screen);
  tocsin_session.mouse = 0;
  free(run);
  if (tty != NULL) fclose(tty);
  keys = NULL;
  screen = NULL;
  run = NULL;
  run_capacity = 0;
  tty = NULL;
}

int tocsin_color_count(void) { return has_colors() ? COLORS : 0; }

void tocsin_define_look(uint16_t look, uint8_t attributes, int foreground, int background) {
  if (look >= TOCSIN_LOOKS) return;
  attr_t bits = A_NORMAL;
  if (attributes & TOCSIN_BOLD) bits |= A_BOLD;
  if (attributes & TOCSIN_REVERSE) bits |= A_REVERSE;
  if (attributes & TOCSIN_UNDERLINE) bits |= A_UNDERLINE;
  if (attributes & TOCSIN_DIM) bits |= A_DIM;
  int pair = foreground < 0 && background < 0 ? 0 : alloc_pair(foreground, background);
  looks[look].attributes = bits;
  looks[look].pair = pair > 0 && pair < 256 ? (short)pair : 0;
}

void tocsin_size(int *rows, int *columns) {
  *rows = LINES;
  *columns = COLS;
}

void tocsin_erase(void) { werase(stdscr); }

static int append(int length, const wchar_t *text, const tocsin_cell *cell) {
  uint16_t look = cell->look < TOCSIN_LOOKS ? cell->look : 0;
  setcchar(&run[length], text, looks[look].attributes, looks[look].pair, NULL);
  return length + 1;
}

void tocsin_put_row(int row, const tocsin_cell *cells, int count) {
  if (row < 0 || row >= LINES) return;
  if (count > COLS) count = COLS;
  if (run_capacity < count) {
    cchar_t *larger = realloc(run, (size_t)count * sizeof *run);
    if (larger == NULL) return;
    run = larger;
    run_capacity = count;
  }
  int length = 0;
  for (int column = 0; column < count; column++) {
    const tocsin_cell *cell = &cells[column];
    if (cell->width == 0) continue;
    // Curses trusts libc's width, the grid its own. Where they differ (or the glyph does not fit)
    // a stand-in of known width keeps every later column in its place.
    wchar_t text[4] = {(wchar_t)cell->base, (wchar_t)cell->mark, (wchar_t)cell->second_mark, 0};
    int fits = column + cell->width <= count && (is_utf8 || cell->base < 0x7F);
    if (fits && wcwidth(text[0]) == cell->width) {
      length = append(length, text, cell);
    } else {
      length = append(length, is_utf8 ? L"\uFFFD" : L"?", cell);
      if (cell->width == 2 && column + 1 < count) length = append(length, L" ", cell);
    }
  }
  if (length > 0) {
    wmove(stdscr, row, 0);
    wadd_wchnstr(stdscr, run, length);
  }
}

void tocsin_show(int cursor_row, int cursor_column, int cursor_shown) {
  // curs_set writes at once, but only when something changes: hide before the frame, show after.
  if (!cursor_shown) curs_set(0);
  wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
  if (cursor_shown) curs_set(1);
}

void tocsin_ask(void) { write_mode("\033[5n"); }

void tocsin_redraw(void) { clearok(curscr, TRUE); }

void tocsin_write_all(int descriptor, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    next += written;
    count -= (size_t)written;
  }
}

int tocsin_write(const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(tocsin_session.output, bytes, count);
    if (written < 0 && errno == EAGAIN) {
      struct pollfd room = {.fd = tocsin_session.output, .events = POLLOUT};
      if (poll(&room, 1, 1000) == 1) continue;
      return EAGAIN;
    }
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes += written;
    count -= (size_t)written;
  }
  return 0;
}
