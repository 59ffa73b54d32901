/**
 * Gives the memory of a part back that nobody uses any more. A part lies here just long enough to be taken for something
 * that stays: left alone, dozens of them would wait for a collection of everything.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  // A small one may share its memory with others.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
