// SPDX-License-Identifier: MIT
#define _GNU_SOURCE
#include "CWidth.h"

#include <locale.h>
#include <wchar.h>

int cwidth_fill(int8_t *widths, size_t count) {
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (utf8 == (locale_t)0) return -1;
  // Only this thread's locale: tests run side by side.
  locale_t previous = uselocale(utf8);
  for (size_t scalar = 0; scalar < count; scalar++) {
    widths[scalar] = (int8_t)wcwidth((wchar_t)scalar);
  }
  uselocale(previous);
  freelocale(utf8);
  return 0;
}
