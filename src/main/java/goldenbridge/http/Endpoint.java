package goldenbridge.http;

/** Answers the calls of one route. */
@FunctionalInterface
interface Endpoint {
  /**
   * What the answer will be; its body may be written later, or never when the client has it already.
   *
   * @throws goldenbridge.fault.ProblemException that becomes the answer instead
   */
  Reply answer(Call call);
}
