/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "markup.h"

#include <string.h>

#include "line.h"
#include "number.h"

/* One pass over the markup. Text gathers in `pending` until the face or the level changes. */
typedef struct
{
  ScopeFace base; /* of what is not marked */
  ScopeFace last; /* of the last base-level run: a subscript goes with it */
  gboolean italic, upright, bold;
  ScopeLevel level;
  GString *pending; /* Owned */
  GArray *runs;     /* Owned; of ScopeRun */
  GPtrArray *texts; /* Owned; what the runs borrow */
} Parser;

static ScopeFace
face_of (const Parser *parser)
{
  if (parser->italic)
    return SCOPE_FACE_MATH_ITALIC;
  if (parser->upright)
    return SCOPE_FACE_MATH;
  if (parser->bold)
    return SCOPE_FACE_TEXT_BOLD;
  if (parser->level == SCOPE_LEVEL_BASE)
    return parser->base;
  return parser->last == SCOPE_FACE_MATH_ITALIC ? SCOPE_FACE_MATH : parser->last;
}

static void
flush (Parser *parser)
{
  ScopeRun run = { .face = face_of (parser), .level = parser->level };

  if (parser->pending->len == 0)
    return;

  run.text = g_strdup (parser->pending->str);
  g_ptr_array_add (parser->texts, (gpointer) run.text);
  g_array_append_val (parser->runs, run);
  g_string_truncate (parser->pending, 0);
  if (parser->level == SCOPE_LEVEL_BASE)
    parser->last = run.face;
}

/* "_x", "_{abc}": sets the level and returns where the script's text begins. */
static const char *
begin_script (Parser *parser, const char *at, gboolean *braced)
{
  flush (parser);
  parser->level = *at == '_' ? SCOPE_LEVEL_SUB : SCOPE_LEVEL_SUPER;
  *braced = at[1] == '{';
  return at + (*braced ? 2 : 1);
}

static void
end_script (Parser *parser)
{
  flush (parser);
  parser->level = SCOPE_LEVEL_BASE;
}

static const char *
append_character (Parser *parser, const char *at)
{
  const char *next = g_utf8_next_char (at);

  g_string_append_len (parser->pending, at, next - at);
  return next;
}

static const char *
step (Parser *parser, const char *at, gboolean *braced)
{
  gboolean in_script = parser->level != SCOPE_LEVEL_BASE;

  switch (*at)
    {
    case '*':
    case '`':
    case '!':
      flush (parser);
      if (*at == '*')
        parser->italic = !parser->italic;
      else if (*at == '`')
        parser->upright = !parser->upright;
      else
        parser->bold = !parser->bold;
      return at + 1;
    case '_':
    case '^':
      /* "10^(−4.34·10²⁹⁹)" is a number. */
      if (!in_script && at[1] != '\0' && at[1] != '(')
        return begin_script (parser, at, braced);
      break;
    case '}':
      if (in_script && *braced)
        {
          end_script (parser);
          return at + 1;
        }
      break;
    case '\\':
      if (at[1] != '\0')
        at++;
      break;
    default:
      break;
    }
  at = append_character (parser, at);
  if (in_script && !*braced)
    end_script (parser);
  return at;
}

static void
parser_clear (Parser *parser)
{
  g_string_free (parser->pending, TRUE);
  g_array_unref (parser->runs);
  g_ptr_array_unref (parser->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

static void
parse (Parser *parser, ScopeFace face, const char *markup)
{
  gboolean braced = FALSE;

  parser->base = parser->last = face;
  parser->pending = g_string_new (NULL);
  parser->runs = g_array_new (FALSE, FALSE, sizeof (ScopeRun));
  parser->texts = g_ptr_array_new_with_free_func (g_free);
  while (*markup != '\0')
    markup = step (parser, markup, &braced);
  flush (parser);
}

ScopeLine *
scope_markup_new_line (ScopeFonts *fonts, double size_px, ScopeFace face, const char *markup)
{
  g_auto (Parser) parser = { 0 };

  parse (&parser, face, markup);
  return scope_line_new (fonts, size_px, (const ScopeRun *) (gpointer) parser.runs->data, parser.runs->len);
}

char *
scope_markup_escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (strchr ("*`!_^}\\", *text) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *text);
    }
  return g_string_free (escaped, FALSE);
}

/* Subscript digits have characters of their own; other scripts keep their "_" or "^". */
static void
append_plain_script (GString *plain, const ScopeRun *run)
{
  if (run->level == SCOPE_LEVEL_SUB && scope_number_append_script (plain, run->text, FALSE))
    return;
  g_string_append_c (plain, run->level == SCOPE_LEVEL_SUB ? '_' : '^');
  g_string_append (plain, run->text);
}

char *
scope_markup_to_plain (const char *markup)
{
  g_auto (Parser) parser = { 0 };
  GString *plain = g_string_new (NULL);

  parse (&parser, SCOPE_FACE_TEXT, markup);
  for (guint i = 0; i < parser.runs->len; i++)
    {
      const ScopeRun *run = &g_array_index (parser.runs, ScopeRun, i);

      if (run->level == SCOPE_LEVEL_BASE)
        g_string_append (plain, run->text);
      else
        append_plain_script (plain, run);
    }
  return g_string_free (plain, FALSE);
}
