/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flowers.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "accessible-text.h"
#include "accessible.h"
#include "decimal-sign.h"
#include "number.h"
#include "rows.h"
#include "tab-stop.h"

#define RESOURCES "/org/logitscope/Logitscope/examples/"

/* --- The data */

static void
free_flower (gpointer data)
{
  ScopeFlower *flower = data;

  g_free (flower->name);
  g_free (flower);
}

static gboolean
is_borderline (const ScopeFlower *flower)
{
  ScopeParameters at = { .w = { 1, 0, 0 }, .b = SCOPE_TRAINED_BIAS, .observed = flower->observed };
  ScopeOutcome outcome;

  memcpy (at.a, flower->a, sizeof at.a);
  /* Its logits are finite: the file is the program's own. */
  scope_outcome_evaluate (&at, &outcome);
  return outcome.p[flower->observed] < SCOPE_BORDERLINE;
}

/* A width of the file, to a tenth, as this desktop writes it. */
static char *
new_measure (const char *text)
{
  return scope_number_format_fixed (g_ascii_strtod (text, NULL), 1, scope_decimal_sign_of_locale ());
}

/* The petal's and sepal's widths are columns of the file that the rows' reader does not know. */
static char *
new_name (const ScopeRow *row, guint number, const char *line, gboolean worked)
{
  g_auto (GStrv) fields = g_strsplit (line, ",", -1);
  g_autofree char *petal = NULL, *sepal = NULL;
  const char *species = scope_classes_iris.name[row->observed];

  if (worked)
    return g_strdup_printf (_ ("Worked example %u: %s"), number, species);
  petal = new_measure (fields[4]);
  sepal = new_measure (fields[5]);
  /* Translators: a flower: its species, its number, and two measures in centimetres. */
  return g_strdup_printf (_ ("%s %u: petal %s cm, sepal %s cm"), species, number, petal, sepal);
}

static void
load_file (GPtrArray *flowers, const char *name, gboolean worked)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (ScopeRowReader) reader = scope_row_reader_new (stream, name, &scope_classes_iris);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  ScopeRow row;

  for (guint number = 1; scope_row_reader_next (reader, &row, NULL) == SCOPE_ROW_READ; number++)
    {
      ScopeFlower *flower = g_new0 (ScopeFlower, 1);

      memcpy (flower->a, row.a, sizeof flower->a);
      flower->observed = row.observed;
      flower->name = new_name (&row, number, lines[row.line - 1], worked);
      flower->borderline = !worked && is_borderline (flower);
      g_ptr_array_add (flowers, flower);
    }
}

GPtrArray *
scope_flowers_load (void)
{
  GPtrArray *flowers = g_ptr_array_new_with_free_func (free_flower);

  load_file (flowers, "three-flowers.csv", TRUE);
  load_file (flowers, "iris-logits.csv", FALSE);
  return flowers;
}

static int
compare_logits (gconstpointer one, gconstpointer other)
{
  const double *a = one, *b = other;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    if (a[k] != b[k])
      return a[k] < b[k] ? -1 : 1;
  return 0;
}

typedef struct
{
  double a[SCOPE_N_CLASSES];
} Logits;

/* Sorted; made once. */
static const GArray *
get_real_logits (void)
{
  static GArray *logits;
  g_autoptr (GPtrArray) flowers = NULL;

  if (logits != NULL)
    return logits;
  logits = g_array_new (FALSE, FALSE, sizeof (Logits));
  flowers = g_ptr_array_new_with_free_func (free_flower);
  load_file (flowers, "iris-logits.csv", FALSE);
  for (guint i = 0; i < flowers->len; i++)
    g_array_append_vals (logits, ((ScopeFlower *) flowers->pdata[i])->a, 1);
  g_array_sort (logits, compare_logits);
  return logits;
}

gboolean
scope_flowers_are_real (const ScopeBatchRow *rows, guint n)
{
  const GArray *logits = get_real_logits ();

  for (guint i = 0; i < n; i++)
    if (bsearch (rows[i].a, logits->data, logits->len, sizeof (Logits), compare_logits) == NULL)
      return FALSE;
  return TRUE;
}

double
scope_flowers_bound (const GPtrArray *flowers)
{
  double bound = 0;

  for (guint i = 0; i < flowers->len; i++)
    for (guint k = 0; k < SCOPE_N_CLASSES; k++)
      bound = fmax (bound, fabs (((ScopeFlower *) flowers->pdata[i])->a[k]));
  return bound;
}

/* --- The list */

typedef struct
{
  GPtrArray *flowers;  /* Owned */
  GHashTable *by_text; /* Owned keys: what the list shows → ScopeFlower */
  ScopeFlowerChosen chosen;
  gpointer data;
} Chooser;

static void
free_chooser (gpointer data)
{
  Chooser *chooser = data;

  g_ptr_array_unref (chooser->flowers);
  g_hash_table_unref (chooser->by_text);
  g_free (chooser);
}

/* What is searched, too: "border" finds the borderline ones. */
static char *
list_text (const ScopeFlower *flower)
{
  return flower->borderline ? g_strdup_printf (_ ("%s  ◐ borderline"), flower->name)
                            : g_strdup (flower->name);
}

static void
activate_cb (GtkListView *view, guint position, Chooser *chooser)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (GtkStringObject) item = g_list_model_get_item (model, position);
  const ScopeFlower *flower = g_hash_table_lookup (chooser->by_text, gtk_string_object_get_string (item));

  chooser->chosen (flower, scope_flowers_bound (chooser->flowers), chooser->data);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  scope_accessible_name_cell (label, text, NULL);
}

static GtkSelectionModel *
new_model (Chooser *chooser, GtkWidget *search)
{
  GtkStringList *texts = gtk_string_list_new (NULL);
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkStringFilter *filter = gtk_string_filter_new (string);

  for (guint i = 0; i < chooser->flowers->len; i++)
    {
      ScopeFlower *flower = chooser->flowers->pdata[i];
      char *text = list_text (flower);

      gtk_string_list_append (texts, text);
      g_hash_table_insert (chooser->by_text, text, flower);
    }
  g_object_bind_property (search, "text", filter, "search", G_BINDING_DEFAULT);
  return GTK_SELECTION_MODEL (gtk_single_selection_new (
    G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (texts), GTK_FILTER (filter)))));
}

/* Enter in the search takes the first that is found. */
static void
search_activate_cb (GtkSearchEntry *search, GtkListView *view)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))) > 0)
    g_signal_emit_by_name (view, "activate", 0);
}

/* Escape in the search, which would keep it. */
static void
stop_cb (GtkSearchEntry *search)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (search), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

GtkWidget *
scope_flowers_new (ScopeFlowerChosen chosen, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Chooser *chooser = g_new0 (Chooser, 1);
  GtkWidget *view;

  chooser->flowers = scope_flowers_load ();
  chooser->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  chooser->chosen = chosen;
  chooser->data = data;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (new_model (chooser, search), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  scope_accessible_name (GTK_ACCESSIBLE (view), _ ("Flowers"));
  scope_accessible_name (GTK_ACCESSIBLE (search), _ ("Search the flowers"));
  g_object_set (search, "placeholder-text", _ ("Species, number or “borderline”"), NULL);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), chooser);
  g_signal_connect (search, "activate", G_CALLBACK (search_activate_cb), view);
  g_signal_connect (search, "stop-search", G_CALLBACK (stop_cb), NULL);
  g_object_set_data_full (G_OBJECT (box), "chooser", chooser, free_chooser);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_size_request (scrolled, 310, 380);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scope_tab_stop_new (scrolled));
  return box;
}
