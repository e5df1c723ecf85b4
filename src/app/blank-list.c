/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "blank-list.h"

struct _ScopeBlankList
{
  GObject parent_instance;

  guint n;
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return SCOPE_BLANK_LIST (model)->n;
}

static gpointer
get_item (GListModel *model, guint i)
{
  return i < SCOPE_BLANK_LIST (model)->n ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ScopeBlankList, scope_blank_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
scope_blank_list_class_init (ScopeBlankListClass *klass)
{
}

static void
scope_blank_list_init (ScopeBlankList *self)
{
}

ScopeBlankList *
scope_blank_list_new (void)
{
  return g_object_new (SCOPE_TYPE_BLANK_LIST, NULL);
}

void
scope_blank_list_set_length (ScopeBlankList *self, guint n)
{
  guint before = self->n, kept = MIN (before, n);

  if (n == before)
    return;
  self->n = n;
  g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept, n - kept);
}
