import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import { wardByCode } from '#domain';
import type { Logger } from '#platform';
import { LOGGER } from '../../../options.js';
import type { ReportChart, ReportTable } from '../content.js';
import type { ChartLook } from './chart-look.js';
import { drawnRows } from './drawn-rows.js';
import type { DrawChart } from './printed.js';

interface StillRow {
  code: string;
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
  people: number | null;
  broken?: boolean;
  tile?: { column: number; row: number; shortName: string };
}

/** The dashboard's charts as they are built for the server. */
interface StillCharts {
  drawStill(kind: ReportChart['kind'], rows: StillRow[]): string | null;
  canDraw(kind: ReportChart['kind'], rows: StillRow[]): boolean;
  look: ChartLook;
}

/** Where they are, seen from the built and from the source file alike; null where they are not built. */
function builtCharts(): string | null {
  const above = ['../../../../../../still-charts/', '../../../../../../dist/still-charts/'];
  const paths = above.map((path) => fileURLToPath(new URL(`${path}still-charts.js`, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Draws tables of reports by the charts that the dashboard has. */
@Injectable()
export class Charts {
  private built: Promise<StillCharts | null> | null = null;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** Without the built charts reports have none: their tables say all that a drawing says. */
  async drawer(): Promise<DrawChart> {
    const built = await this.load();
    return ({ chart, ...table }) => built && chart && built.drawStill(chart.kind, stillRows(table, chart));
  }

  /** Which tables `drawer` draws, without drawing them. */
  async drawn(): Promise<(table: ReportTable) => boolean> {
    const built = await this.load();
    return ({ chart, ...table }) =>
      built !== null && chart !== null && built.canDraw(chart.kind, stillRows(table, chart));
  }

  /** Colours of the dashboard's charts, for charts of other programs; null where they are not built, and then nothing is drawn. */
  async look(): Promise<ChartLook | null> {
    return (await this.load())?.look ?? null;
  }

  private load(): Promise<StillCharts | null> {
    const path = builtCharts();
    if (path === null && !this.built) this.logger.warn('charts of reports are not built');
    return (this.built ??= path === null ? Promise.resolve(null) : import(pathToFileURL(path).href));
  }
}

/** Code of a quarter or a ward, as the figure's id has it. */
const codeIn = (figure: string | null): string =>
  /[/;](?:quarter|ward)=([^/;+]+)/.exec(figure ?? '')?.[1] ?? '';

const stillRows = (table: Omit<ReportTable, 'chart'>, chart: ReportChart): StillRow[] =>
  drawnRows(table, chart).map(({ row, name, value, low, high, people, broken }) => {
    const code = row.code ?? codeIn(row.figure);
    const ward = wardByCode(code);
    return {
      code,
      name,
      value,
      low,
      high,
      people,
      ...(broken === null ? {} : { broken }),
      ...(ward ? { tile: { column: ward.col, row: ward.row, shortName: ward.label } } : {}),
    };
  });
