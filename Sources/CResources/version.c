// SPDX-License-Identifier: MIT

#include "CResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The Makefile writes it where there is a repository; it only says which build this is.
#if __has_include("../../.build/revision.h")
#include "../../.build/revision.h"
#else
#define TOCSIN_REVISION ""
#endif

static const char changelog[] = {
#embed "../../CHANGELOG.md" limit(200) suffix(, )
    0};

const char *cresources_changelog(void) { return changelog; }

const char *cresources_revision(void) { return TOCSIN_REVISION; }
