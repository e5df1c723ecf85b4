/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a document: it is read or refused with a message that names a line and may be shown, and what is read
 * can be written and reads as the same again. */

#include <math.h>
#include <string.h>

#include "document-read.h"
#include "document-write.h"
#include "fuzz.h"

#define NAME "f.logitscope"

static void
check_message (const char *message)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (g_str_has_prefix (message, NAME ":"));
  g_assert_true (g_ascii_isdigit (message[strlen (NAME ":")]));
  for (const char *at = message; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_assert_false (g_unichar_iscntrl (g_utf8_get_char (at)));
      g_assert_cmpint (g_unichar_type (g_utf8_get_char (at)), !=, G_UNICODE_FORMAT);
    }
}

static void
check_look (const ScopeDocument *document, const ScopeDocumentLook *look)
{
  g_assert_true (isfinite (look->scenario.parameters.b));
  g_assert_true (look->scenario.rate > 0 && isfinite (look->scenario.rate));
  g_assert_cmpuint (look->scenario.parameters.observed, <, SCOPE_N_CLASSES);
  g_assert_true (look->axis[0] < look->axis[1]);
  g_assert_cmpuint (look->n_rows, <=, document->n_rows);
  g_assert_true (look->n_rows > 0 ? look->selected < look->n_rows : look->selected == 0 && !look->mean);
  g_assert_cmpuint (look->n_reveal, <=, SCOPE_N_QUANTITIES);
}

static void
check_document (const ScopeDocument *document)
{
  check_look (document, &document->look);
  for (guint i = 0; i < document->steps->len; i++)
    check_look (document, &scope_document_get_step (document, i)->look);
}

/* One of a newer version may say more than is written again. */
static void
check_again (const ScopeDocument *document)
{
  g_autofree char *text = scope_document_write (document), *text_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScopeDocument) again = scope_document_read (text, strlen (text), NAME, &error);

  if (document->read_only)
    return;
  g_assert_no_error (error);
  g_assert_true (scope_document_equal (document, again));
  text_again = scope_document_write (again);
  g_assert_cmpstr (text, ==, text_again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScopeDocument) document
    = scope_document_read (size > 0 ? (const char *) data : "", size, NAME, &error);

  g_assert_true ((document == NULL) == (error != NULL));
  if (error != NULL)
    check_message (error->message);
  if (document != NULL)
    {
      check_document (document);
      check_again (document);
    }
  return 0;
}
