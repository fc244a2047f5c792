// SPDX-License-Identifier: MIT
//
// Questions to the terminfo database. Apart from the rest because <term.h> makes macros of words
// such as `columns` and `lines`.

#define _GNU_SOURCE

#include <curses.h>
#include <string.h>
#include <term.h>
#undef columns
#undef cursor_visible

#include "CTerminal.h"
#include "session.h"

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

tocsin_outcome tocsin_probe_term(const char *term) {
  int status = 0;
  if (setupterm(term, 1, &status) != OK) return TOCSIN_UNKNOWN_TERM;
  tocsin_outcome outcome = capability("cup") != NULL ? TOCSIN_OPENED : TOCSIN_NO_ADDRESSING;
  del_curterm(cur_term);
  return outcome;
}

// Copies a capability without its padding ($<5>), which no handler could time anyway.
static void append(const char *text) {
  struct tocsin_session *s = &tocsin_session;
  while (text != NULL && *text != '\0' && s->restore_length < sizeof s->restore) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end != NULL) {
      text = end + 1;
    } else {
      s->restore[s->restore_length++] = *text++;
    }
  }
}

int tocsin_answers(void) {
  // By the custom of its authors, terminfo keeps the question for the cursor (DSR 6) in "user 7".
  const char *question = capability("u7");
  return question != NULL && strcmp(question, "\033[6n") == 0;
}

void tocsin_prepare_restore(void) {
  tocsin_session.restore_length = 0;
  append(TOCSIN_PASTE_OFF);
  append(capability("rmkx"));
  append(capability("sgr0"));
  append(capability("cnorm"));
  const char *leave = capability("rmcup");
  append(leave != NULL ? leave : "\r\n");
}
