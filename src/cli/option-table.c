/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "option-table.h"

#include <string.h>

#include "class-names.h"
#include "complain.h"
#include "escape.h"
#include "help.h"
#include "number-parse.h"
#include "wiring.h"

#define MOST_STEPS 1000000000
#define SIZE_ALLOWED "two whole numbers from 1 to 32767, as in 1920x1080, one-column, two-columns"

static gboolean
refuse (const ScopeOption *option, const char *value, const char *allowed)
{
  g_autofree char *shown = scope_escape (value, strlen (value));
  g_auto (GStrv) parts = g_strsplit_set (value, ",;", -1);
  gboolean too_large = FALSE;

  for (guint i = 0; parts[i] != NULL && option->takes == SCOPE_TAKES_NUMBERS; i++)
    too_large |= scope_number_parse (parts[i], &(double) { 0 }) == SCOPE_NUMBER_TOO_LARGE;
  scope_complain ("--%s=%s is not allowed; allowed: %s%s", option->name, shown, allowed,
                  too_large ? ", up to 1.8e308" : "");
  return FALSE;
}

/* --- One setter per kind of value. Each says what is allowed where it refuses. */

/* Commas part the numbers; where semicolons do, a comma is the decimal sign. */
static gboolean
parse_numbers (const char *value, double *numbers, guint n)
{
  const char *separator = strchr (value, ';') != NULL ? ";" : ",";
  g_auto (GStrv) parts = g_strsplit (value, separator, -1);

  if (g_strv_length (parts) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (scope_number_parse (parts[i], &numbers[i]) != SCOPE_NUMBER_READ)
      return FALSE;
  return TRUE;
}

static gboolean
set_logits (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->has_logits = TRUE;
  return parse_numbers (value, options->figure.parameters.a, 3)
         || refuse (option, value, "three finite numbers, as in 1.0368,0.0032,0.1352");
}

/* Repeated, a curve each. */
static gboolean
set_ghost (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  double a[SCOPE_N_CLASSES];

  if (!parse_numbers (value, a, SCOPE_N_CLASSES))
    return refuse (option, value, "three finite numbers, as in 2,0,-1");
  if (options->figure.n_ghosts == SCOPE_MOST_GHOSTS)
    return refuse (option, value, "six of them at most");
  memcpy (options->ghosts[options->figure.n_ghosts++].parameters.a, a, sizeof a);
  return TRUE;
}

static gboolean
set_bias (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return parse_numbers (value, &options->figure.parameters.b, 1)
         || refuse (option, value, "one finite number, as in -2");
}

static gboolean
set_shift (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return parse_numbers (value, &options->figure.parameters.shift, 1)
         || refuse (option, value, "one finite number, as in 2");
}

static gboolean
set_classes (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  const char *wrong = scope_class_names_set_list (&options->figure.classes, value);
  g_autofree char *allowed = g_strconcat ("three different names of 1 to 60 characters, as in cat,dog,bird (",
                                          wrong != NULL ? wrong : "", ")", NULL);

  return wrong == NULL || refuse (option, value, allowed);
}

static gboolean
set_observed (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  g_autofree char *allowed = scope_class_names_list (&options->figure.classes);

  options->has_observed = TRUE;
  return scope_class_names_find (&options->figure.classes, value, &options->figure.parameters.observed)
         || refuse (option, value, allowed);
}

static gboolean
set_wiring (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  double *w = options->figure.parameters.w;
  g_autofree char *classes = scope_class_names_list (&options->figure.classes);
  g_autofree char *allowed
    = g_strconcat (classes, ", all, observed, or three finite numbers, as in 1,0,0", NULL);
  unsigned k;

  options->has_wiring = TRUE;
  options->wiring_is_observed = g_ascii_strcasecmp (value, "observed") == 0;
  if (options->wiring_is_observed)
    return TRUE;
  if (g_ascii_strcasecmp (value, "all") == 0)
    scope_wiring_weights (SCOPE_WIRING_ALL, 0, w);
  else if (scope_class_names_find (&options->figure.classes, value, &k))
    scope_wiring_weights ((ScopeWiring) k, 0, w);
  else if (!parse_numbers (value, w, 3))
    return refuse (option, value, allowed);
  return TRUE;
}

static gboolean
set_range (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->has_range = TRUE;
  return (parse_numbers (value, options->range, 2) && options->range[0] < options->range[1])
         || refuse (option, value, "two finite numbers, the smaller first, as in -10,10");
}

static gboolean
set_output (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->output = value;
  return value[0] != '\0' || refuse (option, value, "a file name, or - for standard output");
}

static gboolean
parse_whole (const char *text, const char **end, double *value)
{
  *value = 0;
  for (*end = text; g_ascii_isdigit (**end) && *end - text < 6; ++*end)
    *value = *value * 10 + (**end - '0');
  return *end > text && *value >= 1 && *value <= SCOPE_PICTURE_MAX_SIDE;
}

/* Of journals: 85 mm and 178 mm at 96 pixels to the inch, as in the window. */
static const struct
{
  const char *name;
  double width_px, height_px;
} presets[] = { { "one-column", 321, 257 }, { "two-columns", 673, 481 } };

static gboolean
set_size (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  const char *end;

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (value, presets[i].name))
      {
        options->figure.width_px = presets[i].width_px;
        options->figure.height_px = presets[i].height_px;
        return TRUE;
      }
  return (parse_whole (value, &end, &options->figure.width_px) && *end == 'x'
          && parse_whole (end + 1, &end, &options->figure.height_px) && *end == '\0')
         || refuse (option, value, SIZE_ALLOWED);
}

