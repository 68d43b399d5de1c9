import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may enter the loopback host: one-time tokens for addresses, and one session that a window gets for a token. */
export interface Entry {
  /** A fresh token for an address; it works once. */
  newToken(): string;
  /** The session for a token that wasn't used yet, else null. The token is used up by it. */
  exchange(token: string): string | null;
  /** Whether this is the session of this launch. */
  knows(session: string | undefined): boolean;
}

/** 32 random bytes, in base64url. */
const secret = (): string => randomBytes(32).toString('base64url');

/** The doors of one launch. Only hashes are compared, in constant time. */
export function createEntry(): Entry {
  const session = secret();
  const sessionHash = hash(session);
  const open = new Set<string>();

  return {
    newToken() {
      const token = secret();
      open.add(hash(token).toString('hex'));
      return token;
    },
    exchange: (token) => (open.delete(hash(token).toString('hex')) ? session : null),
    knows: (given) => given !== undefined && timingSafeEqual(hash(given), sessionHash),
  };
}

function hash(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
