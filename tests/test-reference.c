/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The model against MPFR on random and adversarial inputs, SCOPE_COUNT of them from SCOPE_SEED on, by two threads. */

#include <glib.h>
#include <math.h>
#include <mpfr.h>
#include <string.h>

#include "outcome.h"
#include "random.h"
#include "wide.h"

#define DEFAULT_COUNT 1000000
#define PRECISION 160 /* of everything but the exact difference */

/* --- Inputs */

static const char *const kinds[] = {
  "sliders",   "ordinary", "wide",     "ties",      "cancelling bias", "huge logits", "huge bias",  "tiny",
  "underflow", "wirings",  "any bits", "tiny loss", "near a tie",      "all three",   "huge paths", "middles",
};

static void
fill_other_kinds (guint64 *random, guint kind, ScopeParameters *in)
{
  for (guint k = 0; k < 3; k++)
    switch (kind)
      {
      case 8: /* about the smallest double's logarithm */
        in->a[k] = k == in->observed ? test_uniform (random, -760, -690) : test_uniform (random, -5, 5);
        break;
      case 9:
        in->w[k] = test_spread (random, -30, 60);
        break;
      case 10:
        in->a[k] = test_any_finite (random);
        in->w[k] = test_any_finite (random);
        in->b = test_any_finite (random);
        break;
      case 11:
        in->a[k] = k == in->observed ? test_uniform (random, 300, 760) : test_uniform (random, -5, 5);
        break;
      case 12:
        in->a[k] = 3 + test_spread (random, -70, -2);
        break;
      case 13:
        in->w[k] = in->w[0];
        in->b = test_spread (random, -20, 900);
        break;
      case 14: /* two of either sign, which overflow only together */
        in->w[k] = test_uniform (random, -0x1p575, 0x1p575);
        in->b = 0x1p577;
        break;
      case 15: /* products of a bit more than 53 bits, beside which logits are all but lost */
        in->w[k] = round (test_uniform (random, -7, 7)) / 2;
        in->b = k == 0 ? test_spread (random, 3, 80) : in->b;
        break;
      default:
        break;
      }
}

static void
fill_input (guint64 *random, guint kind, ScopeParameters *in)
{
  in->observed = (unsigned) (test_next_random (random) % 3);
  in->b = test_uniform (random, -10, 10);
  for (guint k = 0; k < 3; k++)
    {
      in->w[k] = test_next_random (random) % 3 == 0 ? test_uniform (random, -3, 3) : (double) (k == 0);
      in->a[k] = test_uniform (random, -10, 10);
      if (kind == 0)
        in->a[k] = round (in->a[k] * 100) / 100;
      else if (kind == 2)
        in->a[k] = test_uniform (random, -800, 800);
      else if (kind == 3)
        in->a[k] = k == 0 || test_next_random (random) % 2 ? in->a[0] : in->a[k];
      else if (kind == 5)
        in->a[k] = test_spread (random, 40, 1023);
      else if (kind == 7)
        in->a[k] = test_spread (random, -1074, -10);
    }
  if (kind == 0)
    in->b = round (in->b * 50) / 50;
  if (kind == 6)
    in->b = test_spread (random, 15, 1023);
  if (kind == 4)
    {
      in->b = test_spread (random, 0, 500);
      for (guint k = 0; k < 3; k++)
        in->a[k] = -in->w[k] * in->b + test_spread (random, -20, 8);
    }
  fill_other_kinds (random, kind, in);
}

/* c: none, ordinary, of any size, or one that cancels a logit but for its last bits. */
static double
choose_shift (guint64 *random, const ScopeParameters *in)
{
  double shift = 0;
  guint k = (guint) (test_next_random (random) % 3);

  switch (test_next_random (random) % 5)
    {
    case 1:
      shift = test_uniform (random, -10, 10);
      break;
    case 2:
      shift = test_spread (random, -1074, 1023);
      break;
    case 3:
      shift = -in->a[k];
      break;
    case 4:
      shift = -fma (in->w[k], in->b, in->a[k]);
      break;
    default:
      break;
    }
  return isfinite (shift) ? shift : 0;
}

