import { setTimeout as delay } from "node:timers/promises";
import type { Answer } from "../http/answer.ts";
import type { Exchange } from "../http/http-service.ts";
import { judgeArchive, refuseArchive, wheelMetadata } from "./archive-rules.ts";
import { checkAttestations } from "./attestation-rules.ts";
import type { IndexContext } from "./context.ts";
import { checkDescription } from "./description-rules.ts";
import { checkDigests } from "./digest-rules.ts";
import {
  checkFilename,
  checkMetadataName,
  checkSdistFilename,
  checkStorableName,
  checkWheelFilename,
} from "./filename-rules.ts";
import { type FilePart, type FormFields, type ReceivedForm, receiveForm, sanitize, single } from "./form.ts";
import { type CheckedForm, checkForm, checkProtocolVersion } from "./form-rules.ts";
import { type Identity, identify } from "./identity.ts";
import { type CheckedMetadata, checkMetadata, type MetadataValues } from "./metadata-rules.ts";
import { successAnswer } from "./page-answer.ts";
import { checkFileSize, checkProjectSize, findProject, refuseConflicts } from "./project-rules.ts";
import { badRequest, ServerFailure } from "./refusal.ts";
import { beginTransaction, type Transaction } from "./transaction.ts";
import { checkUploadRoute } from "./upload-route.ts";

interface Upload {
  readonly form: ReceivedForm;
  readonly fields: FormFields;
  readonly identity: Identity;
  readonly checked: CheckedForm;
  readonly metadata: CheckedMetadata;
  readonly file: FilePart;
}

/** `POST /legacy/`: one file, judged in the index's order of evaluation. */
export async function uploadAnswer(context: IndexContext, exchange: Exchange): Promise<Answer> {
  const form = await receiveForm(context, exchange);
  exchange.recorded.fields = form.fields;
  if (form.file !== undefined) {
    const { filename, content } = form.file;
    exchange.recorded.content = { filename, size: content.size, sha256: content.sha256 };
  }
  let stored = false;
  try {
    checkUploadRoute(context, exchange, form);
    stored = await judge(context, exchange, form);
    return successAnswer(exchange.request.headers.accept);
  } finally {
    if (!stored || context.options.keepBytes === false) {
      await form.file?.content.discard();
    }
  }
}

/** True when the file is stored now; false when it was there before. */
async function judge(context: IndexContext, exchange: Exchange, form: ReceivedForm): Promise<boolean> {
  const fields = sanitize(form);
  const identity = identify(context, exchange.request.headers.authorization);
  checkProtocolVersion(fields);
  const checked = checkForm(fields);
  const metadata = checkMetadata(fields);
  const file = requireFile(form, fields);
  const upload: Upload = { form, fields, identity, checked, metadata, file };
  const project = findProject(context, identity, checked.name);
  checkDescription(metadata.values);
  const transaction = beginTransaction(context, { project, identity, ...uploadFacts(upload) });
  checkFilename(file.filename, checked.filetype);
  checkContentType(file);
  checkStorableName(file.filename);
  checkFileSize(project, file.content.size);
  checkProjectSize(project, file.content.size);
  await checkDigests(fields, file.content, context.options);
  if ((await refuseConflicts(context, transaction, file)) === "identical") {
    return false;
  }
  await delay(context.options.processingMs ?? 10);
  transaction.checkRaces();
  const storedMetadata = await checkArchive(context, upload);
  const attestations = await checkAttestations(context, identity, single(fields, "attestations"), {
    filename: file.filename,
    sha256: file.content.sha256,
  });
  await commit(transaction, upload, storedMetadata, attestations);
  return true;
}

function uploadFacts(upload: Upload) {
  const { checked, metadata, form } = upload;
  return { name: checked.name, filetype: checked.filetype, version: metadata.version, fields: form.fields };
}

/** Rule H-08; a part without a usable file name counts as text. */
function requireFile(form: ReceivedForm, fields: FormFields): FilePart {
  if (form.file !== undefined) {
    return form.file;
  }
  if (fields.has("content")) {
    throw new ServerFailure("a file part without a plain file name is not handled (H-08)");
  }
  throw badRequest("Upload payload does not have a file.");
}

/** Rule H-09. */
function checkContentType(file: FilePart): void {
  if (file.contentType === "" || file.contentType?.startsWith("image/")) {
    throw badRequest("Invalid distribution file.");
  }
}

/** Steps 20 to 23; the bytes of a wheel's METADATA are the result. */
async function checkArchive(context: IndexContext, upload: Upload): Promise<Buffer | undefined> {
  const { file, checked, metadata } = upload;
  const { filename, content } = file;
  const sdist = checked.filetype === "sdist";
  if (context.options.inspectArchives === false) {
    (sdist ? checkSdistFilename : checkWheelFilename)(filename, checked.name, metadata.version);
    return undefined;
  }
  const judgement = await judgeArchive(filename, content, licenseFiles(metadata.values));
  refuseArchive(judgement.archive);
  (sdist ? checkSdistFilename : checkWheelFilename)(filename, checked.name, metadata.version);
  refuseArchive(judgement.content);
  if (sdist) {
    return undefined;
  }
  checkMetadataName(filename);
  return wheelMetadata(filename, content);
}

function licenseFiles(values: MetadataValues): readonly string[] {
  return values.get("license-file") ?? [];
}

async function commit(
  transaction: Transaction,
  upload: Upload,
  metadata: Buffer | undefined,
  attestations: readonly unknown[],
): Promise<void> {
  const { file, checked, identity } = upload;
  transaction.store({
    filename: file.filename,
    kind: checked.filetype,
    size: file.content.size,
    sha256: file.content.sha256,
    content: file.content,
    fields: upload.form.fields,
    requiresPython: upload.metadata.values.get("requires-python")?.[0],
    metadata,
    attestations,
    yanked: false,
    publisher: identity.kind === "token" ? identity.presented.record.publisher : undefined,
  });
}
