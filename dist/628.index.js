export const id = 628;
export const ids = [628];
export const modules = {

/***/ 6628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepAttestations: () => (/* binding */ keepAttestations)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


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
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(below, "attestations-"));
    for (const { path, made: attestation } of made) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)}.publish.attestation`), JSON.stringify(attestation));
    }
    return folder;
}


/***/ })

};
