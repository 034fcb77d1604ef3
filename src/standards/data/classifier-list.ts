// Written by scripts/data/lists.py, in the form that front-coding.ts reads.

/** Release of trove-classifiers the list is from. */
export const CLASSIFIER_LIST_VERSION = "2026.9.21.13";

/** Every classifier, deprecated ones included. */
export const CLASSIFIER_LIST = `
00Development Status :: 1 - Planning|0m2 - Pre-Alpha|0m3 - Alpha|0m4 - Beta|0m5 - Production/Stable|0m6 - Mature|
0m7 - Inactive|00Environment :: Console|0m :: Curses|0qFramebuffer|0qNewt|0qsvgalib|0gygwin (MS Windows)|0fGPU|
0i :: NVIDIA CUDA|0x :: 1.0|131|120.0|141|142|121|13.0|141|142|143|144|145|146|147|148|122|13 :: 12.0|1a1|1a2|1a3|
1a4|1a5|1a6|123|112.0|131|132|133|113.0|131|132|114.0|131|132|115.0|135|116.0|135|117.0|135|118.0|119.0|131|132|
0fHandhelds/PDA's|0fMacOS X|0m :: Aqua|0qCarbon|0rocoa|0fNo Input/Output (Daemon)|0fOpenStack|0gther Environment|
0fPlugins|0fWeb Environment|0u :: Buffet|0yMozilla|0yToscaWidgets|0iAssembly|0q :: Emscripten|0uWASI|
0gin32 (MS Windows)|0fX11 Applications|0v :: GTK|10nome|0zKDE|0zQt|00Framework :: AWS CDK|0k :: 1|0o2|0eiiDA|
0ensible|0fyIO|0epache Airflow|0r :: Provider|0esyncIO|0dBEAT|0eFG|0eob|0fttle|0euildout|0l :: Extension|0pRecipe|
0dCastleCMS|0m :: Theme|0eelery|0ehandler|0ferryPy|0eubicWeb|0dDash|0ftasette|0ejango|0j :: 1|0o.10|0q1|0p4|0p5|0p6|
0p7|0p8|0p9|0n2|0o.0|0p1|0p2|0n3|0o.0|0p1|0p2|0n4|0o.0|0p1|0p2|0n5|0o.0|0p1|0p2|0n6|0o.0|0p1|0kCMS|0n :: 3.10|0u1|
0t4|0t5|0t6|0t7|0t8|0t9|0r4.0|0t1|0t2|0r5.0|0t1|0dFastAPI|0elake8|0gsk|0dHatch|0eypothesis|0dIDLE|0ePython|
0envenTree|0dJupyter|0k :: JupyterLab|0y :: 1|122|123|124|12Extensions|1c :: Mime Renderers|1gPrebuilt|1gThemes|
0dKedro|0dLektor|0eitestar|0l :: 1|0p2|0p3|0dMasonite|0ftplotlib|0ekDocs|0dNengo|0dOdoo|0h :: 10.0|0m1.0|0m2.0|
0m3.0|0m4.0|0m5.0|0m6.0|0m7.0|0m8.0|0m9.0|0l20.0|0l8.0|0l9.0|0epenTelemetry|0q :: Distros|0uExporters|
0uInstrumentations|0fps|0dPaste|0eelican|0k :: Plugins|0oThemes|0elone|0i :: 3.2|0o3|0m4.0|0o1|0o2|0o3|0m5.0|0o1|
0o2|0o3|0m6.0|0o1|0o2|0o3|0mAddon|0mCore|0mDistribution|0mTheme|0eySimpleGUI|0o :: 4|0s5|0fcsou|0fdantic|0l :: 1|
0p2|0flons|0fodide|0framid|0ftest|0dReview Board|0eobot Framework|0s :: Library|0wTool|0dScrapy|0eetuptools Plugin|
0ephinx|0j :: Domain|0nExtension|0nTheme|0dTrac|0fio|0fyton|0eurboGears|0n :: Applications|0rWidgets|0ewisted|
0dWagtail|0k :: 1|0o2|0o3|0o4|0o5|0o6|0o7|0o8|0dZODB|0eope|0h :: 2|0l3|0l4|0l5|0l6|0h2|0h3|0daiohttp|0dcocotb|
0dnapari|0dtox|00Intended Audience :: Customer Service|0lDevelopers|0lEducation|0mnd Users/Desktop|
0lFinancial and Insurance Industry|0lHealthcare Industry|0lInformation Technology|0lLegal Industry|0lManufacturing|
0lOther Audience|0lReligion|0lScience/Research|0mystem Administrators|0lTelecommunications Industry|
00License :: Aladdin Free Public License (AFPL)|0bCC0 1.0 Universal (CC0 1.0) Public Domain Dedication|
0ceCILL-B Free Software License Agreement (CECILL-B)|0iC Free Software License Agreement (CECILL-C)|0bDFSG approved|
0bEiffel Forum License (EFL)|0bFree For Educational Use|0kHome Use|0gTo Use But Restricted|0gfor non-commercial use|
0fly Distributable|0fware|0bGUST Font License 1.0|0t2006-09-30|0bNetscape Public License (NPL)|
0cokia Open Source License (NOKOS)|0bOSI Approved|0n :: Academic Free License (AFL)|0spache Software License|
0tple Public Source License|0srtistic License|0sttribution Assurance License|0rBSD License|
0slue Oak Model License (BlueOak-1.0.0)|0soost Software License 1.0 (BSL-1.0)|
0rCEA CNRS Inria Logiciel Libre License, version 2.1 (CeCILL-2.1)|0sMU License (MIT-CMU)|
0sommon Development and Distribution License 1.0 (CDDL-1.0)|0yPublic License|0rEclipse Public License 1.0 (EPL-1.0)|
1e2.0 (EPL-2.0)|0sducational Community License, Version 2.0 (ECL-2.0)|0siffel Forum License|
0suropean Union Public Licence 1.0 (EUPL 1.0)|1n1 (EUPL 1.1)|1n2 (EUPL 1.2)|0rGNU Affero General Public License v3|
1r or later (AGPLv3+)|0vFree Documentation License (FDL)|0vGeneral Public License (GPL)|1iv2 (GPLv2)|
1lor later (GPLv2+)|1j3 (GPLv3)|1lor later (GPLv3+)|0vLesser General Public License v2 (LGPLv2)|
1sor later (LGPLv2+)|1q3 (LGPLv3)|1sor later (LGPLv3+)|0wibrary or Lesser General Public License (LGPL)|
0rHistorical Permission Notice and Disclaimer (HPND)|0rIBM Public License|0sSC License (ISCL)|
0sntel Open Source License|0rJabber Open Source License|0rMIT License|0vNo Attribution License (MIT-0)|
0uRE Collaborative Virtual Workspace License (CVW)|0sirOS License (MirOS)|0sotosoto License|
0tzilla Public License 1.0 (MPL)|1g1 (MPL 1.1)|1e2.0 (MPL 2.0)|0sulan Permissive Software License v2 (MulanPSL-2.0)|
0rNASA Open Source Agreement v1.3 (NASA-1.3)|0sethack General Public License|0sokia Open Source License|
0rOpen Group Test Suite License|0wSoftware License 3.0 (OSL-3.0)|0rPostgreSQL License|
0sython License (CNRI Python License)|0ySoftware Foundation License|0rQt Public License (QPL)|
0rRicoh Source Code Public License|0rSIL Open Font License 1.1 (OFL-1.1)|0sleepycat License|
0sun Industry Standards Source License (SISSL)|0vPublic License|0rThe Unlicense (Unlicense)|
0rUniversal Permissive License (UPL)|0yity of Illinois/NCSA Open Source License|0rVovida Software License 1.0|
0rW3C License|0rX.Net License|0rZero-Clause BSD (0BSD)|0sope Public License|0rzlib/libpng License|
0cther/Proprietary License|0bPublic Domain|0bRepoze Public License|00Natural Language :: Afrikaans|0lrabic|0mmenian|
0kBasque|0lengali|0losnian|0lulgarian|0kCantonese|0mtalan|0r (Valencian)|0lhinese (Simplified)|0tTraditional)|
0lroatian|0lzech|0kDanish|0lutch|0kEnglish|0lsperanto|0mtonian|0kFinnish|0lrench|0kGalician|0leorgian|0mrman|0lreek|
0kHebrew|0lindi|0lungarian|0kIcelandic|0lndonesian|0lrish|0ltalian|0kJapanese|0mvanese|0kKorean|0kLatin|0nvian|
0lithuanian|0kMacedonian|0mlay|0mrathi|0kNepali|0lorwegian|0kPanjabi|0lersian|0lolish|0mrtuguese|0u (Brazilian)|
0kRomanian|0lussian|0kSerbian|0llovak|0oenian|0lpanish|0lwedish|0kTamil|0lelugu|0lhai|0libetan|0lurkish|0kUkrainian|
0onian|0lrdu|0kVietnamese|0kYiddish|00Operating System :: Android|0kBeOS|0kMacOS|0p :: MacOS 9|0zX|0licrosoft|
0t :: MS-DOS|0xWindows|14 :: Windows 10|1h1|1g3.1 or Earlier|1g7|1g8|1h.1|1g95/98/2000|1gCE|1gNT/2000|1gServer 2003|
1q8|1gVista|1gXP|0kOS Independent|0m/2|0lther OS|0kPDA Systems|0lOSIX|0p :: AIX|0tBSD|0w :: BSD/OS|10FreeBSD|
10NetBSD|10OpenBSD|0tGNU Hurd|0tHP-UX|0tIRIX|0tLinux|0tOther|0tSCO|0uunOS/Solaris|0lalmOS|0kRISC OS|0kUnix|0kiOS|
00Programming Language :: APL|0pSP|0pda|0pssembly|0pwk|0oBasic|0oC|0p#|0p++|0pold Fusion|0python|0oD|0pelphi/Kylix|
0pylan|0oEiffel|0pmacs-Lisp|0prlang|0puler|0qphoria|0oF#|0porth|0sran|0oGo|0oHaskell|0py|0oJava|0sScript|0oKotlin|
0oLisp|0pogo|0pua|0oML|0podula|0oOCaml|0pbject Pascal|0uive C|0pther|0t Scripting Engines|0oPHP|0pL/SQL|0pROGRESS|
0pascal|0perl|0pike|0pliant|0prolog|0python|0u :: 2|0z :: Only|0z.3|104|105|106|107|0y3|0z :: Only|0z.0|101|110|111|
112|113|114|115|116|102|103|104|105|106|107|108|109|0yFree Threading|1c :: 1 - Unstable|1g2 - Beta|1g3 - Stable|
1g4 - Resilient|0yImplementation|1c :: CPython|1gGraalPy|1gIronPython|1gJython|1gMicroPython|1gPyPy|1gStackless|0oR|
0pEBOL|0pexx|0puby|0qst|0oSQL|0pcheme|0pimula|0pmalltalk|0oTcl|0oUnix Shell|0oVisual Basic|0oXBasic|0oYACC|0oZig|
0pope|00Topic :: Adaptive Technologies|0artistic Software|09Communications|0n :: BBS|0rChat|
0v :: AOL Instant Messenger|0zICQ|10nternet Relay Chat|0zUnix Talk|0sonferencing|0rEmail|0w :: Address Book|
10Email Clients (MUA)|10Filters|10Mail Transport Agents|14ing List Servers|10Post-Office|1b :: IMAP|1fPOP3|0rFIDO|
0sax|0sile Sharing|13 :: Gnutella|17Napster|0rHam Radio|0rInternet Phone|0rTelephony|0rUsenet News|09Database|
0h :: Database Engines/Servers|0lFront-Ends|0aesktop Environment|0s :: File Managers|0wGNUstep|0xnome|
0wK Desktop Environment (KDE)|1n :: Themes|0wPicoGUI|13 :: Applications|17Themes|0wScreen Savers|0wWindow Managers|
1b :: Afterstep|1o :: Themes|1gpplets|1fBlackbox|1n :: Themes|1fCTWM|1j :: Themes|1fEnlightenment|1s :: Epplets|
1wThemes DR15|266|267|1fFVWM|1j :: Themes|1gluxbox|1m :: Themes|1fIceWM|1k :: Themes|1fMetaCity|1n :: Themes|
1fOroborus|1n :: Themes|1fSawfish|1m :: Themes 0.30|1xpre-0.30|1fWaimea|1l :: Themes|1gindow Maker|1r :: Applets|
1vThemes|1fXFCE|1j :: Themes|0aocumentation|0m :: Sphinx|09Education|0i :: Computer Aided Instruction (CAI)|
0mTesting|09File Formats|0l :: JSON|0t :: JSON Schema|09Games/Entertainment|0s :: Arcade|0wBoard Games|
0wFirst Person Shooters|0xortune Cookies|0wMulti-User Dungeons (MUD)|0wPuzzle Games|0wReal Time Strategy|
0xole-Playing|0wSide-Scrolling/Arcade Games|0ymulation|0wTurn Based Strategy|09Home Automation|09Internet|
0h :: File Transfer Protocol (FTP)|0nnger|0lLog Analysis|0lName Service (DNS)|0lProxy Servers|0lWAP|0mWW/HTTP|
0t :: Browsers|0xDynamic Content|1c :: CGI Tools/Libraries|1hontent Management System|1gMessage Boards|1gNews/Diary|
1gPage Counters|1gWiki|0xHTTP Servers|0xIndexing/Search|0xSession|0yite Management|1c :: Link Checking|0xWSGI|
11 :: Application|15Middleware|15Server|0lXMPP|0lZ39.50|09Multimedia|0j :: Graphics|0v :: 3D Modeling|12Rendering|
0zCapture|16 :: Digital Camera|1aScanners|1creen Capture|0zEditors|16 :: Raster-Based|1aVector-Based|
0zGraphics Conversion|0zPresentation|0zViewers|0nSound/Audio|0y :: Analysis|12CD Audio|1a :: CD Playing|1hRipping|
1hWriting|13apture/Recording|13onversion|12Editors|12MIDI|13ixers|12Players|19 :: MP3|12Sound Synthesis|13peech|
0nVideo|0s :: Capture|0xonversion|0wDisplay|0wNon-Linear Editor|09Office/Business|0o :: Financial|11 :: Accounting|
15Investment|15Point-Of-Sale|15Spreadsheet|0sGroupware|0sNews/Diary|0sOffice Suites|0sScheduling|
0ather/Nonlisted Topic|09Printing|09Religion|09Scientific/Engineering|0v :: Artificial Intelligence|1aLife|
10stronomy|10tmospheric Science|0zBio-Informatics|0zChemistry|0zElectronic Design Automation (EDA)|0zGIS|
0zHuman Machine Interfaces|10ydrology|0zImage Processing|15Recognition|10nformation Analysis|11strument Drivers|
1h :: IVI Conformant|11terface Engine/Protocol Translator|0zMathematics|10edical Science Apps.|0zOceanography|
0zPhysics|0zQuantum Computing|0zVisualization|0aecurity|0h :: Cryptography|0aociology|0i :: Genealogy|0mHistory|
0bftware Development|0t :: Assemblers|0xBug Tracking|0zild Tools|0xCode Generators|0zmpilers|0xDebuggers|
0yisassemblers|0yocumentation|0xEmbedded Systems|1d :: Controller Area Network (CAN)|2a :: CANopen|2eJ1939|
0xInternationalization|12preters|0xLibraries|16 :: Application Frameworks|1aJava Libraries|1aPHP Classes|
1berl Modules|1bike Modules|1bython Modules|1aRuby Modules|1aTcl Extensions|1apygame|0yocalization|
0xObject Brokering|1d :: CORBA|0xPre-processors|0xQuality Assurance|0xTesting|14 :: Acceptance|18BDD|18Mocking|
18Traffic Generation|18Unit|0xUser Interfaces|0xVersion Control|1c :: Bazaar|1gCVS|1gGit|1gMercurial|1gRCS|1gSCCS|
0xWidget Sets|0aystem|0f :: Archiving|0s :: Backup|0wCompression|0wMirroring|0wPackaging|0jBenchmark|0koot|
0n :: Init|0jClustering|0konsole Fonts|0jDistributed Computing|0jEmulators|0jFilesystems|0jHardware|
0r :: Hardware Drivers|0vMainframes|0vSymmetric Multi-processing|0vUniversal Serial Bus (USB)|1l :: Audio|
1u/Video (AV)|1pCommunications Device Class (CDC)|1pDiagnostic Device|1pHub|1rman Interface Device (HID)|
1pMass Storage|1qiscellaneous|1pPrinter|1pSmart Card|1pVendor|1qideo (UVC)|1pWireless Controller|
0jInstallation/Setup|0jLogging|0jMonitoring|0jNetworking|0t :: Firewalls|0xMonitoring|17 :: Hardware Watchdog|
0xTime Synchronization|0jOperating System|0z Kernels|17 :: BSD|1bGNU Hurd|1bLinux|0jPower (UPS)|0jRecovery Tools|
0jShells|0koftware Distribution|0kystem Shells|0ps Administration|15 :: Authentication/Directory|1x :: LDAP|21NIS|
09Terminals|0i :: Serial|0mTelnet|0orminal Emulators/X Terminals|0bxt Editors|0l :: Documentation|0pEmacs|
0pIntegrated Development Environments (IDE)|0pText Processing|0pWord Processors|0eProcessing|0o :: Filters|0tonts|
0sGeneral|0sIndexing|0sLinguistic|0sMarkup|0y :: HTML|12LaTeX|12Markdown|12SGML|12VRML|12XML|12reStructuredText|
09Utilities|01yping :: Stubs Only|0aTyped
`;

/** Deprecated classifiers and what replaces them. */
export const DEPRECATED_CLASSIFIERS: Readonly<Record<string, readonly string[]>> = {
  "Framework :: Django CMS :: 4.2": ["Framework :: Django CMS :: 5.0"],
  "License :: OSI Approved :: Intel Open Source License": [],
  "License :: OSI Approved :: Jabber Open Source License": [],
  "License :: OSI Approved :: MITRE Collaborative Virtual Workspace License (CVW)": [],
  "License :: OSI Approved :: Sun Industry Standards Source License (SISSL)": [],
  "License :: OSI Approved :: X.Net License": [],
  "Natural Language :: Ukranian": ["Natural Language :: Ukrainian"],
  "Topic :: Communications :: Chat :: AOL Instant Messenger": [],
};
