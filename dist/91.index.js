export const id = 91;
export const ids = [91];
export const modules = {

/***/ 8015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gn: () => (/* binding */ unattested),
/* harmony export */   Jn: () => (/* binding */ passedOver),
/* harmony export */   OQ: () => (/* binding */ projectFindings),
/* harmony export */   Yf: () => (/* binding */ newProjectFindings),
/* harmony export */   hj: () => (/* binding */ conflict)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7211);
/* harmony import */ var _standards_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4842);
/* harmony import */ var _verification_rules_project_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9110);



const DAY_MS = 86_400_000;
const OPEN_DAYS = 14;
const GIB = 1024 ** 3;
const USUAL_PROJECT_GIB = 10;
/** P-20: the name is taken by other content. */
function conflict(filename, hashes, target) {
    const free = target.kind === "other" ? "" : " (names are never free again, not even those of deleted files)";
    return {
        filename,
        code: "file-name-used",
        rule: "P-20",
        severity: "error",
        message: `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(filename, 255)} is on ${target.name} with other content: ${both(hashes)}.`,
        remedy: `Release what has changed under a new version${free}, or set \`skip-existing: true\` to leave the file on the index as it is.`,
    };
}
function passedOver(filename, hashes, target) {
    return {
        filename,
        code: "file-name-used",
        severity: "warning",
        message: `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(filename, 255)} is passed over: ${target.name} holds a file of this name with other content (${both(hashes)}).`,
        remedy: "What was built for this run is not what people install; release it under a new version.",
    };
}
/** For who requires attestations; those of a file are taken with its upload only (index rule P-19). */
function unattested(filename, target) {
    return {
        filename,
        code: "attestations-unavailable",
        severity: "warning",
        message: `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(filename, 255)} is on ${target.name} already, which lists no attestations of it, and none can be added.`,
        remedy: "If it was attested, the index is late; if not, release a new version to have it attested.",
    };
}
function both({ local, indexed }) {
    return `SHA-256 there ${indexed}, here ${local}`;
}
/** P-07, for a project that is to be created. P-10 would need the names of all projects. */
function newProjectFindings([first], target) {
    if (first === undefined) {
        return [];
    }
    const { filename, metadata } = first;
    return (0,_verification_rules_project_name_js__WEBPACK_IMPORTED_MODULE_1__/* .newProjectNameViolations */ .Dx)(metadata.name).map(({ rule, message, remedy }) => ({
        filename,
        code: "upload-forbidden",
        rule,
        severity: "warning",
        message: `${target.name} has no project ${metadata.name} yet. ${message}`,
        remedy,
    }));
}
/** Whether the project takes new files, and each of its releases takes those it would get. */
function projectFindings(absent, state) {
    const [first] = absent;
    if (first === undefined) {
        return [];
    }
    const releases = Map.groupBy(absent, ({ metadata: { version } }) => (0,_standards_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version) ?? version);
    return [
        ...statusFindings(first, state),
        ...[...releases].flatMap(([key, files]) => {
            const indexed = [...state.page.files.values()].filter(({ filename }) => releaseOf(filename) === key);
            return [
                ...closedFindings(files, indexed, state),
                ...sdistFindings(files, indexed, state),
                ...yanked(files, indexed),
            ];
        }),
        ...sizeFindings(absent, state),
    ];
}
/** PEP 792; on PyPI an archived project refuses everybody (P-13) and a quarantined one publishers (P-14). */
function statusFindings(first, { page, target, rulesOfPypi }) {
    const { status, statusReason } = page;
    const because = statusReason === undefined ? "" : ` The index says: ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(statusReason, 300)}`;
    const about = { filename: first.filename, code: "upload-forbidden" };
    const severity = rulesOfPypi ? "error" : "warning";
    const message = `The project ${first.metadata.name} is ${status} on ${target.name}.${because}`;
    switch (status) {
        case "archived":
            return [
                {
                    ...about,
                    rule: "P-13",
                    severity,
                    message,
                    remedy: "Unarchive it in the settings of the project, then run the job again.",
                },
            ];
        case "quarantined":
            return [
                {
                    ...about,
                    rule: "P-14",
                    severity,
                    message,
                    remedy: `Talk to the administrators of ${target.name}; there is no way around a quarantine.`,
                },
            ];
        case "deprecated":
            return [{ ...about, severity: "warning", message, remedy: "Installers may warn about it; the release goes on." }];
        default:
            return [];
    }
}
/**
 * P-22. When the release was created is not published; the oldest of its files is at most as old, so what this calls
 * closed is closed.
 */
