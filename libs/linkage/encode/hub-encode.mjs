#!/usr/bin/env node
/**
 * hub-encode: turns a list of people into codes that the hub can match without seeing a name. It runs on the partner's own
 * machine, needs no network and no other file, and writes nothing but codes.
 *
 *   node hub-encode.mjs --new-key KEYFILE
 *   node hub-encode.mjs IN.csv --fields id=ref,givenName=first,familyName=last,dateOfBirth=dob,postcode=pc \
 *        --key KEYFILE --as keys --out OUT.csv
 *
 * --as keys   keyed match-keys (the default): each is a hash of several fields together, so none repeats often enough to guess
 * --as clk    one 1,024-bit filter a person over six or more fields, 4% of its bits turned over (BLIP); finds more slips
 *
 * The key is shared by the partners of one project and never given to the hub. Codes are still personal data.
 * Fields: id, givenName, familyName, fullName, dateOfBirth, sex, address, postcode, place, email, phone, nationalId. The id is hashed
 * too unless --keep-id is given. --carry date,comment copies these columns as they stand beside the codes: never one that is encoded. Methods: HMAC-SHA-256; cryptographic long-term keys (Schnell, Bachteler and Reiher 2009);
 * BLIP (Alaggan, Gambs and Kermarrec 2012).
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const FILTER_BITS = 1024;
const BLIP = 0.04;

// ---- Standardising: every partner must spell alike before hashing --------------------------------------------------

const BLANKS = new Set([
  '',
  'na',
  'n/a',
  'nil',
  'none',
  'null',
  'unknown',
  'not known',
  '-',
  'x',
  'refused',
  'withheld',
]);
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'rev',
  'sir',
  'dame',
  'lady',
  'lord',
  'cllr',
]);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const fold = (value) => {
  const text = String(value ?? '')
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`.]/g, '');
  return BLANKS.has(text) ? '' : text;
};
const words = (value) =>
  fold(value)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word));

/** Birth date as eight digits, zeros for parts not given; empty where it can't be read. British order. */
export function birthDigits(value) {
  const text = fold(value).replace(/[t ]\d\d?:\d\d.*$/, '');
  const parts = text.match(/\d+|[a-z]{3,}/g) ?? [];
  const pad = (y, m, d) =>
    `${String(y).padStart(4, '0')}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`;
  const year = (y) => (y.length > 2 ? y : Number(y) <= 25 ? `20${y}` : `19${y}`);
  const month = parts.findIndex((part) => MONTHS.includes(part.slice(0, 3)));
  if (month >= 0) {
    const numbers = parts.filter((part) => /^\d/.test(part));
    const y = numbers.find((part) => part.length === 4) ?? numbers.at(-1) ?? '0';
    return pad(
      year(y),
      MONTHS.indexOf(parts[month].slice(0, 3)) + 1,
      numbers.find((part) => part !== y) ?? 0,
    );
  }
  const [a, b, c] = parts;
  if (a === undefined) return '';
  if (b === undefined) {
    if (a.length === 8)
      return Number(a.slice(0, 4)) >= 1300 ? a : `${a.slice(4)}${a.slice(2, 4)}${a.slice(0, 2)}`;
    return a.length === 4 ? `${a}0000` : '';
  }
  if (a.length === 4) return pad(a, b, c ?? 0);
  return c === undefined ? pad(b, a, 0) : pad(year(c), b, a);
}

