/** Bytes that are read from an archive in one go. */
export const PIECE_BYTES = 256 * 1024;

export type PieceBuffers = readonly [Buffer, Buffer];

/** As many as were ever in use at once: archives of ten thousand members would leave gigabytes to the garbage collector. */
const idle: PieceBuffers[] = [];

/** Two buffers of {@link PIECE_BYTES}: one to be read into while the other is judged. */
export function lendPieceBuffers(): PieceBuffers {
  return idle.pop() ?? [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)];
}

/** For the next one who asks. Only when no read into them is under way any more. */
export function returnPieceBuffers(buffers: PieceBuffers): void {
  idle.push(buffers);
}
