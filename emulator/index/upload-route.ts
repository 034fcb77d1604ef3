import type { Exchange } from "../http/http-service.ts";
import type { IndexContext } from "./context.ts";
import type { ReceivedForm } from "./form.ts";
import { refuse } from "./refusal.ts";

const REMOVED: Readonly<Record<string, string>> = {
  submit: "Project pre-registration is no longer required or supported, upload your files instead.",
  submit_pkg_info: "Project pre-registration is no longer required or supported, upload your files instead.",
  doc_upload: "Uploading documentation is no longer supported, we recommend using https://readthedocs.org/.",
};

/** Rules H-01, H-03 and H-04: is this request an upload at all? */
export function checkUploadRoute(context: IndexContext, exchange: Exchange, form: ReceivedForm): void {
  // The query wins over the body (rule H-01).
  const action =
    new URLSearchParams(exchange.query).getAll(":action").at(-1) ??
    form.fields.findLast((field) => field.name === ":action")?.value;
  if (action !== undefined && context.options.requireTls === true && !context.secure) {
    throw refuse(403, "SSL is required");
  }
  const removed = REMOVED[action ?? ""];
  if (removed !== undefined) {
    throw refuse(410, removed);
  }
  if (action !== "file_upload") {
    throw refuse(405, "Method Not Allowed", { allow: "GET, HEAD, OPTIONS" });
  }
}
