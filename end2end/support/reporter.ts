import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";

/** Tells each failure as it comes, and ends with one plain line: `N passed, N failed`. */
export default class PlainReporter implements Reporter {
  private suite?: Suite;

  onBegin(config: FullConfig, suite: Suite) {
    this.suite = suite;
    console.log(`==> ${suite.allTests().length} browser tests, ${config.workers} at a time`);
  }

  onTestEnd(test: TestCase, result: TestResult) {
    if (result.status === "passed" || result.status === "skipped") return;
    console.log(`FAILED ${test.titlePath().filter(Boolean).join(" › ")} (${result.duration} ms)`);
    for (const error of result.errors) console.log(error.stack ?? error.message ?? error.value ?? "");
    for (const file of result.attachments) if (file.path) console.log(`  ${file.name}: ${file.path}`);
  }

  onError(error: { message?: string; stack?: string }) {
    console.log(error.stack ?? error.message);
  }

  onEnd(result: FullResult) {
    const tests = this.suite?.allTests() ?? [];
    const passed = tests.filter((test) => test.outcome() === "expected" || test.outcome() === "flaky").length;
    const failed = tests.filter((test) => test.outcome() === "unexpected").length;
    const skipped = tests.filter((test) => test.outcome() === "skipped").length;
    if (result.status === "interrupted") console.log("interrupted");
    console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} not run` : ""}`);
  }

  printsToStdio() {
    return true;
  }
}
