export const id = 330;
export const ids = [330];
export const modules = {

/***/ 8949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   glob: () => (/* binding */ glob)
/* harmony export */ });
/* harmony import */ var _actions_glob__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4337);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7211);
/* harmony import */ var _gone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2291);




const OPTIONS = { implicitDescendants: false, matchDirectories: true };
/**
 * What the patterns match, by the rules of GitHub's own actions.
 *
 * @throws PublishError `no-distributions` for a line break, and the file system's error for a folder that cannot be read.
 */
async function glob(globs) {
    const lines = globs.map(({ pattern, negate }) => {
        refuseLineBreak(pattern);
        return negate ? `!${pattern}` : pattern;
    });
    const patterns = lines.join("\n");
    const paths = await (await (0,_actions_glob__WEBPACK_IMPORTED_MODULE_0__/* .create */ .v)(patterns, OPTIONS)).glob();
    return { paths, lost: await lostBy(patterns, new Set(paths)) };
}
/** The library takes one pattern a line: what follows a line break would be a pattern of its own. */
function refuseLineBreak(pattern) {
    if (/[\r\n]/.test(pattern)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PublishError */ .S1("no-distributions", `The name of the folder ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(pattern, 255)} holds a line break.`, {
            remedy: "Find out which step made that folder, and remove it.",
        });
    }
}
/** The library passes over what leads nowhere; looked at as they are, links match by their names. */
async function lostBy(patterns, found) {
    const lost = [];
    try {
        const asTheyAre = await (0,_actions_glob__WEBPACK_IMPORTED_MODULE_0__/* .create */ .v)(patterns, { ...OPTIONS, followSymbolicLinks: false });
        for await (const path of asTheyAre.globGenerator()) {
            if (!(found.has(path) || (await (0,_gone_js__WEBPACK_IMPORTED_MODULE_2__/* .isThere */ .$)(path)))) {
                lost.push(path);
            }
        }
    }
    catch (error) {
        // A name that is no UTF-8: what stands for it is the name of nothing.
        if (!((0,_gone_js__WEBPACK_IMPORTED_MODULE_2__/* .isGone */ .S)(error) && error instanceof Error && "path" in error)) {
            throw error;
        }
        lost.push(String(error.path));
    }
    return lost;
}


/***/ })

};