/* --- The reference */

typedef struct
{
  mpfr_t z[3], d[3], e[3], p[3], q[3], total, others, loss, dl_dp, dp_dz[3], gradient, bound, curvature;
  mpfr_t term, exact;
} Reference;

static void
reference_init (Reference *r)
{
  for (int k = 0; k < 3; k++)
    mpfr_inits2 (PRECISION, r->z[k], r->e[k], r->p[k], r->q[k], r->dp_dz[k], r->d[k], (mpfr_ptr) NULL);
  mpfr_inits2 (PRECISION, r->total, r->others, r->loss, r->dl_dp, r->gradient, r->bound, r->curvature,
               r->term, r->exact, (mpfr_ptr) NULL);
}

static void
reference_clear (Reference *r)
{
  for (int k = 0; k < 3; k++)
    mpfr_clears (r->z[k], r->e[k], r->p[k], r->q[k], r->dp_dz[k], r->d[k], (mpfr_ptr) NULL);
  mpfr_clears (r->total, r->others, r->loss, r->dl_dp, r->gradient, r->bound, r->curvature, r->term, r->exact,
               (mpfr_ptr) NULL);
  mpfr_free_cache ();
}

/* Enough bits that a + c + w·b, and the difference of two of them, is exact. */
static mpfr_prec_t
exact_precision (const ScopeParameters *in)
{
  int top = -3000, bottom = 3000, exponent, exponent_b;

  frexp (in->b, &exponent_b);
  if (in->shift != 0)
    {
      frexp (in->shift, &exponent);
      top = exponent;
      bottom = exponent - 53;
    }
  for (int k = 0; k < 3; k++)
    {
      if (in->a[k] != 0)
        {
          frexp (in->a[k], &exponent);
          top = MAX (top, exponent);
          bottom = MIN (bottom, exponent - 53);
        }
      if (in->w[k] != 0 && in->b != 0)
        {
          frexp (in->w[k], &exponent);
          top = MAX (top, exponent + exponent_b);
          bottom = MIN (bottom, exponent + exponent_b - 106);
        }
    }
  return MAX (top - bottom, 0) + 64;
}

static void
find_exact_differences (Reference *r, const ScopeParameters *in)
{
  mpfr_prec_t precision = exact_precision (in);
  mpfr_t z[3], product;
  int m = 0;

  mpfr_init2 (product, precision);
  for (int k = 0; k < 3; k++)
    {
      mpfr_init2 (z[k], precision);
      mpfr_set_d (product, in->w[k], MPFR_RNDN);
      mpfr_mul_d (product, product, in->b, MPFR_RNDN);
      mpfr_add_d (z[k], product, in->a[k], MPFR_RNDN);
      mpfr_add_d (z[k], z[k], in->shift, MPFR_RNDN);
      mpfr_set (r->z[k], z[k], MPFR_RNDN);
      if (mpfr_cmp (z[k], z[m]) > 0)
        m = k;
    }
  for (int k = 0; k < 3; k++)
    mpfr_sub (r->d[k], z[k], z[m], MPFR_RNDN);
  for (int k = 0; k < 3; k++)
    mpfr_clear (z[k]);
  mpfr_clear (product);
}

