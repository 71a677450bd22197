const CARRIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'opacity',
] as const;

/** Copies what the style sheet says onto the elements themselves: a picture is drawn without our style sheet. */
function withStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const name of CARRIED) to[index]?.style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

function loaded(source: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The drawing could not be read'));
    image.src = source;
  });
}

/** An SVG drawing as PNG at twice its size on white, title above, a line each of edition, filters and address below. */
export async function pngOf(svg: SVGSVGElement, title: string, foot: readonly string[]): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = withStyles(svg);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const text = new XMLSerializer().serializeToString(copy);
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const [edge, head, tail, scale] = [16, 36, 12 + 16 * foot.length, 2];
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * edge) * scale;
  canvas.height = (height + head + tail + edge) * scale;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('No canvas here');
  pen.scale(scale, scale);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#12252b';
  pen.font = '700 16px system-ui, sans-serif';
  pen.fillText(title, edge, 26, width);
  pen.drawImage(image, edge, head, width, height);
  pen.fillStyle = '#44555b';
  pen.font = '12px system-ui, sans-serif';
  foot.forEach((line, at) => pen.fillText(line, edge, head + height + 20 + 16 * at, width));
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture was made'))), 'image/png'),
  );
}