function closedFindings(files, indexed, { target, rulesOfPypi, now }) {
    const oldest = indexed.reduce((least, { uploadedAtMs = Number.POSITIVE_INFINITY }) => Math.min(least, uploadedAtMs), Number.POSITIVE_INFINITY);
    if (!rulesOfPypi || now - oldest <= OPEN_DAYS * DAY_MS || !Number.isFinite(oldest)) {
        return [];
    }
    const since = new Date(oldest).toISOString().slice(0, 10);
    return files.map(({ filename, metadata: { name, version } }) => ({
        filename,
        code: "release-closed",
        rule: "P-22",
        severity: "error",
        message: `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(filename, 255)} is new to ${name} ${version}, whose first file came on ${since}: ${target.name} takes no new files for releases older than ${OPEN_DAYS} days.`,
        remedy: "Release a new version.",
    }));
}
/** P-23: met when the file of the other sdist is named differently, by another spelling of the version (P-24). */
function sdistFindings(files, indexed, { target, rulesOfPypi }) {
    const other = indexed.find(({ filename }) => !filename.endsWith(".whl"));
    if (!rulesOfPypi || other === undefined) {
        return [];
    }
    return files
        .filter(({ kind }) => kind === "sdist")
        .map(({ filename }) => ({
        filename,
        code: "release-closed",
        rule: "P-23",
        severity: "error",
        message: `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(filename, 255)} cannot join ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(other.filename, 255)}: a release on ${target.name} has one source distribution.`,
        remedy: "Leave it out, or release a new version.",
    }));
}
/** P-27: accepted, and of no use to those who install. */
function yanked([first], indexed) {
    if (first === undefined || indexed.length === 0 || !indexed.every((file) => file.yanked)) {
        return [];
    }
    const { name, version } = first.metadata;
    return [
        {
            filename: first.filename,
            code: "release-closed",
            rule: "P-27",
            severity: "warning",
            message: `The release ${version} of ${name} is yanked.`,
            remedy: "Installers leave it alone unless they are asked for exactly this version.",
        },
    ];
}
/** P-17: the usual limit, which PyPI raises for projects that ask. */
function sizeFindings(absent, { page, target, rulesOfPypi }) {
    const [first] = absent;
    const stored = [...page.files.values()].reduce((sum, { size }) => sum + (size ?? 0), 0);
    const total = absent.reduce((sum, { size }) => sum + size, stored);
    if (first === undefined || !rulesOfPypi || stored === 0 || total <= USUAL_PROJECT_GIB * GIB) {
        return [];
    }
    return [
        {
            filename: first.filename,
            code: "file-too-large",
            rule: "P-17",
            severity: "warning",
            message: `${first.metadata.name} would have ${total} bytes on ${target.name}, where a project has ${USUAL_PROJECT_GIB * GIB} in all unless its limit has been raised.`,
            remedy: "Delete old files, or ask for a higher limit.",
        },
    ];
}
/** Key of the version in a file name; what cannot be read belongs to no release of today. */
function releaseOf(filename) {
    const stem = filename.replace(/\.(whl|tar\.gz|zip)$/, "");
    const version = filename.endsWith(".whl") ? stem.split("-")[1] : stem.slice(stem.lastIndexOf("-") + 1);
    return (0,_standards_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version ?? "");
}


/***/ }),

/***/ 6431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ printHashes)
/* harmony export */ });
/** The lines of the action this one replaces, which other steps may read. */
function printHashes({ filename }, { sha256, md5, blake2b256 }, log) {
    log.group(`Hashes of ${filename}`, [`SHA256: ${sha256}`, `MD5: ${md5}`, `BLAKE2-256: ${blake2b256}`]);
}


/***/ }),

/***/ 1091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hashFirst: () => (/* binding */ hashFirst),
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/distribution/digests.js + 2 modules
var distribution_digests = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/http/answer-text.js
var answer_text = __webpack_require__(966);
// EXTERNAL MODULE: ./lib/http/exchange-error.js
var exchange_error = __webpack_require__(44);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/form-data/lib/form_data.js
var form_data = __webpack_require__(6454);
;// CONCATENATED MODULE: ./lib/http/multipart.js



/** The file is not the one whose digests are in the form. Its request was broken off before its last byte. */
class FileChangedError extends Error {
    name = "FileChangedError";
    code = "FILE_CHANGED";
}
const PIECE_BYTES = 256 * 1024;
/**
 * A fresh body for one attempt; a body that has been read once cannot be sent again.
 * Text parts carry no `filename` and no Content-Type of their own (index rules H-05, H-07).
 * The stream fails with FileChangedError when the file is not what it was.
 */
