import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type * as Prometheus from 'prom-client';

import type { Settings } from './config.js';
import { portFailure } from './port.js';
import type { Life } from './stop.js';

/** Values of a gauge: one, or one for each combination of labels. */
export type GaugeValues = number | { labels: Record<string, string>; value: number }[];

/**
 * What Prometheus may ask of a process: how it does, and never what is in it. Labels are codes of a fixed kind (a door, a job, a
 * state): no address, agency, source or person stands in any.
 */
export class Metrics {
  private readonly registry: Prometheus.Registry;
  private readonly answers: Prometheus.Histogram<'door' | 'method' | 'status'>;

  /** The library is loaded only where it is asked for: what starts a database carries none. */
  static async open(): Promise<Metrics> {
    return new Metrics(await import('prom-client'));
  }

  private constructor(private readonly prometheus: typeof Prometheus) {
    this.registry = new prometheus.Registry();
    prometheus.collectDefaultMetrics({ register: this.registry });
    this.answers = new prometheus.Histogram({
      name: 'hub_http_answer_seconds',
      help: 'Time to the end of an answer, by the door that was asked',
      labelNames: ['door', 'method', 'status'],
      buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
      registers: [this.registry],
    });
  }

  /** @param door of a fixed list, never an address */
  answered(door: string, method: string, status: number, seconds: number): void {
    this.answers.observe({ door, method, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  /** A value that is looked up when somebody asks; where that fails, it is left out. */
  gauge(name: string, help: string, labelNames: string[], read: () => Promise<GaugeValues>): void {
    new this.prometheus.Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        this.reset();
        const values = await read().catch(() => null);
        if (values === null) return void this.remove();
        if (typeof values === 'number') this.set(values);
        else for (const { labels, value } of values) this.set(labels, value);
      },
    });
  }

  /** In Prometheus's text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}

/**
 * Answers `GET /metrics` at an address of its own, which is for the operator's Prometheus alone.
 * @param at host and port; port 0 = any that is free
 * @throws StartError where the port is in use
 */
export async function serveMetrics(
  metrics: Metrics,
  at: { host: string; port: number },
): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(error, at.port, at.host)));
    server.listen(at.port, at.host, resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${at.host}:${port}/metrics`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Where settings ask for it: what this process tells Prometheus, until its end. */
export async function measured(
  { metrics: at }: Pick<Settings, 'metrics'>,
  life: Life,
): Promise<Metrics | null> {
  if (!at) return null;
  const metrics = await Metrics.open();
  const served = await serveMetrics(metrics, at);
  life.atStop(() => served.close());
  return metrics;
}
