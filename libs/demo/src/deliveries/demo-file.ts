/** A file as a partner hands it over. */
export interface DemoFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
