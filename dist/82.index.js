export const id = 82;
export const ids = [82];
export const modules = {

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTlsIdentity: () => (/* binding */ readTlsIdentity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7211);






const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]+?-----END (?:[A-Z]+ )*PRIVATE KEY-----/g;
/**
 * The files of `ca-cert` and `client-cert`, checked and ready for connections; undefined when none is given. The usual
 * authorities and those of `NODE_EXTRA_CA_CERTS` stay trusted.
 *
 * @throws PublishError `input-invalid` for a file that cannot be read or is not what it should be.
 */
async function readTlsIdentity({ workspace, ...given }) {
    const inWorkspace = (file) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspace, file);
    const caCert = given.caCert.map(inWorkspace);
    const clientCert = given.clientCert.map(inWorkspace);
    if (caCert.length === 0 && clientCert.length === 0) {
        return undefined;
    }
    const ca = [...(0,node_tls__WEBPACK_IMPORTED_MODULE_3__.getCACertificates)("default"), ...certificates("ca-cert", caCert, await readAll("ca-cert", caCert))];
    const client = clientCert.length === 0 ? {} : await readClient(clientCert);
    return { index: (0,node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext)({ ca, ...client }), proxy: (0,node_tls__WEBPACK_IMPORTED_MODULE_3__.createSecureContext)({ ca }) };
}
async function readClient(files) {
    const text = await readAll("client-cert", files);
    const chain = certificates("client-cert", files, text);
    const [key, ...others] = text.match(KEY) ?? [];
    if (key === undefined || others.length > 0) {
        throw invalid("client-cert", files, `${others.length > 0 ? "more than one" : "no"} private key in PEM form`);
    }
    if (new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(chain[0] ?? "").checkPrivateKey(readKey(key, files))) {
        return { cert: chain.join("\n"), key };
    }
    throw invalid("client-cert", files, "a private key that does not belong to the first certificate");
}
function readKey(key, files) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(key);
    }
    catch (error) {
        const locked = /ENCRYPTED/.test(key);
        throw invalid("client-cert", files, locked ? "an encrypted private key" : "a private key that cannot be read", {
            remedy: locked ? "Write the key without a passphrase into a file that only this job can read." : undefined,
            cause: error,
        });
    }
}
function certificates(input, files, text) {
    const found = text.match(CERTIFICATE) ?? [];
    if (found.length === 0 && files.length > 0) {
        throw invalid(input, files, "no certificate in PEM form");
    }
    for (const certificate of found) {
        try {
            new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate);
        }
        catch (error) {
            throw invalid(input, files, "a certificate that cannot be read", { cause: error });
        }
    }
    return found;
}
async function readAll(input, files) {
    const texts = await Promise.all(files.map((file) => readOne(input, file)));
    return texts.join("\n");
}
async function readOne(input, file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, "latin1");
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PublishError */ .S1("input-invalid", `The file ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(file, 300)} of \`${input}\` cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(error)}`, {
            remedy: `\`${input}\` names a PEM file, by its path in the workspace or its whole path; a step before this one has to write it.`,
            cause: error,
        });
    }
}
function invalid(input, files, what, { remedy, cause } = {}) {
    const names = files.map((file) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .h)(file, 300)).join(", ");
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PublishError */ .S1("input-invalid", `Input \`${input}\`: ${names} holds ${what}.`, {
        remedy: remedy ??
            (input === "ca-cert"
                ? "Give the certificate of the authority in PEM form (text that begins with -----BEGIN CERTIFICATE-----)."
                : "Give certificate and private key in PEM form, both in one file, or the two files on two lines."),
        cause,
    });
}


/***/ })

};
