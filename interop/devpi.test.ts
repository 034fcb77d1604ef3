import { startDevpi } from "./real-index.ts";
import { describeRealIndex } from "./real-index-suite.ts";

describeRealIndex({ name: "devpi", start: startDevpi, identical: "accepts", wrongPassword: /401|password/i });
