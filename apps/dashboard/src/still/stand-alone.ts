import sheet from './still.scss?inline';

/** Letters of printed reports; a reader without them has others of the kind. */
const FONT = "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif";
/** What a drawing that does nothing has no use for: stops for keys, and names of buttons. */
const LIVE = / (?:role|tabindex|tabIndex|aria-label|aria-hidden|data-mark|style)="[^"]*"/g;

const tokens = new Map(
  [...sheet.matchAll(/(--[\w-]+):\s*([^;}]+)[;}]/g)].map(([, name = '', value = '']) => [name, value.trim()]),
);
const valueOf = (name: string): string => (name === '--font' ? FONT : (tokens.get(name) ?? 'inherit'));

/** A colour by its name as six hexadecimal digits. */
const hex = (name: string): string =>
  valueOf(name)
    .replace(/^#/, '')
    .replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3')
    .toUpperCase();

/** What charts are painted with, for programs that have charts of their own and know no style sheet; see _charts.scss. */
export const look = {
  ink: hex('--ink'),
  quiet: hex('--ink-2'),
  grid: hex('--hairline'),
  now: hex('--accent'),
  before: hex('--bar-2'),
  light: hex('--seq-2'),
  lightEdge: hex('--bar-2'),
  neutral: hex('--neutral'),
  neutralEdge: hex('--neutral-edge'),
  line: hex('--accent-dark'),
};

/** Rules with their colours written out; what answers to a pointer or a key is left out. */
const RULES = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
  selector.includes(':')
    ? []
    : [
        {
          selector: selector.trim(),
          body: body.replace(/var\((--[\w-]+)\)/g, (_, name: string) => valueOf(name)).trim(),
        },
      ],
);

/** Rules for whose every class there is an element. */
const rulesFor = (svg: string): string => {
  const there = new Set([...svg.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  return RULES.filter(({ selector }) => {
    const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
    return classes.length > 0 && classes.every((name) => there.has(name));
  })
    .map(({ selector, body }) => `${selector}{${body}}`)
    .join('');
};

/** The first drawing of a piece of HTML, as a file of its own with a size. */
export function standAlone(markup: string): string {
  const from = markup.indexOf('<svg');
  const svg = markup.slice(from, markup.lastIndexOf('</svg>') + '</svg>'.length).replaceAll(LIVE, '');
  const [head = ''] = /^<svg[^>]*>/.exec(svg) ?? [];
  const [, width = '', height = ''] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(head) ?? [];
  const size = / width="/.test(head) ? '' : ` width="${width}" height="${height}"`;
  const opened = head.replace('<svg', `<svg xmlns="http://www.w3.org/2000/svg"${size}`);
  return `${opened}<style>${rulesFor(svg)}</style>${svg.slice(head.length)}`;
}
