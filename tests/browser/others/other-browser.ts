/** What the other browsers' test asks of a browser, however it is driven. */
export interface OtherBrowser {
  /** Its name and version, as it tells them. */
  readonly name: string;
  /** Opens an address and waits for its load. */
  visit(address: string): Promise<void>;
  /**
   * The answer of an expression inside the page.
   * @param expression JavaScript whose value survives JSON
   */
  ask<Answer>(expression: string): Promise<Answer>;
  /** Sets the window's inner width in CSS pixels as far as the browser allows; what it became. */
  widen(width: number): Promise<number>;
  /** Errors and warnings that the address just visited writes on the console. */
  complaints(): Promise<string[]>;
  /** The window as a PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}
