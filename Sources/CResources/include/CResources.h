// SPDX-License-Identifier: MIT

#pragma once

#include <stddef.h>

/// One file of the Resources folder, compiled into the program.
typedef struct cresources_file {
  /// Path below Resources, such as "demo/ransomware.json"; NUL-terminated ASCII.
  const char *_Nonnull name;
  /// The contents, alive as long as the program; not NUL-terminated.
  const unsigned char *_Nonnull bytes;
  /// Length of the contents in bytes.
  size_t length;
} cresources_file;

/// How many files are compiled in.
size_t cresources_count(void);

/// The file at `index`, below `cresources_count()`; files are sorted by the bytes of their names.
cresources_file cresources_at(size_t index);

/// The beginning of CHANGELOG.md, whose first second-level heading begins with the version;
/// NUL-terminated.
const char *_Nonnull cresources_changelog(void);

/// The revision this was built from; empty where that was not known.
const char *_Nonnull cresources_revision(void);
