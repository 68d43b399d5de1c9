import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import { dirname } from 'node:path';
import type { Piece, Written } from '../../shared/formats/format.ts';
import { syncFolder } from '../db/in-place.ts';
import type { Disk } from './disk.ts';
import { feedHash } from './marker.ts';
import { rowCounterFor, type RowCounter } from './row-counter.ts';
import { insideFolder } from './target.ts';

/** A file of an export as it lies on the disk. */
export interface WrittenFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** How many rows it has, null for files that have none. */
  readonly rows: number | null;
}

interface OpenFile {
  readonly fd: number;
  readonly hash: Hash;
  readonly rows: RowCounter | null;
  waiting: string[];
  waitingLength: number;
  bytes: number;
}

interface ClosedFile {
  readonly sha256: string;
  readonly rows: RowCounter | null;
  readonly bytes: number;
}

/** Characters gathered before they are written: enough for few calls, little enough to keep memory flat. */
const BATCH = 1 << 16;
/** A format with two files an article must not use up the system's handles. */
const MOST_OPEN = 32;

/** Writes the pieces of a format into a folder, hashing as it goes. Memory doesn't grow with the length of a file. */
export class FolderWriter implements Written {
  /** Least recently written first. */
  private readonly open = new Map<string, OpenFile>();
  private readonly closed = new Map<string, ClosedFile>();
  private readonly sealed = new Set<string>();
  private readonly folders = new Set<string>();
  /** Written since the last `finish`. */
  private readonly fresh = new Set<string>();
  private readonly folder: string;
  private readonly disk: Disk;

  /** @param folder absolute path of a folder that is there and empty. */
  constructor(folder: string, disk: Disk) {
    this.folder = folder;
    this.disk = disk;
    this.folders.add(folder);
  }

  /** Takes one piece. Throws what the disk throws. */
  write(piece: Piece): void {
    const file = this.take(piece.path);
    file.waiting.push(piece.text);
    file.waitingLength += piece.text.length;
    if (file.waitingLength >= BATCH) this.flush(file, false);
  }

  seal(path: string): { readonly sha256: string; readonly bytes: number } {
    const file = this.open.get(path);
    if (file) this.close(path, file);
    const closed = this.closed.get(path);
    if (!closed) throw new Error(`“${path}” was not written`);
    this.sealed.add(path);
    return { sha256: closed.sha256, bytes: closed.bytes };
  }

  /**
   * Closes all files, makes them durable and tells what was written, by path. Only now does it wait for the disk: to wait
   * for each of thousands of files when it is closed takes three times as long.
   * @param check called before each file; may throw.
   */
  finish(check: () => void = () => undefined): WrittenFile[] {
    for (const [path, file] of this.open) this.close(path, file);
    for (const path of this.fresh) {
      check();
      this.sync(insideFolder(this.folder, path));
    }
    this.fresh.clear();
    for (const folder of this.folders) syncFolder(folder);
    return [...this.closed]
      .map(([path, { sha256, bytes, rows }]) => ({ path, sha256, bytes, rows: rows ? rows.rows() : null }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Lets go of the files without finishing them. */
  abandon(): void {
    for (const file of this.open.values()) this.disk.close(file.fd);
    this.open.clear();
  }

  /** The open file of that path, moved to the end as the one written last. */
  private take(path: string): OpenFile {
    const file = this.open.get(path) ?? this.begin(path);
    this.open.delete(path);
    this.open.set(path, file);
    return file;
  }

  private begin(path: string): OpenFile {
    if (this.sealed.has(path)) throw new Error(`“${path}” is finished already`);
    if (this.open.size >= MOST_OPEN) this.closeOldest();
    const full = insideFolder(this.folder, path);
    const earlier = this.closed.get(path);
    const hash = createHash('sha256');
    if (earlier) feedHash(hash, full);
    else this.makeFolder(dirname(full));
    return {
      fd: this.disk.open(full, earlier ? 'a' : 'wx'),
      hash,
      rows: earlier ? earlier.rows : rowCounterFor(path),
      waiting: [],
      waitingLength: 0,
      bytes: earlier?.bytes ?? 0,
    };
  }

  private makeFolder(path: string): void {
    if (this.folders.has(path)) return;
    fs.mkdirSync(path, { recursive: true });
    for (let at = path; !this.folders.has(at); at = dirname(at)) this.folders.add(at);
  }

  private closeOldest(): void {
    for (const [path, file] of this.open) {
      this.close(path, file);
      return;
    }
  }

  private close(path: string, file: OpenFile): void {
    this.flush(file, true);
    this.fresh.add(path);
    this.open.delete(path);
    this.disk.close(file.fd);
    this.closed.set(path, { sha256: file.hash.digest('hex'), bytes: file.bytes, rows: file.rows });
  }

  private sync(full: string): void {
    const fd = this.disk.open(full, 'r+');
    try {
      this.disk.sync(fd);
    } finally {
      this.disk.close(fd);
    }
  }

  private flush(file: OpenFile, last: boolean): void {
    let text = file.waiting.join('');
    let rest = '';
    // Half of a surrogate pair waits for its other half, else both would be written as replacement characters.
    if (!last && /[\uD800-\uDBFF]$/.test(text)) {
      rest = text.slice(-1);
      text = text.slice(0, -1);
    }
    file.waiting = rest ? [rest] : [];
    file.waitingLength = rest.length;
    if (text === '') return;
    const bytes = Buffer.from(text, 'utf8');
    file.hash.update(bytes);
    file.rows?.add(text);
    this.disk.write(file.fd, bytes);
    file.bytes += bytes.length;
  }
}
