import { addAgreement, addSource, type Database, setSourceKey } from '#store';

/** A form with an id, a name, a postcode and one open question. */
export const SMALL_FORM = {
  kinds: ['system-id', 'name', 'postcode', 'free-text'],
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'respondent', column: 'Name', field: 'fullName' },
    { as: 'respondent', column: 'Postcode', field: 'postcode' },
    { as: 'question', column: 'What should change?', key: 'change' },
  ],
};

interface TakenOn {
  /** Of the source, and of the agreement under which it delivers. */
  code: string;
  /** One that is there. */
  agency: string;
  key: string;
  /** Kinds of field that it carries. */
  kinds: readonly string[];
  engagement: { key: string; title: string; kind: string };
  columns: readonly object[];
}

/** A source of spreadsheets that may deliver from now on, by its key. */
export async function takeOnSource(
  db: Database,
  { code, agency, key, kinds, engagement, columns }: TakenOn,
): Promise<void> {
  await addAgreement(db, {
    agency,
    id: code,
    purposes: ['engagement-analysis', 'record-linkage'],
    lawfulBasis: 'public task',
    fields: [...kinds] as never[],
    from: '2020-01-01',
    until: null,
  });
  await addSource(db, {
    code,
    agency,
    name: code,
    connector: 'spreadsheet',
    mapping: { engagement, columns },
    fieldKinds: [...kinds],
    agreement: code,
    pullAddress: null,
    schedule: null,
  });
  await setSourceKey(db, code, key);
}
