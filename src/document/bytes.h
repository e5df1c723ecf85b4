/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Bytes of a stream, some ahead of what is taken. */

#define SCOPE_BYTES_AHEAD 65536

typedef struct
{
  GInputStream *stream;      /* Owned */
  GCancellable *cancellable; /* Owned, or NULL */
  guchar buffer[SCOPE_BYTES_AHEAD];
  gsize at, filled; /* what is read and not taken lies between them */
  gboolean ended, failed;
  guint64 n_read;
  char *message; /* Owned; why it failed */
} ScopeBytes;

/* bytes is zero; cancellable may be NULL. */
void scope_bytes_init (ScopeBytes *bytes, GInputStream *stream, GCancellable *cancellable);
void scope_bytes_clear (ScopeBytes *bytes);

/* Reads more behind what is not taken yet. FALSE where nothing comes any more, or there is no room. */
gboolean scope_bytes_read (ScopeBytes *bytes);
/* At the very start: takes a byte-order mark of UTF-8, and fails at one of UTF-16. */
void scope_bytes_skip_mark (ScopeBytes *bytes);
/* The next line with its end, or as much of it as there is room for; nothing is taken. Returns its length. */
gsize scope_bytes_peek_line (ScopeBytes *bytes, const char **line);
/* TRUE where a line's end is read already, or with the next that comes. */
gboolean scope_bytes_have_line (ScopeBytes *bytes);

/* The next byte, or −1 at the end. */
static inline int
scope_bytes_peek (ScopeBytes *bytes)
{
  if (bytes->at == bytes->filled && !scope_bytes_read (bytes))
    return -1;
  return bytes->buffer[bytes->at];
}

/* The same, and it is taken. */
static inline int
scope_bytes_take (ScopeBytes *bytes)
{
  int byte = scope_bytes_peek (bytes);

  if (byte >= 0)
    bytes->at++;
  return byte;
}
