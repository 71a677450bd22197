import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  fsyncSync,
  openSync,
  closeSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder, StartError } from '#platform';
import { headAfter, signedText, START, type Head, type Link } from './chain.js';

/** What is wrong with the file itself; it is told apart from what is wrong in the database. */
export class BrokenTrail extends Error {}

/**
 * The signed heads of the audit trail, outside the database: `audit-heads.jsonl`, to which lines are only ever added, and
 * the key `audit-key.pem`, both in the data folder and readable by the hub's account alone. Copy the file away (or to a disk
 * that can only be added to) and keep the key's public half elsewhere, where the hub's own account is not to be trusted.
 */
export class HeadFile {
  readonly path: string;
  private readonly keyPath: string;

  constructor(dataDir: string) {
    makeFolder(dataDir, 0o700);
    this.path = join(dataDir, 'audit-heads.jsonl');
    this.keyPath = join(dataDir, 'audit-key.pem');
  }

  get bytes(): number {
    return statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Adds one signed line, on the disk when this returns. */
  add(before: string, links: Link[], at: string): Head {
    const unsigned = { at, links, head: headAfter(before, links) };
    const signature = sign(null, signedText(unsigned), this.key()).toString('base64');
    const head: Head = { ...unsigned, signature };
    appendFileSync(this.path, `${JSON.stringify(head)}\n`, { mode: 0o600 });
    const file = openSync(this.path, 'r');
    fsyncSync(file);
    closeSync(file);
    return head;
  }

  /**
   * Every head, each checked against the one before and its signature. A line that was cut short by a crash is the last, and
   * is left out: its entries are taken into the chain again.
   * @throws BrokenTrail naming the first line that does not hold
   */
  read(): Head[] {
    if (!existsSync(this.path)) return [];
    const key = createPublicKey(this.key());
    const heads: Head[] = [];
    let before = START;
    for (const [at, text] of readFileSync(this.path, 'utf8').split('\n').slice(0, -1).entries()) {
      const head = parse(text);
      const holds = head && head.head === headAfter(before, head.links) && this.signed(head, key);
      if (!holds) throw new BrokenTrail(`line ${at + 1} of ${this.path} is not as it was signed`);
      heads.push(head);
      before = head.head;
    }
    return heads;
  }

  private signed(head: Head, key: KeyObject): boolean {
    return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64'));
  }

  private key(): KeyObject {
    if (!existsSync(this.keyPath)) {
      if (existsSync(this.path))
        throw new StartError(
          `${this.keyPath} is missing, and the audit trail was signed with it; restore it`,
        );
      const { privateKey } = generateKeyPairSync('ed25519');
      writeFileSync(this.keyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
        mode: 0o600,
        flag: 'wx',
      });
    }
    return createPrivateKey(readFileSync(this.keyPath));
  }
}

function parse(text: string): Head | null {
  try {
    return JSON.parse(text) as Head;
  } catch {
    return null;
  }
}