static gboolean
set_scale (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return (parse_numbers (value, &options->picture.scale, 1) && options->picture.scale > 0
          && options->picture.scale <= SCOPE_PICTURE_MAX_SIDE)
         || refuse (option, value, "a number above 0 and up to 32767, as in 2");
}

static gboolean
set_text_scale (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return (parse_numbers (value, &options->figure.text_scale, 1) && options->figure.text_scale >= 1
          && options->figure.text_scale <= 2)
         || refuse (option, value, "a number from 1 to 2");
}

static gboolean
set_h (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  double *h = &options->figure.step_h;

  return (parse_numbers (value, h, 1) && *h >= SCOPE_LEAST_STEP_H && *h <= SCOPE_MOST_STEP_H)
         || refuse (option, value, "a number from 1e-12 to 1, as in 1e-3");
}

static gboolean
set_theme (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return scope_theme_from_name (value, &options->figure.theme)
         || refuse (option, value, "light, dark, high-contrast, high-contrast-light, print");
}

static gboolean
set_transparent (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->picture.transparent = TRUE;
  return TRUE;
}

static gboolean
set_strict (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->strict = TRUE;
  return TRUE;
}

static gboolean
set_svg_text (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->picture.svg_text = g_str_equal (value, "text");
  return options->picture.svg_text || g_str_equal (value, "outlines")
         || refuse (option, value, "outlines, text");
}

static gboolean
set_decimal (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->figure.decimal = value[0];
  return g_str_equal (value, ".") || g_str_equal (value, ",")
         || refuse (option, value, ". (a point), , (a comma)");
}

static unsigned
quantity_from_name (const char *name)
{
  for (unsigned i = 0; i < SCOPE_N_QUANTITIES; i++)
    if (g_str_equal (name, scope_quantity_name (i)))
      return 1u << i;
  return 0;
}

/* Names of parts, and of quantities where the caller takes them; one at least, and each once. */
static gboolean
parse_parts (const char *value, unsigned *flags, unsigned *quantities)
{
  g_auto (GStrv) names = g_strsplit (value, ",", -1);

  *flags = *quantities = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      unsigned flag = 0, quantity = quantity_from_name (names[i]);

      if (quantity == 0 && !scope_part_from_name (names[i], &flag))
        return FALSE;
      if ((*flags & flag) != 0 || (*quantities & quantity) != 0)
        return FALSE;
      *flags |= flag;
      *quantities |= quantity;
    }
  return names[0] != NULL;
}

static gboolean
refuse_parts (const ScopeOption *option, const char *value)
{
  g_autofree char *parts = scope_part_names (SCOPE_SHOW_ALL);
  g_autofree char *quantities = scope_help_quantities ();
  g_autofree char *allowed
    = g_strdup_printf ("names of parts and of numbers, each once, between commas: %s; %s", parts, quantities);

  return refuse (option, value, allowed);
}

