// SPDX-License-Identifier: MIT
//
// The few Linux calls that glibc declares only under _GNU_SOURCE, which Swift's importer does not
// set. Gone the day Swift's Glibc module declares them.

#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

#include <stddef.h>
#include <stdint.h>

/// Flushes everything of the file system a descriptor is on; -1 and errno on failure.
int cfs_sync_all(int descriptor);

/// The magic number of the file system a descriptor is on; 0 if it cannot be told.
uint64_t cfs_magic(int descriptor);

/// 1 if a directory is marked to take names that differ in case for one, else 0.
int cfs_folds_case(int descriptor);

/// How many bytes an ordinary user can still write where a descriptor is; -1 if unknown.
int64_t cfs_free_space(int descriptor);

/// Takes, releases or asks for an exclusive lock on one byte. The lock belongs to the open file
/// description, so it dies with it and is not lost when another descriptor of the file is closed.
/// Returns 0, or -1 and errno; `cfs_is_locked` is 1 if somebody else holds it.
int cfs_lock(int descriptor, int64_t byte);
int cfs_unlock(int descriptor, int64_t byte);
int cfs_is_locked(int descriptor, int64_t byte);

/// From the first to the last, SIGTSTP does not stop the process, whichever thread it reaches; it
/// is sent again by the release of the last thread that held stops.
void cfs_hold_stops(void);
void cfs_release_stops(void);

/// Between these no thread holds stops: the place for a program to stop itself.
void cfs_begin_stop(void);
void cfs_end_stop(void);

/// Where a word first occurs in some bytes; -1 if nowhere.
int64_t cfs_find(const void *bytes, size_t count, const void *word, size_t length);

#endif
