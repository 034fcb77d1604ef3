/**
 * Normalised names of modules of the Python standard library, past and present, that no project may take
 * (rule P-07). Top-level modules and the submodules people try; the index knows some two thousand more.
 */
const MODULES = `
abc aifc aix-support annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop
base64 bdb binascii binhex bisect blake2 bootsubprocess builtins bz2 calendar cgi cgitb chunk cmath cmd code
codecs codecs-cn codecs-hk codecs-iso2022 codecs-jp codecs-kr codecs-tw codeop collections collections-abc
colorsys commands compat-pickle compileall compression concurrent concurrent-futures configparser contextlib
contextvars cookielib copy copyreg cpickle cprofile crypt cstringio csv ctypes curses curses-panel
dataclasses datetime dbm decimal difflib dis distutils distutils-command-build-clib doctest dummy-threading
elementtree email email-mime encodings encodings-utf-8 ensurepip enum errno faulthandler fcntl filecmp
fileinput fnmatch formatter fractions frozen-importlib frozen-importlib-external ftplib functools future gc
gdbm genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html html-parser htmlparser
http http-client http-server httplib idlelib imaplib imghdr imp importlib importlib-metadata
importlib-resources inspect io ipaddress itertools json json-decoder keyword lib2to3 linecache locale logging
logging-handlers lsprof lzma macpath mailbox mailcap main markupbase marshal math md5 mimetools mimetypes
mmap modulefinder msi msilib msvcrt multibytecodec multifile multiprocessing multiprocessing-pool netrc new
nis nntplib nt ntpath nturl2path numbers opcode operator optparse os os-path ossaudiodev osx-support
overlapped parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath
posixshmem posixsubprocess pprint profile pstats pty pwd py-abc py-compile pyclbr pydecimal pydoc pydoc-data
pyexpat pyio queue quopri random re readline reprlib resource rfc822 rlcompleter runpy sched scproxy secrets
select selectors sets sha sha1 sha256 sha3 sha512 shelve shlex shutil signal site sitebuiltins smtpd smtplib
sndhdr socket socketserver spwd sqlite3 sre sre-compile sre-constants sre-parse ssl stat statistics string
stringio stringprep strptime struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile
telnetlib tempfile termios test textwrap this thread threading threading-local time timeit tkinter token
tokenize tomllib trace traceback tracemalloc ttk tty turtle turtledemo types typing unicodedata unittest
unittest-mock urllib urllib-parse urllib-request urllib2 user uu uuid venv warnings wave weakref weakrefset
webbrowser winapi winreg winsound wsgiref wsgiref-headers xdrlib xml xml-dom xml-etree xml-sax xmlrpc zipapp
zipfile zipimport zlib zoneinfo
`;

export const STANDARD_LIBRARY: ReadonlySet<string> = new Set(MODULES.split(/\s+/).filter(Boolean));
