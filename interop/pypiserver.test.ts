import { startPypiserver } from "./real-index.ts";
import { describeRealIndex } from "./real-index-suite.ts";

describeRealIndex({ name: "pypiserver", start: startPypiserver, identical: "refuses", wrongPassword: /403|password/i });
