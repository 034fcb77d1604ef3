export const id = 606;
export const ids = [606];
export const modules = {

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

/***/ 1606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rehearse: () => (/* binding */ rehearse)
/* harmony export */ });
/* harmony import */ var _distribution_digests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _package_index_upload_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3168);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4057);
/* harmony import */ var _quantity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9502);
/* harmony import */ var _trusted_publishing_exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2686);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4121);
/* harmony import */ var _hashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6431);







const FILES_AT_ONCE = 4;
/**
 * A dry run from the point on where the release is known to be right and to fit into the index: everything but
 * signing and uploading. A token is minted, and burned at once, only when all projects exist, since minting for a
 * pending publisher creates its project for good (index rule O-08).
 *
 * @throws PublishError whatever the release would fail with
 */
async function rehearse(rehearsal) {
    const { release, inputs, ledger, log, printHash, signal } = rehearsal;
    const { found, unchecked } = await rehearseCredential(rehearsal);
    const pool = new _pool_js__WEBPACK_IMPORTED_MODULE_3__/* .Pool */ .b(FILES_AT_ONCE);
    await Promise.all(release.distributions.map((distribution) => pool.run(async () => {
        const digests = await (0,_distribution_digests_js__WEBPACK_IMPORTED_MODULE_0__/* .computeDigests */ .Dw)(distribution, { md5: printHash, signal });
        if (printHash) {
            (0,_hashes_js__WEBPACK_IMPORTED_MODULE_4__/* .printHashes */ .W)(distribution, digests, log);
        }
        ledger.record({ distribution, status: "would-upload", digests, attested: false, attempts: 0, seconds: 0 });
        log.info(`${distribution.filename}: ${(0,_package_index_upload_result_js__WEBPACK_IMPORTED_MODULE_5__/* .statusText */ .q)("would-upload")} (${(0,_quantity_js__WEBPACK_IMPORTED_MODULE_6__/* .humanSize */ .Xe)(distribution.size)})`);
    })));
    const last = `what ${inputs.target.name} decides only when it gets the files`;
    return { found, unchecked: [...passedOver(rehearsal), ...unchecked, last] };
}
/** What was left out before the rehearsal began. */
function passedOver(rehearsal) {
    const unread = (0,_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .releasedProjects */ .S)(rehearsal).filter(({ exists }) => exists === undefined);
    const names = unread.map((project) => project.name).join(", ");
    return [
        ...(rehearsal.verifyMetadata ? [] : ["metadata and archives, since `verify-metadata` is false"]),
        ...(names === "" ? [] : [`what ${rehearsal.inputs.target.name} holds of ${names} already`]),
    ];
}
async function rehearseCredential(rehearsal) {
    const { inputs, audience, identityTokenPossible, wouldAttest } = rehearsal;
    const { name } = inputs.target;
    if (audience !== undefined && !identityTokenPossible) {
        const both = `whether ${name} accepts this workflow as a trusted publisher, and whether attestations can be made`;
        return { found: [], unchecked: [`${both}: GitHub gives this pull request no identity token`] };
    }
    const named = await wouldAttest();
    const attestations = named === undefined
        ? "No attestations would be made."
        : `Attestations would be made, by a certificate that names ${named}.`;
    if (audience === undefined) {
        await (0,_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .obtainCredential */ .H)(rehearsal);
        return { found: [attestations], unchecked: [`whether ${name} accepts the password or token`] };
    }
    const { found, unchecked } = await rehearsePublisher(rehearsal, audience);
    return { found: [...found, attestations], unchecked };
}
async function rehearsePublisher(rehearsal, audience) {
    const { target } = rehearsal.inputs;
    const projects = (0,_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .releasedProjects */ .S)(rehearsal);
    const notThere = projects.filter(({ exists }) => exists !== true).map((project) => project.name);
    if (notThere.length === 0) {
        const credential = await (0,_credential_js__WEBPACK_IMPORTED_MODULE_2__/* .obtainCredential */ .H)(rehearsal);
        await credential.burn();
        const accepted = `${target.name} accepts this job as a trusted publisher; the token it minted for that has been given back.`;
        // A token is minted for whichever projects the publisher is registered for, and does not name them (index rule O-14).
        const names = projects.map((project) => project.name).join(", ");
        return {
            found: [accepted],
            unchecked: [`whether that publisher is registered for ${names} and not only elsewhere`],
        };
    }
    await (0,_trusted_publishing_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .rehearseExchange */ .nb)({ ...rehearsal, target, projects }, audience);
    const [does, them] = notThere.length === 1 ? ["does", "it"] : ["do", "them"];
    return {
        found: [],
        unchecked: [
            `whether ${target.name} accepts this job as a trusted publisher: as far as is known, ${notThere.join(", ")} ${does} not exist yet, and to ask would create ${them} for good`,
        ],
    };
}


/***/ })

};
