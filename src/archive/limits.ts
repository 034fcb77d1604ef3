/** Largest METADATA or PKG-INFO that is read; real ones are some KB, long readmes included. */
export const MAX_METADATA_BYTES = 16 * 1024 * 1024;

/** Most members of an archive; the largest real wheels have some ten thousand. */
export const MAX_MEMBERS = 500_000;

/** Most bytes that the names of all members may take together; they are held in memory. */
export const MAX_NAME_BYTES = 64 * 1024 * 1024;

/** Most bytes that are inflated in search of PKG-INFO, which some build back ends put last. */
export const MAX_INFLATED_BYTES = 4 * 1024 ** 3;
