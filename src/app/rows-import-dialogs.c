/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-import-dialogs.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "accessible.h"
#include "dialogs.h"
#include "direction.h"
#include "number-entry.h"

/* So many pixels of errors are shown at once, and less in a small window; the rest is scrolled to.
 */
#define MOST_LIST_HEIGHT 320
#define LEAST_LIST_HEIGHT 96
#define LIST_WIDTH 480
#define MARGIN 8
/* Between two errors, in lines. */
#define GAP 0.4

/* --- While rows are read */

static guint
as_count (guint64 n)
{
  return (guint) MIN (n, G_MAXUINT);
}

void
scope_rows_progress_update (GtkWindow *dialog, const ScopeRowsProgress *progress)
{
  GtkProgressBar *bar = GTK_PROGRESS_BAR (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)));
  guint n = as_count (progress->n_rows);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), ngettext ("%u row read", "%u rows read", n),
                                  n);
  if (progress->size > 0)
    gtk_progress_bar_set_fraction (bar, MIN ((double) progress->n_bytes / (double) progress->size, 1));
  else
    gtk_progress_bar_pulse (bar);
}

GtkWindow *
scope_rows_progress_new (GtkWindow *parent, const char *heading)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, "");
  GtkWidget *bar = gtk_progress_bar_new ();

  scope_accessible_name (GTK_ACCESSIBLE (bar), _ ("How much is read"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), bar);
  scope_accessible_add_response (dialog, "cancel", _ ("Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return GTK_WINDOW (dialog);
}

/* --- Before they are taken */

/* Of the numbers in the question. */
#define DIGITS 6

/* As they were read, with the numbers as this desktop writes them: a decimal comma taken for something else
 * would be seen. */
static char *
first_row (const ScopeObservations *loaded, const ScopeClasses *classes)
{
  const ScopeBatchRow *row = &g_array_index (loaded->rows, ScopeBatchRow, 0);
  g_autofree char *z1 = scope_number_entry_locale_number (row->a[0], DIGITS);
  g_autofree char *z2 = scope_number_entry_locale_number (row->a[1], DIGITS);
  g_autofree char *z3 = scope_number_entry_locale_number (row->a[2], DIGITS);

  /* Translators: three numbers and the name of a class. */
  return g_strdup_printf (_ ("The first flower: z₁ = %s, z₂ = %s, z₃ = %s, observed %s."), z1, z2, z3,
                          classes->name[row->observed]);
}

static const char *
describe_dialect (const ScopeObservations *loaded)
{
  switch (loaded->separator)
    {
    case ';':
      return _ ("It is no file of commas and decimal points: semicolons separate its fields, and "
                "numbers may have a decimal comma.");
    case '\t':
      return _ ("It is no file of commas and decimal points: tabs separate its fields, and numbers "
                "may have a decimal comma.");
    default:
      return _ ("It is no file of decimal points: commas separate its fields, and numbers in quotes "
                "have a decimal comma.");
    }
}

/* Which of two numbers a text is meant as. */
static char *
describe_doubt (const ScopeRowDoubt *doubt)
{
  g_autofree char *text = scope_direction_isolate (doubt->text);
  g_autofree char *decimal = scope_number_entry_locale_number (doubt->decimal, DIGITS);
  g_autofree char *thousands = scope_number_entry_locale_number (doubt->thousands, DIGITS);

  /* Translators: a text, "1,234", and two numbers, 1.234 and 1234. */
  return g_strdup_printf (doubt->mark == ','
                            ? _ ("“%s” is read with a decimal comma, as %s. If it is meant as %s, take "
                                 "the marks between thousands away first.")
                            : _ ("“%s” is read with a decimal point, as %s. If it is meant as %s, take "
                                 "the marks between thousands away first."),
                          text, decimal, thousands);
}

GtkWindow *
scope_rows_question_new (GtkWindow *parent, const char *name, const ScopeObservations *loaded,
                         const ScopeClasses *classes)
{
  /* Translators: a file's name. */
  g_autofree char *heading
    = name != NULL ? g_strdup_printf (_ ("Open “%s” Like This?"), name) : g_strdup (_ ("Paste Like This?"));
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *row = first_row (loaded, classes);
  GtkWidget *dialog;

  if (name != NULL)
    g_string_append_printf (body, "%s\n\n", describe_dialect (loaded));
  g_string_append (body, row);
  if (loaded->doubt.line > 0)
    {
      g_autofree char *doubt = describe_doubt (&loaded->doubt);

      g_string_append_printf (body, "\n\n%s", doubt);
    }
  dialog = adw_message_dialog_new (parent, heading, body->str);
  scope_accessible_add_response (dialog, "cancel", _ ("Cancel"));
  scope_accessible_add_response (dialog, SCOPE_ROWS_MEANT, name != NULL ? _ ("Open") : _ ("Paste"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), SCOPE_ROWS_MEANT,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), SCOPE_ROWS_MEANT);
  return GTK_WINDOW (dialog);
}

/* --- When they are refused */

/* An error of many lines stands out from the next one by a line that is not as high. */
static void
add_gap (GString *text, PangoAttrList *attributes)
{
  PangoAttribute *small = pango_attr_scale_new (GAP);

  g_string_append_c (text, '\n');
  small->start_index = (guint) text->len;
  g_string_append_c (text, '\n');
  small->end_index = (guint) text->len;
  pango_attr_list_insert (attributes, small);
}

/* Plain text: what a file holds is never markup. */
static GtkWidget *
new_label (GPtrArray *errors, guint64 n_errors)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < errors->len; i++)
    {
      if (i > 0)
        add_gap (text, attributes);
      g_string_append (text, g_ptr_array_index (errors, i));
    }
  if (n_errors > errors->len)
    {
      guint more = as_count (n_errors - errors->len);

      add_gap (text, attributes);
      /* Translators: stands below a list of errors. */
      g_string_append_printf (text, ngettext ("… and %u more", "… and %u more", more), more);
    }
  label = gtk_label_new (text->str);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, MARGIN);
  gtk_widget_set_margin_end (label, MARGIN);
  gtk_widget_set_margin_top (label, MARGIN);
  gtk_widget_set_margin_bottom (label, MARGIN);
  return label;
}

static GtkWidget *
new_list (GtkWindow *parent, GPtrArray *errors, guint64 n_errors)
{
  int most = CLAMP (gtk_widget_get_height (GTK_WIDGET (parent)) * 2 / 5, LEAST_LIST_HEIGHT, MOST_LIST_HEIGHT);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *label = new_label (errors, n_errors);
  int width = scope_dialog_width (parent, LIST_WIDTH), height;

  scope_accessible_name (GTK_ACCESSIBLE (scroll), _ ("What is wrong"));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  /* A few lines are shown whole, which the scrolled window cannot know before it has its width. */
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width - 2, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (scroll, width, MIN (height + 2, most));
  return scroll;
}

void
scope_rows_refuse (GtkWindow *parent, const char *heading, const char *body, GPtrArray *errors,
                   guint64 n_errors)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  if (errors != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_list (parent, errors, n_errors));
  scope_accessible_add_response (dialog, "close", _ ("Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
  /* Else the list has the focus, with all of its text selected. */
  gtk_window_set_focus (GTK_WINDOW (dialog), gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}
