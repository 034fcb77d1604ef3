import { startPypiron } from "./real-index.ts";
import { describeRealIndex } from "./real-index-suite.ts";

describeRealIndex({
  name: "pypiron",
  start: startPypiron,
  identical: "refuses",
  // It answers 401 before it has read the upload and resets the connection; which of the two is seen is chance,
  // and both name what to look at.
  wrongPassword: /`password`/,
});
