/** Where a stored thing came from; every standardised row carries one. */
export interface Provenance {
  agency: string;
  source: string;
  delivery: number;
  file: string;
  row: number;
}
