// SPDX-License-Identifier: MIT

#define _GNU_SOURCE

#include "CFileSystem.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

int cfs_sync_all(int descriptor) { return syncfs(descriptor); }

uint64_t cfs_magic(int descriptor) {
  struct statfs info;
  if (fstatfs(descriptor, &info) != 0) return 0;
  // The field is signed on some machines; CIFS's number has the top bit set.
  return (uint32_t)info.f_type;
}

int cfs_folds_case(int descriptor) {
  int flags = 0;
  if (ioctl(descriptor, FS_IOC_GETFLAGS, &flags) != 0) return 0;
  return (flags & FS_CASEFOLD_FL) != 0;
}

int64_t cfs_free_space(int descriptor) {
  struct statvfs info;
  if (fstatvfs(descriptor, &info) != 0) return -1;
  return (int64_t)info.f_bavail * (int64_t)info.f_frsize;
}

static struct flock one_byte(short type, int64_t byte) {
  struct flock lock = {0};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = byte;
  lock.l_len = 1;
  return lock;
}

int cfs_lock(int descriptor, int64_t byte) {
  struct flock lock = one_byte(F_WRLCK, byte);
  return fcntl(descriptor, F_OFD_SETLK, &lock);
}

int cfs_unlock(int descriptor, int64_t byte) {
  struct flock lock = one_byte(F_UNLCK, byte);
  return fcntl(descriptor, F_OFD_SETLK, &lock);
}

int cfs_is_locked(int descriptor, int64_t byte) {
  struct flock lock = one_byte(F_WRLCK, byte);
  if (fcntl(descriptor, F_OFD_GETLK, &lock) != 0) return -1;
  return lock.l_type != F_UNLCK;
}

int64_t cfs_find(const void *bytes, size_t count, const void *word, size_t length) {
  const char *found = memmem(bytes, count, word, length);
  return found ? found - (const char *)bytes : -1;
}
