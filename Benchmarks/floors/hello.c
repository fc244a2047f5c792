// SPDX-License-Identifier: MIT
// The least a program with ncurses does: a list of N lines, one of them reversed, moved by j and k.
// Keys that came together are one frame, as in tocsin. q ends it.

#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>

static void draw(long top, long chosen, long count) {
  for (int row = 0; row < LINES && top + row < count; row++) {
    if (top + row == chosen) attron(A_REVERSE);
    mvprintw(row, 0, "%-*.*s", COLS - 1, COLS - 1, "");
    mvprintw(row, 0, "%07ld  high  Suspicious sign-in followed by a mailbox rule", top + row);
    attroff(A_REVERSE);
  }
  refresh();
}

int main(int argc, char **argv) {
  long count = argc > 1 ? atol(argv[1]) : 1000, top = 0, chosen = 0;
  setlocale(LC_ALL, "");
  initscr();
  cbreak();
  noecho();
  curs_set(0);
  scrollok(stdscr, FALSE);
  idlok(stdscr, TRUE);
  for (;;) {
    draw(top, chosen, count);
    timeout(-1);
    int key = getch();
    while (key != ERR && key != 'q') {
      if (key == 'j' && chosen + 1 < count) chosen++;
      if (key == 'k' && chosen > 0) chosen--;
      if (chosen < top) top = chosen;
      if (chosen >= top + LINES) top = chosen - LINES + 1;
      timeout(0);
      key = getch();
    }
    if (key == 'q') break;
  }
  endwin();
  return 0;
}
