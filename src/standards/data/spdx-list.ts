// Written by scripts/data/lists.py, in the form that front-coding.ts reads.

/** Release of the SPDX licence list. */
export const SPDX_LIST_VERSION = "3.27.0";

/** Identifiers of licences, deprecated ones included. */
export const SPDX_LICENSES = `
000BSD|003D-Slicer-1.0|00AAL|01DSL|01FL-1.1|062|042.0|061|043.0|01GPL-1.0|08-only|0ar-later|053.0|08-only|0ar-later|
01MD-newlib|03PLPA|02L|03-glslang|02PAS|01NTLR-PD|08-fallback|01PAFML|02L-1.0|02SL-1.0|071|072|052.0|
01SWF-Digital-Assets-1.0|0m1|01bstyles|01daCore-doc|02obe-2006|06Display-PostScript|06Glyph|06Utopia|01fmparse|
01laddin|01pache-1.0|091|072.0|02p-s2p|01rphic-1999|02tistic-1.0|0c-Perl|0dcl8|092.0|09dist|01spell-RU|
00BSD-1-Clause|042-Clause|0c-Darwin|0dFreeBSD|0dNetBSD|0dPatent|0dViews|0dfirst-lines|0dpkgconf-disclaimer|
043-Clause|0c-Attribution|0dClear|0dHP|0dLBNL|0dModification|0dNo-Military-License|0gNuclear-License|0v-2014|
0oWarranty|0dOpen-MPI|0dSun|0dacpica|0dflex|044-Clause|0c-Shortened|0dUC|05.3RENO|07TAHOE|
04Advertising-Acknowledgement|05ttribution-HPND-disclaimer|04Inferno-Nettverk|04Protection|04Source-Code|
0bbeginning-file|05ystemics|0d-W3Works|02L-1.0|01USL-1.1|01aekmuk|02hyph|02rr|01eerware|01itTorrent-1.0|0d1|
03stream-Charter|0aVera|01lueOak-1.0.0|01oehm-GC|08-without-fee|02rceux|01rian-Gladman-2-Clause|0e3-Clause|
00C-UDA-1.0|01AL-1.0|07-Combined-Work-Exception|02TOSL-1.1|01C-BY-1.0|062.0|085|09-AU|063.0|09-AT|0bU|0aDE|0aIGO|
0aNL|0aUS|064.0|06NC-1.0|092.0|0b5|093.0|0c-DE|094.0|09ND-1.0|0c2.0|0e5|0c3.0|0f-DE|0gIGO|0c4.0|09SA-1.0|0c2.0|
0f-DE|0gFR|0gUK|0e5|0c3.0|0f-DE|0gIGO|0c4.0|07D-1.0|092.0|0b5|093.0|0c-DE|094.0|06SA-1.0|092.0|0c-UK|0b1-JP|0b5|
093.0|0c-AT|0dDE|0dIGO|094.0|03PDDC|05M-1.0|03SA-1.0|020-1.0|01DDL-1.0|071|02L-1.0|03A-Permissive-1.0|0g2.0|
05Sharing-1.0|01ECILL-1.0|091|072.0|091|07B|07C|02RN-OHL-1.1|0b2|09P-2.0|09S-2.0|09W-2.0|01FITSIO|01MU-Mach|
08-nodoc|01NRI-Jython|05Python|0b-GPL-Compatible|01OIL-1.0|01PAL-1.0|02L-1.0|02OL-1.02|01UA-OPL-1.0|01aldera|
07-no-preamble|02tharon|01lArtistic|02ips|01ommunity-Spec-1.0|02ndor-1.1|02rnell-Lossless-JPEG|01ronyx|03ssword|
02yptoSwift|03stalStacker|01ube|00D-FSL-1.0|01EC-3-Clause|01L-DE-BY-2.0|06ZERO-2.0|01OC|01RL-1.0|061|01SDP|
01ocBook-DTD|08Schema|09tylesheet|08XML|02tseqn|00ECL-1.0|042.0|01FL-1.0|042.0|01PICS|02L-1.0|042.0|01UDatagrid|
02PL-1.0|071|072|01lastic-2.0|01ntessa|01rlPL-1.1|01urosym|00FBM|01DK-AAC|01SFAP|05-no-warranty-disclaimer|03UL|
05LR|07SD|07WD|02L-1.1-ALv2|08MIT|01TL|01air|01erguson-Twofish|01rameworx-1.0|02eeBSD-DOC|04Image|01uruseth|
00GCR-docs|01D|01FDL-1.1|08-invariants-only|0lr-later|09no-invariants-only|0or-later|09only|0ar-later|072|
08-invariants-only|0lr-later|09no-invariants-only|0or-later|09only|0ar-later|073|08-invariants-only|0lr-later|
09no-invariants-only|0or-later|09only|0ar-later|01L2PS|02WTPL|01PL-1.0|07+|07-only|09r-later|042.0|07+|07-only|
09r-later|08with-GCC-exception|0dautoconf-exception|0dbison-exception|0dclasspath-exception|0dfont-exception|043.0|
07+|07-only|09r-later|08with-GCC-exception|0dautoconf-exception|01ame-Programming-Gems|01iftware|01lide|02ulxe|
01raphics-Gems|01utmann|00HDF5|01IDAPI|01P-1986|069|02ND|04-DEC|05Fenneberg-Livingston|05INRIA-IMAG|06ntel|
05Kevlin-Henney|05MIT-disclaimer|06arkus-Kuhn|05Netrek|05Pbmplus|05UC|07-export-US|05doc|08-sell|05export-US|
0e-acknowledgement|0fmodify|0b2-US|05merchantability-variant|05sell-MIT-disclaimer-xserver|0aregexpr|0avariant|
0h-MIT-disclaimer|0w-rev|01TMLTIDY|01askellReport|01ippocratic-2.1|00IBM-pibs|01CU|01EC-Code-Components-EULA|01JG|
03-short|01PA|02L-1.0|01SC|03-Veillard|01mageMagick|02lib2|01nfo-ZIP|02ner-Net-2.0|03oSetup|02tel|05-ACPI|
04rbase-1.0|00JPL-image|02NIC|01SON|01am|02sPer-2.0|00Kastrup|02zlib|01nuth-CTAN|00LAL-1.2|063|01GPL-2.0|08+|
08-only|0ar-later|071|08+|08-only|0ar-later|053.0|08+|08-only|0ar-later|04LR|01OOP|01PD-document|02L-1.0|072|
02PL-1.0|071|072|073a|08c|01ZMA-SDK-9.11-to-9.20|0b22|01atex2e|07-translated-notice|01eptonica|01iLiQ-P-1.1|06R-1.1|
07plus-1.1|02bpng|02nux-OpenIB|06man-pages-1-para|0gcopyleft|0o-2-para|0pvar|01ucida-Bitmap-Fonts|00MIPS|02T|03-0|
04CMU|05lick|04Festival|04Khronos-old|04Modern-Variant|04Wu|04advertising|04enna|04feh|04open-group|04testregex|
03NFA|01MIXware|01PEG-SSG|02L-1.0|061|042.0|07-no-copyleft-exception|01S-LPL|03PL|03RL|01TLL|01ackerras-3-Clause|
0i-acknowledgment|02keIndex|02rtin-Birgmeier|01cPhee-slideshow|01inpack|02rOS|01otosoto|01ulanPSL-1.0|092.0|03tics|
02p|00NAIST-2003|02SA-1.3|01BPL-1.0|01CBI-PD|02GL-UK-2.0|02L|02SA|01GPL|01ICTA-1.0|02ST-PD|07-fallback|05Software|
01LOD-1.0|052.0|02PL|01OSL|01PL-1.0|061|02OSL-3.0|01RL|01TIA-PD|02P|03-0|01aumen|01et-SNMP|03CDF|02wsletr|01okia|
02web|01unit|00O-UDA-1.0|01AR|01CCT-PL|02LC-2.0|01DC-By-1.0|02bL-1.0|01FFIS|02L-1.0|07-RFN|08no-RFN|061|07-RFN|
08no-RFN|01GC-1.0|02DL-Taiwan-1.0|02L-Canada-2.0|04UK-1.0|072.0|073.0|02TSL|01LDAP-1.1|082|083|084|062.0|09.1|081|
082|09.1|0a2|083|084|085|086|087|088|02FL-1.3|01ML|01PL-1.0|04UK-3.0|02UBL-1.0|01SET-PL-2.1|02L-1.0|061|042.0|061|
043.0|01penPBS-2.3|04SSL|07-standalone|04Vision|00PADL|01DDL-1.0|01HP-3.0|071|01PL|01SF-2.0|01arity-6.0.0|077.0.0|
01ixar|01lexus|01olyForm-Noncommercial-1.0.0|09Small-Business-1.0.0|02stgreSQL|01ython-2.0|0a.1|00QPL-1.0|
07-INRIA-2004|01hull|00RHeCos-1.1|01PL-1.1|065|02SL-1.0|01SA-MD|02CPL|01disc|01uby|04-pty|00SAX-PD|06-2.0|01CEA|
01GI-B-1.0|081|062.0|04OpenGL|02P4|01HL-0.5|071|01ISSL|05-1.2|01L|01MAIL-GPL|02LNJ|02PPL|01NIA|01OFA|01PL-1.0|
01SH-OpenSSH|04short|02Leay-standalone|02PL-1.0|01UL-1.0|01WL|01axpath|01chemeReport|01endmail|08-8.23|
09Open-Source-1.1|01imPL-2.0|01leepycat|01oundex|01pencer-86|0894|099|01tandardML-NJ|01ugarCRM-1.1.3|02n-PPP|
07-2000|03Pro|01ymlinks|00TAPR-OHL-1.0|01CL|02P-wrappers|01GPPL-1.0|01Mate|01ORQUE-1.1|02SL|01PDL|02L-1.0|01TWL|
02YP0|01U-Berlin-1.0|0a2.0|01ermReadKey|01hirdEye|01rustedQSL|00UCAR|02L-1.0|01Mich-Merit|01PL-1.0|01RT-RLE|
01buntu-font-1.0|01nicode-3.0|08DFS-2015|0f6|08TOU|03xCrypt|02license|09-libtelnet|0dwhirlpool|00VOSTROM|01SL-1.0|
01im|00W3C|03-19980720|0420150513|01TFPL|01atcom-1.0|01idget-Workshop|01suipa|00X11|
03-distribute-modifications-variant|04swapped|01Free86-1.1|01Skat|01debug-1.03|01erox|01fig|01net|00YPL-1.0|061|
00ZPL-1.1|042.0|061|01ed|02eff|02nd-2.0|01imbra-1.3|094|01lib|00any-OSI|07-perl-modules|00bcrypt-Solar-Designer|
01lessing|01zip2-1.0.5|0a6|00check-cvs|05mk|01opyleft-next-0.3.0|0i1|01url|01ve-tou|00diffmark|01toa|01vipdfm|
00eCos-2.0|01Genix|01talab-2.0|00fwlw|00gSOAP-1.3b|01eneric-xts|01nuplot|01tkbook|00hdparm|00iMatix|00jove|
00libpng-1.6.35|072.0|03selinux-1.0|03tiff|03util-David-Nugent|01sof|00magaz|02ilprio|02n2html|01etamail|
01pi-permissive|03ch2|02lus|00ngrep|00pkgconf|01nmstitch|01sfrag|02utils|01ython-ldap|00radvd|00snprintf|
01oftSurfer|01sh-keyscan|01wrule|00threeparttable|00ulem|00w3m|01wl|01xWindows|00xinetd|01keyboard-config-Zinoviev|
01lock|01pp|01zoom|00zlib-acknowledgement
`;