static gboolean
set_parts (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  unsigned flags, quantities;

  if (!parse_parts (value, &flags, &quantities))
    return refuse_parts (option, value);
  if (g_str_equal (option->name, "show"))
    {
      options->shown |= flags;
      options->shown_quantities |= quantities;
      options->figure.show |= flags;
      options->asked |= flags;
      options->figure.hide &= ~quantities;
    }
  else
    {
      options->hidden |= flags;
      options->hidden_quantities |= quantities;
      options->figure.show &= ~flags;
      options->asked &= ~flags;
      options->figure.hide |= quantities;
    }
  return TRUE;
}

static gboolean
set_estimate (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return parse_numbers (value, &options->figure.estimate, 1)
         || refuse (option, value, "one finite number, as in -0.5");
}

static gboolean
set_picture_format (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  g_autofree char *allowed = g_strjoinv (", ", (char **) scope_picture_endings ());

  options->format = scope_picture_find_format (value);
  return options->format != NULL || refuse (option, value, allowed);
}

static gboolean
set_input (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->input = value;
  return value[0] != '\0' || refuse (option, value, "a file name, or - for standard input");
}

static gboolean
set_dialect (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return scope_dialect_from_name (value, &options->dialect) || refuse (option, value, scope_dialect_names ());
}

static gboolean
set_results_format (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  static const char *const formats[] = { "text", "csv", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (value, formats[i]))
      {
        options->results = (ScopeResultsFormat) (SCOPE_RESULTS_TEXT + i);
        return TRUE;
      }
  return refuse (option, value, "text, csv, json");
}

static gboolean
set_sum (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  ScopeSumKind sum = g_str_equal (option->name, "mean") ? SCOPE_SUM_MEAN : SCOPE_SUM_TOTAL;

  if (options->sum != SCOPE_SUM_NONE && options->sum != sum)
    {
      scope_complain ("--total and --mean are not allowed together; allowed: one of them");
      return FALSE;
    }
  options->sum = sum;
  return TRUE;
}

static gboolean
set_rate (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  double *rate = g_str_equal (option->name, "rate") ? &options->rate : &options->kept_rate;

  return (parse_numbers (value, rate, 1) && *rate > 0)
         || refuse (option, value, "a finite number above 0, as in 0.5");
}

static gboolean
set_tolerance (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return (parse_numbers (value, &options->tolerance, 1) && options->tolerance >= 0)
         || refuse (option, value, "a finite number from 0 on, as in 1e-9");
}

static gboolean
set_steps (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  guint64 n;

  if (!g_ascii_string_to_unsigned (value, 10, 0, MOST_STEPS, &n, NULL))
    return refuse (option, value, "a whole number from 0 to 1000000000, as in 20");
  options->n_steps = (guint) n;
  return TRUE;
}

static gboolean
set_descend (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  guint64 n;

  if (!g_ascii_string_to_unsigned (value, 10, 0, SCOPE_CLI_MOST_DESCENT, &n, NULL))
    return refuse (option, value, "a whole number from 0 to 1000, as in 3");
  options->n_descend = (guint) n;
  options->figure.show |= SCOPE_SHOW_DESCENT;
  options->asked |= SCOPE_SHOW_DESCENT;
  return TRUE;
}

static gboolean
set_selected (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT, &options->selected, NULL)
         || refuse (option, value, "the number of a row, from 1 on");
}

/* --- The table */

#define FOR_EXPORT (1 << SCOPE_COMMAND_EXPORT)
#define FOR_EVALUATE (1 << SCOPE_COMMAND_EVALUATE)
#define FOR_DESCEND (1 << SCOPE_COMMAND_DESCEND)
#define FOR_ALL (FOR_EXPORT | FOR_EVALUATE | FOR_DESCEND)