function multipartBody({ fields, file }) {
    const data = new form_data();
    for (const [name, value] of fields) {
        data.append(name, value);
    }
    data.append(file.field, Buffer.alloc(0), { filename: file.filename, contentType: "application/octet-stream" });
    const end = Buffer.from(`\r\n--${data.getBoundary()}--\r\n`);
    const whole = data.getBuffer();
    const head = whole.subarray(0, whole.length - end.length);
    const taken = { bytes: 0 };
    return {
        contentType: `multipart/form-data; boundary=${data.getBoundary()}`,
        contentLength: head.length + file.size + end.length,
        // One piece ahead: it is read from disk while the one before is on its way.
        stream: external_node_stream_.Readable.from(counted(pieces(head, file, end), taken), { objectMode: false, highWaterMark: 1 }),
        taken,
    };
}
async function* counted(pieces, taken) {
    for await (const piece of pieces) {
        taken.bytes += piece.length;
        yield piece;
    }
}
/**
 * Head, file and end of a form. The pieces of the file share two buffers, or eight uploads side by side would leave
 * hundreds of megabytes for the garbage collector: a piece is good until the next but one is asked for. undici asks for
 * no further piece before the last one has left for the kernel.
 */
async function* pieces(head, file, end) {
    const handle = await (0,external_node_fs_promises_.open)(file.path);
    try {
        const opened = await handle.stat({ bigint: true });
        if (opened.size !== BigInt(file.size) || (file.stamp !== undefined && !isSame(opened, file.stamp))) {
            throw new FileChangedError("it was changed after its digests were computed");
        }
        yield head;
        const buffers = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)];
        let turn = 0;
        for (let at = 0; at < file.size;) {
            const piece = await fill(handle, buffers[turn], at, Math.min(PIECE_BYTES, file.size - at));
            at += piece.length;
            turn = turn === 0 ? 1 : 0;
            // Before the last piece: what has changed must not arrive whole.
            if (at === file.size && !isSame(await handle.stat({ bigint: true }), opened)) {
                throw new FileChangedError("it was changed while it was being sent");
            }
            yield piece;
        }
        // Before the end of the form: a quick answer must find a stream that has ended.
        await handle.close();
        yield end;
    }
    finally {
        await handle.close();
    }
}
/** A whole piece: one that was shorter than what undici's socket holds could be overwritten before it has left. */
async function fill(handle, buffer, position, length) {
    for (let filled = 0; filled < length;) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
        if (bytesRead === 0) {
            throw new FileChangedError("it became shorter while it was being sent");
        }
        filled += bytesRead;
    }
    return buffer.subarray(0, length);
}
function isSame(now, then) {
    return (now.dev === then.dev &&
        now.ino === then.ino &&
        now.size === then.size &&
        now.mtimeNs === then.mtimeNs &&
        now.ctimeNs === then.ctimeNs);
}

// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __webpack_require__(8394);
// EXTERNAL MODULE: ./lib/package-index/target.js
var package_index_target = __webpack_require__(6196);
;// CONCATENATED MODULE: ./lib/package-index/refusals.js


/**
 * Whether the index says that it holds a file of this name. PyPI says so with 400
 * and a text that it keeps stable (index rule P-20), other indexes with 409; PyPI's
 * own 409 is a race for a new project name and never "file exists" (P-08).
 */