/* The largest d is exactly 0, so nothing cancels: the sums keep PRECISION less a few bits. */
static void
find_reference (Reference *r, const ScopeParameters *in)
{
  unsigned o = in->observed;

  find_exact_differences (r, in);
  mpfr_set_zero (r->total, 1);
  mpfr_set_zero (r->others, 1);
  for (int k = 0; k < 3; k++)
    {
      mpfr_exp (r->e[k], r->d[k], MPFR_RNDN);
      mpfr_add (r->total, r->total, r->e[k], MPFR_RNDN);
    }
  for (int k = 0; k < 3; k++)
    {
      mpfr_div (r->p[k], r->e[k], r->total, MPFR_RNDN);
      mpfr_add (r->q[k], r->e[(k + 1) % 3], r->e[(k + 2) % 3], MPFR_RNDN);
      if (mpfr_zero_p (r->d[k]))
        mpfr_log1p (r->others, r->q[k], MPFR_RNDN);
      mpfr_div (r->q[k], r->q[k], r->total, MPFR_RNDN);
    }
  /* What is lost still says on which side of a middle between two doubles the loss is. */
  if (mpfr_sub (r->loss, r->others, r->d[o], MPFR_RNDZ) != 0
      || (mpfr_zero_p (r->others) && !mpfr_zero_p (r->d[o])))
    mpfr_nextabove (r->loss);
  mpfr_exp (r->dl_dp, r->loss, MPFR_RNDN);
  mpfr_neg (r->dl_dp, r->dl_dp, MPFR_RNDN);

  mpfr_set_zero (r->gradient, 1);
  mpfr_set_zero (r->bound, 1);
  mpfr_set_zero (r->curvature, 1);
  for (unsigned k = 0; k < 3; k++)
    {
      unsigned next = (k + 1) % 3;

      mpfr_mul (r->dp_dz[k], r->p[o], k == o ? r->q[o] : r->p[k], MPFR_RNDN);
      if (k != o)
        mpfr_neg (r->dp_dz[k], r->dp_dz[k], MPFR_RNDN);
      mpfr_set_d (r->exact, in->w[k], MPFR_RNDN);
      mpfr_sub_d (r->exact, r->exact, in->w[o], MPFR_RNDN);
      mpfr_mul (r->term, r->exact, r->p[k], MPFR_RNDN);
      mpfr_add (r->gradient, r->gradient, r->term, MPFR_RNDN);
      mpfr_abs (r->term, r->term, MPFR_RNDN);
      mpfr_add (r->bound, r->bound, r->term, MPFR_RNDN);

      mpfr_set_d (r->exact, in->w[k], MPFR_RNDN);
      mpfr_sub_d (r->exact, r->exact, in->w[next], MPFR_RNDN);
      mpfr_sqr (r->term, r->exact, MPFR_RNDN);
      mpfr_mul (r->term, r->term, r->p[k], MPFR_RNDN);
      mpfr_mul (r->term, r->term, r->p[next], MPFR_RNDN);
      mpfr_add (r->curvature, r->curvature, r->term, MPFR_RNDN);
    }
}

/* --- Scores */

enum
{
  Z,
  P,
  Q,
  LOSS,
  DL_DP,
  DP_DZ,
  GRADIENT,
  CURVATURE,
  SUM,
  N_QUANTITIES
};
static const char *const quantities[]
  = { "z", "p", "1-p", "L", "dL/dp", "dp/dz", "gradient", "curvature", "sum p" };

typedef struct
{
  double worst[N_QUANTITIES];
  guint64 n[N_QUANTITIES], rounded[N_QUANTITIES];
  guint64 not_finite;
} Score;

/* |value − exact| in units of the last place of exact, subnormals included. */
static double
ulps (double value, mpfr_srcptr exact, mpfr_ptr scratch)
{
  mpfr_exp_t exponent;

  if (isinf (value))
    return value == mpfr_get_d (exact, MPFR_RNDN) ? 0 : INFINITY;
  if (mpfr_zero_p (exact))
    return value == 0 ? 0 : INFINITY;

  exponent = MAX (mpfr_get_exp (exact), -1021) - 53;
  mpfr_sub_d (scratch, exact, value, MPFR_RNDN);
  mpfr_mul_2si (scratch, scratch, -exponent, MPFR_RNDN);
  return fabs (mpfr_get_d (scratch, MPFR_RNDN));
}