static const ScopeOption table[] = {
  { "classes", FOR_ALL, SCOPE_TAKES_CLASSES, set_classes },
  { "logits", FOR_ALL, SCOPE_TAKES_NUMBERS, set_logits },
  { "bias", FOR_ALL, SCOPE_TAKES_NUMBERS, set_bias },
  { "shift", FOR_ALL, SCOPE_TAKES_NUMBERS, set_shift },
  { "observed", FOR_ALL, SCOPE_TAKES_TEXT, set_observed },
  { "wiring", FOR_ALL, SCOPE_TAKES_NUMBERS, set_wiring },
  { "range", FOR_ALL, SCOPE_TAKES_NUMBERS, set_range },
  { "output", FOR_EXPORT, SCOPE_TAKES_TEXT, set_output },
  { "format", FOR_EXPORT, SCOPE_TAKES_TEXT, set_picture_format },
  { "size", FOR_EXPORT, SCOPE_TAKES_TEXT, set_size },
  { "scale", FOR_EXPORT, SCOPE_TAKES_TEXT, set_scale },
  { "theme", FOR_EXPORT, SCOPE_TAKES_TEXT, set_theme },
  { "h", FOR_EXPORT, SCOPE_TAKES_TEXT, set_h },
  { "transparent", FOR_EXPORT, SCOPE_TAKES_NOTHING, set_transparent },
  { "svg-text", FOR_EXPORT, SCOPE_TAKES_TEXT, set_svg_text },
  { "decimal", FOR_EXPORT, SCOPE_TAKES_TEXT, set_decimal },
  { "text-scale", FOR_EXPORT, SCOPE_TAKES_TEXT, set_text_scale },
  { "ghost", FOR_EXPORT, SCOPE_TAKES_NUMBERS, set_ghost },
  { "show", FOR_EXPORT, SCOPE_TAKES_TEXT, set_parts },
  { "hide", FOR_EXPORT, SCOPE_TAKES_TEXT, set_parts },
  { "strict", FOR_EXPORT, SCOPE_TAKES_NOTHING, set_strict },
  { "estimate", FOR_EXPORT, SCOPE_TAKES_NUMBERS, set_estimate },
  { "input", FOR_ALL, SCOPE_TAKES_TEXT, set_input },
  { "csv-dialect", FOR_ALL, SCOPE_TAKES_TEXT, set_dialect },
  { "total", FOR_ALL, SCOPE_TAKES_NOTHING, set_sum },
  { "mean", FOR_ALL, SCOPE_TAKES_NOTHING, set_sum },
  { "selected", FOR_EXPORT, SCOPE_TAKES_TEXT, set_selected },
  { "format", FOR_EVALUATE | FOR_DESCEND, SCOPE_TAKES_TEXT, set_results_format },
  { "descend", FOR_EXPORT, SCOPE_TAKES_TEXT, set_descend },
  { "rate", FOR_EXPORT | FOR_DESCEND, SCOPE_TAKES_NUMBERS, set_rate },
  { "kept-rate", FOR_EXPORT, SCOPE_TAKES_NUMBERS, set_rate },
  { "steps", FOR_DESCEND, SCOPE_TAKES_TEXT, set_steps },
  { "tolerance", FOR_DESCEND, SCOPE_TAKES_NUMBERS, set_tolerance },
};

const ScopeOption *
scope_option_find (ScopeCommand command, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if ((table[i].commands & 1u << command) && g_str_equal (table[i].name, name))
      return &table[i];
  return NULL;
}

void
scope_option_give (ScopeOptions *options, const ScopeOption *option)
{
  const guint64 bit = G_GUINT64_CONSTANT (1) << (option - table);

  /* Curves and parts add up. */
  if ((options->given & bit) != 0 && option->set != set_ghost && option->set != set_parts)
    options->repeated |= bit;
  options->given |= bit;
}

const char *
scope_option_repeated (const ScopeOptions *options, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if ((options->repeated >> i & 1) != 0 && n-- == 0)
      return table[i].name;
  return NULL;
}

gboolean
scope_option_is_given (const ScopeOptions *options, ScopeCommand command, const char *name)
{
  const ScopeOption *option = scope_option_find (command, name);

  return option != NULL && (options->given >> (option - table) & 1) != 0;
}

char *
scope_option_list (ScopeCommand command)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].commands & 1u << command)
      g_string_append_printf (list, "%s--%s", list->len > 0 ? ", " : "", table[i].name);
  return g_string_free (list, FALSE);
}
