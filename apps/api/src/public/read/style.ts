/** The style of pages that are made on the server: small enough to come with the first bytes, readable in print and in contrast themes. */
export const STYLE = `*{box-sizing:border-box}
html{background:#fff;-webkit-text-size-adjust:100%}
body{margin:0;color:#12252b;font:400 1.0625rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;overflow-wrap:break-word;font-variant-numeric:tabular-nums}
header,main,footer,.banner,.edition{padding:0 max(16px,calc(50vw - 480px))}
header{background:#0a3f4c;color:#fff;padding-top:10px;padding-bottom:10px}
.brand{margin:0 0 6px;font-weight:700}
.brand span{font-weight:400}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:4px 0;color:#fff}
nav a[aria-current]{font-weight:700;text-decoration-thickness:3px}
.banner{margin:0;padding-top:8px;padding-bottom:8px;background:#fff3dc;color:#7a4100}
.edition{margin:0;padding-top:8px;padding-bottom:8px;background:#f3f6f6;font-size:.9375rem}
main{padding-top:20px;padding-bottom:40px}
main:focus{outline:none}
h1{margin:0 0 8px;font-size:2rem;line-height:1.2}
h2{margin:32px 0 8px;padding-top:10px;border-top:2px solid #12252b;font-size:1.375rem;line-height:1.25}
h3{margin:18px 0 4px;font-size:1.0625rem}
p,ul,ol,dl{margin:0 0 12px}
.lede{font-size:1.1875rem;color:#44555b}
.quiet{color:#44555b;font-size:.9375rem}
a{color:#0f5c6e;text-underline-offset:.16em}
a:visited{color:#4b3d85}
nav a:visited,.button:visited{color:#fff}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px;background:#fd0;color:#0b0c0c}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;padding:8px;background:#fd0;color:#0b0c0c}
table{width:100%;border-collapse:collapse;margin:0 0 14px}
caption{text-align:left;font-weight:600;padding:0 0 6px}
th,td{padding:7px 10px 7px 0;border-bottom:1px solid #cdd7d9;text-align:left;vertical-align:top}
td.number,th.number{text-align:right}
.counts{display:flex;flex-wrap:wrap;gap:10px 32px;padding:0}
.counts div{display:flex;flex-direction:column-reverse}
.counts dd{margin:0;font-size:2rem;font-weight:700;line-height:1.15}
.counts dt{color:#44555b}
.state{display:inline-block;padding:1px 8px;border:1px solid #66777c;border-radius:3px;font-size:.875rem;font-weight:600}
.state.done{background:#e6f3eb;color:#0b5a35}
.state.under-way{background:#e3eff1;color:#0a3f4c}
.state.planned{background:#e6ebec;color:#44555b}
.state.late{background:#fff3dc;color:#7a4100}
.wide{overflow-x:auto}
.wide:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px}
.drawing{display:block;max-width:100%;height:auto}
.steps{padding:0;list-style:none}
.steps li{margin:0 0 8px;padding:0 0 0 14px;border-left:4px solid #cdd7d9}
.steps li.reached{border-color:#0f5c6e}
.box{padding:14px 16px;border:1px solid #cdd7d9;border-left:5px solid #0f5c6e;background:#f3f6f6}
.box h2{margin-top:0;padding-top:0;border:0}
.error{padding:10px 16px;border-left:5px solid #9b1c1c;background:#fdeceb}
label{display:block;font-weight:600;margin:0 0 4px}
input[type=text]{width:min(100%,20em);min-height:44px;padding:6px 10px;border:2px solid #12252b;border-radius:3px;font:inherit}
button,.button{display:inline-block;min-height:44px;padding:8px 18px;border:1px solid #0f5c6e;border-radius:5px;background:#0f5c6e;color:#fff;font:inherit;font-weight:600;cursor:pointer;text-decoration:none}
button.second{background:#fff;color:#0f5c6e}
@media screen{.sentences{min-width:14em}}
blockquote{margin:6px 0 10px;padding:0 0 0 12px;border-left:3px solid #78b3bd}
blockquote.against{border-left-style:dotted;border-color:#66777c}
.slips{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:12px}
footer{padding-top:14px;padding-bottom:24px;border-top:1px solid #cdd7d9;background:#f3f6f6;font-size:.9375rem}
@media (max-width:40em){h1{font-size:1.625rem}table{font-size:1rem}th,td{padding-right:6px}.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stack tr,.stack td,.stack th{display:block;border:0;padding:2px 0;text-align:left}.stack tr{padding:8px 0;border-bottom:1px solid #cdd7d9}.stack td[data-label]:not(:empty)::before{content:attr(data-label) ': ';color:#44555b}}
@page{size:A4;margin:12mm 14mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt system-ui,Arial,sans-serif;color:#44555b}}
@page on-its-side{size:A4 landscape}
@media screen{.in-print{display:none}}
@media print{nav,.skip,footer,form,.on-screen,.shorter tr:nth-child(n+9),.shorter>li:nth-child(n+5){display:none}header{background:none;color:#12252b;padding:0}.brand{margin:0}main,.edition,.banner{padding:2px 0}.edition{background:none}section:has(thead th:nth-child(9)){page:on-its-side}.wide{overflow:visible}h2,h3,caption,thead,h2+p:has(+table),.kept{break-after:avoid}tr:first-child{break-before:avoid}h2+p,.quiet,tr,li,blockquote,.drawing,.counts,.box,.kept{break-inside:avoid}body{font-size:9pt;line-height:1.28}h1{font-size:17pt}h2{margin:7px 0 2px;padding-top:3px;font-size:12pt}p,ul,ol,dl,table{margin-bottom:5px}.state{padding:0 5px;font-size:8pt}th,td{padding:1px 8px 1px 0}.lede{font-size:11pt}.counts dd{font-size:15pt}.quiet,.edition{font-size:8.5pt}.box{padding:4px 10px}ul{padding-left:16px}}
@media (forced-colors:active){.steps li.reached,.box,.error{border-color:CanvasText}}
`;
