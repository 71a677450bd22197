/**
 * Jest looks up where a frame of a stack stood before it was compiled, and where the checkout's path holds a per cent
 * sign that comes out as `file://` and the plain path. Jest itself and Playwright read it as an address, and fail with
 * "URI malformed" instead of what went wrong. In such a folder frames tell the compiled place, which is near enough, and
 * Jest is told to leave the stacks of its own realm alone (`noStackTrace` in jest.config.js).
 */
if (process.cwd().includes('%'))
  Error.prepareStackTrace = (error, frames) =>
    [`${error}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