static void
score_value (Score *score, int quantity, double value, mpfr_srcptr exact, Reference *r)
{
  double error = ulps (value, exact, r->term);

  score->not_finite += isnan (value) ? 1 : 0;
  score->n[quantity]++;
  score->rounded[quantity] += value == mpfr_get_d (exact, MPFR_RNDN);
  score->worst[quantity] = fmax (score->worst[quantity], error);
}

/* In u·Σ p_k·|w_k − w_o|, beyond half of the smallest subnormal.
 *
 * With B = Σ p_k·|w_k − w_o| ≥ |g| the model finds g′ in ScopeWide with |g′ − g| ≤ 2⁻⁶¹·B, and rounds it
 * to double, which moves it by u·|g′| at most, or by 2⁻¹⁰⁷⁵ where the result is below the normal range. In
 * that range the two add up: 2⁻¹⁰⁷⁵ alone is too strict where g lies so close to the middle between two
 * subnormals that g′ is on the other side, for then it is passed by |g′ − g|. So |value − g| is at most
 * 2⁻¹⁰⁷⁵ + 2·u·B, whatever the size, and what is asserted is the part of it that scales with B. A value that
 * is wrong by one more subnormal is beyond it as long as B is below 2⁻¹⁰²³, as it is wherever g is subnormal
 * but for what cancels. */
static void
score_gradient (Score *score, double value, Reference *r)
{
  double error;

  score->n[GRADIENT]++;
  score->rounded[GRADIENT] += value == mpfr_get_d (r->gradient, MPFR_RNDN);
  score->not_finite += isnan (value) ? 1 : 0;
  if (isinf (value))
    {
      if (value != mpfr_get_d (r->gradient, MPFR_RNDN))
        score->worst[GRADIENT] = INFINITY;
      return;
    }
  mpfr_sub_d (r->term, r->gradient, value, MPFR_RNDN);
  mpfr_abs (r->term, r->term, MPFR_RNDN);
  mpfr_set_ui_2exp (r->exact, 1, -1075, MPFR_RNDN);
  mpfr_sub (r->term, r->term, r->exact, MPFR_RNDN);
  if (mpfr_sgn (r->term) <= 0)
    return;
  mpfr_div (r->term, r->term, r->bound, MPFR_RNDN);
  mpfr_mul_2si (r->term, r->term, 53, MPFR_RNDN);
  error = mpfr_get_d (r->term, MPFR_RNDN);
  score->worst[GRADIENT] = fmax (score->worst[GRADIENT], error);
}

static void
score_input (Score *score, const ScopeParameters *in, Reference *r)
{
  ScopeParameters still = *in;
  ScopeOutcome out, unshifted;

  memset (&out, 0, sizeof out);
  memset (&unshifted, 0, sizeof unshifted);
  g_assert_cmpint (scope_outcome_evaluate (in, &out), ==, SCOPE_STATUS_OK);
  still.shift = 0;
  g_assert_cmpint (scope_outcome_evaluate (&still, &unshifted), ==, SCOPE_STATUS_OK);
  memcpy (unshifted.z, out.z, sizeof out.z);
  g_assert_cmpmem (&out, sizeof out, &unshifted, sizeof unshifted);
  find_reference (r, in);
  for (int k = 0; k < 3; k++)
    {
      score_value (score, Z, out.z[k], r->z[k], r);
      score_value (score, P, out.p[k], r->p[k], r);
      score_value (score, Q, out.q[k], r->q[k], r);
      score_value (score, DP_DZ, out.dp_dz[k], r->dp_dz[k], r);
    }
  score_value (score, LOSS, out.loss, r->loss, r);
  score_value (score, DL_DP, out.dl_dp, r->dl_dp, r);
  score_value (score, CURVATURE, out.curvature, r->curvature, r);
  score_gradient (score, out.dl_db, r);

  score->n[SUM]++;
  score->worst[SUM]
    = fmax (score->worst[SUM],
            (double) scope_wide_fabs (((ScopeWide) out.p[0] - 1.0) + out.p[1] + out.p[2]) * 0x1p53);
  if (!(out.curvature >= 0) || !(out.loss >= 0))
    score->not_finite++;
}

