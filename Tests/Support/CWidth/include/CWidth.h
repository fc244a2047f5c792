// SPDX-License-Identifier: MIT
#ifndef CWIDTH_H
#define CWIDTH_H

#include <stddef.h>
#include <stdint.h>

/// Writes wcwidth of the scalars from 0 up, in C.UTF-8; returns 0, or -1 without that locale.
int cwidth_fill(int8_t *widths, size_t count);

#endif