/** Identifiers of exceptions, for the word behind WITH. */
export const SPDX_EXCEPTIONS = `
00389-exception|00Asterisk-exception|09linking-protocols-exception|01utoconf-exception-2.0|0j3.0|0jgeneric|0q-3.0|
0jmacro|00Bison-exception-1.24|0g2.2|01ootloader-exception|00CGAL-linking-exception|01LISP-exception-2.0|
01lasspath-exception-2.0|00DigiRule-FOSS-exception|04a-Qt-LGPL-exception-1.1|00FLTK-exception|
01awkes-Runtime-exception|01ont-exception-2.0|00GCC-exception-2.0|0h-note|0e3.1|01NAT-exception|
02OME-examples-exception|02U-compiler-exception|01PL-3.0-389-ds-base-exception|08interface-exception|
08linking-exception|0gsource-exception|04CC-1.0|01Streamer-exception-2005|0n8|01msh-exception|
00Independent-modules-exception|00KiCad-libraries-exception|00LGPL-3.0-linking-exception|01LGPL|02VM-exception|
01ZMA-exception|01ibtool-exception|02nux-syscall-note|00Nokia-Qt-exception-1.1|00OCCT-exception-1.0|
02aml-LGPL-linking-exception|01penJDK-assembly-exception-1.0|00PCRE2-exception|01S-or-PDF-font-exception-20170817|
00QPL-1.0-INRIA-2004-exception|01t-GPL-exception-1.0|03LGPL-exception-1.1|01wt-exception-1.0|
00RRDtool-FLOSS-exception-2.0|00SANE-exception|01HL-2.0|061|01WI-exception|01wift-exception|00Texinfo-exception|
00UBDL-exception|01niversal-FOSS-exception-1.0|00WxWindows-exception-3.1|00cryptsetup-OpenSSL-exception|
00eCos-exception-2.0|01rlang-otp-linking-exception|00fmt-exception|01reertos-exception-2.0|00gnu-javamail-exception|
00harbour-exception|00i2p-gpl-java-exception|00libpri-OpenH323-exception|00mif-exception|01xml-exception|
00openvpn-openssl-exception|00polyparse-exception|00romic-exception|00stunnel-exception|00u-boot-exception-2.0|
00vsftpd-openssl-exception|00x11vnc-openssl-exception
`;
