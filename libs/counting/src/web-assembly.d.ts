/** What the rooms with a kernel use of WebAssembly; the types of Node 20 leave it out. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    readonly exports: Record<string, unknown>;
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
  }
  class Memory<Buffer extends ArrayBufferLike = SharedArrayBuffer> {
    readonly buffer: Buffer;
    constructor(options: { initial: number; maximum?: number; shared?: true });
  }
}
