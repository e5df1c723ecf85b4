/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "option-table.h"

#include <string.h>

#include "complain.h"
#include "escape.h"
#include "flags.h"
#include "help.h"
#include "hidden.h"
#include "number-parse.h"

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

static gboolean
set_field (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  g_autofree char *allowed = scope_field_read (option->field, &options->figure.scenario, value);

  return allowed == NULL || refuse (option, value, allowed);
}

/* Repeated, a curve each. */
static gboolean
set_ghost (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  double a[SCOPE_N_CLASSES];

  if (!scope_field_read_numbers (value, a, SCOPE_N_CLASSES))
    return refuse (option, value, "three finite numbers, as in 2,0,-1");
  if (options->figure.n_ghosts == SCOPE_MOST_GHOSTS)
    return refuse (option, value, "six of them at most");
  memcpy (options->ghosts[options->figure.n_ghosts++].parameters.a, a, sizeof a);
  return TRUE;
}

static gboolean
set_range (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  options->has_range = TRUE;
  return (scope_field_read_numbers (value, options->range, 2) && options->range[0] < options->range[1])
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
  return (scope_field_read_numbers (value, &options->picture.scale, 1) && options->picture.scale > 0
          && options->picture.scale <= SCOPE_PICTURE_MAX_SIDE)
         || refuse (option, value, "a number above 0 and up to 32767, as in 2");
}

