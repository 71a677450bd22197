import { totalmem } from 'node:os';

/**
 * The server's settings, given on its command line so that a new version of the hub brings its own.
 * @param durable false only for throw-away clusters of tests: a crash of the machine may then damage them
 */
export function serverSettings(port: number, durable: boolean): string[] {
  const sharedMegabytes = Math.min(512, Math.max(64, Math.floor(totalmem() / 2 ** 20 / 16)));
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 120,
    password_encryption: 'scram-sha-256',
    shared_buffers: `${sharedMegabytes}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    // Compiling takes longer than our queries do.
    jit: 'off',
    ...silence,
    ...(durable ? {} : throwAway),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The server's log would otherwise quote values: in statements, in the details of errors, in errors themselves. */
const silence = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: -1,
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_connections: 'off',
  log_autovacuum_min_duration: -1,
  log_lock_waits: 'off',
};

const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  autovacuum: 'off',
};
