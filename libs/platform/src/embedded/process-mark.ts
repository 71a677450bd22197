import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells one running process from a later one that was given the same number.
 * @returns null where no such process runs (a zombie counts as gone), otherwise the time it started as the system
 *   tells it, or '' where the system doesn't tell
 */
export function processMark(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') return linuxMark(pid);
  if (process.platform === 'win32') return '';
  const asked = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = asked.stdout?.trim() ?? '';
  if (asked.status !== 0 || line === '') return null;
  const [state = '', ...started] = line.split(/\s+/);
  return state.startsWith('Z') ? null : started.join(' ');
}

/** Is a process with this number there? One that belongs to somebody else counts. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function linuxMark(pid: number): string | null {
  try {
    // The command's name is in brackets and may itself hold spaces and brackets: fields are counted after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? '');
  } catch {
    return null;
  }
}
