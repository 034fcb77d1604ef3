export const id = 650;
export const ids = [650];
export const modules = {

/***/ 7650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Attester: () => (/* binding */ Attester)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/distribution/digests.js + 2 modules
var digests = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/pool.js
var lib_pool = __webpack_require__(4057);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/attestation/attestations-folder.js


/**
 * Writes the attestations made in this run as `FILE.publish.attestation` into a new folder below the given one. Never
 * into `packages-dir`: what lies there would be published, or be in the way of a second run over it.
 *
 * @returns the folder; undefined when none was made.
 * @throws Error of the file system
 */
async function keepAttestations(attestations, below) {
    const made = [...attestations].flatMap(([path, { made }]) => (made === undefined ? [] : [{ path, made }]));
    if (made.length === 0) {
        return undefined;
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(below, "attestations-"));
    for (const { path, made: attestation } of made) {
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, `${(0,external_node_path_.basename)(path)}.publish.attestation`), JSON.stringify(attestation));
    }
    return folder;
}

// EXTERNAL MODULE: ./lib/quote.js
var quote = __webpack_require__(7211);
// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var dist = __webpack_require__(1040);
// EXTERNAL MODULE: ./lib/http/answer-text.js
var answer_text = __webpack_require__(966);
// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(6413);
;// CONCATENATED MODULE: ./lib/attestation/statement.js


/** Predicate types that indexes take (index rule A-13). */
const PUBLISH = "https://docs.pypi.org/attestations/publish/v1";
const PROVENANCE = "https://slsa.dev/provenance/v1";
/** Type of the signed payload (in-toto; https://github.com/secure-systems-lab/dsse). */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** Names of digests that the index knows; a statement with another one is no statement to it (A-12). */
const DIGEST_NAMES = new Set(["sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"]);
/** The in-toto statement of a publish attestation: who signs it published this file (PEP 740, index rule A-12). */
function publishStatement({ filename, sha256 }) {
    const statement = {
        _type: STATEMENT_TYPE,
        subject: [{ name: filename, digest: { sha256 } }],
        predicateType: PUBLISH,
        predicate: null,
    };
    return Buffer.from(JSON.stringify(statement), "utf8");
}
/**
 * Predicate type of a statement about the subject and nothing else (index rules A-12, A-13).
 *
 * @throws Error that says what is wrong with it.
 */
function checkStatement(payload, { filename, sha256 }) {
    const statement = parse(payload);
    if ((0,json/* member */.D)(statement, "_type") !== STATEMENT_TYPE) {
        throw new Error("the payload is no in-toto statement of version 1");
    }
    const subjects = (0,json/* member */.D)(statement, "subject");
    if (!Array.isArray(subjects) || subjects.length !== 1) {
        throw new Error("the statement has not exactly one subject");
    }
    const name = (0,json/* member */.D)(subjects[0], "name");
    if (name !== filename) {
        throw new Error(`the subject is ${shown(name)}, not this file`);
    }
    const digest = (0,json/* member */.D)(subjects[0], "digest");
    if (Object.entries(digest ?? {}).some(([kind, value]) => !DIGEST_NAMES.has(kind) || typeof value !== "string")) {
        throw new Error("the subject has a digest that the index does not know");
    }
    if ((0,json/* member */.D)(digest, "sha256") !== sha256) {
        throw new Error("the SHA-256 of the subject is not that of the file");
    }
    return predicateTypeOf(statement);
}
function predicateTypeOf(statement) {
    const predicate = (0,json/* member */.D)(statement, "predicate") ?? null;
    if (typeof predicate !== "object" || Array.isArray(predicate)) {
        throw new Error("the predicate is no object");
    }
    const type = (0,json/* member */.D)(statement, "predicateType");
    if (type !== PUBLISH && type !== PROVENANCE) {
        throw new Error(`the index does not take the predicate type ${shown(type)}`);
    }
    return type;
}
function shown(value) {
    return typeof value === "string" ? (0,quote/* quote */.h)(value, 200) : "no text";
}
function parse(payload) {
    try {
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    }
    catch (cause) {
        throw new Error("the payload is not JSON", { cause });
    }
}

;// CONCATENATED MODULE: ./lib/attestation/attestation.js



/**
 * Reads an attestation strictly (index rules A-03, A-06, A-07): what it gives holds all that was read, and nothing else,
 * so that what is checked is what is sent.
 *
 * @throws Error that says which member is wrong.
 */
