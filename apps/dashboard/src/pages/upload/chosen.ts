import type { FileLook } from './look';

/** An agreement as far as a file must keep to it. */
export interface AgreedFields {
  id: string;
  fields: readonly string[];
  /** In words: which, and until when. */
  words: string;
}

/** What a file belongs to: a source that is there, or one that is made with it. */
export type Belonging =
  | { is: 'source'; code: string; name: string; agreement: AgreedFields | null }
  | { is: 'new'; name: string; agency: string; agreement: AgreedFields };

/** A chosen file with what the hub made of it. */
export interface Chosen {
  file: File;
  belongs: Belonging;
  first: FileLook;
}
