export const id = 330;
export const ids = [330];
export const modules = {

/***/ 8949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   glob: () => (/* binding */ glob)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var minimatch__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3581);
/* harmony import */ var _gone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2291);




/**
 * What the patterns match, links followed. Only folders below which something can match are read, and one that cannot be
 * read does not end the search. The rules are those of @actions/glob, which reads every folder that matches and fails
 * on the first that it may not read.
 */
async function glob(globs) {
    const search = new Search(globs.map((each) => new Pattern(each)));
    for (const root of new Set(globs.filter(({ negate }) => !negate).map((each) => each.root))) {
        await search.visit(root, []);
    }
    return {
        paths: [...search.paths],
        lost: [...search.lost],
        unreadable: Array.from(search.unreadable, ([path, error]) => ({ path, error })),
    };
}
class Pattern {
    negate;
    #foldersOnly;
    #matcher;
    #levels;
    #endsInAll;
    constructor({ pattern, negate }) {
        this.negate = negate;
        this.#foldersOnly = pattern.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
        const trimmed = this.#foldersOnly ? pattern.slice(0, -1) : pattern;
        this.#endsInAll = trimmed.endsWith(`${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}**`);
        this.#matcher = new minimatch__WEBPACK_IMPORTED_MODULE_2__/* .Minimatch */ .VR(trimmed.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, "/"), {
            dot: true,
            nobrace: true,
            nocase: node_path__WEBPACK_IMPORTED_MODULE_1__.sep === "\\",
            nocomment: true,
            noext: true,
            nonegate: true,
        });
        const parts = this.#matcher.set[0] ?? [];
        this.#levels = parts.includes(minimatch__WEBPACK_IMPORTED_MODULE_2__/* .GLOBSTAR */ .ZN) ? Number.POSITIVE_INFINITY : parts.length;
    }
    matches(path, isFolder) {
        return (isFolder || !this.#foldersOnly) && this.#matcher.match(this.#endsInAll ? `${path}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}` : path);
    }
    /** Whether something below the folder can match. */
    reaches(folder) {
        const levels = folder.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).length - (folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? 1 : 0);
        return !this.negate && levels < this.#levels && this.#matcher.match(folder, true);
    }
}
class Search {
    paths = new Set();
    lost = new Set();
    unreadable = new Map();
    #patterns;
    constructor(patterns) {
        this.#patterns = patterns;
    }
    /** @param parents real paths of the folders above, in which a link may lead back. */
    async visit(path, parents) {
        const reaches = this.#patterns.some((pattern) => pattern.reaches(path));
        if (!reaches && !this.#matches(path, true) && !this.#matches(path, false)) {
            return;
        }
        try {
            const isFolder = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory();
            const real = isFolder ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path) : path;
            if (isFolder && parents.includes(real)) {
                return;
            }
            if (this.#matches(path, isFolder)) {
                this.paths.add(path);
            }
            if (isFolder && reaches) {
                for (const name of (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path)).sort()) {
                    await this.visit((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), [...parents, real]);
                }
            }
        }
        catch (error) {
            if (!(0,_gone_js__WEBPACK_IMPORTED_MODULE_3__/* .isGone */ .S)(error)) {
                this.unreadable.set(path, error);
            }
            else if (parents.length > 0 && this.#matches(path, false)) {
                this.lost.add(path);
            }
        }
    }
    #matches(path, isFolder) {
        return this.#patterns.reduce((matched, pattern) => (pattern.matches(path, isFolder) ? !pattern.negate : matched), false);
    }
}


/***/ })

};
