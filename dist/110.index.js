export const id = 110;
export const ids = [110];
export const modules = {

/***/ 3587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ frontDecoded)
/* harmony export */ });
const CODE_DIGITS = 2;
/**
 * The names of a front-coded list, as scripts/data/lists.py writes it: each is the number of characters it shares with
 * the one before (two digits to base 36) and the rest; `|` and line ends stand between. Half the size of the plain list.
 */
function frontDecoded(list) {
    const names = [];
    let before = "";
    for (const item of list.replaceAll("\n", "").split("|")) {
        const shared = Number.parseInt(item.slice(0, CODE_DIGITS), 36);
        before = before.slice(0, shared) + item.slice(CODE_DIGITS);
        names.push(before);
    }
    return names;
}


/***/ }),

/***/ 9796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ pythonReprList),
/* harmony export */   U: () => (/* binding */ pythonRepr)
/* harmony export */ });
/**
 * A text in Python's literal notation, as the index's messages show values:
 * single quotes, unless the text holds a single quote and no double quote;
 * characters that do not print are escaped.
 */
function pythonRepr(text) {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const body = Array.from(text, (character) => escapeCharacter(character, quote)).join("");
    return `${quote}${body}${quote}`;
}
/** A list of texts in Python's literal notation. */
function pythonReprList(texts) {
    return `[${texts.map(pythonRepr).join(", ")}]`;
}
const NAMED = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };
function escapeCharacter(character, quote) {
    if (character === quote) {
        return `\\${character}`;
    }
    const named = NAMED[character];
    if (named !== undefined) {
        return named;
    }
    const code = character.codePointAt(0) ?? 0;
    const printable = code === 0x20 || (code > 0x20 && code !== 0x7f && !/[\p{C}\p{Z}]/u.test(character));
    return printable ? character : escapeCode(code);
}
function escapeCode(code) {
    if (code <= 0xff) {
        return `\\x${code.toString(16).padStart(2, "0")}`;
    }
    return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}


/***/ }),

/***/ 1124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ inField),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   pw: () => (/* binding */ datedRefusal),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7211);

/** The finding for a rule that makes the index refuse the file. */
function refusal(rule, scope, text, { message, remedy }) {
    return { rule, effect: "reject", scope, text, message, remedy };
}
/** As `refusal`, where the verdict hangs on a list that may be out of date. */
function datedRefusal(rule, text, { message, remedy }) {
    return { rule, effect: "accept", dated: true, scope: "pypi", text, message, remedy };
}
/** The finding for what makes the index fail instead of answering. */
function failure(rule, message, remedy) {
    return { rule, effect: "server-error", scope: "pypi", message, remedy };
}
/** Findings as violations of a field. */
function inField(field, stage, findings) {
    return findings.map((finding) => ({ ...finding, field, stage }));
}
/** A value as messages show it. */
function shown(value) {
    return (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(value, 80);
}


/***/ }),

/***/ 9110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jE: () => (/* binding */ nameFinding),
  Dx: () => (/* binding */ newProjectNameViolations)
});

// UNUSED EXPORTS: similarityKey

