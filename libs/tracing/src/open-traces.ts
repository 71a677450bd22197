/** Where traces go: an OpenTelemetry collector that takes OTLP over HTTP. */
export interface TracesSettings {
  /** Its address, without `/v1/traces`. */
  url: string;
  /** The part of all traces that is told, above 0 and at most 1. */
  share: number;
}

/** A collector that does not answer holds no stop up. */
const PATIENCE_MS = 2_000;

/**
 * Tells spans of this process, or of this thread, to a collector from now on. Without it every span costs nothing and goes nowhere; the libraries are
 * loaded only here. That the collector can't be reached is nobody's trouble: spans are then lost.
 * @param service names the process: `hub`, `api`, `worker`
 * @returns tells what is still to be told, and ends
 */
export async function openTraces(
  { url, share }: TracesSettings,
  service: string,
): Promise<() => Promise<void>> {
  const [
    { BatchSpanProcessor, NodeTracerProvider, ParentBasedSampler, TraceIdRatioBasedSampler },
    { OTLPTraceExporter },
    { resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({
    url: `${url.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: PATIENCE_MS,
  });
  const provider = new NodeTracerProvider({
    // Only this: detectors would tell the machine's name and the command line, in which an address with a password may stand.
    resource: resourceFromAttributes({ 'service.name': `hub-${service}` }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: PATIENCE_MS })],
  });
  provider.register();
  return async () => {
    await provider.shutdown().catch(() => undefined);
  };
}
