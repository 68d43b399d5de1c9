import type { Client } from '../../../shared/api/client.ts';
import type { FileHandle } from '../../../shared/api/contract.ts';

/** The largest file, in bytes, that the window hands over; as text nothing larger can be an article or a list. */
export const LARGEST_HELD = 20_000_000;

/** Hands a file that the browser has, dropped or chosen, to the core. */
export async function holdFile(client: Client, file: File): Promise<FileHandle> {
  const base64 = toBase64(new Uint8Array(await file.arrayBuffer()));
  return (await client.call('files.hold', { name: file.name, base64 })).file;
}

/** Bytes as base64, in pieces: a call with a million arguments would overflow the stack. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const piece = 0x6000;
  for (let i = 0; i < bytes.length; i += piece) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(i, i + piece))));
  }
  return pieces.join('');
}
