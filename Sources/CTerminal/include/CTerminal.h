// SPDX-License-Identifier: MIT
//
// The only door to ncurses. No curses type or macro passes it: those names (refresh, box, timeout)
// would flood Swift, and half of them are macros that do not import at all.
// One terminal at a time, one thread; only the signal handlers may run elsewhere.

#ifndef TOCSIN_CTERMINAL_H
#define TOCSIN_CTERMINAL_H

#include <stddef.h>
#include <stdint.h>

// One cell as Swift hands it over: a row is one buffer, so a frame costs a call per changed row.
typedef struct {
  uint32_t base;         // spacing scalar
  uint32_t mark;         // first combining scalar, or 0
  uint32_t second_mark;  // second combining scalar, or 0
  uint16_t look;         // index given to tocsin_define_look
  uint8_t width;         // 1 or 2; 0 is the right half of a wide glyph and is skipped
  uint8_t reserved;
} tocsin_cell;

// Attribute bits of a look, ours because A_BOLD and its kin are macros that do not import.
enum { TOCSIN_BOLD = 1, TOCSIN_REVERSE = 2, TOCSIN_UNDERLINE = 4, TOCSIN_DIM = 8 };

// Looks are numbered below this, so that the table is plain storage.
enum { TOCSIN_LOOKS = 256 };

// What opening found: each outcome needs another sentence for the user.
typedef enum {
  TOCSIN_OPENED,
  TOCSIN_ALREADY_OPEN,    // curses state is global
  TOCSIN_NO_TERMINAL,     // neither standard streams nor /dev/tty
  TOCSIN_UNKNOWN_TERM,    // not in the terminfo database
  TOCSIN_NO_ADDRESSING,   // known, but cannot place the cursor (TERM=dumb)
  TOCSIN_FAILED,
} tocsin_outcome;

// The encoding must be settled before curses starts and not change afterwards.
typedef enum { TOCSIN_UTF8, TOCSIN_UTF8_ASSUMED, TOCSIN_NOT_UTF8 } tocsin_encoding;
tocsin_encoding tocsin_choose_encoding(void);

// What a terminal name is good for; asked first because newterm only says yes or no.
tocsin_outcome tocsin_probe_term(const char *term);
// Takes the terminal; the first paint puts the frame on it.
tocsin_outcome tocsin_open(const char *term);
// Gives the terminal back for good. Harmless when it is not open.
void tocsin_close(void);
// Gives the terminal back for a while: suspend, or another program.
void tocsin_release(void);
// Takes it again. `keep_modes` is for a stop nobody announced: what is found then is not the shell's.
void tocsin_retake(int keep_modes);
// Stops the whole job as the terminal driver would; returns when it goes on.
void tocsin_stop_job(void);

// Colours terminfo promises; 0 without colour.
int tocsin_color_count(void);
// Describes a look; colours are palette indices, -1 is the terminal's own.
void tocsin_define_look(uint16_t look, uint8_t attributes, int foreground, int background);

// The size curses works with, which changes only when tocsin_read says so.
void tocsin_size(int *rows, int *columns);
// Blanks the frame under construction; needed when the grid does not cover the screen.
void tocsin_erase(void);
// Puts one row into the frame under construction.
void tocsin_put_row(int row, const tocsin_cell *cells, int count);
// Sends the difference to the terminal and parks the cursor.
void tocsin_show(int cursor_row, int cursor_column, int cursor_shown);
// Makes the next frame a full one: something else wrote on the screen.
void tocsin_redraw(void);
// Whether terminfo says that the terminal reports its state when asked.
int tocsin_answers(void);
// Asks the terminal whether it is well (DSR), behind all that was sent; only between frames.
void tocsin_ask(void);
// Bytes past curses, for OSC; only between frames. 0, or errno.
int tocsin_write(const uint8_t *bytes, size_t count);

// One decoded input.
typedef enum {
  TOCSIN_NOTHING,
  TOCSIN_SCALAR,
  TOCSIN_UP,
  TOCSIN_DOWN,
  TOCSIN_LEFT,
  TOCSIN_RIGHT,
  TOCSIN_HOME,
  TOCSIN_END,
  TOCSIN_PAGE_UP,
  TOCSIN_PAGE_DOWN,
  TOCSIN_INSERT,
  TOCSIN_DELETE,
  TOCSIN_BACKSPACE,
  TOCSIN_ENTER,
  TOCSIN_BACKTAB,
  TOCSIN_FUNCTION,
  TOCSIN_PASTE_BEGINS,
  TOCSIN_PASTE_ENDS,
  TOCSIN_MOUSE_BEGINS,  // button, column and row follow as scalars: 0;80;24M
  TOCSIN_RESIZED,
  TOCSIN_WELL,  // the answer to tocsin_ask: what was sent before it has arrived
  TOCSIN_UNKNOWN,
} tocsin_kind;

typedef struct {
  tocsin_kind kind;
  uint32_t value;  // the scalar, or the number of the function key
} tocsin_input;

// Has the terminal report buttons and wheel, or no more; off at first, only between frames.
void tocsin_set_mouse(int on);
// The next input without waiting (but for the rest of an escape sequence).
tocsin_input tocsin_read(void);
// Whether the other side is gone: curses reports that as "no input", and a loop would spin.
int tocsin_hung_up(void);
// The descriptor keys come from, for poll.
int tocsin_input_descriptor(void);

// The descriptor that becomes readable when a signal was caught.
int tocsin_signal_descriptor(void);
// Signals caught since the last call, bit n for signal n; silences the descriptor.
uint64_t tocsin_take_signals(void);

// A wake-up for the loop that other threads may ring; eventfd is not in the Glibc module.
int tocsin_bell_open(void);

#endif
