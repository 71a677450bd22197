export type * from './document.js';
export { Printer, PrinterBusy, type SetReport } from './printer.js';