function isFileExists({ status, text, target }) {
    if (/^file already exists\b/i.test(text)) {
        return status === 400 || status === 409;
    }
    if (target.kind !== "other") {
        return false;
    }
    return status === 409
        ? !/conflicts with an existing project/i.test(text)
        : TAKEN.some((taken) => taken.status === status && taken.words.test(text));
}
/** How other indexes say that a name is taken, each with the status it comes with. */
const TAKEN = [
    // GitLab
    { status: 400, words: /file name has already been taken/i },
    // Nexus, with its older and its newer database
    { status: 400, words: /does not allow updating assets|cannot be updated/i },
    // Google Artifact Registry
    { status: 400, words: /requested entity already exists/i },
    // pulp; pypiserver, to clients that call themselves twine
    { status: 400, words: /^package .+ already exists/i },
    // Artifactory, for users that may not delete
    { status: 403, words: /not enough permissions to (delete\/)?overwrite/i },
];
/** The index's words and what follows from them; the first that matches counts. Texts are matched by their beginning or core, since they age. */
const CASES = [
    {
        matches: (refusal) => isFileExists(refusal) && refusal.uncertain,
        explain: () => ({
            code: "file-name-used",
            remedy: "Give the Simple API of the index as `check-url` to have contents compared, and run the job again; without it, `skip-existing: true` passes the file over.",
        }),
    },
    {
        matches: isFileExists,
        explain: ({ target }) => ({
            code: "file-name-used",
            remedy: target.kind === "other"
                ? "A file of this name is on the index, and its content could not be compared: give the Simple API of the index as `check-url`. If the content differs, release under a new version, or set `skip-existing: true` to leave the file on the index as it is."
                : "A file of this name with other content is on the index, and names are never free again: release under a new version. If files that are there already should be passed over, set `skip-existing: true`.",
        }),
    },
    {
        matches: ({ text }) => /previously used by a file that has since been deleted/i.test(text),
        explain: () => ({
            code: "file-name-used",
            remedy: "The name of a deleted file cannot be used again: release under a new version.",
        }),
    },
    {
        matches: ({ text }) => /^file too large/i.test(text) || /project size too large/i.test(text),
        explain: () => ({ code: "file-too-large", remedy: "Make the file smaller, or ask the index for a higher limit." }),
    },
    {
        matches: ({ status }) => status === 413,
        explain: () => ({
            code: "file-too-large",
            remedy: "The index or a proxy before it limits the size of requests: raise that limit or make the file smaller.",
        }),
    },
    {
        matches: ({ text }) => /token is expired/i.test(text),
        explain: (refusal) => refusal.credentialKind === "minted"
            ? credentialRefused(refusal)
            : {
                code: "credential-refused",
                remedy: `Make a new API token at ${refusal.target.name}, and put it into the secret that \`password\` is taken from.`,
            },
    },
    {
        matches: ({ text }) => /non-user identities cannot create new projects/i.test(text),
        explain: ({ project, target }) => ({
            code: "upload-forbidden",
            remedy: `The trusted publisher of this job belongs to another project name than ${project}. Register it for ${project}, or correct the name in the build configuration; a project that is new to ${target.name} needs a pending publisher with exactly this name.`,
        }),
    },
    {
        matches: ({ text }) => /token is not valid for project|isn't allowed to upload to project/i.test(text),
        explain: ({ project, target, credentialKind }) => ({
            code: "upload-forbidden",
            remedy: credentialKind === "minted"
                ? `Register this workflow as trusted publisher of ${project} at ${target.name}, and check that the project is not archived.`
                : `Use a token whose scope holds ${project}, of an account that may upload to it, and check that the project is not archived.`,
        }),
    },
    {
        matches: ({ text }) => /uploads are temporarily disabled|registration temporarily disabled/i.test(text),
        explain: () => ({ code: "upload-forbidden", remedy: "This is no fault of the files: run the job again later." }),
    },
    {
        matches: ({ status, text }) => status === 401 || (status === 403 && /authentication|signatures do not match|password/i.test(text)),
        explain: credentialRefused,
    },
    {
        matches: ({ status }) => status === 403,
        explain: ({ project, target, credentialKind }) => ({
            code: "upload-forbidden",
            remedy: `${credentialKind === "basic" ? "Check `user` and `password`, and" : "Check"} that this credential may upload to ${project} at ${target.name}.`,
        }),
    },
    {
        matches: ({ status }) => status < 400 || [404, 405, 410].includes(status),
        explain: ({ target }) => ({
            code: "upload-endpoint-wrong",
            remedy: `${target.uploadUrl.href} does not take uploads. Set \`repository-url\` to the upload address of the index (for PyPI https://upload.pypi.org/legacy/), not to its web or Simple API address.`,
        }),
    },
    {
        matches: ({ status }) => status === 429,
        explain: () => ({
            code: "upload-refused",
            remedy: "The index limits how much may be done in a time: run the job again later.",
        }),
    },
    {
        matches: ({ status }) => status >= 500,
        explain: ({ target }) => ({
            code: "index-unreachable",
            remedy: `Run the job again: ${(0,package_index_target/* runAgain */.qL)(target)}.`,
        }),
    },
];
function credentialRefused({ target, credentialKind }) {
    const remedies = {
        minted: "Run the job again: it gets a fresh token.",
        "api-token": `Check that the API token is one of ${target.name} (tokens of PyPI and TestPyPI are not interchangeable), that it has not been deleted, and that the secret reaches this job.`,
        basic: `Check \`user\` and \`password\` for ${target.name}, and that the secret reaches this job.`,
    };
    return { code: "credential-refused", remedy: remedies[credentialKind] };
}
/** One readable error for a refused upload, whatever form the index's answer had. */
function explainUploadRefusal(refusal) {
    const { code, remedy } = CASES.find(({ matches }) => matches(refusal))?.explain(refusal) ?? {
        code: "upload-refused",
        remedy: "Act on what the index says, build again if the files are at fault, then run the job again.",
    };
    const said = refusal.text === "" ? "It gives no reason." : `It says: ${refusal.text}`;
    const before = refusal.uncertain ? " An attempt before this one may have stored the file." : "";
    const { target, filename, status } = refusal;
    const refused = status >= 500 ? "failed to take" : status < 400 ? "did not take" : "refused";
    return new errors/* PublishError */.S1(code, `${target.name} ${refused} ${filename} (status ${status}).${before} ${said}`, {
        remedy,
        filename,
    });
}