function parseAttestation(text) {
    // Without the parser's own words, which show a piece of the text.
    const value = (0,answer_text/* parseJson */.qF)(text);
    if (value === undefined) {
        throw new Error("it is not JSON");
    }
    const whole = new Reader(value, "it");
    if (whole.has("mediaType")) {
        throw new Error("it is a Sigstore bundle, not a PEP 740 attestation");
    }
    if (whole.member("version") !== 1) {
        throw new Error("its version is not 1");
    }
    const material = whole.object("verification_material");
    const envelope = whole.object("envelope");
    return {
        version: 1,
        verification_material: {
            certificate: material.base64("certificate"),
            transparency_entries: [transparencyEntry(material.onlyItem("transparency_entries"))],
        },
        envelope: { statement: envelope.base64("statement"), signature: envelope.base64("signature") },
    };
}
/** The index refuses an entry with a member that it does not know. */
function transparencyEntry(entry) {
    entry.only("logIndex", "logId", "kindVersion", "integratedTime", "inclusionPromise", "inclusionProof", "canonicalizedBody");
    const proof = entry.object("inclusionProof").only("logIndex", "rootHash", "treeSize", "hashes", "checkpoint");
    const kindVersion = entry.object("kindVersion").only("kind", "version");
    return {
        logIndex: entry.integer("logIndex"),
        logId: { keyId: entry.object("logId").only("keyId").base64("keyId") },
        kindVersion: { kind: kindVersion.text("kind"), version: kindVersion.text("version") },
        integratedTime: entry.integer("integratedTime"),
        inclusionPromise: {
            signedEntryTimestamp: entry
                .object("inclusionPromise")
                .only("signedEntryTimestamp")
                .base64("signedEntryTimestamp"),
        },
        inclusionProof: {
            logIndex: proof.integer("logIndex"),
            rootHash: proof.base64("rootHash"),
            treeSize: proof.integer("treeSize"),
            hashes: proof.base64List("hashes"),
            checkpoint: { envelope: proof.object("checkpoint").only("envelope").text("envelope") },
        },
        canonicalizedBody: entry.base64("canonicalizedBody"),
    };
}
/** The Sigstore bundle (v0.3) that an attestation was made from, as the index puts it together again. */
function toBundle({ verification_material, envelope }) {
    return (0,dist/* bundleFromJSON */.vw)({
        mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
        verificationMaterial: {
            certificate: { rawBytes: verification_material.certificate },
            tlogEntries: verification_material.transparency_entries,
        },
        dsseEnvelope: {
            payload: envelope.statement,
            payloadType: PAYLOAD_TYPE,
            signatures: [{ sig: envelope.signature, keyid: "" }],
        },
    });
}
/** Takes members out of untrusted JSON; every fault names its place. */
class Reader {
    #members;
    #place;
    constructor(value, place) {
        if (typeof value !== "object" || value === null || Array.isArray(value)) {
            throw new Error(`${place} is no JSON object`);
        }
        this.#members = new Map(Object.entries(value));
        this.#place = place;
    }
    has(name) {
        return this.#members.has(name);
    }
    member(name) {
        return this.#members.get(name);
    }
    only(...names) {
        const stranger = [...this.#members.keys()].find((name) => !names.includes(name));
        if (stranger !== undefined) {
            throw new Error(`${this.#place} has an unknown member ${JSON.stringify(stranger.slice(0, 60))}`);
        }
        return this;
    }
    object(name) {
        return new Reader(this.member(name), name);
    }
    onlyItem(name) {
        const value = this.member(name);
        if (!Array.isArray(value) || value.length !== 1) {
            throw new Error(`${name} has not exactly one item`);
        }
        return new Reader(value[0], name);
    }
    text(name) {
        const value = this.member(name);
        if (typeof value !== "string" || value === "") {
            throw new Error(`${name} is no text`);
        }
        return value;
    }
    integer(name) {
        const value = this.text(name);
        if (!/^\d{1,19}$/.test(value)) {
            throw new Error(`${name} is no whole number`);
        }
        return value;
    }
    base64(name) {
        return base64(this.member(name), name);
    }
    base64List(name) {
        const value = this.member(name);
        if (!Array.isArray(value)) {
            throw new Error(`${name} is no list`);
        }
        return value.map((item) => base64(item, name));
    }
}
function base64(value, name) {
    const isBase64 = typeof value === "string" && value.length > 0 && value.length % 4 === 0;
    if (!isBase64 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) {
        throw new Error(`${name} is not base64`);
    }
    return value;
}

// EXTERNAL MODULE: ./lib/trusted-publishing/claims.js
var trusted_publishing_claims = __webpack_require__(7950);
;// CONCATENATED MODULE: ./lib/attestation/identity.js

/** The only issuer of GitHub's identity tokens that indexes know. */
const ISSUER = "https://token.actions.githubusercontent.com";
const FULCIO = "1.3.6.1.4.1.57264.1";
function identityOf(certificate) {
    const extension = (number) => certificate.extension(`${FULCIO}.${number}`)?.valueObj.subs[0]?.value.toString("utf8");
    return {
        issuer: extension(8),
        sourceRepositoryUri: extension(12),
        sourceRepositoryDigest: extension(13),
        sourceRepositoryRef: extension(14),
        buildConfigUri: extension(18),
    };
}
/** @param serverUrl `https://github.com`, or that of the GitHub the job runs on */
function publisherIdentity(claims, serverUrl) {
    return {
        repositoryUri: `${serverUrl}/${claims.repository ?? ""}`,
        workflowUri: `${serverUrl}/${(0,trusted_publishing_claims/* splitWorkflowRef */.dj)(claims.jobWorkflowRef).path ?? ""}`,
    };
}
/** What the index would object to in a certificate, as a sentence; undefined if nothing (index rule A-10). */
function identityFault(found, expected) {
    const { issuer, sourceRepositoryUri, sourceRepositoryDigest, sourceRepositoryRef, buildConfigUri } = found;
    if (issuer !== ISSUER) {
        return differs("Issuer", issuer, ISSUER);
    }
    if (sourceRepositoryUri !== expected.repositoryUri) {
        return differs("Source Repository URI", sourceRepositoryUri, expected.repositoryUri);
    }
    const refs = [sourceRepositoryDigest, sourceRepositoryRef].filter((ref) => ref !== undefined);
    const allowed = refs.map((ref) => `${expected.workflowUri}@${ref}`);
    if (buildConfigUri === undefined || !allowed.includes(buildConfigUri)) {
        return differs("Build Config URI", buildConfigUri, allowed.join(" or ") || `${expected.workflowUri}@…`);
    }
    return undefined;
}
function differs(what, found, expected) {
    return `its ${what} is ${JSON.stringify(found?.slice(0, 300) ?? null)}, where the index will look for ${expected}`;
}

;// CONCATENATED MODULE: ./lib/attestation/given.js






/** One attestation is about 9 kB. */
const MOST_BYTES = 256 * 1024;
/**
 * Attestations that lie beside a distribution (`FILE.publish.attestation`, `FILE.slsa.attestation`, …) and that the index
 * will take for it: valid, about these bytes, by the trusted publisher, one of each predicate type (index rules A-10,
 * A-14). What is left alone is said in one line each.
 *
 * @param path of the distribution
 * @throws the reason of the signal
 */
async function givenAttestations(path, subject, { verifier, publisher, log, signal }) {
    const taken = new Map();
    for (const file of await filesBeside(path)) {
        signal.throwIfAborted();
        const name = (0,quote/* quote */.h)((0,external_node_path_.basename)(file), 255);
        try {
            const attestation = parseAttestation(await content(file));
            const { predicateType, identity, unknown } = verifier.verify(attestation, subject);
            const fault = unknown.length > 0 ? `${unknown.join(" and ")} that made it is not known` : undefined;
            const reason = fault ??
                identityFault(identity, publisher) ??
                (taken.has(predicateType) ? "there is one of its type" : undefined);
            if (reason === undefined) {
                taken.set(predicateType, attestation);
                log.info(`${name} is valid for ${subject.filename} and is sent along.`);
            }
            else {
                log.info(`${name} is left alone: ${reason}.`);
            }
        }
        catch (error) {
            log.info(`${name} is left alone: ${(0,errors/* describeError */.Uc)(error).replaceAll(/\s+/g, " ")}.`);
        }
    }
    return taken;
}
/** Sorted, so that the same one of two is taken each time. */
async function filesBeside(path) {
    const folder = (0,external_node_path_.dirname)(path);
    const prefix = `${(0,external_node_path_.basename)(path)}.`;
    const names = await (0,promises_.readdir)(folder);
    return names
        .filter((name) => name.startsWith(prefix) && name.endsWith(".attestation"))
        .sort()
        .map((name) => (0,external_node_path_.join)(folder, name));
}
/** Links are not followed: whoever may put a file beside a distribution could have any file of the runner read and told of. */
async function content(file) {
    const stats = await (0,promises_.lstat)(file);
    if (!stats.isFile() || stats.size > MOST_BYTES) {
        throw new Error(stats.isFile() ? `it has ${stats.size} bytes, too many for an attestation` : "it is no regular file");
    }
    return (0,promises_.readFile)(file, "utf8");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var core_dist = __webpack_require__(3917);
// EXTERNAL MODULE: ./lib/http/exchange-error.js
var exchange_error = __webpack_require__(44);
// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __webpack_require__(8394);
;// CONCATENATED MODULE: ./lib/attestation/sigstore-service.js




/** An entry takes a second or two; one attempt that takes longer than this is given up. */
const ATTEMPT_MS = 15_000;
/**
 * The answer to a question, asked again while the service says "not now".
 *
 * @throws PublishError `attestation-signing-failed` when there is none in the end.
 */
async function askService(connection, { what, service, request, secrets }) {
    const { outcome, attempts } = await asked(connection, { what, service, request });
    if (!(outcome instanceof exchange_error/* ExchangeError */.Sb) && !(0,retry/* isTransient */.dg)(outcome)) {
        return outcome;
    }
    const reason = outcome instanceof exchange_error/* ExchangeError */.Sb ? outcome.message : await said(outcome, secrets);
    const tried = attempts === 1 ? "" : ` (${attempts} attempts)`;
    throw signingFailed(connection, `Sigstore gave no usable answer to the request for ${what}: ${service}: ${reason}${tried}`, {
        cause: outcome instanceof exchange_error/* ExchangeError */.Sb ? outcome : undefined,
    });
}
/**
 * What became of a question, however often it had to be asked.
 *
 * @throws PublishError `attestation-signing-failed` when the service sends it on to another origin.
 */
async function asked(connection, { what, service, request }) {
    try {
        return await (0,retry/* persist */.Zr)(connection.http, request, { ...connection, what });
    }
    catch (error) {
        if (!(error instanceof errors/* PublishError */.S1 && error.code === "redirect-refused")) {
            throw error;
        }
        const message = `Sigstore could not be asked for ${what}: ${service}: ${error.message}`;
        throw signingFailed(connection, message, { cause: error, remedy: redirectRemedy(connection) });
    }
}
function redirectRemedy({ isPublic }) {
    return isPublic
        ? "The public Sigstore sends nobody elsewhere: look for a proxy on the way that does."
        : "Requests never leave their origin. If the service has moved, name its new address in the file of `sigstore-config`.";
}
/** A refusal, in the service's own words. */
async function refusedBy(connection, { what, service, secrets }, answer) {
    return signingFailed(connection, `Sigstore refused the request for ${what}: ${service}: ${await said(answer, secrets)}`);
}
function signingFailed({ isPublic }, message, { cause, remedy } = {}) {
    const status = isPublic ? " Outages of the public Sigstore are shown at https://status.sigstore.dev." : "";
    return new errors/* PublishError */.S1("attestation-signing-failed", message, {
        remedy: `Nothing was uploaded: running the job again is safe.${remedy === undefined ? status : ` ${remedy}`} \`attestations: false\` publishes without attestations.`,
        ...(cause !== undefined && { cause }),
    });
}
async function said(answer, secrets = []) {
    const text = await (0,answer_text/* answerText */.yy)(answer, secrets);
    return `status ${answer.status}${text === "" ? "" : `, ${text}`}`;
}

;// CONCATENATED MODULE: ./lib/attestation/fulcio.js




/**
 * A short-lived certificate that binds a key to the identity of this job, from Sigstore's certificate authority
 * (https://github.com/sigstore/fulcio/blob/main/fulcio.proto, `CreateSigningCertificate`).
 *
 * @throws PublishError `attestation-signing-failed`, `identity-token-unavailable`, `identity-token-invalid`
 */
async function requestCertificate(connection, identities, keys) {
    const shown = [];
    const service = `Fulcio at ${connection.fulcioUrl.origin}`;
    const question = { what: "the signing certificate", service, secrets: shown };
    let identity;
    const answer = await askService(connection, {
        ...question,
        request: async () => {
            identity = await identities.next();
            shown.push(identity.token);
            return {
                method: "POST",
                url: new URL("api/v2/signingCert", connection.fulcioUrl),
                accept: "application/json",
                body: certificateRequest(identity, keys),
                totalMs: ATTEMPT_MS,
            };
        },
    });
    if (identity === undefined || answer.status >= 300) {
        throw await refusedBy(connection, question, answer);
    }
    const certificate = issuedCertificate(answer.body);
    if (certificate === undefined || !certificate.checkPrivateKey(keys.privateKey)) {
        throw signingFailed(connection, `${service} answers with no certificate for the key it was shown.`);
    }
    return { certificate, claims: identity.claims };
}
/** The proof that this side holds the key is a signature of the token's subject. */
function certificateRequest({ token, claims }, { publicKey, privateKey }) {
    return JSON.stringify({
        credentials: { oidcIdentityToken: token.reveal() },
        publicKeyRequest: {
            publicKey: { algorithm: "ECDSA", content: publicKey.export({ format: "pem", type: "spki" }) },
            proofOfPossession: (0,external_node_crypto_.sign)("sha256", Buffer.from(claims.subject ?? ""), privateKey).toString("base64"),
        },
    });
}
/** The first of the chain; where it is depends on how the log of certificates is told. */
function issuedCertificate(body) {
    const parsed = (0,answer_text/* parseJson */.qF)(body);
    const signed = (0,json/* member */.D)(parsed, "signedCertificateEmbeddedSct") ?? (0,json/* member */.D)(parsed, "signedCertificateDetachedSct");
    const certificates = (0,json/* member */.D)((0,json/* member */.D)(signed, "chain"), "certificates");
    const first = Array.isArray(certificates) ? certificates[0] : undefined;
    try {
        return typeof first === "string" ? new external_node_crypto_.X509Certificate(first) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/attestation/rekor.js




/**
 * Enters a signed statement into the transparency log, as a `dsse` entry of version 0.0.1
 * (https://github.com/sigstore/rekor/blob/main/openapi.yaml, `createLogEntry`). When an answer is lost and the repeated
 * request meets the entry that was made, that one is fetched.
 *
 * @returns undefined when the log holds the entry and does not hand it out: another signature makes another entry.
 * @throws PublishError `attestation-signing-failed`
 */
async function enterIntoLog(connection, signed, filename) {
    const question = { what: `the log entry of ${filename}`, service: `Rekor at ${connection.rekorUrl.origin}` };
    const body = proposedEntry(signed);
    const answer = await askService(connection, {
        ...question,
        request: () => ({
            method: "POST",
            url: new URL("api/v1/log/entries", connection.rekorUrl),
            accept: "application/json",
            body,
            totalMs: ATTEMPT_MS,
        }),
    });
    if (answer.status === 409) {
        return existingEntry(connection, question, answer);
    }
    if (answer.status >= 300) {
        throw await refusedBy(connection, question, answer);
    }
    const entry = readEntry(answer.body);
    if (entry === undefined) {
        throw signingFailed(connection, `${question.service} answers with something that is no log entry, for ${filename}.`);
    }
    return entry;
}
function proposedEntry({ statement, signature, certificate }) {
    const envelope = {
        payload: statement.toString("base64"),
        payloadType: PAYLOAD_TYPE,
        signatures: [{ sig: signature.toString("base64"), keyid: "" }],
    };
    return JSON.stringify({
        apiVersion: "0.0.1",
        kind: "dsse",
        spec: {
            proposedContent: {
                envelope: JSON.stringify(envelope),
                verifiers: [Buffer.from(certificate.toString()).toString("base64")],
            },
        },
    });
}
/** The entry that a conflict points to; its address is of the log's own making and not followed elsewhere. */
async function existingEntry(connection, question, conflict) {
    const id = /\/([0-9a-f]{64,80})\/?$/.exec(String(conflict.headers.location ?? ""))?.[1];
    if (id === undefined) {
        return undefined;
    }
    const request = {
        method: "GET",
        url: new URL(`api/v1/log/entries/${id}`, connection.rekorUrl),
        accept: "application/json",
        totalMs: ATTEMPT_MS,
    };
    const { outcome } = await asked(connection, { ...question, request: () => request });
    return "status" in outcome && outcome.status === 200 ? readEntry(outcome.body) : undefined;
}
/** An entry in Rekor's form (numbers, hexadecimal) as bundles have it (text, base64). */
function readEntry(body) {
    const parsed = (0,answer_text/* parseJson */.qF)(body);
    const [entry, ...others] = typeof parsed === "object" && parsed !== null ? Object.values(parsed) : [];
    const canonicalizedBody = rekor_text((0,json/* member */.D)(entry, "body"));
    const verification = (0,json/* member */.D)(entry, "verification");
    const proof = (0,json/* member */.D)(verification, "inclusionProof");
    const hashes = (0,json/* member */.D)(proof, "hashes");
    if (others.length > 0 || canonicalizedBody === "" || !Array.isArray(hashes)) {
        return undefined;
    }
    const kindOf = (0,answer_text/* parseJson */.qF)(Buffer.from(canonicalizedBody, "base64").toString("utf8"));
    return {
        logIndex: whole((0,json/* member */.D)(entry, "logIndex")),
        logId: { keyId: rekor_base64((0,json/* member */.D)(entry, "logID")) },
        kindVersion: { kind: rekor_text((0,json/* member */.D)(kindOf, "kind")), version: rekor_text((0,json/* member */.D)(kindOf, "apiVersion")) },
        integratedTime: whole((0,json/* member */.D)(entry, "integratedTime")),
        inclusionPromise: { signedEntryTimestamp: rekor_text((0,json/* member */.D)(verification, "signedEntryTimestamp")) },
        inclusionProof: {
            logIndex: whole((0,json/* member */.D)(proof, "logIndex")),
            rootHash: rekor_base64((0,json/* member */.D)(proof, "rootHash")),
            treeSize: whole((0,json/* member */.D)(proof, "treeSize")),
            hashes: hashes.map(rekor_base64),
            checkpoint: { envelope: rekor_text((0,json/* member */.D)(proof, "checkpoint")) },
        },
        canonicalizedBody,
    };
}
/** What is missing becomes empty, and the strict reading of the finished attestation finds it. */
function rekor_text(value) {
    return typeof value === "string" ? value : "";
}
function whole(value) {
    return Number.isSafeInteger(value) ? String(value) : "";
}
function rekor_base64(hexadecimal) {
    return Buffer.from(rekor_text(hexadecimal), "hex").toString("base64");
}

;// CONCATENATED MODULE: ./lib/attestation/signer.js







/** A certificate with less time left than this gets no further statement to sign. */
const MARGIN_MS = 60_000;
/** Signatures made for one file before it is given up. */
const ROUNDS = 3;
/** Signs publish attestations, all with one certificate as long as it lasts. */
class Signer {
    #connection;
    #identities;
    #clock;
    #key;
    #renewAt = 0;
    /** @param clock one that nobody sets: the runner's may be wrong */
    constructor(connection, identities, clock = performance) {
        this.#connection = connection;
        this.#identities = identities;
        this.#clock = clock;
    }
    /**
     * Signs and logs. Signs once more when the certificate ran out before the log took the entry, or when the log
     * keeps an entry to itself.
     *
     * @throws PublishError `attestation-signing-failed`, `identity-token-unavailable`
     */
    async attest(subject) {
        const statement = publishStatement(subject);
        for (let round = 1; round <= ROUNDS; round += 1) {
            const { certificate, claims, ...key } = await this.#currentKey();
            const signature = key.sign(core_dist.dsse.preAuthEncoding(PAYLOAD_TYPE, statement));
            const entry = await enterIntoLog(this.#connection, { statement, signature, certificate }, subject.filename);
            if (entry !== undefined && Number(entry.integratedTime) * 1000 <= certificate.validToDate.getTime()) {
                this.#connection.log.debug(`${subject.filename} has the log entry ${entry.logIndex}.`);
                const attestation = {
                    version: 1,
                    verification_material: { certificate: certificate.raw.toString("base64"), transparency_entries: [entry] },
                    envelope: { statement: statement.toString("base64"), signature: signature.toString("base64") },
                };
                return { attestation: this.#strictly(attestation, subject), claims };
            }
            this.#connection.log.debug(`${subject.filename} is signed once more.`);
        }
        throw signingFailed(this.#connection, `Sigstore's log keeps no usable entry for ${subject.filename}.`);
    }
    #strictly(attestation, { filename }) {
        try {
            return parseAttestation(JSON.stringify(attestation));
        }
        catch (cause) {
            const message = `Rekor at ${this.#connection.rekorUrl.origin} made an entry for ${filename} that is not whole: ${String(cause)}`;
            throw signingFailed(this.#connection, message, { cause });
        }
    }
    /** Files that are signed side by side wait for the same certificate; one that could not be had is asked for anew. */
    #currentKey() {
        if (this.#key === undefined || this.#clock.now() >= this.#renewAt) {
            this.#renewAt = Number.POSITIVE_INFINITY;
            const key = this.#freshKey();
            this.#key = key;
            key.catch(() => {
                this.#key = undefined;
            });
        }
        return this.#key;
    }
    async #freshKey() {
        // PEP 740 attestations are ECDSA with P-256 and SHA-256. The key never leaves this process.
        const keys = (0,external_node_crypto_.generateKeyPairSync)("ec", { namedCurve: "P-256" });
        const asked = this.#clock.now();
        const { certificate, claims } = await requestCertificate(this.#connection, this.#identities, keys);
        // Its lifetime counts from when it was asked for.
        this.#connection.log.debug(`The signing certificate is for ${certificate.subjectAltName ?? "nobody"}, until ${certificate.validTo}.`);
        const lifetimeMs = certificate.validToDate.getTime() - certificate.validFromDate.getTime();
        this.#renewAt = asked + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 2);
        return { certificate, claims, sign: (data) => (0,external_node_crypto_.sign)("sha256", data, keys.privateKey) };
    }
}

// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(9654);
// EXTERNAL MODULE: ./lib/package-index/target.js
var target = __webpack_require__(6196);
;// CONCATENATED MODULE: ./lib/attestation/data/trusted-root.js
/** What the public Sigstore signs and logs with. Made by scripts/data/trusted-root.ts; a test holds it to its source. */
const PUBLIC_TRUSTED_ROOT = {
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [
        {
            baseUrl: "https://rekor.sigstore.dev",
            hashAlgorithm: "SHA2_256",
            publicKey: {
                rawBytes: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G2Y+2tabdTV5BcGiBIx0a9fAFwrkBbmLSGtks4L3qX6yYY0zufBnhC8Ur/iy55GhWP/9A/bY2LhC30M9+RYtw==",
                keyDetails: "PKIX_ECDSA_P256_SHA_256",
                validFor: { start: "2021-01-12T11:53:27Z" },
            },
            logId: { keyId: "wNI9atQGlz+VWfO6LRygH4QUfY/8W4RFwiT5i5WRgB0=" },
        },
        {
            baseUrl: "https://log2025-1.rekor.sigstore.dev",
            hashAlgorithm: "SHA2_256",
            publicKey: {
                rawBytes: "MCowBQYDK2VwAyEAt8rlp1knGwjfbcXAYPYAkn0XiLz1x8O4t0YkEhie244=",
                keyDetails: "PKIX_ED25519",
                validFor: { start: "2025-09-23T00:00:00Z" },
            },
            logId: { keyId: "zxGZFVvd0FEmjR8WrFwMdcAJ9vtaY/QXf44Y1wUeP6A=" },
        },
    ],
    certificateAuthorities: [
        {
            subject: { organization: "sigstore.dev", commonName: "sigstore" },
            uri: "https://fulcio.sigstore.dev",
            certChain: {
                certificates: [
                    {
                        rawBytes: "MIIB+DCCAX6gAwIBAgITNVkDZoCiofPDsy7dfm6geLbuhzAKBggqhkjOPQQDAzAqMRUwEwYDVQQKEwxzaWdzdG9yZS5kZXYxETAPBgNVBAMTCHNpZ3N0b3JlMB4XDTIxMDMwNzAzMjAyOVoXDTMxMDIyMzAzMjAyOVowKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTB2MBAGByqGSM49AgEGBSuBBAAiA2IABLSyA7Ii5k+pNO8ZEWY0ylemWDowOkNa3kL+GZE5Z5GWehL9/A9bRNA3RbrsZ5i0JcastaRL7Sp5fp/jD5dxqc/UdTVnlvS16an+2Yfswe/QuLolRUCrcOE2+2iA5+tzd6NmMGQwDgYDVR0PAQH/BAQDAgEGMBIGA1UdEwEB/wQIMAYBAf8CAQEwHQYDVR0OBBYEFMjFHQBBmiQpMlEk6w2uSu1KBtPsMB8GA1UdIwQYMBaAFMjFHQBBmiQpMlEk6w2uSu1KBtPsMAoGCCqGSM49BAMDA2gAMGUCMH8liWJfMui6vXXBhjDgY4MwslmN/TJxVe/83WrFomwmNf056y1X48F9c4m3a3ozXAIxAKjRay5/aj/jsKKGIkmQatjI8uupHr/+CxFvaJWmpYqNkLDGRU+9orzh5hI2RrcuaQ==",
                    },
                ],
            },
            validFor: { start: "2021-03-07T03:20:29Z", end: "2022-12-31T23:59:59.999Z" },
        },
        {
            subject: { organization: "sigstore.dev", commonName: "sigstore" },
            uri: "https://fulcio.sigstore.dev",
            certChain: {
                certificates: [
                    {
                        rawBytes: "MIICGjCCAaGgAwIBAgIUALnViVfnU0brJasmRkHrn/UnfaQwCgYIKoZIzj0EAwMwKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTAeFw0yMjA0MTMyMDA2MTVaFw0zMTEwMDUxMzU2NThaMDcxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEeMBwGA1UEAxMVc2lnc3RvcmUtaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE8RVS/ysH+NOvuDZyPIZtilgUF9NlarYpAd9HP1vBBH1U5CV77LSS7s0ZiH4nE7Hv7ptS6LvvR/STk798LVgMzLlJ4HeIfF3tHSaexLcYpSASr1kS0N/RgBJz/9jWCiXno3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQU39Ppz1YkEZb5qNjpKFWixi4YZD8wHwYDVR0jBBgwFoAUWMAeX5FFpWapesyQoZMi0CrFxfowCgYIKoZIzj0EAwMDZwAwZAIwPCsQK4DYiZYDPIaDi5HFKnfxXx6ASSVmERfsynYBiX2X6SJRnZU84/9DZdnFvvxmAjBOt6QpBlc4J/0DxvkTCqpclvziL6BCCPnjdlIB3Pu3BxsPmygUY7Ii2zbdCdliiow=",
                    },
                    {
                        rawBytes: "MIIB9zCCAXygAwIBAgIUALZNAPFdxHPwjeDloDwyYChAO/4wCgYIKoZIzj0EAwMwKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTAeFw0yMTEwMDcxMzU2NTlaFw0zMTEwMDUxMzU2NThaMCoxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjERMA8GA1UEAxMIc2lnc3RvcmUwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAT7XeFT4rb3PQGwS4IajtLk3/OlnpgangaBclYpsYBr5i+4ynB07ceb3LP0OIOZdxexX69c5iVuyJRQ+Hz05yi+UF3uBWAlHpiS5sh0+H2GHE7SXrk1EC5m1Tr19L9gg92jYzBhMA4GA1UdDwEB/wQEAwIBBjAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBRYwB5fkUWlZql6zJChkyLQKsXF+jAfBgNVHSMEGDAWgBRYwB5fkUWlZql6zJChkyLQKsXF+jAKBggqhkjOPQQDAwNpADBmAjEAj1nHeXZp+13NWBNa+EDsDP8G1WWg1tCMWP/WHPqpaVo0jhsweNFZgSs0eE7wYI4qAjEA2WB9ot98sIkoF3vZYdd3/VtWB5b9TNMea7Ix/stJ5TfcLLeABLE4BNJOsQ4vnBHJ",
                    },
                ],
            },
            validFor: { start: "2022-04-13T20:06:15Z" },
        },
    ],
    ctlogs: [
        {
            baseUrl: "https://ctfe.sigstore.dev/test",
            hashAlgorithm: "SHA2_256",
            publicKey: {
                rawBytes: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbfwR+RJudXscgRBRpKX1XFDy3PyudDxz/SfnRi1fT8ekpfBd2O1uoz7jr3Z8nKzxA69EUQ+eFCFI3zeubPWU7w==",
                keyDetails: "PKIX_ECDSA_P256_SHA_256",
                validFor: { start: "2021-03-14T00:00:00Z", end: "2022-10-31T23:59:59.999Z" },
            },
            logId: { keyId: "CGCS8ChS/2hF0dFrJ4ScRWcYrBY9wzjSbea8IgY2b3I=" },
        },
        {
            baseUrl: "https://ctfe.sigstore.dev/2022",
            hashAlgorithm: "SHA2_256",
            publicKey: {
                rawBytes: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEiPSlFi0CmFTfEjCUqF9HuCEcYXNKAaYalIJmBZ8yyezPjTqhxrKBpMnaocVtLJBI1eM3uXnQzQGAJdJ4gs9Fyw==",
                keyDetails: "PKIX_ECDSA_P256_SHA_256",
                validFor: { start: "2022-10-20T00:00:00Z" },
            },
            logId: { keyId: "3T0wasbHETJjGR4cmWc3AqJKXrjePK3/h4pygC8p7o4=" },
        },
    ],
    timestampAuthorities: [
        {
            subject: { organization: "sigstore.dev", commonName: "sigstore-tsa-selfsigned" },
            uri: "https://timestamp.sigstore.dev/api/v1/timestamp",
            certChain: {
                certificates: [
                    {
                        rawBytes: "MIICEDCCAZagAwIBAgIUOhNULwyQYe68wUMvy4qOiyojiwwwCgYIKoZIzj0EAwMwOTEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MSAwHgYDVQQDExdzaWdzdG9yZS10c2Etc2VsZnNpZ25lZDAeFw0yNTA0MDgwNjU5NDNaFw0zNTA0MDYwNjU5NDNaMC4xFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEVMBMGA1UEAxMMc2lnc3RvcmUtdHNhMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE4ra2Z8hKNig2T9kFjCAToGG30jky+WQv3BzL+mKvh1SKNR/UwuwsfNCg4sryoYAd8E6isovVA3M4aoNdm9QDi50Z8nTEyvqgfDPtTIwXItfiW/AFf1V7uwkbkAoj0xxco2owaDAOBgNVHQ8BAf8EBAMCB4AwHQYDVR0OBBYEFIn9eUOHz9BlRsMCRscsc1t9tOsDMB8GA1UdIwQYMBaAFJjsAe9/u1H/1JUeb4qImFMHic6/MBYGA1UdJQEB/wQMMAoGCCsGAQUFBwMIMAoGCCqGSM49BAMDA2gAMGUCMDtpsV/6KaO0qyF/UMsX2aSUXKQFdoGTptQGc0ftq1csulHPGG6dsmyMNd3JB+G3EQIxAOajvBcjpJmKb4Nv+2Taoj8Uc5+b6ih6FXCCKraSqupe07zqswMcXJTe1cExvHvvlw==",
                    },
                    {
                        rawBytes: "MIIB9zCCAXygAwIBAgIUV7f0GLDOoEzIh8LXSW80OJiUp14wCgYIKoZIzj0EAwMwOTEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MSAwHgYDVQQDExdzaWdzdG9yZS10c2Etc2VsZnNpZ25lZDAeFw0yNTA0MDgwNjU5NDNaFw0zNTA0MDYwNjU5NDNaMDkxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEgMB4GA1UEAxMXc2lnc3RvcmUtdHNhLXNlbGZzaWduZWQwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAQUQNtfRT/ou3YATa6wB/kKTe70cfJwyRIBovMnt8RcJph/COE82uyS6FmppLLL1VBPGcPfpQPYJNXzWwi8icwhKQ6W/Qe2h3oebBb2FHpwNJDqo+TMaC/tdfkv/ElJB72jRTBDMA4GA1UdDwEB/wQEAwIBBjASBgNVHRMBAf8ECDAGAQH/AgEAMB0GA1UdDgQWBBSY7AHvf7tR/9SVHm+KiJhTB4nOvzAKBggqhkjOPQQDAwNpADBmAjEAwGEGrfGZR1cen1R8/DTVMI943LssZmJRtDp/i7SfGHmGRP6gRbuj9vOK3b67Z0QQAjEAuT2H673LQEaHTcyQSZrkp4mX7WwkmF+sVbkYY5mXN+RMH13KUEHHOqASaemYWK/E",
                    },
                ],
            },
            validFor: { start: "2025-07-04T00:00:00Z" },
        },
    ],
};

// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
;// CONCATENATED MODULE: ./lib/attestation/log-entry.js


/** Kind and version of log entries that the index can verify (index rules A-07, A-09). */
const KIND = "dsse";
const VERSION = "0.0.1";
/**
 * The checkpoint, which the log signs, holds the root and size that the proof names. The library reads them from the
 * checkpoint and does not look at the proof's own.
 *
 * @throws Error
 */
function checkProof({ kindVersion, inclusionProof, inclusionPromise, integratedTime, }) {
    if (kindVersion.kind !== KIND || kindVersion.version !== VERSION) {
        throw new Error(`its log entry is of kind ${kindVersion.kind} ${kindVersion.version}, not ${KIND} ${VERSION}`);
    }
    if (inclusionPromise === undefined || integratedTime === "0") {
        throw new Error("its log entry has no promised time");
    }
    const checkpoint = inclusionProof?.checkpoint?.envelope ?? "";
    if (!checkpoint.endsWith("\n")) {
        throw new Error("its checkpoint does not end with a line feed");
    }
    const [, size, root] = checkpoint.split("\n");
    if (inclusionProof === undefined || root === undefined || size !== inclusionProof.treeSize) {
        throw new Error("its inclusion proof is for another size of the log than its checkpoint");
    }
    if (!Buffer.from(root, "base64").equals(inclusionProof.rootHash)) {
        throw new Error("its inclusion proof is for another root than its checkpoint");
    }
}
/**
 * The log entry is about this payload, signature and certificate (index rule A-09); the library leaves out the last.
 *
 * @throws Error
 */
function checkLogBody({ canonicalizedBody }, { payload, signature, certificate }) {
    const spec = (0,json/* member */.D)(JSON.parse(canonicalizedBody.toString("utf8")), "spec");
    const envelopeHash = (0,json/* member */.D)((0,json/* member */.D)(spec, "envelopeHash"), "value");
    if (typeof envelopeHash !== "string" || !/^[0-9a-f]{64}$/.test(envelopeHash)) {
        throw new Error("its log entry has no hash of the envelope");
    }
    const hash = (0,json/* member */.D)(spec, "payloadHash");
    if ((0,json/* member */.D)(hash, "algorithm") !== "sha256" || (0,json/* member */.D)(hash, "value") !== sha256(payload)) {
        throw new Error("its log entry is about another statement");
    }
    const signatures = (0,json/* member */.D)(spec, "signatures");
    const [only, ...others] = Array.isArray(signatures) ? signatures : [];
    if (others.length > 0 || (0,json/* member */.D)(only, "signature") !== signature.toString("base64")) {
        throw new Error("its log entry is about another signature");
    }
    // The log writes PEM anew, in lines of 64 characters, and that text is what the index compares.
    if ((0,json/* member */.D)(only, "verifier") !== Buffer.from(new external_node_crypto_.X509Certificate(certificate).toString()).toString("base64")) {
        throw new Error("its log entry is about another certificate");
    }
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}

;// CONCATENATED MODULE: ./lib/attestation/verifier.js







const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
/** Checks attestations as the index does (index rules A-06 to A-09, A-12, A-13), offline. */
class AttestationVerifier {
    #trust;
    #verifier;
    /** @throws Error when a key or certificate in the trusted root cannot be read. */
    constructor(trustedRoot) {
        this.#trust = (0,verify_dist/* toTrustMaterial */.jO)(trustedRoot);
        this.#verifier = new verify_dist/* Verifier */.BL(this.#trust, { ctlogThreshold: 1, tlogThreshold: 1, timestampThreshold: 1 });
    }
    /**
     * @throws Error that says what is wrong with the attestation.
     */
    verify(attestation, subject) {
        const bundle = toBundle(attestation);
        const der = Buffer.from(attestation.verification_material.certificate, "base64");
        const certificate = core_dist.X509Certificate.parse(der);
        checkUsage(certificate, new external_node_crypto_.X509Certificate(der));
        const [entry] = bundle.verificationMaterial.tlogEntries;
        if (entry === undefined) {
            throw new Error("it has no log entry");
        }
        checkProof(entry);
        const entity = (0,verify_dist/* toSignedEntity */.DC)(bundle);
        checkLogBody(entry, { certificate: der, ...envelopeOf(bundle) });
        const unknown = this.#unknown(certificate, entry);
        if (unknown.length === 0) {
            this.#verifier.verify(entity);
        }
        else {
            checkSignature(entity, certificate, entry);
        }
        return {
            predicateType: checkStatement(envelopeOf(bundle).payload, subject),
            identity: identityOf(certificate),
            unknown,
        };
    }
    /** Authorities that are newer than the trusted root: it ages with the release of this action. */
    #unknown(certificate, entry) {
        const { certificateAuthorities, tlogs, ctlogs } = this.#trust;
        const issuerKey = certificate.extAuthorityKeyID?.keyIdentifier;
        const chains = certificateAuthorities.flatMap(({ certChain }) => certChain);
        const issued = chains.some(({ extSubjectKeyID }) => issuerKey?.equals(extSubjectKeyID?.keyIdentifier ?? Buffer.of()));
        const logged = tlogs.some(({ logID }) => logID.equals(entry.logId.keyId));
        const timestamps = certificate.extSCT?.signedCertificateTimestamps ?? [];
        const seen = timestamps.every((timestamp) => ctlogs.some(({ logID }) => logID.equals(timestamp.logID)));
        return [
            ...(issued ? [] : ["the certificate authority"]),
            ...(logged ? [] : ["the transparency log"]),
            ...(seen ? [] : ["the certificate transparency log"]),
        ];
    }
}
/** Index rule A-08; the library leaves the usages of the leaf certificate to the caller. */
function checkUsage(certificate, { keyUsage, publicKey }) {
    if (certificate.extKeyUsage?.digitalSignature !== true || !keyUsage?.includes(CODE_SIGNING)) {
        throw new Error("its certificate is not for signing code");
    }
    if (publicKey.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
        throw new Error("its key is not of the curve P-256");
    }
}
function envelopeOf({ content }) {
    const envelope = content.$case === "dsseEnvelope" ? content.dsseEnvelope : undefined;
    const [signature] = envelope?.signatures ?? [];
    if (envelope === undefined || signature === undefined) {
        throw new Error("it has no signed statement");
    }
    return { payload: envelope.payload, signature: signature.sig };
}
/** What can be said without knowing the authorities: the certificate's key signed this, while the certificate was valid. */
function checkSignature(entity, certificate, entry) {
    if (!entity.signature.verifySignature(core_dist.crypto.createPublicKey(certificate.publicKey))) {
        throw new Error("signature verification failed");
    }
    if (!certificate.validForDate(new Date(Number(entry.integratedTime) * 1000))) {
        throw new Error("certificate is not valid or expired at the specified date");
    }
}

;// CONCATENATED MODULE: ./lib/attestation/sigstore-instance.js








/**
 * The public-good instance. Its log is pinned: entries of Rekor v2 carry no time that a PEP 740 attestation has a
 * place for (index rule A-07), so the newest log of a signing configuration is not the one to use.
 */
function publicInstance() {
    return {
        fulcioUrl: new URL("https://fulcio.sigstore.dev/"),
        rekorUrl: new URL("https://rekor.sigstore.dev/"),
        verifier: new AttestationVerifier(protobuf_specs_dist.TrustedRoot.fromJSON(PUBLIC_TRUSTED_ROOT)),
        isPublic: true,
    };
}
const sigstore_instance_MOST_BYTES = 1024 * 1024;
/** The media type had no version suffix of this form at first. */
const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.clienttrustconfig[.+;]/;
/**
 * Reads a Sigstore client trust configuration
 * (https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto, `ClientTrustConfig`).
 *
 * @param path absolute
 * @throws PublishError `sigstore-config-invalid`
 */
async function readInstance(path, now) {
    try {
        const { size } = await (0,promises_.stat)(path);
        if (size > sigstore_instance_MOST_BYTES) {
            throw new Error(`it has ${size} bytes, more than such a file can have`);
        }
        return instanceOf(await (0,promises_.readFile)(path, "utf8"), now);
    }
    catch (cause) {
        throw new errors/* PublishError */.S1("sigstore-config-invalid", `The file ${(0,quote/* quote */.h)(path, 300)}, named by \`sigstore-config\`, cannot be used: ${(0,errors/* describeError */.Uc)(cause)}.`, {
            cause,
            remedy: "Give the path of a Sigstore client trust configuration (JSON with `trustedRoot` and `signingConfig`), or leave the input out to use the public Sigstore.",
        });
    }
}
function instanceOf(text, now) {
    // Without the parser's own words, which show a piece of what may be another file than was meant.
    const json = (0,answer_text/* parseJson */.qF)(text);
    if (json === undefined) {
        throw new Error("it is not JSON");
    }
    if (typeof json !== "object" || json === null || Array.isArray(json)) {
        throw new Error("it is no JSON object");
    }
    const { mediaType, trustedRoot, signingConfig } = protobuf_specs_dist.ClientTrustConfig.fromJSON(json);
    if (!MEDIA_TYPE.test(mediaType)) {
        throw new Error(`its mediaType is ${(0,quote/* quote */.h)(mediaType)}, not that of a client trust configuration`);
    }
    return {
        fulcioUrl: serviceUrl("caUrls", signingConfig?.caUrls ?? [], now),
        rekorUrl: serviceUrl("rekorTlogUrls", signingConfig?.rekorTlogUrls ?? [], now),
        verifier: new AttestationVerifier(complete(trustedRoot)),
        isPublic: false,
    };
}
function complete(trustedRoot) {
    for (const member of ["certificateAuthorities", "tlogs", "ctlogs"]) {
        if (trustedRoot === undefined || trustedRoot[member].length === 0) {
            throw new Error(`trustedRoot.${member} is empty`);
        }
    }
    return trustedRoot;
}
/** Attestations need version 1 of both services' interfaces (index rule A-07). */
function serviceUrl(member, services, now) {
    const service = services.find(({ majorApiVersion, validFor }) => {
        const begun = validFor?.start === undefined || validFor.start <= now;
        return majorApiVersion === 1 && begun && (validFor?.end === undefined || now <= validFor.end);
    });
    if (service === undefined) {
        throw new Error(`signingConfig.${member} names no service with majorApiVersion 1 that is valid now`);
    }
    const url = URL.canParse(service.url) ? new URL(service.url) : undefined;
    if (url === undefined || (url.protocol !== "https:" && !(url.protocol === "http:" && (0,target/* isLoopback */.U9)(url.hostname)))) {
        throw new Error(`signingConfig.${member} has the address ${(0,quote/* quote */.h)(service.url, 300)}, which is not https`);
    }
    url.pathname = `${url.pathname.replace(/(?<!\/)\/+$/, "")}/`;
    return url;
}

;// CONCATENATED MODULE: ./lib/attestation/attester.js










/** Log entries asked for at once. */
const AT_ONCE = 8;
/** The part of the attesting that needs Sigstore; loaded only when attestations are made. */
class Attester {
    named;
    #attesting;
    #instance;
    #identities;
    #publisher;
    /** Stops the other files when one has failed. */
    #stopped = new AbortController();
    #warned = new Set();
    constructor(attesting, instance, identities, claims) {
        this.#attesting = attesting;
        this.#instance = instance;
        this.#identities = identities;
        this.#publisher = publisherIdentity(claims, attesting.serverUrl);
        this.named = `${attesting.serverUrl}/${claims.workflowRef ?? "?"}, commit ${claims.sha ?? "?"}`;
    }
    /**
     * @param claims of this job
     * @throws PublishError `sigstore-config-invalid`
     */
    static async open(attesting, identities, claims) {
        const { sigstoreConfig, workspace } = attesting;
        const instance = sigstoreConfig === undefined
            ? publicInstance()
            : await readInstance((0,external_node_path_.resolve)(workspace, sigstoreConfig), new Date());
        return new Attester(attesting, instance, identities, claims);
    }
    /**
     * For every distribution the attestations to send with it: those given, and a publish attestation made now where
     * none is given. All are checked as the index will check them.
     *
     * @throws PublishError `attestation-signing-failed`, `attestation-identity-mismatch`, `attestation-invalid`,
     * `distribution-invalid`
     */
    async attest(distributions) {
        const signal = AbortSignal.any([this.#attesting.signal, this.#stopped.signal]);
        const signer = new Signer({ ...this.#attesting, ...this.#instance, signal }, this.#identities);
        const pool = new lib_pool/* Pool */.b(AT_ONCE);
        try {
            const attested = await Promise.all(distributions.map((distribution) => this.#one(distribution, signer, pool)));
            const made = attested.filter((one) => one.made !== undefined).length;
            this.#attesting.log.info(`Attestations: ${made} signed and logged, ${attested.length - made} taken from the folder; all checked.`);
            const attestations = new Map(attested.map((one) => [one.path, one]));
            return { attestations, folder: await this.#keep(attestations) };
        }
        catch (error) {
            this.#stopped.abort();
            throw error;
        }
    }
    async #one(distribution, signer, pool) {
        const { path, filename } = distribution;
        const { log, printHash, signal } = this.#attesting;
        const { sha256 } = await (0,digests/* computeDigests */.Dw)(distribution, { md5: printHash, signal });
        const subject = { filename, sha256 };
        const { verifier } = this.#instance;
        const given = await givenAttestations(path, subject, { verifier, publisher: this.#publisher, log, signal });
        const reused = given.get(PUBLISH);
        const made = reused === undefined ? await this.#make(subject, signer, pool) : undefined;
        const attestations = [reused ?? made, given.get(PROVENANCE)].filter((one) => one !== undefined);
        return { path, attestations, ...(made !== undefined && { made }) };
    }
    async #make(subject, signer, pool) {
        const signed = await pool.run(() => {
            this.#stopped.signal.throwIfAborted();
            return signer.attest(subject);
        });
        return this.#checked(signed, subject);
    }
    /** What could not be written down is on the index all the same. */
    async #keep(attestations) {
        try {
            return await keepAttestations(attestations, this.#attesting.temporary);
        }
        catch (error) {
            this.#attesting.log.warning(`The attestations could not be written to the temporary folder: ${(0,errors/* describeError */.Uc)(error)}`);
            return undefined;
        }
    }
    #checked({ attestation, claims }, subject) {
        const { identity, unknown } = this.#verified(attestation, subject);
        const fault = identityFault(identity, this.#publisher) ?? commitFault(identity, claims);
        if (fault !== undefined) {
            throw new errors/* PublishError */.S1("attestation-identity-mismatch", `The index would refuse the attestations: the certificate that Sigstore made does not name the trusted publisher; ${fault}.`, {
                remedy: "Nothing was uploaded. Publish from a job of the top-level workflow that is registered as the trusted publisher; with a Sigstore of your own, have its Fulcio take the claims of GitHub's tokens as the public one does. `attestations: false` publishes without attestations.",
            });
        }
        if (unknown.length > 0) {
            this.#warnOnce(`${unknown.join(" and ")} that Sigstore used is not known to this version of the action, so the attestations were checked only in part. Update the action.`);
        }
        return attestation;
    }
    #verified(attestation, subject) {
        try {
            return this.#instance.verifier.verify(attestation, subject);
        }
        catch (cause) {
            throw new errors/* PublishError */.S1("attestation-invalid", `The attestation made for ${subject.filename} is not valid, so the index would refuse it: ${(0,errors/* describeError */.Uc)(cause)}.`, {
                filename: subject.filename,
                cause,
                remedy: "Nothing was uploaded: run the job again. If it stays so, report it; `attestations: false` publishes without attestations.",
            });
        }
    }
    #warnOnce(sentence) {
        const warning = sentence.charAt(0).toUpperCase() + sentence.slice(1);
        if (!this.#warned.has(warning)) {
            this.#warned.add(warning);
            this.#attesting.log.warning(warning);
        }
    }
}
/** The certificate was made for the token that was shown, and for no other. */
function commitFault(identity, { sha, ref }) {
    return identity.sourceRepositoryDigest === sha && identity.sourceRepositoryRef === ref
        ? undefined
        : `it is for ${identity.sourceRepositoryRef} at ${identity.sourceRepositoryDigest}, and this run for ${ref} at ${sha}`;
}


/***/ })

};