// EXTERNAL MODULE: ./lib/standards/metadata-draft.js
var metadata_draft = __webpack_require__(9448);
// EXTERNAL MODULE: ./lib/standards/project-name.js
var project_name = __webpack_require__(5735);
// EXTERNAL MODULE: ./lib/standards/python-repr.js
var python_repr = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/standards/python-text.js
var python_text = __webpack_require__(2440);
// EXTERNAL MODULE: ./lib/standards/data/front-coding.js
var front_coding = __webpack_require__(3587);
;// CONCATENATED MODULE: ./lib/standards/data/standard-library-list.js
// Written by scripts/data/lists.py, in the form that front-coding.ts reads.
/** Normalised names of the modules of Python 2.6 to 3.14 (stdlib-list 0.12.0). */
const STANDARD_LIBRARY_LIST = `
00abc|03oll|01epack|02tools|03ypes|01ifc|02x-support|01l|01ndroid-support|02notationlib|02tigravity|02ydbm|
01pple-support|05single|01rgparse|02ray|01st|03-unparse|02ynchat|05io|07-base-events|0dfutures|0dsubprocess|0dtasks|
08compat|0anstants|0aroutines|08events|09xceptions|08format-helpers|09utures|08graph|08locks|0ag|08main|09ixins|
08proactor-events|0btocols|08queues|08runners|08selector-events|09slproto|09taggered|0areams|09ubprocess|
08taskgroups|0cs|09est-utils|09hreads|09imeouts|09ools|09ransports|0asock|08unix-events|08windows-events|0gutils|
05ore|01texit|01udiodev|05op|02togil|00base64|04httpserver|03tion|01db|01inascii|03hex|02sect|01lake2|01ootlocale|
04subprocess|01sddb|05-db|08obj|08recio|08shelve|08tables|08utils|06test|0a-test-all|0hssociate|0gbasics|0gcompare|
0lt|0hursor-pget-bug|0gdb|0ienv|0iobj|0ishelve|0itables|0histributed-transactions|0gearly-close|0gfileid|0gget-none|
0gjoin|0glock|0gmisc|0gpickle|0gqueue|0grecno|0iplication|0gsequence|0gthread|01uildtools|04tin|07s|01z2|00calendar|
02nvas|02rbon|06-ae|08h|08pp|0aearance|07carbonevents|0ft|08f|08g|08m|08omponents|09ntrolaccessor|0es|09refounation|
0bgraphics|08tl|07dialogs|08lg|08rag|0bconst|07events|09t|07file|0bs|08m|08older|0ds|09nts|07help|07ibcarbon|
0fruntime|08cns|09ons|07launch|0dservices|08ist|0bs|07machelp|08ediadescr|09nu|0bs|08lte|07osa|0aconst|07qd|09offs|
0dcreen|08t|08uickdraw|0ctime|07res|0aources|07scrap|08nd|08ound|07te|09xtedit|07win|0adows|01d|01fmfile|01gi|
03httpserver|03tb|01hunk|01math|02d|01ode|04cs|06-cn|07hk|07iso2022|07jp|07kr|07tw|04op|02llections|0b-abc|0cmain|
03orize|05picker|05sys|02mmands|03pat-pickle|04ileall|07r|08-ast|09consts|09future|09misc|09pyassem|0bcodegen|
09symbols|0bntax|09transformer|09visitor|04ression|0b-bz2|0ccommon|0i-streams|0cgzip|0clzma|0czlib|0dstd|
0g-zstdfile|02ncurrent|0a-futures|0i-base|0jinterpreter|0jprocess|0jthread|0binterpreters|0n-crossinterp|0oqueues|
03figparser|03textlib|07vars|02okie|06lib|02py|04-reg|04reg|01pickle|02rofile|01rypt|01stringio|02v|01types|06-aix|
07endian|07layout|07macholib|0f-dyld|0jib|0gframework|07test|0b-main|0cruntests|0ctest-anon|0irray-in-pointer|0ms|
0is-parameter|0hbitfields|0iuffers|0iytes|0mwap|0hcallbacks|0jst|0ifuncs|0iheckretval|0hdelattr|0herrno|0hfind|
0irombuffer|0iuncptr|0ltions|0hincomplete|0jit|0jternals|0hkeeprefs|0hlibc|0ioading|0hmacholib|0iemfunctions|
0hnumbers|0hobjects|0hparameters|0iep3118|0iickling|0iointers|0irototypes|0iython-api|0hrandom-things|0iefcounts|
0jpr|0jturnfuncptrs|0hsimplesubclasses|0jzes|0ilicing|0itringptr|0ns|0kuct-fields|0nures|0hunaligned-structures|
0jicode|0hvalues|0jrsize-struct|0hwin32|0ktypes|07util|07wintypes|01urses|06-ascii|07has-key|07panel|07textpad|
07wrapper|00dataclasses|03etime|01bhash|02m|03-dumb|04gnu|04ndbm|04sqlite3|01ecimal|02vice|01ialog|02fflib|02rcache|
02s|03tutils|09-archive-util|0abcppcompiler|0accompiler|0bmd|0bollections|0cmmand|0h-bdist|0n-dumb|0omsi|0opackager|
0orpm|0owininst|0juild|0n-clib|0oext|0opy|0oscripts|0icheck|0jlean|0jonfig|0iframework-compat|0iinstall|0p-data|
0qegg-info|0qheaders|0qlib|0qscripts|0ipy37compat|0iregister|0isdist|0iupload|0cnfig|0cre|0bygwinccompiler|0adebug|
0cp-util|0bir-util|0cst|0aemxccompiler|0brrors|0bxtension|0afancy-getopt|0bile-util|0elist|0bunctools|0alog|
0amacos-compat|0bsvc9compiler|0ecompiler|0bwerkscompiler|0apy38compat|0d9compat|0aspawn|0bysconfig|0atests|
0f-setuptools-build-ext|0rextension|0hupport|0gtest-archive-util|0lbdist|0q-dumb|0rmsi|0rrpm|0rwininst|0muild|
0q-clib|0rext|0rpy|0rscripts|0lccompiler|0mheck|0mlean|0mmd|0monfig|0r-cmd|0nre|0mygwinccompiler|0ldep-util|
0mir-util|0nst|0lextension|0lfile-util|0plist|0linstall|0s-data|0theaders|0tlib|0tscripts|0llog|0lmsvc9compiler|
0pcompiler|0lregister|0lsdist|0mpawn|0mysconfig|0ltext-file|0lunixccompiler|0mpload|0mtil|0lversion|0spredicate|
0cxt-file|0aunixccompiler|0btil|0aversion|0hpredicate|01l|01octest|03xmlrpcserver|01umbdbm|03my-thread|0cing|
00easydialogs|01lementtree|01mail|05-base64mime|06charset|07ontentmanager|06encoded-words|0crs|07rrors|06feedparser|
06generator|06header|0c-value-parser|0cregistry|06iterators|06message|07ime|0a-application|0cudio|0bbase|0bimage|
0bmessage|0cultipart|0bnonmultipart|0btext|06parseaddr|0br|07olicy|0cbase|06quoprimime|06test|0a-test-email|
0l-codecs|0s-renamed|0mrenamed|0mtorture|06utils|01ncodings|09-aliases|0bscii|0abase64-codec|0big5|0ehkscs|0builtin|
0bz2-codec|0acharmap|0bodecs|0bp037|0c1006|0e26|0d125|0e40|0d250|0f1|0f2|0f3|0f4|0f5|0f6|0f7|0f8|0c273|0c424|0d37|
0c500|0c65001|0c720|0d37|0d75|0c850|0e2|0e5|0e6|0e7|0e8|0d60|0e1|0e2|0e3|0e4|0e5|0e6|0e9|0d74|0e5|0c932|0d49|0d50|
0aencodings|0buc-jis-2004|0hx0213|0fp|0ekr|0agb18030|0c2312|0ck|0ahex-codec|0bp-roman8|0bz|0aidna|0bso2022-jp|0k-1|
0l2|0m004|0l3|0lext|0ikr|0d8859-1|0j0|0j1|0j3|0j4|0j5|0j6|0i2|0i3|0i4|0i5|0i6|0i7|0i8|0i9|0ajohab|0akoi8-r|0ft|0fu|
0bz1048|0alatin-1|0amac-arabic|0ecenteuro|0froatian|0fyrillic|0efarsi|0egreek|0eiceland|0elatin2|0eroman|0jian|
0eturkish|0bbcs|0aoem|0apalmos|0btcp154|0bunycode|0aquopri-codec|0araw-unicode-escape|0bot-13|0ashift-jis|0j-2004|
0jx0213|0btring-escape|0atis-620|0aundefined|0cicode-escape|0iinternal|0btf-16|0g-be|0hle|0e32|0g-be|0hle|0e7|0e8|
0f-sig|0bu-codec|0awin-cp-codecs|0azlib-codec|02surepip|09-bundled|0amain|0auninstall|02um|01rrno|01xceptions|
00faulthandler|01cntl|01ilecmp|04dialog|04input|02ndertools|02xtk|01l|02p|01m|01nmatch|01ormatter|01pectl|02format|
01ractions|03mework|02ozen-importlib|0g-external|01tplib|01unctools|02ture|06-builtins|00gc|01dbm|01enericpath|
03suitemodule|02topt|03pass|03text|01l|02ob|01raphlib|02p|01zip|00hashlib|01eapq|01mac|01otshot|07-log|08stats|
0aones|01tml|04-entities|05parser|04entitydefs|04lib|04parser|02tp|04-client|06ookiejar|0bs|05server|04lib|00ic|
02open|01dlelib|07-aboutdialog|09utocomplete|0k-w|0kwindow|0cexpand|08bindings|09rowser|08calltip|0f-w|0fs|0fwindow|
09lassbrowser|09odecontext|0alordelegator|0dizer|0anfig|0e-key|0edialog|0ehandler|0felpsourceedit|
0esectionnamedialog|08debugger|0g-r|0dobj|0g-r|0alegator|09ynoption|0hmenuwidget|08editor|0ewindow|08filelist|
09ormat|0eparagraph|08grep|0cdialog|08help|0c-about|09istory|09yperparser|08idle|0c-test|0h-htest|0imock-idle|0ntk|
0itemplate|0kst-autocomplete|0z-w|0rexpand|0nbrowser|0ncalltip|0u-w|0us|0oodecontext|0plorizer|0pnfig|0t-help|0ukey|
0uname|0tdialog|0ndebugger|0v-r|0sobj|0v-r|0plegator|0neditmenu|0ror|0nfilelist|0oormat|0tparagraph|0ngrep|0nhelp|
0r-about|0rabout|0oistory|0oyperparser|0nidlehistory|0oo|0pmenu|0nmacosx|0pinmenu|0oulticall|0noutwin|0nparagraph|
0qenmatch|0pthbrowser|0oercolator|0oyparse|0pshell|0nquery|0nredirector|0pplace|0udialog|0opc|0ostrip|0oun|0qscript|
0nscrolledlist|0oearch|0tbase|0tdialog|0zbase|0tengine|0oidebar|0oqueezer|0otackviewer|0qtusbar|0ntext|0rview|
0oooltip|0oree|0nundo|0rdelegator|0otil|0nwarning|0oidgetredir|0pndow|0nzoomheight|0ozdummy|0jkinter-testing-utils|
0chistory|0cver|09obinding|0amenu|08keybindingdialog|08macosx|0esupport|0ain|0cmenu|09ulticall|0dstatusbar|
08objectbrowser|09utputwindow|0bwin|08paragraph|0benmatch|0athbrowser|09ercolator|09yclbr|0aparse|0ashell|08query|
08redirector|0amotedebugger|0eobjectbrowser|0aplace|0fdialog|09pc|09strip|0eextension|09un|0bscript|08scriptbinding|
0bolledlist|09earch|0ebase|0edialog|0kbase|0eengine|09idebar|09queezer|09tackviewer|0btusbar|08tabbedpages|
09extview|09ooltip|09ree|0cwidget|08undo|0cdelegator|09til|08widgetredirector|0andow|0elist|08zoomheight|09zdummy|
01hooks|01mageop|03plib|02gfile|03hdr|02p|03ortlib|09-abc|0bdapters|0abootstrap|0j-external|0acommon|0amachinery|
0betadata|0i-adapters|0jcollections|0jdiagnose|0jfunctools|0jitertools|0jmeta|0jtext|0areaders|0csources|0j-abc|
0ldapters|0kcommon|0kfunctional|0kitertools|0klegacy|0kreaders|0ksimple|0asimple|0autil|03util|01nspect|
02terpchannels|06queues|06reters|01o|02s-support|01paddress|01tertools|00jpeg|01son|04-decoder|05encoder|05json|
05main|05re|05scanner|06truct|06ys|05tests|0a-test-check-circular|0gdecode|0ifault|0hump|0gencode-basestring-ascii|
0gfail|0hloat|0gindent|0gpass1|0k2|0k3|0grecursion|0gscanstring|0heparators|0hpeedups|0gtool|0gunicode|06ool|
00keyword|00lib|03-libpython3|032to3|07-btm-matcher|0cutils|08fixer-base|0eutil|0cs|0d-fix-apply|0jsserts|
0ibasestring|0juffer|0icallable|0idict|0iexcept|0kec|0mfile|0kitfunc|0ifilter|0juncattrs|0kture|0igetcwdu|0ihas-key|
0iidioms|0jmport|0os|0p2|0jnput|0ktern|0jsinstance|0jtertools|0r-imports|0ilong|0imap|0jetaclass|0lhodattrs|0ine|
0kxt|0jonzero|0jumliterals|0ioperator|0iparen|0jrint|0iraise|0kw-input|0jeduce|0kload|0knames|0kpr|0iset-literal|
0jtandarderror|0jys-exc|0ithrow|0juple-params|0jypes|0iunicode|0jrllib|0iws-comma|0ixrange|0keadlines|0izip|08main|
08patcomp|09gen2|0d-conv|0edriver|0egrammar|0eliterals|0eparse|0fgen|0etoken|0jize|09ygram|0atree|08refactor|
08tests|0d-data|0i-bom|0jcrlf|0jdifferent-encoding|0jfalse-encoding|0kixers|0p-bad-order|0qmyfixes|0x-fix-explicit|
12first|12last|12parrot|13reorder|0qno-fixer-cls|0qparrot-example|0jinfinite-recursion|0jpy2-test-grammar|
0l3-test-grammar|0emain|0epytree-idempotency|0esupport|0etest-all-fixers|0jfixers|0jmain|0jparser|0kytree|
0jrefactor|0jutil|02necache|03uxaudiodev|01ocale|02gging|07-config|08handlers|01sprof|01wpcookiejar|01zma|
00macerrors|03os|05tools|03path|03resource|03url2path|02ilbox|04cap|03n|02rkupbase|03shal|02th|01d5|01hlib|
01imetools|05ypes|04writer|03ify|02niaeframe|01map|01odulefinder|02zillacookiejar|01si|03lib|02vcrt|01ultibytecodec|
05file|05processing|0f-connection|0jtext|0gdummy|0l-connection|0gforking|0kserver|0gheap|0gmanagers|0gpool|
0ipen-fork|0qserver|0mspawn-posix|0swin32|0hrocess|0gqueues|0greduction|0isource-sharer|0ptracker|
0gsemaphore-tracker|0hhared-memory|0mctypes|0hpawn|0hynchronize|0gutil|02tex|00nav|01etrc|02w|01is|01ntplib|01t|
02path|02url2path|01umbers|00opcode|06-metadata|02erator|02tparse|01s|02-path|022emxpath|02saudiodev|02x-support|
01verlapped|00parser|02thlib|07-abc|08local|08os|08types|01db|01eg-parser|01hello|06-foo|01ickle|06tools|02pes|
02xmapwrapper|01kgutil|01latform|02istlib|01open2|03lib|02six|05file|05path|05shmem|06ubprocess|01print|01rofile|
01stats|01ty|01wd|01y-abc|03compile|03warnings|02clbr|02datetime|03ecimal|03oc|05-data|0a-topics|02expat|07-errors|
08model|02io|02long|02repl|06-base-eventqueue|07commands|0apleting-reader|09nsole|08urses|07fancy-termios|
07historical-reader|07input|07keymap|07main|08inimal-curses|08odule-completer|07pager|07reader|0bline|
07simple-interact|07terminfo|08hreading-handler|08race|08ypes|07unix-console|0ceventqueue|08tils|07windows-console|
0feventqueue|00queue|02opri|00random|01e|02-casefix|04ompiler|05nstants|03parser|02adline|02mote-debugging|02pr|
04lib|02source|02xec|01fc822|01lcompleter|01obotparser|01unpy|00sched|02proxy|02rolledtext|01ecrets|02lect|06ors|
02ts|01gmllib|01ha|031|032|0456|033|03512|02elve|02lex|02util|01ignal|02mpledialog|06httpserver|06xmlrpcserver|02te|
04builtins|01mtpd|04lib|01ndhdr|01ocket|06server|01pwd|01qlite3|07-dbapi2|09ump|08main|08test|0c-backup|0ddbapi|
0eump|0dfactory|0dhooks|0dpy25tests|0dregression|0dtransactions|0eypes|0duserfunctions|01re|03-compile|06nstants|
04parse|01sl|01tat|04istics|04vfs|02ring|06-templatelib|06io|06old|06prep|03op|03ptime|03uct|01ubprocess|
02ggestions|02nau|05dio|08dev|01ymbol|03table|02s|03config|09-main|09data|0d-x86-64-conda-cos6-linux-gnu|
0rlinux-gnu|03log|00tabnanny|02rfile|01elnetlib|02mpfile|02rmios|02st|04-ann-module|0f2|0f3|0f5|0f6|0f7|06udiotests|
09t-tests|07totest|05bad-coding|0f2|0f3|09getattr|0g2|0g3|08syntax-3131|0fasync1|0k2|0k3|0k4|0k5|0k6|0k7|0k8|
0ffuture10|0l3|0l4|0l5|0l6|0l7|0l8|0l9|0fnocaret|0fpep3120|06isect|0b-cmd|06uffer-tests|06ytecode-helper|
05coding20731|06urses-tests|05dataclass-module-1|0n-str|0m2|0n-str|0ftextanno|08etimetester|06is-module|
06octest-aliases|07uble-const|06tracedata|0f-call-stack|0ggc|0ginstance|0gline|05eintrdata|0e-eintr-tester|
06ncoded-modules|0k-module-iso-8859-1|0skoi8-r|05final-a|0bb|06ork-wait|06uture-test1|0g2|05gdb-sample|
06ood-getattr|05imp-dummy|06nfinite-reload|07spect-fodder|0j2|05libregrtest|0g-cmdline|0hmain|0hpgo|0hrefleak|
0iuntest|0o-mp|0hsave-env|0ietup|0hutils|0hwin-utils|07st-tests|06ock-tests|05main|07ke-ssl-certs|07pping-tests|
06emory-watchdog|06ock-backport|0asocket|07d-generics-cache|06p-fork-bomb|08preload|06ultibytecodec-support|
05outstanding-bugs|05pickletester|06rofilee|06yclbr-input|07doc-mod|0afodder|07stone|07thoninfo|05re-tests|07grtest|
07limport|07perf|05sample-doctest|0j-no-docstrings|0qtests|06cript-helper|06eq-tests|06ignalinterproctester|
06ortperf|06sl-servers|08tests|06tring-tests|06ubprocessdata|0j-fd-status|0kinput-reader|0kqcat|0lgrep|
0ksigchild-ignore|07pport|0c-bytecode-helper|0dhashlib-helper|0dlogging-helper|0dscript-helper|0eocket-helper|
0dtestresult|0dwarnings-helper|06ymlink-support|05test-abc|0cstract-numbers|0bepack|0bifc|0bl|0cl|0bnydbm|
0bpplesingle|0brgparse|0cray|0bscii-formatd|0cdl-parser|0ct|0cyncgen|0fhat|0fio|0h-echo|0m2|0m3|0ifunctional|0imain|
0itest-asyncio-waitfor|0nbase-events|0ouffered-proto|0ncontext|0nevents|0nfutures|0u2|0nlocks|0npep492|
0oroactor-events|0qtocols|0nqueues|0nrunners|0nselector-events|0pndfile|0prver|0oock-lowlevel|0oslproto|0otreams|
0oubprocess|0ntasks|0ohreads|0oransports|0nunix-events|0nwaitfor|0oindows-events|0vutils|0iutils|0fore|0btexit|
0budioop|0et|0cgassign|0abase64|0eexception|0dtion|0bdb|0bigaddrspace|0dmem|0cnascii|0dhex|0dop|0csect|0bool|0bsddb|
0f185|0f3|0buffer|0dio|0ciltin|0bytes|0bz2|0ac-locale-coercion|0balendar|0dl|0cpi|0bd|0bfgparser|0bgi|0dtb|
0bharmapcodec|0ceck-c-globals|0bl|0cass|0cinic|0bmath|0cd|0d-line|0i-script|0bode|0e-module|0eccallbacks|
0fencodings-cn|0phk|0piso2022|0pjp|0pkr|0ptw|0fmaps-cn|0khk|0kjp|0kkr|0ktw|0fs|0eop|0cercion|0cllections|0dorsys|
0cmmands|0dpare|0eile|0hall|0hr|0elex|0h-args|0cncurrent-futures|0dfigparser|0dtains|0eext|0hlib|0k-async|0cokie|
0glib|0cpy|0e-reg|0ereg|0croutines|0bpickle|0crofile|0brashers|0cypt|0bsv|0btypes|0burses|0adataclasses|0detime|
0bbm|0d-dumb|0egnu|0endbm|0becimal|0dorators|0cfaultdict|0cque|0cscr|0ftut|0cvpoll|0bict|0e-version|0ecomps|0eviews|
0cfflib|0crcache|0cs|0dtutils|0bl|0boctest|0h2|0dxmlrpc|0btrace|0bumbdbm|0dmy-thread|0ming|0bynamic|
0hclassattribute|0aeintr|0bmail|0f-codecs|0gmain|0grenamed|0gtest-asian-codecs|0lcontentmanager|0ldefect-handling|
0lemail|0mncoded-words|0lgenerator|0lheader-value-parser|0rregistry|0linversion|0lmessage|0lparser|0mickleable|
0molicy|0lutils|0horture-test|0cbed|0bnsurepip|0cum|0eerate|0bof|0bpoll|0brrno|0bxception-hierarchy|0kvariations|
0js|0ctcall|0afaulthandler|0bcntl|0bile|0e-eintr|0e2k|0ecmp|0einput|0fo|0cnalization|0bloat|0cufl|0bnmatch|0bork1|
0dmat|0bpformat|0bractions|0dme|0cozen|0bstring|0btplib|0buncattrs|0etools|0cture|0g-builtins|0g1|0g2|0g3|0g4|0g5|
0agc|0bdb|0dm|0benerator-stop|0js|0ficalias|0hclass|0hpath|0exps|0ctargs|0h2|0dopt|0dpass|0dtext|0bl|0cob|0eal|
0brammar|0dphlib|0cp|0bzip|0ahash|0elib|0beapq|0bmac|0botshot|0btml|0elib|0eparser|0ctp-cookiejar|0ls|0elib|
0eservers|0aidle|0bmageop|0dplib|0cgfile|0dhdr|0cp|0dort|0g-data|0l-circular-imports|12-basic|182|14inding|1a2|
13from-cycle1|1d2|13indirect|13rebinding|1c2|13source|14ubpackage|17kg|19-subpackage2|1autil|13use|14til|0mpackage|
0t-submodule|0t2|0u-submodule1|142|0hmagic|0jin|0ghooks|0glib|0j-abc|0kbuiltin|0r-main|0stest-finder|0xloader|
0sutil|0kdata|0o01|0q-subdirectory|0p2|0q-one|0rtwo|0p3|0q-namespace|10-portion1|182|0kextension|0t-main|
0utest-case-sensitivity|0zfinder|0zloader|0zpath-hook|0uutil|0kfixtures|0lrozen|0q-main|0rtest-finder|0wloader|
0kimport|0q-main|0rtest-api|0wcaching|0wfromlist|0wloader|0wmeta-path|0wpackage|13s|0yth|0wrelative-imports|0rutil|
0kmain|0knamespace-pkgs|0y-both-portions|1c-foo|1g-one|1htwo|0zmodule-and-namespace-package|1r-a-test|
0znot-a-namespace-pkg|1i-foo|1m-one|0zportion1|17-foo|1b-one|162|17-foo|1b-two|10roject1|17-parent|1e-child|1k-one|
162|17-parent|1e-child|1k-two|163|17-parent|1e-child|1k-three|0kregrtest|0ksource|0q-main|0rtest-case-sensitivity|
0wfile-loader|0ynder|0wpath-hook|0wsource-encoding|0rutil|0ltubs|0ktest-abc|0qpi|0pfiles|0plazy|0qocks|0pmain|
0qetadata-api|0pnamespace-pkgs|0popen|0ppath|0qkg-import|0pread|0rsource|0pspec|0pthreaded-import|0putil|0pwindows|
0pzip|0lhreaded-import-hangers|0kutil|0kzipdata01|0s2|0bndex|0cspect|0ct|0d-literal|0bo|0cctl|0bpaddress|
0bsinstance|0bter|0elen|0etools|0ajson|0e-main|0ftest-decode|0mfault|0lump|0kencode-basestring-ascii|0mum|0kfail|
0lloat|0kindent|0kpass1|0o2|0o3|0krecursion|0kscanstring|0leparators|0lpeedups|0ktool|0kunicode|0akeyword|0honlyarg|
0bqueue|0alargefile|0bib2to3|0cnecache|0duxaudiodev|0cst|0ecomps|0bltrace|0bocale|0cgging|0cng|0e-future|0eexp|
0bzma|0amacos|0ftools|0dpath|0durl2path|0cilbox|0ecap|0crshal|0cth|0bd5|0bemoryio|0gview|0ctaclass|0bhlib|
0bimetools|0fypes|0ewriter|0cnidom|0bmap|0bodule|0gfinder|0bsilib|0bultibytecodec|0ffile|0fprocessing|0p-fork|
0userver|0qmain-handling|0qspawn|0ctants|0dex|0anamed-expressions|0betrc|0cw|0bis|0bntplib|0bormalization|0btpath|
0bumeric-tower|0aold-mailbox|0bpcode|0gs|0cenpty|0drator|0ctparse|0brdered-dict|0bs|0csaudiodev|0cx-env|0esupport|
0aparser|0cthlib|0bdb|0beepholer|0cg-generator|0n-main|0otest-c-parser|0tfirst-sets|0tpegen|0eparser|0cp247|0e77|
0e92|0d3120|0f31|0f51|0e52|0e80|0d479|0bickle|0gbuffer|0gtools|0cpes|0bkg|0dimport|0dutil|0blatform|0cistlib|0boll|
0cpen|0f2|0dlib|0csitional-only-arg|0ex|0fpath|0cw|0bprint|0brint|0cofile|0dperty|0bstats|0bty|0bulldom|0bwd|
0by-compile|0c3kwarn|0cclbr|0cdoc|0cexpat|0aqueue|0copri|0araise|0cndom|0dge|0be|0cadline|0cgrtest|0cpl|0dr|0elib|
0csource|0bfc822|0bichcmp|0blcompleter|0bobotparser|0bunpy|0asax|0bched|0cope|0cript-helper|0gpackages|0becrets|
0clect|0gors|0ct|0dcomps|0ds|0bgmllib|0bha|0celve|0clex|0cutil|0bignal|0cmplehttpserver|0cte|0blice|0bmtpd|0elib|
0enet|0bndhdr|0bocket|0gserver|0cftspace|0crt|0curce-encoding|0bpwd|0bqlite|0bsl|0btartfile|0dt|0eistics|0cr|
0dftime|0ding|0g-literals|0gio|0gprep|0dlit|0dop|0dptime|0dtod|0duct|0gmembers|0gseq|0bubclassinit|0dprocess|0cnau|
0fdiodev|0ddry|0cper|0dport|0bymbol|0dtable|0cntax|0cs|0d-setprofile|0htrace|0dconfig|0dlog|0atabnanny|0crfile|0bcl|
0belnetlib|0cmpfile|0cst-support|0cxtwrap|0bhread|0ged-import|0itempfile|0ging|0j-local|0gsignals|0bime|0eit|0eout|
0cx|0bk|0bokenize|0cols|0f-main|0gtest-fixcid|0lgprof2html|0li18n|0llll|0lmd5sum|0lpathfix|0mdeps|0mindent|
0lreindent|0lsundry|0lunparse|0brace|0fback|0fmalloc|0dnsformer|0btk-guionly|0etextonly|0buple|0crtle|
0bype-comments|0echecks|0es|0ding|0aucn|0bnary|0cdocumented-details|0cicode|0h-file|0m-functions|0iidentifiers|
0hdata|0dttest|0dvnewlines|0m2k|0cpack|0g-ex|0erse|0brllib|0g-response|0g2|0h-localnet|0hnet|0gnet|0dparse|
0bserdict|0elist|0estring|0btf8-mode|0esource|0bu|0cid|0avenv|0await3|0e4|0crnings|0i-data|0n-import-warning|
0ostacklevel|0jmain|0cve|0beakref|0eset|0cbbrowser|0bhichdb|0binconsoleio|0dreg|0dsound|0cth|0bsgiref|0axdrlib|
0bml-dom-minicompat|0eetree|0j-c|0dlib|0drpc|0g-net|0bpickle|0brange|0bxsubinterpreters|0ctestfuzz|0ayield-from|
0azipapp|0dfile|0h64|0dimport|0j-support|0blib|0boneinfo|0i-main|0jsupport|0jtest-zoneinfo|09all|09codec|
06f-inherit-check|06hreaded-import-hangers|06ime-hashlib|06racedmodules|0i-testmod|06yped-dict-helper|
05warning-tests|06in-console-handler|05xmltests|05ziptestdata|0g-testdata-module-inside-zip|04buffer|04capi|
04importmultiple|05nternalcapi|04multiphase|02xtwrap|01his|02read|06ing|09-local|01ime|04it|02x|01kcolorchooser|
04mmondialog|04nstants|02dnd|02filedialog|03ont|02inter|07-colorchooser|0ammondialog|0anstants|08dialog|09nd|
08filedialog|0ax|09ont|08main|09essagebox|08scrolledtext|09impledialog|08test|0c-runtktests|0dsupport|
0dtest-tkinter|0p-test-colorchooser|0vfont|0vgeometry-managers|0vimages|0vloadtk|0vmessagebox|0wisc|0vsimpledialog|
0vtext|0vvariables|0vwidgets|0jtk|0l-test-extensions|0rfunctions|0rstyle|0rwidgets|0dwidget-tests|09ix|09tk|
02messagebox|02simpledialog|01oaiff|02ken|05ize|02mllib|07-parser|08re|08types|01race|05back|05malloc|01tk|02y|
01urtle|06demo|0a-bytedesign|0bchaos|0clock|0colormixer|0bforest|0cractalcurves|0blindenmayer|0bmain|0cinimal-hanoi|
0bnim|0bpaint|0ceace|0dnrose|0clanet-and-moon|0brosette|0dund-dance|0bsorting-animate|0btree|0cwo-canvases|
0bwikipedia|0byinyang|01ypes|03ing|06-io|07re|00unicodedata|03ttest|08-async-case|09case|09loader|0bg|09main|0aock|
09result|0aunner|09signals|0auite|09test|0d-dummy|0emain|0esupport|0etest-assertions|0lync-case|0jbreak|0jcase|
0jdiscovery|0jfunctiontestcase|0jloader|0jprogram|0jresult|0kunner|0jsetups|0kkipping|0kuite|0jwarnings|0imock|
0m-main|0nsupport|0ntestasync|0rcallable|0rhelpers|0rmagicmethods|0sock|0rpatch|0rsealable|0tntinel|0rwith|09util|
01rllib|06-error|07parse|07request|09sponse|08obotparser|062|03parse|01ser|04dict|04list|04string|01u|02id|00venv|
04-main|01ideoreader|00w|01arnings|02ve|01eakref|07set|02bbrowser|01hichdb|01inapi|03reg|03sound|01mi|01sgiref|
07-handlers|09eaders|08simple-server|08types|08util|08validate|00xdrlib|01ml|03-dom|07-domreg|08expatbuilder|
08minicompat|0cdom|08nodefilter|08pulldom|08xmlbuilder|04etree|09-celementtree|0aelementinclude|0hpath|0htree|
04parsers|0b-expat|0h-errors|0o-dom|0petree|0pparsers|0psax|0imodel|0n-dom|0oetree|0oparsers|0osax|04sax|
07-exceptions|0apatreader|08handler|08saxutils|08xmlreader|03lib|03rpc|06-client|07server|06lib|01xlimited|
02subinterpreters|05type|02testfuzz|00zipapp|03file|07-main|08path|0c-glob|03import|01lib|01oneinfo|08-common|
09tzpath|09zoneinfo|01std
`;