/** How a name sounds: consonants after the first letter, like-sounding ones merged, at most five. */
export function sound(name) {
  const text = name.replace(/[^a-z]/g, '');
  if (text === '') return '';
  const merged = text
    .replace(/^(kn|gn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/ph/g, 'f')
    .replace(/s?ch|ck|q|x/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/z/g, 's')
    .replace(/v/g, 'f')
    .replace(/d/g, 't')
    .replace(/gh/g, '');
  return (merged[0] + merged.slice(1).replace(/[aeiouhwy]/g, '')).replace(/(.)\1+/g, '$1').slice(0, 5);
}

/** A person's fields as they are hashed. */
export function standardise(person) {
  const whole = words(person.fullName);
  const given = person.givenName ? words(person.givenName) : whole.slice(0, -1);
  const phone = fold(person.phone).replace(/\D/g, '').replace(/^00/, '').replace(/^440?/, '0');
  const email = fold(String(person.email ?? '').replace(/\./g, '\u0001'))
    .replaceAll('\u0001', '.')
    .replace(/\s/g, '');
  return {
    given: given[0] ?? '',
    family: person.familyName ? words(person.familyName).join('') : (whole.at(-1) ?? ''),
    birth: birthDigits(person.dateOfBirth),
    sex: fold(person.sex).slice(0, 1),
    address: words(person.address).join(' '),
    postcode: fold(person.postcode).replace(/[^a-z0-9]/g, ''),
    place: words(person.place).join(' '),
    email: email.includes('@') ? email : '',
    phone: phone.length >= 7 ? phone : '',
    national: fold(person.nationalId).replace(/[^a-z0-9]/g, ''),
  };
}

// ---- Match-keys -------------------------------------------------------------------------------------------------------

/** The parts of each match-key: never one common field alone. A key with a blank part is not made. */
const KEYS = {
  national: (p) => [p.national],
  nameBirth: (p) => [p.given, p.family, full(p.birth)],
  soundBirth: (p) => [sound(p.given), sound(p.family), full(p.birth)],
  swapped: (p) => [...[p.given, p.family].sort(), full(p.birth)],
  namePostcode: (p) => [p.given, p.family, p.postcode],
  namePlaceYear: (p) => [p.given, p.family, p.place, p.birth.slice(0, 4)],
  nameAddress: (p) => [p.given, p.family, p.address],
  givenBirthPostcode: (p) => [p.given, full(p.birth), p.postcode],
  familyBirthPostcode: (p) => [p.family, full(p.birth), p.postcode],
  givenBirthPlace: (p) => [p.given, full(p.birth), p.place],
  familyBirthPlace: (p) => [p.family, full(p.birth), p.place],
  givenAddressBirth: (p) => [p.given, p.address, full(p.birth)],
  familyAddressBirth: (p) => [p.family, p.address, full(p.birth)],
  addressBirthPostcode: (p) => [p.address, full(p.birth), p.postcode],
  givenAddressPostcode: (p) => [p.given, p.address, p.postcode],
  emailGiven: (p) => [p.email, p.given],
  phoneGiven: (p) => [p.phone, p.given],
};
const full = (birth) => (birth.length === 8 && !birth.endsWith('00') ? birth : '');

/** Names of the match-keys, in the order of the columns. */
export const KEY_NAMES = Object.keys(KEYS);

/** The match-keys of one person: 96 bits each as text, empty where a part is blank. */
export function matchKeys(person, secret) {
  const fields = standardise(person);
  const key = subkey(secret, 'match-keys');
  return KEY_NAMES.map((name) => {
    const parts = KEYS[name](fields);
    if (parts.some((part) => part === '')) return '';
    return createHmac('sha256', key)
      .update([name, ...parts].join('\u0000'))
      .digest()
      .subarray(0, 12)
      .toString('base64url');
  });
}

// ---- Filters ------------------------------------------------------------------------------------------------------------

const pairs = (text) => {
  const padded = ` ${text} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
};
const digits = (text) => [...text].map((digit, at) => `${at}${digit}`);

/** Pieces of each field, and how many bits a piece sets: fields that tell people apart set more. */
const PIECES = [
  ['given', 7, (p) => pairs(p.given)],
  ['family', 7, (p) => pairs(p.family)],
  [
    'birth',
    7,
    (p) => (p.birth === '' ? [] : [...digits(p.birth), `m${p.birth.slice(4, 6)}`, `d${p.birth.slice(6)}`]),
  ],
  ['postcode', 6, (p) => [...digits(p.postcode), ...pairs(p.postcode)]],
  ['address', 3, (p) => pairs(p.address)],
  ['place', 3, (p) => pairs(p.place)],
  ['phone', 4, (p) => pairs(p.phone)],
  ['email', 3, (p) => pairs(p.email)],
  ['sex', 4, (p) => [p.sex]],
];

const positions = new Map();

/** Bit positions that a piece of a field sets under a key. */
function positionsOf(key, field, piece, count) {
  const name = `${field}\u0000${piece}`;
  let known = positions.get(key)?.get(name);
  if (known !== undefined) return known;
  const hash = createHmac('sha256', key).update(name).digest();
  known = Array.from({ length: count }, (_, at) => hash.readUInt16LE(at * 2) % FILTER_BITS);
  if (!positions.has(key)) positions.set(key, new Map());
  positions.get(key).set(name, known);
  return known;
}

/**
 * One person's filter of 1,024 bits. `harden: false` leaves out the turned-over bits; it exists for showing what the
 * hardening is worth, and the command never does it.
 */
export function filterOf(person, secret, { harden = true } = {}) {
  const fields = standardise(person);
  const key = subkey(secret, 'filter');
  const bits = new Uint8Array(FILTER_BITS / 8);
  for (const [field, count, cut] of PIECES) {
    if (fields[field] === '') continue;
    for (const piece of new Set(cut(fields))) {
      for (const at of positionsOf(key, field, piece, count)) bits[at >> 3] |= 1 << (at & 7);
    }
  }
  if (harden) turnOver(bits, subkey(secret, 'blip'));
  return bits;
}

/** Turns over 4% of the bits, by what the filter holds: the same person gives the same noise, so repeats average nothing out. */
function turnOver(bits, key) {
  const content = Buffer.from(bits);
  let pool = Buffer.alloc(0);
  let used = 0;
  let round = 0;
  for (let at = 0; at < FILTER_BITS; at++) {
    if (used + 2 > pool.length) {
      pool = createHmac('sha512', key).update(content).update(String(round++)).digest();
      used = 0;
    }
    if (pool.readUInt16LE(used) < BLIP * 65536) bits[at >> 3] ^= 1 << (at & 7);
    used += 2;
  }
}

// ---- Keys ---------------------------------------------------------------------------------------------------------------

const subkeys = new Map();

/** A key of its own for each purpose, so that codes of one kind say nothing of another. */
function subkey(secret, purpose) {
  const name = `${secret.toString('base64')}|${purpose}`;
  if (!subkeys.has(name))
    subkeys.set(name, Buffer.from(hkdfSync('sha256', secret, 'co-operative-brain', purpose, 32)));
  return subkeys.get(name);
}

/** A record's id under the key, so that the partner can find it again and the hub cannot read it. */
export const hashedId = (id, secret) =>
  createHmac('sha256', subkey(secret, 'id'))
    .update(String(id))
    .digest()
    .subarray(0, 12)
    .toString('base64url');

// ---- The command --------------------------------------------------------------------------------------------------------

function parseCsv(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') cell += text[++at];
      else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"') quoted = true;
    else if (letter === ',' || letter === '\n') {
      row.push(cell.replace(/\r$/, '').trim());
      cell = '';
      if (letter === '\n') rows.push(row);
      if (letter === '\n') row = [];
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.trim()]);
  return rows.filter((cells) => cells.some((value) => value !== ''));
}

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function readOptions(args) {
  const options = { as: 'keys', input: undefined };
  for (let at = 0; at < args.length; at++) {
    const name = args[at];
    if (name === '--keep-id') options.keepId = true;
    else if (name.startsWith('--')) options[name.slice(2)] = args[++at];
    else options.input = name;
  }
  return options;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function newKey(file) {
  if (existsSync(file)) fail(`${file} exists; a key is never written over`);
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  console.error(
    `A new key is in ${file}. Give it to the project's partners by a safe way, never to the hub.`,
  );
}

