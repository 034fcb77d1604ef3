/** Largest METADATA or PKG-INFO that is read; real ones are some KB, long readmes included. */
export const MAX_METADATA_BYTES = 16 * 1024 * 1024;

/** Largest WHEEL and entry_points.txt that are read; real ones are some KB. */
export const MAX_LISTING_BYTES = 1024 * 1024;

/** Largest RECORD that is compared; one line takes some 100 bytes. */
export const MAX_RECORD_BYTES = 32 * 1024 * 1024;

/** Most members of an archive; the largest real wheels have some ten thousand. */
export const MAX_MEMBERS = 200_000;

/** Most bytes that the names of all members may take together; they are held in memory. */
export const MAX_NAME_BYTES = 32 * 1024 * 1024;

/** Most bytes that are inflated out of one archive. */
export const MAX_INFLATED_BYTES = 4 * 1024 ** 3;

/** Most gzip streams in one file; some tools write one for every 64 KB, so that 6 GB stay below. */
export const MAX_GZIP_STREAMS = 100_000;

/** Longest pax header or long name inside a tar archive. */
export const MAX_TAR_EXTENSION_BYTES = 1024 * 1024;

/** Most long names and pax headers in front of one member; those of Python end at some 320, fewer within a server. */
export const MAX_TAR_EXTENSIONS = 300;