;// CONCATENATED MODULE: ./lib/standards/standard-library.js


let names;
/** Normalised names of the modules of Python's standard library, 2.6 to 3.14, submodules with hyphens for dots (P-07). */
function standardLibraryNames() {
    names ??= new Set((0,front_coding/* frontDecoded */.O)(STANDARD_LIBRARY_LIST));
    return names;
}

// EXTERNAL MODULE: ./lib/verification/rules/metadata-violation.js
var metadata_violation = __webpack_require__(1124);
;// CONCATENATED MODULE: ./lib/verification/rules/project-name.js






const SYNTAX = "A project name has ASCII letters, digits, '-', '_' and '.', with a letter or digit at both ends.";
const LONGEST_SHOWN_NAME = 60;
/** M-03, in the words of the form, which is judged before the metadata. Undefined: the name is missing. */
function nameFinding(name) {
    if (name === undefined || (0,python_text/* pythonTrim */.PE)(name) === "") {
        const text = nameText(name, "This field is required.");
        return (0,metadata_violation/* refusal */.x5)("M-03", "any", text, { message: "The metadata has no Name.", remedy: metadata_draft/* CORRECT */.Xt });
    }
    if ((0,project_name/* isProjectName */.jD)(name)) {
        return undefined;
    }
    const error = "Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'.";
    return (0,metadata_violation/* refusal */.x5)("M-03", "any", nameText(name, error), {
        message: `${(0,metadata_violation/* shown */.SP)(name)} is no project name.`,
        remedy: SYNTAX,
    });
}
function nameText(name, error) {
    const characters = [...(name ?? "")];
    const cut = characters.length > LONGEST_SHOWN_NAME
        ? `${characters.slice(0, 30).join("")}...${characters.slice(-30).join("")}`
        : characters.join("");
    return `${name === undefined ? "None" : (0,python_repr/* pythonRepr */.U)(cut)} is an invalid value for Name. Error: ${error}`;
}
/** P-06 and P-07: what no project can be called that does not exist yet. */
function newProjectNameViolations(name) {
    if (!(0,project_name/* isProjectName */.jD)(name)) {
        const message = `${(0,metadata_violation/* shown */.SP)(name)} is no project name.`;
        return [(0,metadata_violation/* refusal */.x5)("P-06", "any", `The name ${(0,python_repr/* pythonRepr */.U)(name)} is invalid.`, { message, remedy: SYNTAX })];
    }
    if (!standardLibraryNames().has((0,project_name/* normalizeProjectName */.yz)(name))) {
        return [];
    }
    const text = `The name ${(0,python_repr/* pythonRepr */.U)(name)} isn't allowed (conflict with Python Standard Library module name).`;
    const message = `PyPI creates no project of the name ${(0,metadata_violation/* shown */.SP)(name)}: Python's standard library has a module called so.`;
    return [(0,metadata_violation/* refusal */.x5)("P-07", "pypi", text, { message, remedy: "Choose another name for the project." })];
}
/** Two names that are equal after this are too similar for PyPI: `l`, `i` and `1`, `o` and `0` look alike (P-10). */
function similarityKey(name) {
    return name
        .replace(/[._-]/g, "")
        .replace(/[lLiI]/g, "1")
        .replace(/[oO]/g, "0")
        .toLowerCase();
}


/***/ })

};