static gboolean
set_text_scale (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return (scope_field_read_numbers (value, &options->figure.text_scale, 1) && options->figure.text_scale >= 1
          && options->figure.text_scale <= 2)
         || refuse (option, value, "a number from 1 to 2");
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

/* Names of parts, and of quantities where the caller takes them; one at least, and each once. */
static gboolean
parse_parts (const char *value, unsigned *flags, unsigned *quantities)
{
  g_auto (GStrv) names = g_strsplit (value, ",", -1);

  *flags = *quantities = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      unsigned flag = 0, quantity = 0;

      if (!scope_flags_find (names[i], scope_hidden_quantity_name, SCOPE_N_QUANTITIES, &quantity)
          && !scope_part_from_name (names[i], &flag))
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
set_kept_rate (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return (scope_field_read_numbers (value, &options->kept_rate, 1) && options->kept_rate > 0)
         || refuse (option, value, "a finite number above 0, as in 0.5");
}

static gboolean
set_tolerance (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  return (scope_field_read_numbers (value, &options->tolerance, 1) && options->tolerance >= 0)
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

static gboolean
set_step (ScopeOptions *options, const ScopeOption *option, const char *value)
{
  guint64 n = 0;

  const gboolean has_pages = (option->commands & 1u << SCOPE_COMMAND_EXPORT) != 0;

  options->all_steps = has_pages && g_str_equal (value, "all");
  if (!options->all_steps && !g_ascii_string_to_unsigned (value, 10, 1, SCOPE_DOCUMENT_MOST_STEPS, &n, NULL))
    return refuse (option, value,
                   has_pages ? "the number of a step, from 1 on, or all" : "the number of a step, from 1 on");
  options->step = (guint) n;
  return TRUE;
}

/* --- The table */

#define FOR_EXPORT (1 << SCOPE_COMMAND_EXPORT)
#define FOR_EVALUATE (1 << SCOPE_COMMAND_EVALUATE)
#define FOR_DESCEND (1 << SCOPE_COMMAND_DESCEND)
#define FOR_ALL (FOR_EXPORT | FOR_EVALUATE | FOR_DESCEND)

/* Those that are no field of the scenario. */
static const ScopeOption own[] = {
  { "step", FOR_EXPORT, SCOPE_TAKES_STEP, set_step, NULL },
  { "step", FOR_EVALUATE | FOR_DESCEND, SCOPE_TAKES_STEP, set_step, NULL },
  { "range", FOR_ALL, SCOPE_TAKES_NUMBERS, set_range, NULL },
  { "output", FOR_EXPORT, SCOPE_TAKES_TEXT, set_output, NULL },
  { "format", FOR_EXPORT, SCOPE_TAKES_TEXT, set_picture_format, NULL },
  { "size", FOR_EXPORT, SCOPE_TAKES_TEXT, set_size, NULL },
  { "scale", FOR_EXPORT, SCOPE_TAKES_TEXT, set_scale, NULL },
  { "theme", FOR_EXPORT, SCOPE_TAKES_TEXT, set_theme, NULL },
  { "transparent", FOR_EXPORT, SCOPE_TAKES_NOTHING, set_transparent, NULL },
  { "svg-text", FOR_EXPORT, SCOPE_TAKES_TEXT, set_svg_text, NULL },
  { "decimal", FOR_EXPORT, SCOPE_TAKES_TEXT, set_decimal, NULL },
  { "text-scale", FOR_EXPORT, SCOPE_TAKES_TEXT, set_text_scale, NULL },
  { "ghost", FOR_EXPORT, SCOPE_TAKES_NUMBERS, set_ghost, NULL },
  { "show", FOR_EXPORT, SCOPE_TAKES_TEXT, set_parts, NULL },
  { "hide", FOR_EXPORT, SCOPE_TAKES_TEXT, set_parts, NULL },
  { "strict", FOR_EXPORT, SCOPE_TAKES_NOTHING, set_strict, NULL },
  { "input", FOR_ALL, SCOPE_TAKES_TEXT, set_input, NULL },
  { "csv-dialect", FOR_ALL, SCOPE_TAKES_TEXT, set_dialect, NULL },
  { "total", FOR_ALL, SCOPE_TAKES_NOTHING, set_sum, NULL },
  { "mean", FOR_ALL, SCOPE_TAKES_NOTHING, set_sum, NULL },
  { "selected", FOR_EXPORT, SCOPE_TAKES_TEXT, set_selected, NULL },
  { "format", FOR_EVALUATE | FOR_DESCEND, SCOPE_TAKES_TEXT, set_results_format, NULL },
  { "descend", FOR_EXPORT, SCOPE_TAKES_TEXT, set_descend, NULL },
  { "kept-rate", FOR_EXPORT, SCOPE_TAKES_NUMBERS, set_kept_rate, NULL },
  { "steps", FOR_DESCEND, SCOPE_TAKES_TEXT, set_steps, NULL },
  { "tolerance", FOR_DESCEND, SCOPE_TAKES_NUMBERS, set_tolerance, NULL },
};

#define MOST_OPTIONS 64 /* a bit each of ScopeOptions.given */
static ScopeOption table[MOST_OPTIONS];

static ScopeOption
option_of_field (const ScopeScenarioField *field)
{
  ScopeTakes takes = field->kind == SCOPE_FIELD_CLASSES                                ? SCOPE_TAKES_CLASSES
                     : field->kind == SCOPE_FIELD_WIRING || field->most == G_MAXDOUBLE ? SCOPE_TAKES_NUMBERS
                                                                                       : SCOPE_TAKES_TEXT;

  return (ScopeOption) { field->option, field->commands, takes, set_field, field };
}

/* Those of the fields, and behind them the others. */
static guint
count_options (void)
{
  static guint n = 0;
  const ScopeScenarioField *field;

  if (n > 0)
    return n;
  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    if (field->option != NULL)
      table[n++] = option_of_field (field);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    table[n++] = own[i];
  g_assert (n <= MOST_OPTIONS);
  return n;
}

const ScopeOption *
scope_option_find (ScopeCommand command, const char *name)
{
  for (guint i = 0; i < count_options (); i++)
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
  for (guint i = 0; i < count_options (); i++)
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

  for (guint i = 0; i < count_options (); i++)
    if (table[i].commands & 1u << command)
      g_string_append_printf (list, "%s--%s", list->len > 0 ? ", " : "", table[i].name);
  return g_string_free (list, FALSE);
}