;// CONCATENATED MODULE: ./lib/package-index/upload-form.js
/**
 * The form of the upload API for one distribution: every field its core metadata
 * has, a part for each value, and nothing that is empty (index rules H-01, H-06,
 * H-12 to H-17, A-03; names and repetition from the table "Form fields").
 */
function uploadForm(distribution, digests, attestations) {
    const fields = [
        [":action", "file_upload"],
        ["protocol_version", "1"],
    ];
    for (const [field, values] of distribution.metadata.fields) {
        for (const value of values) {
            fields.push([field, value]);
        }
    }
    fields.push(["filetype", distribution.kind === "wheel" ? "bdist_wheel" : "sdist"], ["pyversion", distribution.kind === "wheel" ? distribution.pythonTag : "source"], ["sha256_digest", digests.sha256], ["blake2_256_digest", digests.blake2b256]);
    if (attestations !== undefined) {
        fields.push(["attestations", attestations]);
    }
    const { path, filename, size } = distribution;
    const { stamp } = digests;
    return { fields, file: { field: "content", path, filename, size, ...(stamp !== undefined && { stamp }) } };
}

;// CONCATENATED MODULE: ./lib/package-index/upload-api.js








/** Warehouse stops a request after 240 s of work (index rule H-26); before that, silence can be work. */
const SERVER_WORK_MS = 250_000;
const STORED = new Set([200, 201, 202, 204]);
/**
 * One distribution through the upload API, sent again with the same bytes when what
 * happened is transient, and once with a renewed token when the index calls the one
 * shown expired. Refusals and failures are outcomes, not exceptions.
 *
 * @throws PublishError when there is no right to upload any more and nothing has been sent.
 */
