/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Bytes into what is open, or what is no file. */

/* 0, or an errno. Async-signal-safe. */
int scope_output_write_all (int fd, const char *data, gsize size);
/* All that was written is on the disk, as far as the file system tells. 0, or an errno. Async-signal-safe. */
int scope_output_settle (int fd);

/* The name at the end of all links, which need not exist; an open descriptor ("/dev/stdout",
 * "/proc/self/fd/3") is an end, too. NULL with errno set. */
char *scope_output_resolve (const char *path);

/* The number of the descriptor of this process that a resolved name stands for; -1 where it is a file's
 * name. EBADF in *code where it is another process's, which is nobody's to write. */
int scope_output_descriptor (const char *target, int *code);

/* Into a device or FIFO. Without wait, a FIFO that nobody reads is an error. 0, or an errno. */
int scope_output_write_device (const char *target, const char *data, gsize size, gboolean wait);
