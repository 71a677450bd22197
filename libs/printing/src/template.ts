/**
 * The look of a printed report, in Typst. It reads everything from data.json: what people wrote is never part of a program. Headings,
 * tables and figures become tags by themselves; a table's first row is its head.
 */
export const TEMPLATE = String.raw`#let data = json("data.json")
#let ink = rgb("#12252b")
#let accent = rgb("#0f5c6e")
#let faint = rgb("#44555b")
#set document(title: data.title, author: data.author, description: data.description, date: none)
#set text(font: "Source Sans 3", size: 10pt, lang: "en", region: "GB", fill: ink, fallback: false)
#set par(leading: 0.58em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 24mm, bottom: 20mm),
  header: [
    #set text(8.5pt)
    #grid(columns: (1fr, auto), gutter: 12pt, text(weight: 600, data.head.left), data.head.right)
    #v(-4pt)
    #line(length: 100%, stroke: 1.2pt + ink)
  ],
  footer: context [
    #set text(8.5pt, fill: faint)
    #grid(columns: (1fr, auto), gutter: 12pt, data.foot, [Page #counter(page).display("1 of 1", both: true)])
  ],
)
#show heading.where(level: 1): it => block(above: 0pt, below: 10pt, text(20pt, weight: 600, it.body))
#show heading.where(level: 2): it => block(
  above: 18pt, below: 5pt, sticky: true, width: 100%, stroke: (top: 0.8pt + ink), inset: (top: 6pt),
  text(12.5pt, weight: 600, it.body),
)
#show link: set text(fill: accent)
#let quiet(body) = text(8.5pt, fill: faint, body)
#let part(one) = if one.address == none { one.text } else { link(one.address, one.text) }
#let written(paragraphs) = for one in paragraphs { par(one.map(part).join()) }
#let plain(t) = { heading(level: 2, t.heading); written(t.paragraphs) }
#let boxed(t) = block(
  width: 100%, above: 12pt, fill: rgb("#e3eff1"), stroke: (left: 4pt + accent), inset: 10pt,
  { show heading: it => block(below: 5pt, text(12.5pt, weight: 600, it.body)); plain(t) },
)
#let whole(t) = {
  heading(level: 2, t.heading)
  block(sticky: true, quiet(t.measure))
  if t.chart != none { figure(image(bytes(t.chart.svg), format: "svg", alt: t.chart.alt)) }
  set text(9.5pt)
  table(
    columns: t.columns.map(c => c.width * 1fr),
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + ink } else { 0.4pt + rgb("#cdd7d9") }),
    inset: (x: 4pt, y: 4pt),
    align: t.columns.map(c => if c.numeric { right } else { left }),
    table.header(..t.columns.map(c => text(weight: 600, c.title))),
    ..t.rows.map(cells => cells.map(part)).flatten(),
  )
}
// A question stays on one page with its drawing, and a table of three rows; what else there is goes on, so that no page is left half empty.
#let upright(t) = if t.rows.len() <= (if t.chart == none { 3 } else { 12 }) { block(breakable: false, width: 100%, whole(t)) } else { whole(t) }
#let told(t) = if t.onItsSide { page(flipped: true, whole(t)) } else { upright(t) }
#if data.draft != none {
  block(stroke: (paint: rgb("#7a4100"), dash: "dashed"), inset: 6pt, below: 12pt, text(weight: 600, fill: rgb("#7a4100"), data.draft))
}
#heading(level: 1, data.title)
#written(data.lines)
#for block in data.blocks {
  if block.kind == "table" { told(block) } else if block.boxed { boxed(block) } else { plain(block) }
}
`;
