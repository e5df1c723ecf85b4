# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The figure's curves, its point and its tangent, with nothing but gnuplot; run by bench-export.py
# with the variables `kind` and `output` set.
if (kind eq "png") set terminal pngcairo size 1920,1080
if (kind eq "svg") set terminal svg size 1920,1080
if (kind eq "pdf") set terminal pdfcairo size 20in,11.25in
set output output
p(b) = exp(1.0368 + b) / (exp(1.0368 + b) + exp(0.0032) + exp(0.1352))
loss(b) = -log(p(b))
gradient(b) = p(b) - 1
b3 = -2
set samples 250
set grid
set xrange [-10:10]
unset key
set multiplot layout 2,1
set title "Loss at b3 = -2: 1.891"
set ylabel "L"
plot loss(x) linewidth 3, loss(b3) + gradient(b3) * (x - b3) with lines, \
     "+" using (b3):(loss(b3)) every ::0::0 with points pointtype 7
set title "Gradient: -0.8491"
set ylabel "dL/db3"
set xlabel "b3"
plot gradient(x) linewidth 3, "+" using (b3):(gradient(b3)) every ::0::0 with points pointtype 7
unset multiplot
