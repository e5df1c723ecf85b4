# SPDX-FileCopyrightText: The Logitscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs the tests of the main module and says what passed the way that the C tests do.

The plan comes first, so that a program that ends early is seen. Each test has one line, whatever
went wrong in it: itself, a subtest, its set-up, its clean-up, or its class's set-up. The exit status is
0 only if there are as many lines as planned and each says "ok"."""

import sys
import unittest


class TapResult(unittest.TestResult):
    """One line a test, after everything that belongs to it."""

    def __init__(self):
        super().__init__()
        self.lines = 0
        self.good = True
        self.wrong = []

    def say(self, test):
        self.lines += 1
        self.good &= not self.wrong
        name = test.id().removeprefix('__main__.').replace('.', '/')
        print(f'{"not ok" if self.wrong else "ok"} {self.lines} /{name}')
        for text in self.wrong:
            for line in text.splitlines():
                print(f'# {line}')
        sys.stdout.flush()
        self.wrong = []

    def startTest(self, test):
        super().startTest(test)
        self.wrong = []

    def stopTest(self, test):
        super().stopTest(test)
        self.say(test)

    def addError(self, test, error):
        super().addError(test, error)
        self.wrong.append(self.errors[-1][1])
        if not isinstance(test, unittest.TestCase):  # a class's set-up or its clean-up
            self.say(test)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.wrong.append(self.failures[-1][1])

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            failure = issubclass(error[0], test.failureException)
            found = self.failures if failure else self.errors
            self.wrong.append(f'{subtest}\n{found[-1][1]}')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.wrong.append(f'skipped: {reason}')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.wrong.append('succeeded against expectation')


def main():
    """Runs every test of the main module, its classes' and its functions', or those whose names hold one of
    the arguments."""
    module = sys.modules['__main__']
    tests = [test for cases in unittest.defaultTestLoader.loadTestsFromModule(module) for test in cases]
    tests += [unittest.FunctionTestCase(thing) for name, thing in vars(module).items()
              if name.startswith('test_') and callable(thing)]
    tests = [test for test in tests if len(sys.argv) < 2 or any(word in test.id() for word in sys.argv[1:])]
    print(f'1..{len(tests)}', flush=True)
    result = TapResult()
    unittest.TestSuite(tests).run(result)
    sys.exit(0 if result.good and result.lines == len(tests) else 1)
