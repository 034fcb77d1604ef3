export const id = 936;
export const ids = [936];
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

/***/ 9936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareWithIndex: () => (/* binding */ compareWithIndex)
/* harmony export */ });
/* harmony import */ var _distribution_digests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4057);
/* harmony import */ var _standards_project_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5735);
/* harmony import */ var _verification_verification_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7527);
/* harmony import */ var _compare_findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8015);
/* harmony import */ var _hashes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6431);






const FILES_AT_ONCE = 4;
const REMEDY = "Nothing was uploaded. Act on what is listed, then publish all distributions together.";
/**
 * Holds the release against what the index lists: what is there with the same SHA-256 is `already-present`; what is
 * there with another is an error, or `passed-over` with `skipExisting`; the rest is left to upload. Whether the index
 * takes new files in these projects and releases is found out here too (index rules P-13 to P-30). An index that
 * cannot be read decides for itself when it gets the uploads.
 *
 * @throws VerificationError with every reason why the release cannot be completed, before anything is uploaded.
 */
async function compareWithIndex(release, comparing) {
    const { simpleApi, target, log } = comparing;
    if (simpleApi === undefined) {
        log.info(`What ${target.name} holds already is not looked up: where to read it is not known. Give its Simple API as \`check-url\` to have contents compared.`);
        return { release, warnings: [], projects: new Map() };
    }
    const projects = Map.groupBy(release.distributions, ({ metadata }) => (0,_standards_project_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normalizeProjectName */ .yz)(metadata.name));
    const pool = new _pool_js__WEBPACK_IMPORTED_MODULE_4__/* .Pool */ .b(FILES_AT_ONCE);
    const compared = await Promise.all([...projects].map(([name, distributions]) => compareProject(name, distributions, { ...comparing, simpleApi, pool })));
    const findings = compared.flatMap((project) => project.findings);
    const errors = findings.filter(({ severity }) => severity === "error");
    if (errors[0] !== undefined) {
        throw new _verification_verification_error_js__WEBPACK_IMPORTED_MODULE_1__/* .VerificationError */ .m(errors, errors[0].code, REMEDY);
    }
    const left = new Set(compared.flatMap((project) => project.left));
    const distributions = release.distributions.filter((distribution) => left.has(distribution));
    const known = compared.flatMap(({ name, exists }) => (exists === undefined ? [] : [[name, exists]]));
    return { release: { ...release, distributions }, warnings: findings, projects: new Map(known) };
}
async function compareProject(name, distributions, comparing) {
    const { simpleApi, rulesOfPypi, clock, target, signal } = comparing;
    const reading = await simpleApi.project(name);
    signal.throwIfAborted();
    if (reading.kind === "unreadable") {
        sayUnreadable(name, reading, comparing);
        return { name, exists: undefined, left: distributions, findings: [] };
    }
    if (reading.kind === "no-project") {
        const findings = rulesOfPypi ? (0,_compare_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .newProjectFindings */ .Yf)(distributions, target) : [];
        return { name, exists: false, left: distributions, findings };
    }
    const { files } = reading.page;
    const verdicts = await Promise.all(distributions.map((distribution) => compareFile(distribution, files.get(distribution.filename), comparing)));
    const left = verdicts.flatMap((verdict) => verdict.left ?? []);
    const absent = left.filter(({ filename }) => !files.has(filename));
    return {
        name,
        exists: true,
        left,
        findings: [
            ...verdicts.flatMap((verdict) => verdict.finding ?? []),
            ...(0,_compare_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .projectFindings */ .OQ)(absent, { page: reading.page, target, rulesOfPypi, now: clock.now() }),
        ],
    };
}
/** An index that should be readable and is not deserves a warning; one that was only assumed to be does not. */
function sayUnreadable(name, { reason }, { simpleApi, target, log }) {
    const message = `What ${target.name} holds of ${name} could not be compared, so it decides about each upload itself: ${reason}.`;
    if (simpleApi.location.source === "assumed") {
        log.info(message);
    }
    else {
        log.warning(message);
    }
}
/** A file is read only when the index lists one of its name. */
async function compareFile(distribution, indexed, comparing) {
    const { pool, log, target, printHash, skipExisting, attestationsRequired, signal } = comparing;
    if (indexed === undefined) {
        return { left: distribution };
    }
    if (indexed.sha256 === undefined) {
        log.info(`${target.name} lists ${distribution.filename} without a SHA-256, so its content is not compared.`);
        return { left: distribution };
    }
    const digests = await pool.run(() => (0,_distribution_digests_js__WEBPACK_IMPORTED_MODULE_0__/* .computeDigests */ .Dw)(distribution, { md5: printHash, signal }));
    if (printHash) {
        (0,_hashes_js__WEBPACK_IMPORTED_MODULE_5__/* .printHashes */ .W)(distribution, digests, log);
    }
    if (digests.sha256 === indexed.sha256) {
        const attested = indexed.hasProvenance;
        record(distribution, { digests, url: indexed.url, status: "already-present", attested }, comparing);
        log.info(`${distribution.filename}: already present (SHA-256 ${digests.sha256})`);
        const lacking = attestationsRequired && !attested;
        return lacking ? { finding: (0,_compare_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .unattested */ .Gn)(distribution.filename, target) } : {};
    }
    const hashes = { local: digests.sha256, indexed: indexed.sha256 };
    if (!skipExisting) {
        record(distribution, { digests, url: undefined, status: "not-attempted", attested: false }, comparing);
        return { finding: (0,_compare_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .conflict */ .hj)(distribution.filename, hashes, target) };
    }
    record(distribution, { digests, url: indexed.url, status: "passed-over", attested: false }, comparing);
    return { finding: (0,_compare_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .passedOver */ .Jn)(distribution.filename, hashes, target) };
}
function record(distribution, { url, ...found }, { ledger }) {
    ledger.record({ distribution, ...found, ...(url !== undefined && { url }), attempts: 0, seconds: 0 });
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


/***/ })

};