/* --- Runs */

typedef struct
{
  guint64 seed, count;
  Score score[G_N_ELEMENTS (kinds)];
} Run;

static gpointer
run_thread (gpointer data)
{
  Run *run = data;
  guint64 random = run->seed;
  Reference reference;

  reference_init (&reference);
  for (guint64 i = 0; i < run->count; i++)
    {
      guint kind = (guint) (i % G_N_ELEMENTS (kinds));
      ScopeParameters in;

      memset (&in, 0, sizeof in);
      fill_input (&random, kind, &in);
      in.shift = choose_shift (&random, &in);
      /* Overflow while an input is made is no input. */
      if (isfinite (in.a[0]) && isfinite (in.a[1]) && isfinite (in.a[2]))
        score_input (&run->score[kind], &in, &reference);
    }
  reference_clear (&reference);
  return NULL;
}

static void
merge (Score *into, const Score *from)
{
  into->not_finite += from->not_finite;
  for (int q = 0; q < N_QUANTITIES; q++)
    {
      into->worst[q] = fmax (into->worst[q], from->worst[q]);
      into->n[q] += from->n[q];
      into->rounded[q] += from->rounded[q];
    }
}

static double
share (const Score *score, int quantity)
{
  return score->n[quantity] == 0 ? 1.0 : (double) score->rounded[quantity] / (double) score->n[quantity];
}

static void
print_score (const char *name, const Score *score)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int q = 0; q < N_QUANTITIES; q++)
    g_string_append_printf (text, "  %s %.4f", quantities[q], score->worst[q]);
  g_test_message ("%-16s%s", name, text->str);
}

static guint64
from_environment (const char *name, guint64 otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
test_contract (void)
{
  guint64 seed = from_environment ("SCOPE_SEED", (guint64) g_get_real_time ());
  guint64 count = from_environment ("SCOPE_COUNT", DEFAULT_COUNT);
  g_autofree Run *one = g_new0 (Run, 1);
  g_autofree Run *two = g_new0 (Run, 1);
  Score all = { 0 };
  GThread *thread;

  g_test_message ("SCOPE_SEED=%" G_GUINT64_FORMAT " SCOPE_COUNT=%" G_GUINT64_FORMAT, seed, count);
  *one = (Run) { .seed = seed, .count = count - count / 2 };
  *two = (Run) { .seed = ~seed, .count = count / 2 };
  thread = g_thread_new ("reference", run_thread, two);
  run_thread (one);
  g_thread_join (thread);

  g_test_message ("largest error in ulp (gradient: in u times its terms; sum p: in u):");
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      merge (&one->score[kind], &two->score[kind]);
      print_score (kinds[kind], &one->score[kind]);
      g_test_message ("%-16s  L %.4f %% correctly rounded", "", 100 * share (&one->score[kind], LOSS));
      merge (&all, &one->score[kind]);
    }
  for (int q = Z; q <= CURVATURE; q++)
    g_test_message ("correctly rounded: %-9s %.4f %%", quantities[q], 100 * share (&all, q));

  g_assert_cmpuint (all.not_finite, ==, 0);
  g_assert_cmpfloat (share (&one->score[G_N_ELEMENTS (kinds) - 1], LOSS), >=, 0.999);
  for (int q = Z; q <= DP_DZ; q++)
    {
      g_assert_cmpfloat (all.worst[q], <=, 1.0);
      g_assert_cmpfloat (share (&all, q), >=, 0.999);
    }
  g_assert_cmpfloat (all.worst[CURVATURE], <=, 1.0);
  g_assert_cmpfloat (all.worst[GRADIENT], <=, 2.0);
  g_assert_cmpfloat (all.worst[SUM], <=, 2.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/contract", test_contract);
  return g_test_run ();
}
