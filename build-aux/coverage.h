/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Comes before every file where branches are counted. GLib has functions for what these macros do, and calls them
 * itself where a compiler is another one than GCC: so that only branches of this project's own text count, and not
 * those of a NULL or of an exact type, which stand in GLib's. */

#pragma once

#if __has_include(<gio/gio.h>)
#include <gio/gio.h>

#undef _G_TYPE_CIT
#undef _G_TYPE_CCT
#undef _G_TYPE_CVH
#define _G_TYPE_CIT(instance, type) (g_type_check_instance_is_a ((GTypeInstance *) (instance), type))
#define _G_TYPE_CCT(klass, type) (g_type_check_class_is_a ((GTypeClass *) (klass), type))
#define _G_TYPE_CVH(value, type) (g_type_check_value_holds ((const GValue *) (value), type))

#undef g_clear_pointer
#undef g_clear_object
#undef g_clear_handle_id
#undef g_task_set_source_tag
#define g_clear_pointer(pointer, free) \
  (g_clear_pointer) ((gpointer *) (pointer), (GDestroyNotify) (void (*) (void)) (free))
#define g_clear_object(object) (g_clear_object) ((GObject **) (object))
#define g_clear_handle_id(id, clear) \
  (g_clear_handle_id) (id, (GClearHandleFunc) (void (*) (void)) (clear))
#endif