async function uploadDistribution(http, upload, { log, signal }) {
    const what = `the upload of ${upload.distribution.filename}`;
    const attempts = new Attempts(upload);
    try {
        const { mends, secrets } = attempts;
        const persisted = await (0,retry/* persist */.Zr)(http, () => attempts.next(), { log, signal, what, mends });
        const end = await endOf(upload, persisted, secrets);
        const { attempts: count, stopped, uncertain } = persisted;
        const error = stopped !== undefined && end.kind !== "stored" && { error: stopped };
        return { ...end, ...error, attempts: count, uncertain };
    }
    catch (error) {
        // The answer to an attempt that was sent: a file that went out must not be reported as not attempted.
        if (error instanceof errors/* PublishError */.S1 && error.code === "redirect-refused") {
            return { kind: "refused", fileExists: false, error, attempts: 1, uncertain: false };
        }
        throw error;
    }
    finally {
        attempts.end();
    }
}
/** The requests of one upload, each with a right that is good when it starts. */
class Attempts {
    #upload;
    #form;
    #held;
    #renewed = false;
    secrets = [];
    constructor(upload) {
        this.#upload = upload;
        this.#form = uploadForm(upload.distribution, upload.digests, upload.attestations);
    }
    async next() {
        this.end();
        const { rights, target, distribution } = this.#upload;
        this.#held = await rights.take(distribution.size);
        this.secrets.push(...this.#held.right.secrets);
        return {
            method: "POST",
            url: target.uploadUrl,
            accept: "application/json",
            authorization: this.#held.right.authorization,
            body: () => this.#body(),
            idleMs: SERVER_WORK_MS,
        };
    }
    #body() {
        const body = multipartBody(this.#form);
        this.#upload.follow?.(body);
        return body;
    }
    /** Index rule O-15: a token that ran out while the bytes were on their way is replaced, once. */
    mends = async (answer) => {
        if (this.#renewed || answer.status !== 403 || !/token is expired/i.test(await (0,answer_text/* answerText */.yy)(answer))) {
            return false;
        }
        this.#renewed = true;
        return this.#held?.refusedAsExpired() === true;
    };
    end() {
        this.#held?.giveBack();
    }
}
async function endOf(upload, { outcome, uncertain }, secrets) {
    if (outcome instanceof exchange_error/* ExchangeError */.Sb) {
        return failed(upload, outcome, uncertain);
    }
    if (STORED.has(outcome.status) && outcome.requestSent && !isPage(outcome)) {
        return { kind: "stored" };
    }
    return refused(upload, outcome, { uncertain, secrets });
}
async function refused({ distribution, target, rights }, answer, { uncertain, secrets }) {
    const refusal = {
        status: answer.status,
        text: await (0,answer_text/* answerText */.yy)(answer, secrets),
        filename: distribution.filename,
        project: distribution.metadata.name,
        target,
        credentialKind: rights.kind,
        uncertain,
    };
    const error = explainUploadRefusal(refusal);
    const fileExists = isFileExists(refusal);
    // What refuses the last attempt says nothing about one before it, which may have stored the file.
    return answer.status >= 500 || (uncertain && !fileExists)
        ? { kind: "unknown", error }
        : { kind: "refused", fileExists, error };
}
/** A login page or a web site that answers 200 to everything has stored nothing. An upload API says success without a page. */
function isPage(answer) {
    return /<(!doctype|html|head|body|title)\b/i.test(answer.body);
}
function failed({ distribution, target, rights, proven }, error, uncertain) {
    const { filename } = distribution;
    if (error.phase === "not-sent" && !uncertain) {
        const remedy = error.remedy ?? "Run the job again.";
        const message = `${filename} was not sent to ${target.name}: ${error.message}`;
        return {
            kind: "not-sent",
            error: new errors/* PublishError */.S1(error.cause instanceof FileChangedError ? "distribution-invalid" : "index-unreachable", message, { remedy, filename, cause: error }),
        };
    }
    // pypiron, for one, answers 401 and resets the connection while the body is on its way, so that the answer gets lost.
    const doubtful = rights.kind !== "minted" && proven !== true && error.phase === "unanswered";
    const doubt = doubtful ? "Some servers do this when `user` or `password` is wrong: check them first. " : "";
    const message = `${filename} was sent, but ${target.name} gave no whole answer, so it may or may not be stored: ${error.message}`;
    return {
        kind: "unknown",
        error: new errors/* PublishError */.S1("index-answer-invalid", message, {
            remedy: error.remedy ?? `${doubt}Run the job again: ${(0,package_index_target/* runAgain */.qL)(target)}.`,
            filename,
            cause: error,
        }),
    };
}

// EXTERNAL MODULE: ./lib/package-index/upload-result.js
var upload_result = __webpack_require__(3168);
// EXTERNAL MODULE: ./lib/pool.js
var pool = __webpack_require__(4057);
// EXTERNAL MODULE: ./lib/quantity.js
var quantity = __webpack_require__(9502);
// EXTERNAL MODULE: ./lib/publish/hashes.js
var hashes = __webpack_require__(6431);
// EXTERNAL MODULE: ./lib/distribution/release-key.js
var release_key = __webpack_require__(2573);
;// CONCATENATED MODULE: ./lib/publish/plan.js

/** One plan a release, in the order of the distributions given. */
function planReleases(distributions) {
    return [...Map.groupBy(distributions, release_key/* releaseKey */.D).values()].map(planRelease);
}
function planRelease(distributions) {
    const [first, ...wheels] = distributions.filter(({ kind }) => kind === "wheel");
    const sdists = distributions.filter(({ kind }) => kind === "sdist");
    return { steps: [first === undefined ? [] : [first], wheels, sdists].filter((step) => step.length > 0) };
}

;// CONCATENATED MODULE: ./lib/publish/progress.js

/** Milliseconds between two lines about one file; a shorter upload has none. */
const EVERY_MS = 10_000;
/** Says every ten seconds how far the upload of a file is: share, rate, time left. */
class Progress {
    #filename;
    #log;
    #clock;
    #timer;
    #attempt;
    constructor(filename, { log, clock }) {
        this.#filename = filename;
        this.#log = log;
        this.#clock = clock;
        this.#timer = setInterval(() => this.#say(), EVERY_MS);
    }
    /** From now on this attempt counts. */
    follow = (sent) => {
        this.#attempt = { ...sent, since: this.#clock.now() };
    };
    end() {
        clearInterval(this.#timer);
    }
    #say() {
        if (this.#attempt !== undefined) {
            const seconds = (this.#clock.now() - this.#attempt.since) / 1000;
            this.#log.info(`${this.#filename}: ${progressText(this.#attempt, seconds)}`);
        }
    }
}
/** @param seconds since the attempt began */
function progressText({ contentLength, taken: { bytes } }, seconds) {
    if (bytes === 0) {
        return `waiting for a connection (${(0,quantity/* humanSeconds */.Nj)(seconds)})`;
    }
    if (bytes >= contentLength) {
        return `all sent, waiting for the answer (${(0,quantity/* humanSeconds */.Nj)(seconds)})`;
    }
    const left = ((contentLength - bytes) / bytes) * seconds;
    const share = Math.floor((100 * bytes) / contentLength);
    return `${share} % of ${(0,quantity/* humanSize */.Xe)(contentLength)} sent, ${(0,quantity/* humanRate */.S6)(bytes, seconds)}, about ${(0,quantity/* humanSeconds */.Nj)(left)} left`;
}

// EXTERNAL MODULE: ./lib/publish/compare-findings.js
var compare_findings = __webpack_require__(8015);
;// CONCATENATED MODULE: ./lib/publish/held-content.js
/** A guess is worth one attempt. */
const GUESS_MS = 30_000;
/**
 * Looks up, caches passed by, what the index holds under the name of a file: after an upload whose fate is unknown,
 * or one refused because the name is taken. Addresses that are only guessed can say that the content is the same,
 * and nothing else: what they list may come from elsewhere.
 */
async function lookUpHeldContent(file, readers) {
    for (const reader of readers) {
        const held = await lookUp(file, reader);
        if (held.kind === "same" || (held.kind !== "unknown" && reader.location.source !== "guessed")) {
            return held;
        }
    }
    return { kind: "unknown" };
}
async function lookUp({ project, filename, sha256 }, reader) {
    const isGuess = reader.location.source === "guessed";
    const reading = await (isGuess ? reader.projectNow(project, GUESS_MS) : reader.projectNow(project));
    if (reading.kind === "unreadable") {
        return { kind: "unknown" };
    }
    const listed = reading.kind === "listed" ? reading.page.files.get(filename) : undefined;
    if (listed === undefined) {
        return { kind: "absent" };
    }
    if (listed.sha256 === undefined) {
        return { kind: "unknown" };
    }
    return listed.sha256 === sha256 ? { kind: "same" } : { kind: "other", sha256: listed.sha256 };
}

;// CONCATENATED MODULE: ./lib/publish/settle.js



/**
 * The status of an upload. A name that is taken is settled by what is there: the same content is what was wanted,
 * also on indexes that refuse identical files; other content is an error, or passed over with `skipExisting`.
 */
async function settle(outcome, { distribution, sha256 }, settling) {
    if (outcome.kind === "stored") {
        return { status: "uploaded" };
    }
    const { error } = outcome;
    if (outcome.kind === "not-sent") {
        return { status: "not-attempted", error };
    }
    if (outcome.kind === "refused" && !outcome.fileExists) {
        return { status: "refused", error };
    }
    const { filename, metadata } = distribution;
    // What a guessed address lists may come from elsewhere: only after the index's own word that it holds the name is it asked.
    const readers = settling.readers.filter(({ location }) => outcome.kind === "refused" || location.source !== "guessed");
    const held = await lookUpHeldContent({ project: metadata.name, filename, sha256 }, readers);
    if (held.kind === "same") {
        // After an attempt without an answer it is this run that has put it there.
        return { status: outcome.kind === "refused" && !outcome.uncertain ? "already-present" : "uploaded" };
    }
    if (outcome.kind === "unknown") {
        return { status: "unknown", error };
    }
    if (held.kind === "other") {
        return taken(distribution, { local: sha256, indexed: held.sha256 }, error, settling);
    }
    return takenUnseen(outcome, filename, settling);
}
function taken({ filename }, hashes, cause, { target, skipExisting }) {
    if (skipExisting) {
        return { status: "passed-over", warning: (0,compare_findings/* passedOver */.Jn)(filename, hashes, target).message };
    }
    const { code, message, remedy } = (0,compare_findings/* conflict */.hj)(filename, hashes, target);
    return { status: "refused", error: new errors/* PublishError */.S1(code, message, { remedy, filename, cause }) };
}
/** PyPI itself says that the content is another one, unless an attempt before may have put it there (index rule P-19). */
function takenUnseen({ error, uncertain }, filename, { target, skipExisting, readers }) {
    if (skipExisting) {
        const warning = `${filename} is passed over: ${target.name} holds a file of this name, whose content could not be compared.`;
        return { status: "passed-over", warning };
    }
    const known = readers.find(({ location }) => location.source !== "guessed");
    if (known === undefined || !(error instanceof errors/* PublishError */.S1) || (target.kind !== "other" && !uncertain)) {
        return { status: "refused", error };
    }
    const remedy = `The contents could not be compared, since ${known.location.url.href} shows no SHA-256 of the file: if that address was out of order, run the job again. If what is there may stay as it is, set \`skip-existing: true\`; if not, release under a new version.`;
    return { status: "refused", error: new errors/* PublishError */.S1(error.code, error.message, { remedy, filename, cause: error }) };
}

;// CONCATENATED MODULE: ./lib/publish/publish.js










/** About what a wheel of usual size takes on a fast line. */
const STAGGER_MS = 20;
/**
 * Uploads the release by its plan, several distributions at once, and stops at the
 * first refusal: no further upload starts, those under way end. Every outcome is in
 * the ledger before anything else happens.
 *
 * @throws PublishError of the first refusal or failure.
 */
async function publish(release, publishing) {
    const uploads = new Uploads(publishing);
    (0,distribution_digests/* hashAhead */["in"])(release.distributions, digestOptions(publishing));
    const plans = await uploads.prove(planReleases(release.distributions));
    // No more releases at once than uploads: a refusal leaves few of them half published, and all the others whole or untouched.
    const releases = new pool/* Pool */.b(publishing.maxParallel);
    await Promise.all(plans.map((plan) => releases.run(() => uploads.carryOut(plan))));
    uploads.throwFailure();
}
/** Has the distributions hashed that {@link publish} begins with. */
function hashFirst({ distributions }, options) {
    (0,distribution_digests/* hashAhead */["in"])(planReleases(distributions).flatMap(({ steps }) => steps[0] ?? []), options);
}
class Uploads {
    #publishing;
    #pool;
    #failure;
    constructor(publishing) {
        this.#publishing = publishing;
        this.#pool = new pool/* Pool */.b(publishing.maxParallel);
    }
    /**
     * The first upload of all alone, where a password was given: a wrong one is shown once and not once for each
     * project, since indexes lock out who fails several times (pypiron, and what stands behind a directory).
     *
     * @returns what is left of the plans.
     */
    async prove(plans) {
        const [first, ...others] = plans;
        if (first === undefined || others.length === 0 || this.#publishing.credential.kind === "minted") {
            return plans;
        }
        await this.carryOut({ steps: first.steps.slice(0, 1) });
        return [{ steps: first.steps.slice(1) }, ...others];
    }
    async carryOut({ steps }) {
        const { http, target, maxParallel } = this.#publishing;
        for (const [index, step] of steps.entries()) {
            // The connection of this step stays open, too.
            http.warm(target.uploadUrl, Math.min(maxParallel, steps[index + 1]?.length ?? 0) - 1);
            await Promise.all(step.map((distribution, place) => this.#pool.run(() => this.#inTurn(distribution, place, step.length))));
        }
    }
    throwFailure() {
        if (this.#failure !== undefined) {
            throw this.#failure.error;
        }
    }
    /**
     * Where there is more to upload than goes at once, the first ones start one after the other: in step they would share
     * the line, then all wait for the index while it lies idle, round after round.
     */
    async #inTurn(distribution, place, count) {
        const { maxParallel, signal } = this.#publishing;
        if (count > maxParallel && place < maxParallel) {
            await (0,promises_.setTimeout)(place * STAGGER_MS, undefined, { signal }).catch(() => undefined);
        }
        await this.#one(distribution);
    }
    async #one(distribution) {
        if (this.#failure !== undefined) {
            return;
        }
        try {
            this.#publishing.signal.throwIfAborted();
            await publishOne(distribution, this.#publishing);
        }
        catch (error) {
            this.#failure ??= { error };
        }
    }
}
async function publishOne(distribution, publishing) {
    const { http, target, credential: rights, ledger, log, clock } = publishing;
    const digests = await (0,distribution_digests/* computeDigests */.Dw)(distribution, digestOptions(publishing));
    if (publishing.printHash) {
        (0,hashes/* printHashes */.W)(distribution, digests, log);
    }
    log.debug(`Sending ${distribution.filename} (${distribution.size} bytes) to ${target.uploadUrl.href}`);
    const started = clock.now();
    const attestations = publishing.attestations.get(distribution.path)?.attestations;
    const field = attestations === undefined ? undefined : JSON.stringify(attestations);
    const progress = new Progress(distribution.filename, publishing);
    const { follow } = progress;
    const proven = ledger.uploaded().length > 0;
    const upload = {
        distribution,
        digests,
        target,
        rights,
        proven,
        follow,
        ...(field !== undefined && { attestations: field }),
    };
    const outcome = await uploadDistribution(http, upload, publishing).finally(() => progress.end());
    const seconds = (clock.now() - started) / 1000;
    const { status, warning, error } = await settle(outcome, { distribution, sha256: digests.sha256 }, publishing);
    const attested = status === "uploaded" && attestations !== undefined;
    const took = status === "not-attempted" ? { attempts: 0, seconds: 0 } : { attempts: outcome.attempts, seconds };
    const result = { distribution, status, digests, attested, ...took };
    ledger.record(result);
    log.info(resultLine(result));
    if (warning !== undefined) {
        log.warning(warning);
    }
    if (error !== undefined) {
        throw error;
    }
}
function digestOptions({ printHash, signal }) {
    return { md5: printHash, signal };
}
/** One line a distribution: what became of it, and how long and how fast it went. */
function resultLine({ distribution: { filename, size }, status, seconds, attempts }) {
    const parts = [(0,quantity/* humanSize */.Xe)(size)];
    if (attempts > 0) {
        parts.push((0,quantity/* humanSeconds */.Nj)(seconds));
    }
    if (status === "uploaded") {
        parts.push((0,quantity/* humanRate */.S6)(size, seconds));
    }
    if (attempts > 1) {
        parts.push(`${attempts} attempts`);
    }
    return `${filename}: ${(0,upload_result/* statusText */.q)(status)} (${parts.filter((part) => part !== "").join(", ")})`;
}


/***/ })

};
