// SPDX-License-Identifier: MIT

#define _GNU_SOURCE
#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <wchar.h>

#include "CTerminal.h"
#include "session.h"

// Above every code terminfo's extended keys may get (KEY_MAX and their index).
enum { PASTE_BEGINS = 0x4000, PASTE_ENDS, MOUSE_BEGINS, WELL };

// Terminfo knows one form of each key; terminals send both, depending on their mode.
static const struct { const char *sequence; int code; } also[] = {
  {"\033[200~", PASTE_BEGINS}, {"\033[201~", PASTE_ENDS},
  {"\033[A", KEY_UP},          {"\033OA", KEY_UP},
  {"\033[B", KEY_DOWN},        {"\033OB", KEY_DOWN},
  {"\033[C", KEY_RIGHT},       {"\033OC", KEY_RIGHT},
  {"\033[D", KEY_LEFT},        {"\033OD", KEY_LEFT},
  {"\033[H", KEY_HOME},        {"\033OH", KEY_HOME},
  {"\033[1~", KEY_HOME},       {"\033[7~", KEY_HOME},
  {"\033[F", KEY_END},         {"\033OF", KEY_END},
  {"\033[4~", KEY_END},        {"\033[8~", KEY_END},
  {"\033[2~", KEY_IC},         {"\033[3~", KEY_DC},
  {"\033[5~", KEY_PPAGE},      {"\033[6~", KEY_NPAGE},
  {"\033[Z", KEY_BTAB},        {"\033OM", KEY_ENTER},
};

void tocsin_define_keys(void) {
  // Curses would look for the old form of a report, three bytes, after either beginning.
  define_key(NULL, KEY_MOUSE);
  define_key("\033[<", MOUSE_BEGINS);
  define_key("\033[0n", WELL);
  for (size_t i = 0; i < sizeof also / sizeof also[0]; i++) {
    // A sequence that begins a longer one (negative) may be defined too; a taken one may not.
    if (key_defined(also[i].sequence) <= 0) define_key(also[i].sequence, also[i].code);
  }
}

static tocsin_kind named(int code) {
  switch (code) {
    case KEY_UP: return TOCSIN_UP;
    case KEY_DOWN: return TOCSIN_DOWN;
    case KEY_LEFT: return TOCSIN_LEFT;
    case KEY_RIGHT: return TOCSIN_RIGHT;
    case KEY_HOME: case KEY_FIND: return TOCSIN_HOME;
    case KEY_END: case KEY_SELECT: return TOCSIN_END;
    case KEY_PPAGE: return TOCSIN_PAGE_UP;
    case KEY_NPAGE: return TOCSIN_PAGE_DOWN;
    case KEY_IC: return TOCSIN_INSERT;
    case KEY_DC: return TOCSIN_DELETE;
    case KEY_BACKSPACE: return TOCSIN_BACKSPACE;
    case KEY_ENTER: return TOCSIN_ENTER;
    case KEY_BTAB: return TOCSIN_BACKTAB;
    case KEY_RESIZE: return TOCSIN_RESIZED;
    case PASTE_BEGINS: return TOCSIN_PASTE_BEGINS;
    case PASTE_ENDS: return TOCSIN_PASTE_ENDS;
    case MOUSE_BEGINS: return TOCSIN_MOUSE_BEGINS;
    case WELL: return TOCSIN_WELL;
    default: return TOCSIN_UNKNOWN;
  }
}

tocsin_input tocsin_read(void) {
  wint_t value = 0;
  int status = wget_wch(tocsin_key_window(), &value);
  if (status == OK) return (tocsin_input){TOCSIN_SCALAR, (uint32_t)value};
  if (status != KEY_CODE_YES) return (tocsin_input){TOCSIN_NOTHING, 0};
  int code = (int)value;
  if (code > KEY_F0 && code <= KEY_F(63)) {
    return (tocsin_input){TOCSIN_FUNCTION, (uint32_t)(code - KEY_F0)};
  }
  return (tocsin_input){named(code), 0};
}

int tocsin_hung_up(void) {
  struct pollfd tty = {.fd = tocsin_session.input, .events = POLLIN};
  if (poll(&tty, 1, 0) != 1) return 0;
  if (tty.revents & (POLLHUP | POLLERR | POLLNVAL)) return 1;
  int waiting = 0;
  return ioctl(tocsin_session.input, FIONREAD, &waiting) != 0 || waiting == 0;
}

int tocsin_input_descriptor(void) { return tocsin_session.input; }
