import { readWorkbook, type SheetRequest } from './workbook/read.js';

/** The process in which a partner's workbook is parsed: it holds no secret, reads one workbook, answers and ends. */
process.once('message', (message: { bytes: Uint8Array; request: SheetRequest }) => {
  process.send?.(readWorkbook(message.bytes, message.request), () => process.disconnect());
});