function run(options) {
  for (const needed of ['input', 'fields', 'key', 'out']) {
    if (options[needed] === undefined)
      fail(`Missing ${needed === 'input' ? 'the input file' : `--${needed}`}; see the head of this file`);
  }
  if (!['keys', 'clk'].includes(options.as)) fail('--as is keys or clk');
  const secret = Buffer.from(readFileSync(options.key, 'utf8').trim(), 'base64');
  if (secret.length < 32) fail('The key file must hold at least 32 bytes in base64; make one with --new-key');
  const [header, ...rows] = parseCsv(readFileSync(options.input, 'utf8').replace(/^\uFEFF/, ''));
  const map = options.fields.split(',').map((pair) => pair.split('='));
  for (const [field, column] of map) if (!header.includes(column)) fail(`No column "${column}" for ${field}`);
  const carried = (options.carry ?? '').split(',').filter((column) => column !== '');
  for (const column of carried) {
    if (!header.includes(column)) fail(`No column "${column}" to carry`);
    if (map.some(([field, encoded]) => encoded === column && !(field === 'id' && options.keepId)))
      fail(`Column "${column}" is encoded, so it can't be carried`);
  }
  const lines = rows.map((cells, number) => {
    const person = Object.fromEntries(
      map.map(([field, column]) => [field, cells[header.indexOf(column)] ?? '']),
    );
    const id =
      person.id === undefined ? String(number + 1) : options.keepId ? person.id : hashedId(person.id, secret);
    const codes =
      options.as === 'keys'
        ? matchKeys(person, secret)
        : [Buffer.from(filterOf(person, secret)).toString('base64url')];
    return [id, ...codes, ...carried.map((column) => quoted(cells[header.indexOf(column)] ?? ''))].join(',');
  });
  const head = ['id', ...(options.as === 'keys' ? KEY_NAMES : ['clk']), ...carried.map(quoted)].join(',');
  writeFileSync(options.out, `${[head, ...lines].join('\n')}\n`);
  const beside = carried.length === 0 ? '' : ` and the columns carried: look at them before you send it`;
  console.error(
    `${lines.length} rows encoded as ${options.as}; nothing but codes${beside} is in ${options.out}`,
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const options = readOptions(process.argv.slice(2));
  if (options['new-key'] !== undefined) newKey(options['new-key']);
  else run(options);
}
