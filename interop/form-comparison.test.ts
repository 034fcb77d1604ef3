import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { runAction } from "../emulator/runner/run-action.ts";
import { FIXTURE_PROJECTS } from "../fixtures/catalogue.ts";
import { twineUpload } from "./clients.ts";
import { pythonEnvironment } from "./environment.ts";
import { expectSuccess } from "./expectations.ts";
import { FORM_DIFFERENCES } from "./form-differences.ts";
import { type RecordedForm, startFormRecorder } from "./recorder.ts";
import { makeWorkspace, type Workspace } from "./workspace.ts";

jest.setTimeout(600_000);

const LOGIN = { user: "release", password: "a-password-for-a-recorder" };
const FILENAMES = FIXTURE_PROJECTS.flatMap(({ sdist, wheel }) => [sdist, wheel]);

type FormsByFilename = ReadonlyMap<string, RecordedForm>;

let workspace: Workspace;
let twineForms: FormsByFilename;
let ourForms: FormsByFilename;

beforeAll(async () => {
  workspace = await makeWorkspace();
  twineForms = await formsOfTwine();
  ourForms = await formsOfTheAction();
});

afterAll(() => workspace.remove());

async function formsOfTwine(): Promise<FormsByFilename> {
  const environment = await pythonEnvironment();
  const recorder = await startFormRecorder();
  const result = await twineUpload(environment, recorder.url, LOGIN, workspace.paths);
  await recorder.close();
  expectSuccess(result);
  return byFilename(recorder.forms);
}

async function formsOfTheAction(): Promise<FormsByFilename> {
  const recorder = await startFormRecorder();
  const inputs = { ...LOGIN, "repository-url": recorder.url };
  const result = await runAction({ workspace: workspace.folder, inputs });
  await recorder.close();
  expectSuccess(result);
  return byFilename(recorder.forms);
}

function byFilename(forms: readonly RecordedForm[]): FormsByFilename {
  return new Map(forms.map((form) => [form.file.filename, form]));
}

/** Values of every field, in the order sent within the field. */
function valuesByField(form: RecordedForm | undefined): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form?.fields ?? []) {
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

describe("the upload form", () => {
  it("is recorded once for every fixture, from twine 7 and from the action", () => {
    expect([...twineForms.keys()].sort()).toEqual([...FILENAMES].sort());
    expect([...ourForms.keys()].sort()).toEqual([...FILENAMES].sort());
    expect(twineForms.get(FILENAMES[0] ?? "")?.userAgent).toMatch(/^twine\/7\./);
    expect(ourForms.get(FILENAMES[0] ?? "")?.userAgent).not.toMatch(/twine/);
  });

  it.each(FILENAMES)("has the fields and values of twine's but for the listed differences: %s", (filename) => {
    const expected = valuesByField(twineForms.get(filename));
    for (const { field, onlyOurs } of FORM_DIFFERENCES) {
      const values = onlyOurs[filename];
      if (values !== undefined) {
        expect(expected).not.toHaveProperty(field);
        expected[field] = [...values];
      }
    }
    expect(valuesByField(ourForms.get(filename))).toEqual(expected);
  });

  it.each(FILENAMES)("carries the same file under the same name and type: %s", (filename) => {
    expect(ourForms.get(filename)?.file).toEqual(twineForms.get(filename)?.file);
  });

  it("differs only for fixtures that exist", () => {
    const named = FORM_DIFFERENCES.flatMap(({ onlyOurs }) => Object.keys(onlyOurs));
    expect(FILENAMES).toEqual(expect.arrayContaining(named));
  });
});
