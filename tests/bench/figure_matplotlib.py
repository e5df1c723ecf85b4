# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The figure's curves, its point and its tangent, with nothing but matplotlib and NumPy."""

import sys

import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402


def gradient(b):
    odds = np.exp(1.0368 + b)
    return odds / (odds + np.exp(0.0032) + np.exp(0.1352)) - 1


def loss(b):
    return -np.log(gradient(b) + 1)


bias = np.linspace(-10, 10, 250)
figure, (above, below) = plt.subplots(2, 1, sharex=True, figsize=(20, 11.25), dpi=96)
above.plot(bias, loss(bias), linewidth=3)
above.plot(bias, loss(-2) + gradient(-2) * (bias + 2))
above.plot([-2], [loss(-2)], 'o')
above.set_title('Loss at $b_3 = -2$: 1.891')
above.set_ylabel('$L$')
below.plot(bias, gradient(bias), linewidth=3)
below.plot([-2], [gradient(-2)], 'o')
below.set_title('Gradient: −0.8491')
below.set_ylabel(r'$\partial L/\partial b_3$')
below.set_xlabel('$b_3$')
for axes in above, below:
    axes.grid(True)
figure.savefig(sys.argv[1])
